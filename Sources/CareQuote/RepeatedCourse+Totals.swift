import CareCoverage
import CareModel

/// Visits that follow one another and were settled as one.
struct VisitRun {
    /// The position in what is settled.
    let settled: Int
    /// The position of the first of them.
    let start: Int
    /// How many they are.
    var count = 1

    /// Their positions.
    var positions: Range<Int> { start..<(start + count) }
}

extension RepeatedCourse {
    /// The most figures that nobody knows and whose ends are combined here; the whole quote takes
    /// more of them.
    private static let mostOpen = 4

    /// Shares the visits at hand from every combination of ends of what nobody knows (rule S17), as
    /// `Uncertainty` does where nothing but figures is open.
    mutating func totals(
        from first: CalendarDate,
        _ known: Accumulators,
        open: [AccumulatorNeed]
    ) -> CourseTotals? {
        guard open.count <= RepeatedCourse.mostOpen, open.allSatisfy(\.isOfCoverage),
            let expected = share(from: first, known)
        else { return nil }
        var (low, high) = (expected.paid, expected.paid)
        for number in 1..<(1 << open.count) {
            guard let figures = payer?.figures(known, usingAll: open, of: number),
                let shared = share(from: first, figures)
            else { return nil }
            low = min(low, shared.paid)
            high = max(high, shared.paid)
        }
        return CourseTotals(
            today: expected.today,
            range: AmountRange(low: low, expected: expected.paid, high: high),
            planPays: expected.planPays
        )
    }

    private mutating func share(
        from first: CalendarDate,
        _ figures: Accumulators
    ) -> (today: Money, paid: Money, planPays: Money)? {
        payer?.restart(from: figures)
        var sum = LineAmounts()
        var today: Money?
        for run in runs {
            guard let amounts = share(run, from: first) else { return nil }
            if today == nil { today = amounts.collected }
            sum += amounts
        }
        return (today ?? .zero, sum.patientPays, sum.planPays)
    }

    private mutating func share(_ run: VisitRun, from first: CalendarDate) -> LineAmounts? {
        switch settled[run.settled].cost {
        case .shared(let visit)?:
            return payer?.courses.total(
                repeating: visit,
                careType: kinds[settled[run.settled].kind].careType,
                days: dayOffsets,
                run.positions,
                from: first
            )
        case .paidBySelf(let visit)?:
            return Array(repeating: visit, count: run.count).total()
        case nil: return nil
        }
    }
}

extension RepeatedCourse.Payer {
    /// Begins with another patient.
    fileprivate mutating func restart(from figures: Accumulators) {
        courses.restart(from: courses.coded(figures))
    }

    /// The figures with all used of what a number of a combination names.
    fileprivate func figures(
        _ known: Accumulators,
        usingAll open: [AccumulatorNeed],
        of number: Int
    ) -> Accumulators {
        open.enumerated().reduce(into: known) { figures, entry in
            guard number >> entry.offset & 1 == 1 else { return }
            figures = figures.usingAll(
                of: entry.element,
                under: coverage.plan,
                facts: adjudicator.facts
            )
        }
    }
}
