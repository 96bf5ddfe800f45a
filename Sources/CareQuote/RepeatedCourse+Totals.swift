import CareCoverage
import CareModel

/// Visits that follow one another and were settled as one.
struct VisitRun {
    /// The position in what is settled.
    let settled: Int
    /// The date of the first of them.
    let first: CalendarDate
    /// How many days after it each of them is.
    var days = [0]
}

extension RepeatedCourse {
    /// The most figures that nobody knows and whose ends are combined here; the whole quote takes
    /// more of them.
    private static let mostOpen = 4

    /// Shares the visits from every combination of ends of what nobody knows (rule S17), as
    /// `Uncertainty` does where nothing but figures is open.
    mutating func totals(
        of runs: [VisitRun],
        from known: Accumulators,
        open: [AccumulatorNeed]
    ) -> CourseTotals? {
        let course = runs.compactMap(coded)
        guard open.count <= RepeatedCourse.mostOpen, open.allSatisfy(\.isOfCoverage),
            course.count == runs.count, let expected = share(course, from: known)
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

    /// What runs of visits cost, ready to be shared.
    private enum CodedRun {
        case shared(CodedCourse, from: CalendarDate)
        case paidBySelf(LineAmounts)
    }

    private func coded(_ run: VisitRun) -> CodedRun? {
        let known = settled[run.settled]
        switch known.cost {
        case .shared(let visit)?:
            let careType = kinds[known.kind].careType
            return .shared(
                CodedCourse(repeating: visit, days: run.days, careType: careType),
                from: run.first
            )
        case .paidBySelf(let visit)?:
            return .paidBySelf(run.days.map { _ in visit }.total())
        case nil: return nil
        }
    }

    private mutating func share(
        _ course: [CodedRun],
        from figures: Accumulators
    ) -> (today: Money, paid: Money, planPays: Money)? {
        payer?.restart(from: figures)
        var sum = LineAmounts()
        var today: Money?
        for run in course {
            let amounts: LineAmounts?
            switch run {
            case .shared(let visits, let first):
                amounts = payer?.courses.total(of: visits, from: first)
            case .paidBySelf(let alone): amounts = alone
            }
            guard let amounts else { return nil }
            if today == nil { today = amounts.collected }
            sum += amounts
        }
        return (today ?? .zero, sum.patientPays, sum.planPays)
    }
}

extension RepeatedCourse.Payer {
    /// Begins with another patient.
    fileprivate mutating func restart(from figures: Accumulators) {
        courses.restart(from: courses.coded(figures))
    }
}
