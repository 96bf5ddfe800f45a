public import CareModel

/// A part of a plan in which the visits come at one pace.
public struct Phase: Hashable, Sendable {
    /// What the visits of the phase are for.
    public let kind: PhaseKind
    /// How many visits it has.
    public let visits: Int
    /// How often they come; the gap before a visit is that of the visit's own phase.
    public let pace: VisitPace

    /// Creates a phase.
    public init(kind: PhaseKind, visits: Int, pace: VisitPace) {
        self.kind = kind
        self.visits = visits
        self.pace = pace
    }
}

/// What a phase of care is for.
public struct PhaseKind: Hashable, Sendable {
    /// The name that tables and quotes use, such as `relief`.
    public let id: String
    /// What it is for, in plain words.
    public let words: LocalizedWords

    /// Creates a kind of phase.
    public init(id: String, words: LocalizedWords) {
        self.id = id
        self.words = words
    }
}
