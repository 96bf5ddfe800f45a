import CareCoverage
import CareModel

extension RepeatedCourse {
    /// The most figures that nobody knows and whose ends are combined here; the whole quote takes
    /// more of them.
    private static let mostOpen = 4

    /// Shares the visits from every combination of ends of what nobody knows (rule S17).
    func totals(
        of course: [(visit: CodedVisit, date: CalendarDate, careType: CareType)],
        from known: Accumulators,
        open: [AccumulatorNeed]
    ) -> CourseTotals? {
        guard open.count <= RepeatedCourse.mostOpen, open.allSatisfy(\.isOfCoverage),
            let expected = share(course, from: known)
        else { return nil }
        var (low, high) = (expected.paid, expected.paid)
        for number in 1..<(1 << open.count) {
            var figures = known
            for (bit, need) in open.enumerated() where number >> bit & 1 == 1 {
                figures = figures.usingAll(
                    of: need,
                    under: coverage.plan,
                    facts: adjudicator.facts
                )
            }
            guard let shared = share(course, from: figures) else { return nil }
            low = min(low, shared.paid)
            high = max(high, shared.paid)
        }
        return CourseTotals(
            today: expected.today,
            range: AmountRange(low: low, expected: expected.paid, high: high),
            planPays: expected.planPays
        )
    }

    private func share(
        _ course: [(visit: CodedVisit, date: CalendarDate, careType: CareType)],
        from figures: Accumulators
    ) -> (today: Money, paid: Money, planPays: Money)? {
        var running = adjudicator.starting(from: figures)
        var sum = LineAmounts()
        var today: Money?
        for (visit, date, careType) in course {
            guard let shared = running.total(of: visit, on: date, careType: careType) else {
                return nil
            }
            if today == nil { today = shared.collected }
            sum += shared
        }
        return (today ?? .zero, sum.patientPays, sum.planPays)
    }
}
