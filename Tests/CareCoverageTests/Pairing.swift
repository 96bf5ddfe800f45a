import CareCoverage
import CareModel

/// A second plan, with what was used of it and what the patient brings beside it.
struct SecondPlan: Hashable, Sendable {
    var plan: BenefitPlan
    var network = Network.inNetwork
    var used: Accumulators
    var facts: CoverageFacts

    init(
        _ plan: BenefitPlan,
        network: Network = .inNetwork,
        used: Accumulators = .used(deductible: 0, outOfPocket: 0),
        facts: CoverageFacts = CoverageFacts()
    ) {
        self.plan = plan
        self.network = network
        self.used = used
        self.facts = facts
    }
}

/// A course of visits under one plan or two.
///
/// A line's own `allowed` is the first plan's, and `secondaryAllowed` the second one's; where that
/// is absent both allow the same.
struct Pairing: Hashable, Sendable {
    var first: Episode
    var second: SecondPlan?

    var visits: [PlannedVisit] { first.course.visits }

    /// The second plan by itself, with its own prices.
    var alone: Episode? {
        second.map { second in
            Episode(
                course: Course(
                    plan: second.plan,
                    network: second.network,
                    used: second.used,
                    visits: visits.map { visit in
                        PlannedVisit(
                            date: visit.date,
                            careType: visit.careType,
                            lines: visit.lines.map(\.asSecond)
                        )
                    }
                ),
                facts: second.facts
            )
        }
    }

    func pair(recordsSteps: Bool = true) -> PlanPair {
        PlanPair(
            first: first.adjudicator(recordsSteps: recordsSteps),
            second: alone?.adjudicator(recordsSteps: recordsSteps)
        )
    }

    /// Every visit in order, with the figures of each plan after the last.
    func adjudicated(
        recordsSteps: Bool = true
    ) throws -> (visits: [AdjudicatedVisit], after: [Accumulators]) {
        var pair = pair(recordsSteps: recordsSteps)
        let visits = try visits.map {
            try pair.adjudicate(
                $0.lines,
                $0.lines.map(\.asSecond),
                on: $0.date,
                careType: $0.careType
            )
        }
        return (visits, pair.accumulators)
    }
}

extension PricedLine {
    /// The line with the prices of the second plan.
    var asSecond: PricedLine {
        guard let amount = line.stated.secondaryAllowed else { return self }
        return PricedLine(
            line: line,
            charge: charge,
            allowed: UnitPrice(amount: amount, source: charge.source),
            selfPay: selfPay
        )
    }
}
