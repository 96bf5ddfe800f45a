public import CareModel

extension Estimator {
    /// The days on which a plan of care can begin, each an open day.
    ///
    /// - Parameters:
    ///   - care: The plan.
    ///   - most: How many days are wanted at most.
    /// - Returns: The days from the plan's start to the last on which it may begin; one more than
    ///   wanted where there are more.
    /// - Throws: ``QuoteProblems`` where the calendar has no open day.
    public func starts(
        of care: RequestedCare,
        atMost most: Int
    ) throws(QuoteProblems) -> [CalendarDate] {
        guard let latest = care.startNoLaterThan else { return [] }
        var days: [CalendarDate] = []
        var from = care.start
        while from <= latest, days.count <= most {
            let day = try firstOpenDay(for: care.starting(on: from))
            guard day <= latest else { break }
            days.append(day)
            from = day.adding(days: 1)
        }
        return days
    }
}
