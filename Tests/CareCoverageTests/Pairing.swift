import CareCoverage
import CareModel
import Testing

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

/// Who bears a line of two plans, in cents; the four parts are the charge.
struct Borne: Hashable, Sendable, CustomStringConvertible {
    var writeOff = 0
    var plan = 0
    var second = 0
    var patient = 0

    var description: String {
        "write-off \(writeOff), plan \(plan), second \(second), patient \(patient)"
    }
}

extension AdjudicatedLine {
    /// Who bears the line.
    var borne: Borne {
        Borne(
            writeOff: amounts.writeOff.cents,
            plan: amounts.planPays.cents,
            second: amounts.secondaryPays.cents,
            patient: amounts.patientPays.cents
        )
    }
}

/// A course of two plans that was worked by hand: who bears each line, visit after visit.
struct WorkedPairing: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let pairing: Pairing
    let expected: [Borne]

    init(
        _ name: String,
        _ plan: BenefitPlan,
        network: Network = .inNetwork,
        used: Accumulators = .used(deductible: 0, outOfPocket: 0),
        facts: CoverageFacts = CoverageFacts(),
        then second: SecondPlan?,
        visits: [PlannedVisit],
        expect expected: [Borne]
    ) {
        testDescription = name
        pairing = Pairing(
            first: Episode(
                course: Course(plan: plan, network: network, used: used, visits: visits),
                facts: facts
            ),
            second: second
        )
        self.expected = expected
    }

    /// One visit on an ordinary day.
    init(
        _ name: String,
        _ plan: BenefitPlan,
        network: Network = .inNetwork,
        used: Accumulators = .used(deductible: 0, outOfPocket: 0),
        facts: CoverageFacts = CoverageFacts(),
        then second: SecondPlan?,
        _ lines: [PricedLine],
        expect expected: [Borne]
    ) {
        self.init(
            name,
            plan,
            network: network,
            used: used,
            facts: facts,
            then: second,
            visits: [PlannedVisit("2026-03-02", lines)],
            expect: expected
        )
    }

    /// Compares every line with the worked amounts, and checks what holds for every line.
    @discardableResult
    func check(
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> (lines: [AdjudicatedLine], after: [Accumulators]) {
        let (visits, after) = try pairing.adjudicated()
        let lines = visits.flatMap(\.lines)

        #expect(lines.map(\.borne) == expected, sourceLocation: sourceLocation)
        for line in lines {
            #expect(line.flaws == [], sourceLocation: sourceLocation)
            #expect(line.partsWithWrongSteps == [], sourceLocation: sourceLocation)
        }
        return (lines, after)
    }
}
