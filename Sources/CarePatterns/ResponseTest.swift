public import CareModel

/// A question asked in the course of care whose answer says more than anything known before it.
public struct ResponseTest: Hashable, Sendable {
    /// The name by which a request gives it, such as `visit2-any-improvement`.
    public let id: String
    /// What is asked, in plain words.
    public let words: LocalizedWords
    /// How many of those whom the care helps have improved by then.
    public let sensitivity: Double
    /// How many of the others have improved by then all the same.
    public let falsePositive: Double
    /// The visits that must be done before it can be asked.
    public let earliestVisit: Int
    /// The patterns in which it was studied.
    public let patterns: Set<String>
    /// Where the figures come from.
    public let source: String

    /// Creates a test.
    public init(
        id: String,
        words: LocalizedWords,
        sensitivity: Double,
        falsePositive: Double,
        earliestVisit: Int,
        patterns: Set<String>,
        source: String
    ) {
        self.id = id
        self.words = words
        self.sensitivity = sensitivity
        self.falsePositive = falsePositive
        self.earliestVisit = earliestVisit
        self.patterns = patterns
        self.source = source
    }

    /// The chance that the care helps, once the answer is known (Bayes).
    ///
    /// An answer that cannot occur leaves the chance as it was.
    public func posterior(of responders: Double, improved: Bool) -> Double {
        let helped = responders * (improved ? sensitivity : 1 - sensitivity)
        let others = (1 - responders) * (improved ? falsePositive : 1 - falsePositive)
        return helped + others > 0 ? helped / (helped + others) : responders
    }
}
