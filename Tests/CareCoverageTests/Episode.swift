import CareCoverage
import CareModel
import Testing

/// A course of visits with what the patient brings beside the plan.
struct Episode: Hashable, Sendable {
    var course: Course
    var facts = CoverageFacts()

    func adjudicator(recordsSteps: Bool = true) -> Adjudicator {
        Adjudicator(
            plan: course.plan,
            network: course.network,
            accumulators: course.used,
            facts: facts,
            recordsSteps: recordsSteps
        )
    }

    /// Every visit in order, with the figures after the last.
    func adjudicated(
        recordsSteps: Bool = true
    ) throws -> (visits: [AdjudicatedVisit], after: Accumulators) {
        var adjudicator = adjudicator(recordsSteps: recordsSteps)
        let visits = try course.visits.map {
            try adjudicator.adjudicate($0.lines, on: $0.date, careType: $0.careType)
        }
        return (visits, adjudicator.accumulators)
    }
}

/// What becomes of a line, in cents, with the part over a limit of dollars; what is not given is
/// nothing.
struct Split: Hashable, Sendable, CustomStringConvertible {
    var writeOff = 0
    var deductible = 0
    var copay = 0
    var coinsurance = 0
    var overLimit = 0
    var balanceBill = 0
    var notCovered = 0
    var plan = 0

    var patient: Int {
        deductible + copay + coinsurance + overLimit + balanceBill + notCovered
    }

    var description: String {
        let parts = [
            ("write-off", writeOff), ("deductible", deductible), ("copay", copay),
            ("coinsurance", coinsurance), ("over the limit", overLimit),
            ("balance", balanceBill), ("not covered", notCovered), ("plan", plan),
        ]
        return parts.filter { $0.1 != 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
}

extension Shares {
    /// The same shares, with nothing over a limit.
    var split: Split {
        Split(
            writeOff: writeOff,
            deductible: deductible,
            copay: copay,
            coinsurance: coinsurance,
            balanceBill: balanceBill,
            notCovered: notCovered,
            plan: plan
        )
    }
}

extension AdjudicatedLine {
    /// The amounts as a test of the newer rules states them.
    var split: Split {
        var split = shares.split
        split.overLimit = amounts.overLimit.cents
        return split
    }
}

/// An episode that was worked by hand: what becomes of each line, visit after visit.
struct WorkedEpisode: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let episode: Episode
    let expected: [Split]

    init(
        _ name: String,
        _ plan: BenefitPlan,
        network: Network = .inNetwork,
        used: Accumulators = Accumulators(asOf: day("2026-01-01")),
        facts: CoverageFacts = CoverageFacts(),
        visits: [PlannedVisit],
        expect expected: [Split]
    ) {
        testDescription = name
        episode = Episode(
            course: Course(plan: plan, network: network, used: used, visits: visits),
            facts: facts
        )
        self.expected = expected
    }

    /// One visit on an ordinary day.
    init(
        _ name: String,
        _ plan: BenefitPlan,
        network: Network = .inNetwork,
        used: Accumulators = Accumulators(asOf: day("2026-01-01")),
        facts: CoverageFacts = CoverageFacts(),
        _ lines: [PricedLine],
        expect expected: [Split]
    ) {
        self.init(
            name,
            plan,
            network: network,
            used: used,
            facts: facts,
            visits: [PlannedVisit("2026-03-02", lines)],
            expect: expected
        )
    }

    /// Compares every line with the worked amounts, and checks what holds for every line.
    @discardableResult
    func check(
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> (lines: [AdjudicatedLine], after: Accumulators) {
        let (visits, after) = try episode.adjudicated()
        let lines = visits.flatMap(\.lines)

        #expect(lines.map(\.split) == expected, sourceLocation: sourceLocation)
        for (line, split) in zip(lines, expected) {
            #expect(
                line.amounts.patientPays.cents == split.patient,
                sourceLocation: sourceLocation
            )
            #expect(line.flaws == [], sourceLocation: sourceLocation)
            #expect(line.partsWithWrongSteps == [], sourceLocation: sourceLocation)
        }
        return (lines, after)
    }
}

extension PlannedVisit {
    /// One line on each date.
    static func each(_ dates: [String], _ line: PricedLine) -> [PlannedVisit] {
        dates.map { PlannedVisit($0, [line]) }
    }
}
