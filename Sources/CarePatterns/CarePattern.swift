public import CareModel

/// A course of care for one kind of complaint: how long it may last, when it is looked at again,
/// and how often it helps.
///
/// A plan of care is a trial with checkpoints. At each ``Gate`` it is asked whether the care has
/// helped, and where it has not, the plan ends; at ``cap`` it ends in any case.
public struct CarePattern: Hashable, Sendable {
    /// The name of its file in the tables, such as `lbp-acute`.
    public let id: String
    /// What it is called, in plain words.
    public let words: LocalizedWords
    /// The part of the body that it is for.
    public let region: BodyRegion
    /// For whom it is, in plain words.
    public let criteria: LocalizedWords
    /// The share of patients whom the care helps.
    public let responders: Double
    /// The chance that such a patient's goals are met, at each visit from the model's first on.
    public let goalsMetPerVisit: Double
    /// How well the two figures are known.
    public let grade: EvidenceGrade
    /// The visits at which the plan is looked at again, in order.
    public let gates: [Gate]
    /// The most visits.
    public let cap: Int
    /// The parts of the plan in order, each with its pace; their visits add up to ``cap``.
    public let phases: [Phase]
    /// The studies and guidelines that it rests on.
    public let citations: [Citation]
    /// What the figures leave open, in our own words; empty where nothing is to be said.
    public let notes: String

    /// Creates a pattern.
    public init(
        id: String,
        words: LocalizedWords,
        region: BodyRegion,
        criteria: LocalizedWords,
        responders: Double,
        goalsMetPerVisit: Double,
        grade: EvidenceGrade,
        gates: [Gate],
        cap: Int,
        phases: [Phase],
        citations: [Citation],
        notes: String
    ) {
        self.id = id
        self.words = words
        self.region = region
        self.criteria = criteria
        self.responders = responders
        self.goalsMetPerVisit = goalsMetPerVisit
        self.grade = grade
        self.gates = gates
        self.cap = cap
        self.phases = phases
        self.citations = citations
        self.notes = notes
    }

    /// The visit at which care that has not helped ends.
    public var firstGate: Int { min(gates.first?.visit ?? cap, cap) }

    /// The last gate up to a visit, that visit included.
    public func gate(through visit: Int) -> Gate? { gates.last { $0.visit <= visit } }

    /// The same plan with fewer visits at most, its last phases cut short.
    ///
    /// - Parameter visits: The new cap; one above the plan's own changes nothing.
    /// - Returns: The shorter plan.
    public func capped(at visits: Int) -> CarePattern {
        guard visits < cap else { return self }
        var left = visits
        var phases: [Phase] = []
        for phase in self.phases where left > 0 {
            let kept = min(phase.visits, left)
            phases.append(Phase(kind: phase.kind, visits: kept, pace: phase.pace))
            left -= kept
        }
        return CarePattern(
            id: id,
            words: words,
            region: region,
            criteria: criteria,
            responders: responders,
            goalsMetPerVisit: goalsMetPerVisit,
            grade: grade,
            gates: gates.filter { $0.visit <= visits },
            cap: visits,
            phases: phases,
            citations: citations,
            notes: notes
        )
    }
}

extension CarePattern {
    /// The phase that a visit belongs to.
    ///
    /// - Parameter visit: The visit's number, from 1.
    /// - Returns: The phase, or nothing beyond the last one.
    public func phase(ofVisit visit: Int) -> Phase? {
        var last = 0
        return phases.first { phase in
            last += phase.visits
            return visit <= last
        }
    }
}

/// The part of the body that a complaint is about.
public enum BodyRegion: String, CaseIterable, Hashable, Sendable {
    /// The low back.
    case lowBack = "low-back"
    /// The neck.
    case neck
    /// The head.
    case headache
    /// A leg, with pain that comes from the back.
    case legPain = "leg-pain"
    /// Anywhere else.
    case other
}
