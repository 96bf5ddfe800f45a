import CareModel
import CarePatterns
import TestSupport
import Testing

/// A pattern that a generator makes up, with everything that a pattern may have.
struct GeneratedPattern: Sendable, CustomTestStringConvertible {
    let pattern: CarePattern
    let seed: UInt64

    var testDescription: String { "seed \(seed)" }

    static let all = (1...60).map { GeneratedPattern(seed: UInt64($0)) }

    init(seed: UInt64) {
        self.seed = seed
        var numbers = SplitMix64(seed: seed)
        let cap = Int.random(in: 2...20, using: &numbers)
        let first = Int.random(in: 1...min(cap, 8), using: &numbers)
        var gates = [Gate(visit: first, question: .improvement)]
        if first < cap, Bool.random(using: &numbers) {
            let visit = Int.random(in: (first + 1)...cap, using: &numbers)
            let stop = Double.random(in: 0...1, using: &numbers)
            gates.append(Gate(visit: visit, question: .furtherGain(stopProbability: stop)))
        }
        let words = LocalizedWords(english: "a", spanish: "b")
        pattern = CarePattern(
            id: "generated-\(seed)",
            words: words,
            region: BodyRegion.allCases[Int.random(in: 0..<5, using: &numbers)],
            criteria: words,
            responders: Double.random(in: 0.06...0.96, using: &numbers),
            goalsMetPerVisit: Double.random(in: 0.01...0.6, using: &numbers),
            grade: EvidenceGrade.allCases[Int.random(in: 0..<3, using: &numbers)],
            gates: gates,
            cap: cap,
            phases: [Phase.bare(visits: cap, perWeek: "1.5")],
            citations: [],
            notes: ""
        )
    }

    /// Factors that apply to it, from a generator of its own.
    func factors() -> [PrognosticFactor] {
        var numbers = SplitMix64(seed: seed &+ 1_000)
        return (0..<Int.random(in: 0...6, using: &numbers)).map { index in
            PrognosticFactor(
                id: "factor-\(index)",
                words: LocalizedWords(english: "a", spanish: "b"),
                delta: Double.random(in: -0.8...0.8, using: &numbers),
                grade: EvidenceGrade.allCases[Int.random(in: 0..<3, using: &numbers)],
                source: "made up"
            )
        }
    }
}

/// Patients who go through a plan one by one, with a throw of dice at each visit.
struct SimulatedPatients {
    let chain: VisitChain

    /// The share of patients by last visit and reason.
    func shares(of patients: Int, seed: UInt64) -> [EndReason: [Int: Double]] {
        var numbers = SplitMix64(seed: seed)
        var shares: [EndReason: [Int: Double]] = [:]
        for _ in 0..<patients {
            let (visit, reason) = lastVisit(&numbers)
            shares[reason, default: [:]][visit, default: 0] += 1 / Double(patients)
        }
        return shares
    }

    private func lastVisit(_ numbers: inout SplitMix64) -> (Int, EndReason) {
        func happens(_ chance: Double) -> Bool {
            Double.random(in: 0..<1, using: &numbers) < chance
        }
        let isHelped = happens(chain.responders)
        var visit = 1
        while true {
            let gate = chain.gates.first { $0.visit == visit }
            if isHelped, visit >= chain.firstGoalsVisit, happens(chain.goalsMetPerVisit) {
                return (visit, .goals)
            }
            if !isHelped, gate != nil { return (visit, .stopRule) }
            if visit == chain.cap { return (visit, isHelped ? .cap : .stopRule) }
            if isHelped, let gate, happens(gate.stopProbability) { return (visit, .stopRule) }
            if happens(visit == 1 ? chain.attrition.first : chain.attrition.later) {
                return (visit, .patient)
            }
            visit += 1
        }
    }
}
