import CareCoverage
import CareModel
import Testing

@Suite("A second reading of the rules")
struct SecondReadingTests {
    @Test("comes to the same amounts on the worked scenario")
    func workedScenario() {
        let outcomes = SlowAdjudicator.outcomes(of: WorkedScenarioTests.course())

        #expect(outcomes.flatMap(\.self).map(\.shares) == WorkedScenarioTests.expected)
    }

    @Test("comes to the same amounts on 24,000 generated courses", arguments: 0..<6)
    func generated(_ block: Int) throws {
        var covered = 0
        var denied = 0
        for seed in block * 4_000..<(block + 1) * 4_000 {
            let course = GeneratedCourse.make(seed: seed)
            let first = try course.adjudicated(recordsSteps: false).visits
            let second = SlowAdjudicator.outcomes(of: course)

            for (number, (visit, outcomes)) in zip(1..., zip(first, second)) {
                try #require(
                    visit.lines.map(\.outcome) == outcomes,
                    "seed \(seed), visit \(number)"
                )
                denied += outcomes.count { $0.denial != nil }
                covered += outcomes.count { $0.denial == nil }
            }
        }
        // Were most lines denied, little of the sharing would have been compared.
        #expect(covered > denied)
        #expect(denied > 2_000)
    }
}

extension AdjudicatedLine {
    /// The line in the words of the second reading.
    fileprivate var outcome: SlowAdjudicator.Outcome {
        let word: String? =
            switch denial {
            case nil: nil
            case .planNotInForce: "planNotInForce"
            case .noBenefit: "noBenefit"
            case .notCovered: "notCovered"
            case .excluded: "excluded"
            case .maintenance: "maintenance"
            case .authorizationMissing: "authorizationMissing"
            case .waitingPeriod: "waitingPeriod"
            case .limitReached(let limit): "limitReached \(limit.id)"
            }
        return SlowAdjudicator.Outcome(
            denial: word,
            allowed: amounts.allowed.cents,
            shares: shares
        )
    }
}
