import CareCoverage
import CareModel
import Testing

@Suite("A second reading of the rules")
struct SecondReadingTests {
    @Test("comes to the same amounts on the worked scenario")
    func workedScenario() {
        let outcomes = SlowAdjudicator.outcomes(of: Episode(course: WorkedScenarioTests.course()))

        #expect(
            outcomes.flatMap(\.self).map(\.split) == WorkedScenarioTests.expected.map(\.split)
        )
    }

    @Test("comes to the same amounts on 60,000 generated courses", arguments: 0..<12)
    func generated(_ block: Int) throws {
        var met = Met()
        for seed in block * 5_000..<(block + 1) * 5_000 {
            let episode = GeneratedCourse.episode(seed: seed)
            let visits = try episode.adjudicated(recordsSteps: false).visits
            if let difference = Self.difference(in: episode, found: visits) {
                let smallest = episode.smallest { Self.differs($0) }
                Issue.record("seed \(seed), \(difference); the smallest:\n\(smallest.summary)")
                return
            }
            for line in visits.flatMap(\.lines) { met.add(line) }
        }
        // Were most lines denied, or a rule never met, little would have been compared.
        #expect(met.covered > met.denied)
        #expect(met.denied > 2_000)
        #expect(met.overLimit > 500)
        #expect(met.unauthorized > 200)
        #expect(met.penalties > 50)
        #expect(met.waiting > 50)
    }

    @Test("shrinks a course that fails to the lines and terms that it takes")
    func shrinks() throws {
        // The failure of a broken adjudicator, here: a deductible on an image.
        func fails(_ episode: Episode) -> Bool {
            let visits = (try? episode.adjudicated(recordsSteps: false).visits) ?? []
            return visits.flatMap(\.lines).contains {
                $0.priced.line.category == .xray && $0.amounts.deductible > .zero
            }
        }
        let seeds = (0..<200).map { GeneratedCourse.episode(seed: $0) }.filter(fails)
        #expect(seeds.count > 10)
        for episode in seeds {
            let smallest = episode.smallest(where: fails)
            #expect(fails(smallest))
            #expect(smallest.course.visits.map(\.lines.count) == [1])
            #expect(smallest.course.plan.benefits.count == 1)
            #expect(smallest.course.plan.limits == [])
            #expect(smallest.facts == CoverageFacts())
        }
    }

    /// How often the rules were met in a block.
    private struct Met {
        var covered = 0
        var denied = 0
        var overLimit = 0
        var unauthorized = 0
        var penalties = 0
        var waiting = 0

        mutating func add(_ line: AdjudicatedLine) {
            switch line.denial {
            case nil:
                covered += 1
                if line.amounts.overLimit > .zero { overLimit += 1 }
                if line.amounts.notCovered > .zero { penalties += 1 }
            case .authorizationMissing: unauthorized += 1
            case .waitingPeriod: waiting += 1
            default: break
            }
            if line.denial != nil { denied += 1 }
        }
    }

    private static func differs(_ episode: Episode) -> Bool {
        guard let visits = try? episode.adjudicated(recordsSteps: false).visits else {
            return false
        }
        return difference(in: episode, found: visits) != nil
    }

    /// The first visit on which the two readings differ, with both.
    private static func difference(in episode: Episode, found: [AdjudicatedVisit]) -> String? {
        let expected = SlowAdjudicator.outcomes(of: episode)
        for (number, (visit, outcomes)) in zip(1..., zip(found, expected)) {
            let lines = visit.lines.map(\.outcome)
            if lines != outcomes { return "visit \(number): \(lines), second reading \(outcomes)" }
        }
        return found.count == expected.count ? nil : "the visits differ in number"
    }
}

extension AdjudicatedLine {
    /// The line in the words of the second reading.
    var outcome: SlowAdjudicator.Outcome {
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
            case .modifierMissing: "modifierMissing"
            case .diagnosisNotPayable: "diagnosisNotPayable"
            case .limitReached(let limit): "limitReached \(limit.id)"
            }
        return SlowAdjudicator.Outcome(
            denial: word,
            allowed: amounts.allowed.cents,
            split: split,
            reimbursed: amounts.reimbursed.cents,
            modifiers: priced.line.modifiers
        )
    }
}
