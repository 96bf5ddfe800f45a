import CareCoverage
import CareModel

/// A visit of a course, settled, on its date.
struct DatedVisit: Sendable {
    let cost: SettledKind.Cost
    let date: CalendarDate
    let careType: CareType
}

extension RepeatedCourse {
    /// The most figures that nobody knows and whose ends are combined here; the whole quote takes
    /// more of them.
    private static let mostOpen = 4

    /// Shares the visits from every combination of ends of what nobody knows (rule S17).
    func totals(
        of course: [DatedVisit],
        from known: Accumulators,
        open: [AccumulatorNeed]
    ) -> CourseTotals? {
        guard open.count <= RepeatedCourse.mostOpen, open.allSatisfy(\.isOfCoverage),
            let expected = share(course, from: known)
        else { return nil }
        var (low, high) = (expected.paid, expected.paid)
        for number in 1..<(1 << open.count) {
            guard let payer else { return nil }
            var figures = known
            for (bit, need) in open.enumerated() where number >> bit & 1 == 1 {
                figures = figures.usingAll(
                    of: need,
                    under: payer.plan,
                    facts: payer.adjudicator.facts
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
        _ course: [DatedVisit],
        from figures: Accumulators
    ) -> (today: Money, paid: Money, planPays: Money)? {
        var running = payer?.adjudicator.starting(from: figures)
        var sum = LineAmounts()
        var today: Money?
        for visit in course {
            let amounts: LineAmounts?
            switch visit.cost {
            case .shared(let coded):
                amounts = running?.total(of: coded, on: visit.date, careType: visit.careType)
            case .paidBySelf(let alone): amounts = alone
            }
            guard let amounts else { return nil }
            if today == nil { today = amounts.collected }
            sum += amounts
        }
        return (today ?? .zero, sum.patientPays, sum.planPays)
    }
}
