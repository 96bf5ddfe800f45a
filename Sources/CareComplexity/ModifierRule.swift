public import CareModel

/// What a modifier on a claim line says; data, with a source.
public struct ModifierRule: Hashable, Sendable {
    /// What it says, in plain words.
    public let words: LocalizedWords
    /// Whether it makes the line a part of the service, which has a price of its own.
    public let isComponent: Bool

    /// Creates the rule.
    public init(words: LocalizedWords, isComponent: Bool = false) {
        self.words = words
        self.isComponent = isComponent
    }
}
