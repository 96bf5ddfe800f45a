public import CareModel

/// The days on which a clinic can see a patient, and where visits fall on them.
public struct VisitCalendar: Hashable, Sendable {
    /// How close visits may come to each other.
    public struct Spacing: Hashable, Sendable {
        /// The part of the planned gap that always stays between two visits, in billionths.
        let leastGapBillionths: Int

        /// Creates the rule from the part of the gap that must stay, such as 0.6.
        public init(leastGap: Percentage) {
            leastGapBillionths = leastGap.billionths
        }
    }

    /// The most days by which a visit may fall behind for want of an open one.
    public static let mostDaysBehind = 366

    private let openWeekdays: Set<Weekday>
    private let closedDays: Set<CalendarDate>
    private let spacing: Spacing

    /// Creates a calendar.
    ///
    /// - Parameters:
    ///   - openWeekdays: The weekdays that suit both the clinic and the patient.
    ///   - closedDays: The days on which the clinic is closed all the same, holidays included.
    ///   - spacing: How close visits may come to each other.
    public init(openWeekdays: Set<Weekday>, closedDays: Set<CalendarDate>, spacing: Spacing) {
        self.openWeekdays = openWeekdays
        self.closedDays = closedDays
        self.spacing = spacing
    }

    /// Whether a patient can be seen on a day.
    public func isOpen(_ day: CalendarDate) -> Bool {
        openWeekdays.contains(day.weekday) && !closedDays.contains(day)
    }

    /// The dates of a plan's visits.
    ///
    /// - Parameters:
    ///   - phases: The parts of the plan.
    ///   - start: The first day that suits; the first visit is the first open day from there.
    /// - Returns: A date for each visit.
    /// - Throws: ``VisitCalendarError`` where a visit finds no open day.
    public func dates(
        of phases: [Phase],
        from start: CalendarDate
    ) throws(VisitCalendarError) -> [CalendarDate] {
        // The gap before a visit is that of the visit's own phase.
        let gaps = phases.flatMap { phase in
            Array(repeating: phase.pace.gap, count: max(phase.visits, 0))
        }
        guard !gaps.isEmpty else { return [] }
        guard Set(gaps.map(\.denominator)).count <= VisitCalendar.mostPaces else {
            throw .tooManyPaces
        }
        let first = try firstOpenDay(from: start)
        return try [first] + dates(after: first, gaps: Array(gaps.dropFirst()))
    }

    /// The dates of visits that come so many weeks apart, the first so long after a day.
    ///
    /// - Parameters:
    ///   - weeks: The weeks between visits, at least 1.
    ///   - day: The day of the last visit before them.
    ///   - count: How many dates are wanted.
    /// - Returns: The dates.
    /// - Throws: ``VisitCalendarError`` where a visit finds no open day.
    public func dates(
        everyWeeks weeks: Int,
        after day: CalendarDate,
        count: Int
    ) throws(VisitCalendarError) -> [CalendarDate] {
        let gap = DayFraction(days: 7 * max(weeks, 1))
        return try dates(after: day, gaps: Array(repeating: gap, count: max(count, 0)))
    }

    /// How many different parts of a day the gaps of one plan may have.
    ///
    /// Six denominators of at most 7,000 multiply to less than 10^24, which leaves room in 128
    /// bits for the days and for one more step of adding.
    private static let mostPaces = 6

    /// The first open day on or after a day.
    ///
    /// - Parameter start: The day.
    /// - Returns: The open day.
    /// - Throws: ``VisitCalendarError`` where there is none for more than a year.
    public func firstOpenDay(
        from start: CalendarDate
    ) throws(VisitCalendarError) -> CalendarDate {
        for days in 0...VisitCalendar.mostDaysBehind {
            let day = start.adding(days: days)
            if isOpen(day) { return day }
        }
        throw .noOpenDay(from: start)
    }

    private func dates(
        after first: CalendarDate,
        gaps: [DayFraction]
    ) throws(VisitCalendarError) -> [CalendarDate] {
        // 1. The ideal day moves on by the exact gap; the target is the nearest whole day.
        // 2. The visit takes the open day nearest to the target, of two equally near the later,
        //    and never one too close to the visit before.
        // 3. A visit that falls more than a day off its ideal day moves all later ones.
        var dates: [CalendarDate] = []
        var previous = 0
        var ideal = DayFraction(days: 0)
        for gap in gaps {
            ideal = ideal + gap
            let earliest = previous + gap.ceiling(ofBillionths: spacing.leastGapBillionths)
            let chosen = try openDay(nearest: ideal.rounded, notBefore: earliest, from: first)
            if ideal.isMoreThanADay(from: chosen) { ideal = DayFraction(days: chosen) }
            dates.append(first.adding(days: chosen))
            previous = chosen
        }
        return dates
    }

    /// The open day nearest to a target, in days after the first visit.
    private func openDay(
        nearest target: Int,
        notBefore earliest: Int,
        from first: CalendarDate
    ) throws(VisitCalendarError) -> Int {
        for distance in 0...VisitCalendar.mostDaysBehind {
            for days in [target + distance, target - distance] where days >= earliest {
                if isOpen(first.adding(days: days)) { return days }
            }
        }
        throw .noOpenDay(from: first.adding(days: target))
    }
}

/// Why a plan cannot be put on the calendar.
public enum VisitCalendarError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No day is open for more than a year.
    case noOpenDay(from: CalendarDate)
    /// The plan has more paces than can be added up exactly.
    case tooManyPaces

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .noOpenDay(let day):
            "no day from \(day) on is open for \(VisitCalendar.mostDaysBehind) days. "
                + "Check the open weekdays and the closed days"
        case .tooManyPaces:
            "the plan has too many different paces. Give several phases the same pace"
        }
    }
}
