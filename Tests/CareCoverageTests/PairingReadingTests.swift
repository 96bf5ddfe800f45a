import CareCoverage
import CareModel
import Testing

/// The second reading of the special payers and of two plans, as ``SecondReadingTests`` is that of
/// one plan.
@Suite("A second reading of the special payers and of two plans")
struct PairingReadingTests {
    @Test("comes to the same amounts on 40,000 generated courses", arguments: 0..<8)
    func generated(_ block: Int) throws {
        var met = Met()
        for seed in block * 5_000..<(block + 1) * 5_000 {
            let pairing = GeneratedCourse.pairing(seed: seed)
            let found = try Found(pairing)
            if let difference = found.difference(from: pairing) {
                let smallest = pairing.smallest { Self.differs($0) }
                Issue.record(
                    """
                    seed \(seed), \(GeneratedCourse.payers(seed: seed)), \(difference); the \
                    smallest:
                    \(smallest.summary)
                    """
                )
                return
            }
            met.add(found)
        }
        // Were a payer never met, little would have been compared. A discount plan covers nothing.
        #expect(met.covered > 15_000)
        #expect(met.secondPays > 3_000)
        #expect(met.secondWritesOff > 500)
        #expect(met.reimbursed > 200)
        #expect(met.notPayable > 500)
        #expect(met.noticed > 200)
        #expect(met.missingYears > 5)
    }

    @Test("shrinks a pairing that fails to the lines and terms that it takes")
    func shrinks() throws {
        // The failure of a broken coordinator, here: a second plan that pays.
        func fails(_ pairing: Pairing) -> Bool {
            let visits = (try? pairing.adjudicated(recordsSteps: false).visits) ?? []
            return visits.flatMap(\.lines).contains { $0.amounts.secondaryPays > .zero }
        }
        let pairings = (0..<100).map { GeneratedCourse.pairing(seed: $0) }.filter(fails)
        #expect(pairings.count > 20)
        for pairing in pairings {
            let smallest = pairing.smallest(where: fails)
            #expect(fails(smallest))
            #expect(smallest.visits.map(\.lines.count) == [1])
            #expect(smallest.second?.plan.limits == [])
        }
    }

    private static func differs(_ pairing: Pairing) -> Bool {
        (try? Found(pairing))?.difference(from: pairing) != nil
    }
}

/// What the adjudicators make of a course, up to a year whose deductible is not published.
private struct Found {
    var visits: [AdjudicatedVisit] = []
    var missingYear: Int?

    init(_ pairing: Pairing) throws {
        var pair = pairing.pair(recordsSteps: false)
        for visit in pairing.visits {
            do throws(AdjudicationError) {
                visits.append(
                    try pair.adjudicate(
                        visit.lines,
                        visit.lines.map(\.asSecond),
                        on: visit.date,
                        careType: visit.careType
                    )
                )
            } catch {
                guard case .noDeductible(let year, _) = error else { throw error }
                missingYear = year
                return
            }
        }
    }

    /// The first visit on which the two readings differ, with both.
    func difference(from pairing: Pairing) -> String? {
        let expected = SlowCoordinator.reading(of: pairing)
        for (number, (visit, outcomes)) in zip(1..., zip(visits, expected.visits)) {
            let lines = visit.lines.map(\.coordinated)
            if lines != outcomes { return "visit \(number): \(lines), second reading \(outcomes)" }
        }
        guard visits.count == expected.visits.count else { return "the visits differ in number" }
        return missingYear == expected.missingYear ? nil : "the years without a figure differ"
    }
}

/// How often the payers' rules were met in a block.
private struct Met {
    var covered = 0
    var secondPays = 0
    var secondWritesOff = 0
    var reimbursed = 0
    var notPayable = 0
    var noticed = 0
    static let notice = modifier("GA")
    var missingYears = 0

    mutating func add(_ found: Found) {
        if found.missingYear != nil { missingYears += 1 }
        for line in found.visits.flatMap(\.lines) {
            let amounts = line.amounts
            if line.denial == nil { covered += 1 }
            if amounts.secondaryPays > .zero { secondPays += 1 }
            if amounts.secondWriteOff > .zero { secondWritesOff += 1 }
            if amounts.reimbursed > .zero { reimbursed += 1 }
            switch line.denial {
            case .modifierMissing, .diagnosisNotPayable: notPayable += 1
            default: break
            }
            if line.priced.line.modifiers.contains(Met.notice) { noticed += 1 }
        }
    }
}

extension AdjudicatedLine {
    /// The line in the words of the second reading.
    fileprivate var coordinated: SlowCoordinator.Outcome {
        SlowCoordinator.Outcome(
            denial: outcome.denial,
            modifiers: outcome.modifiers,
            split: split,
            second: amounts.secondaryPays.cents,
            patient: amounts.patientPays.cents,
            reimbursed: outcome.reimbursed
        )
    }
}
