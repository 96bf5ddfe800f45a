import CareComplexity
public import CareModel
import CarePatterns

/// What is left of the visits that keep up a gain, after the plan of care before them.
public struct MaintenanceLeft: Hashable, Sendable {
    /// What they are called.
    public let words: LocalizedWords
    /// For whom they are.
    public let eligibility: LocalizedWords
    /// How many are left.
    public let visits: Int
    /// How many there are in all.
    public let scheduled: Int
    /// The last of them.
    public let through: CalendarDate
    /// The visits at which the patient is examined again.
    public let exams: [Int]
}

extension Estimator {
    /// The terms of the visits that keep up a gain, where they can follow a plan.
    ///
    /// - Parameters:
    ///   - pattern: The plan before them.
    ///   - care: What is asked.
    ///   - tables: The terms.
    /// - Returns: The terms.
    /// - Throws: ``QuoteProblems`` where they cannot follow this plan.
    func maintenance(
        after pattern: CarePattern,
        for care: RequestedCare,
        in tables: PatternTables
    ) throws(QuoteProblems) -> Maintenance {
        let terms = tables.maintenance
        var isKnownRecurrent: Bool?
        if case .complaint(let complaint) = care.choice {
            isKnownRecurrent = complaint.knownRecurrent
        }
        guard terms.canFollow(pattern, isKnownRecurrent: isKnownRecurrent, endedBecause: nil) else {
            let place = care.place.appending("/maintenance")
            throw QuoteProblems([.noMaintenance(after: pattern.id, place: place)])
        }
        return terms
    }

    /// The dates of the visits that keep up a gain after the last of the plan.
    func maintenanceDates(
        under terms: Maintenance,
        after last: CalendarDate,
        for care: RequestedCare
    ) throws(QuoteProblems) -> [CalendarDate] {
        try onCalendar(of: care, from: last) { calendar throws(VisitCalendarError) in
            try calendar.dates(
                everyWeeks: terms.interval.usual,
                after: last,
                count: terms.scheduledVisits()
            )
        }
    }

    /// The visits that keep up a gain and are left, once the plan before them is over.
    ///
    /// - Parameters:
    ///   - pattern: The plan before them.
    ///   - care: What is asked.
    ///   - day: The day of the quote; visits that are left do not come before it.
    ///   - tables: The terms.
    /// - Returns: The visits; how the plan before them could end is no question any more.
    /// - Throws: ``QuoteProblems`` where none is left, and where nobody says that the plan has helped.
    func maintenanceLeft(
        after pattern: CarePattern,
        for care: RequestedCare,
        asOf day: CalendarDate,
        in tables: PatternTables
    ) throws(QuoteProblems) -> PlannedCare {
        let terms = try maintenance(after: pattern, for: care, in: tables)
        let place = care.place.appending("/forecast")
        if let open = openCheckpoint(of: pattern, for: care, in: tables) {
            throw QuoteProblems([.checkpointOpen(open, place: place)])
        }
        let made = care.visitsDone - pattern.cap
        let dates = try maintenanceDates(left: terms, after: pattern, for: care, asOf: day)
        let scheduled = terms.scheduledVisits()
        guard let last = dates.last else {
            let cap = pattern.cap + scheduled
            let error = ForecastError.planIsOver(visitsDone: care.visitsDone, cap: cap)
            throw QuoteProblems([.forecast(error, place: place)])
        }
        let phase = PhaseKind(id: terms.id, words: terms.words)
        let visits = zip((made + 1)..., dates).map { number, date in
            RequestedVisit(
                date: date,
                kind: terms.isReview(number) ? .reEvaluation : .followUp,
                careType: .maintenance,
                contents: .session(care.session),
                phase: phase,
                probability: terms.attendance,
                place: care.place
            )
        }
        let exams = zip((made + 1)..., dates).map(\.0).filter(terms.isReview)
        return PlannedCare(
            visits: visits,
            plan: nil,
            refusal: nil,
            maintenance: MaintenanceLeft(
                words: terms.words,
                eligibility: terms.eligibility,
                visits: visits.count,
                scheduled: scheduled,
                through: last,
                exams: exams.map { $0 + pattern.cap }
            )
        )
    }

    /// The dates of those that are left, not before the day of the quote and not beyond the end.
    func maintenanceDates(
        left terms: Maintenance,
        after pattern: CarePattern,
        for care: RequestedCare,
        asOf day: CalendarDate
    ) throws(QuoteProblems) -> [CalendarDate] {
        let plan = try onCalendar(of: care, from: care.start) {
            calendar throws(VisitCalendarError) in
            try calendar.dates(of: pattern.phases, from: care.start)
        }
        guard let last = plan.last else { return [] }
        let all = try maintenanceDates(under: terms, after: last, for: care)
        let left = Array(all.dropFirst(max(care.visitsDone - pattern.cap, 0)))
        guard let next = left.first, next < day else { return left }
        let later = try onCalendar(of: care, from: day) { calendar throws(VisitCalendarError) in
            let first = try calendar.firstOpenDay(from: day)
            return try [first]
                + calendar.dates(
                    everyWeeks: terms.interval.usual,
                    after: first,
                    count: left.count - 1
                )
        }
        return later.filter { $0 <= last.adding(days: 7 * terms.horizonWeeks) }
    }
}
