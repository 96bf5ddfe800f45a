import CareCoverage
import CareModel
import Testing

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
