public import CareModel

extension Adjudicator {
    /// Shares the cost of the visits of a course and gives their sums alone.
    ///
    /// - Parameters:
    ///   - course: The course, of visits made by ``coded(_:)`` of this adjudicator or of one with
    ///     the same plan and facts.
    ///   - first: The first day of the course; visits come in order of date.
    /// - Returns: The amounts of all lines of all visits together; nothing where a figure is needed
    ///   that nobody knows.
    public mutating func total(
        of course: CodedCourse,
        from first: CalendarDate
    ) -> LineAmounts? {
        var total = LineAmounts()
        for index in course.runs.indices {
            let isKnown = add(
                course.runs[index],
                on: course.sheet,
                days: course.days,
                from: first,
                to: &total
            )
            guard isKnown else { return nil }
        }
        return total
    }

    /// Shares the cost of visits that are alike and gives their sums alone.
    ///
    /// - Parameters:
    ///   - visit: What each of them is, made by ``coded(_:)`` of this adjudicator or of one with the
    ///     same plan and facts.
    ///   - careType: Whether the care is active or maintenance.
    ///   - days: How many days after the first day visits are, each later than the one before.
    ///   - positions: The positions of these visits among the days.
    ///   - first: The first day.
    /// - Returns: The amounts of all lines of all visits together; nothing where a figure is needed
    ///   that nobody knows.
    mutating func total(
        repeating visit: CodedVisit,
        careType: CareType,
        days: [Int],
        _ positions: Range<Int>,
        from first: CalendarDate
    ) -> LineAmounts? {
        var total = LineAmounts()
        let run = CodedCourse.Run(place: visit.place, careType: careType, visits: positions)
        let isKnown = add(run, on: visit.sheet, days: days, from: first, to: &total)
        return isKnown ? total : nil
    }

    /// Shares visits that are alike.
    ///
    /// - Returns: Whether all figures are known that they need.
    @inline(__always)
    private mutating func add(
        _ run: CodedCourse.Run,
        on sheet: CodedSheet,
        days: [Int],
        from first: CalendarDate,
        to total: inout LineAmounts
    ) -> Bool {
        var next = run.visits.lowerBound
        while next < run.visits.upperBound {
            let shared = add(
                next..<run.visits.upperBound,
                of: run,
                on: sheet,
                days: days,
                from: first,
                to: &total
            )
            guard shared > 0 else { return false }
            next += shared
        }
        return true
    }

    /// Shares the first of visits that are alike, and with it all that lie in the same phase.
    ///
    /// - Returns: How many visits are shared; 0 where a figure is needed that nobody knows.
    @inline(__always)
    private mutating func add(
        _ visits: Range<Int>,
        of run: CodedCourse.Run,
        on sheet: CodedSheet,
        days: [Int],
        from first: CalendarDate,
        to total: inout LineAmounts
    ) -> Int {
        let date = first.adding(days: days[visits.lowerBound])
        guard let isLater = turn(to: date) else { return 0 }
        let isOpen = isLater && run.careType == .active
        guard isOpen,
            let (part, most) = settled(
                run.place,
                on: sheet,
                date: date,
                atMost: visits.count
            )
        else {
            let isKnown = add(
                linesOf: run.place,
                on: sheet,
                date: date,
                careType: run.careType,
                isLater: isLater,
                to: &total
            )
            return isKnown ? 1 : 0
        }
        // The first of them always stays alike.
        var last = visits.lowerBound + most - 1
        while !staysAlike(from: date, through: first.adding(days: days[last])) { last -= 1 }
        let times = last + 1 - visits.lowerBound
        let lastDate = first.adding(days: days[last])
        if times > 1 {
            // Those between the first and the last turn nothing.
            visitsSeen += times - 2
            _ = turn(to: lastDate)
        }
        state.take(part, on: sheet, times: times, through: lastDate, coded: coded)
        total.add(sheet.parts[part].amounts, times: times)
        return times
    }

    /// Whether nothing but use changes the figures between two visits.
    @inline(__always)
    private func staysAlike(from date: CalendarDate, through last: CalendarDate) -> Bool {
        last == date || (last < state.nextNewYear && last <= coded.effectiveThrough)
    }
}
