public import CareModel

/// Something about a patient that makes it more or less likely that the care helps.
public struct PrognosticFactor: Hashable, Sendable {
    /// The name by which a request gives it, such as `sleep-poor`.
    public let id: String
    /// What it is, in plain words.
    public let words: LocalizedWords
    /// How far it moves the logarithm of the odds, before the model's shrinkage.
    public let delta: Double
    /// The same for pain that radiates into a leg, where that differs.
    public let deltaLegPain: Double?
    /// How well it is known.
    public let grade: EvidenceGrade
    /// How much wider it makes the range, where that differs from what its grade does.
    public let extraWidth: Double?
    /// The patterns in which it counts; all of them where absent.
    public let patterns: Set<String>?
    /// Where the figure comes from.
    public let source: String

    /// Creates a factor.
    public init(
        id: String,
        words: LocalizedWords,
        delta: Double,
        deltaLegPain: Double? = nil,
        grade: EvidenceGrade,
        extraWidth: Double? = nil,
        patterns: Set<String>? = nil,
        source: String
    ) {
        self.id = id
        self.words = words
        self.delta = delta
        self.deltaLegPain = deltaLegPain
        self.grade = grade
        self.extraWidth = extraWidth
        self.patterns = patterns
        self.source = source
    }

    /// Whether it counts in a pattern.
    public func applies(to pattern: CarePattern) -> Bool {
        patterns?.contains(pattern.id) ?? true
    }

    /// How far it moves the odds in a pattern.
    func delta(in pattern: CarePattern) -> Double {
        pattern.region == .legPain ? deltaLegPain ?? delta : delta
    }
}
