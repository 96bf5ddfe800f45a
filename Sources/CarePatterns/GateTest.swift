public import CareModel

/// What is asked at a checkpoint of a plan of care: whether it was met.
public struct GateTest: Hashable, Sendable {
    /// The name by which a request gives it, such as `gate-mcid`.
    public let id: String
    /// What is asked, in plain words.
    public let words: LocalizedWords
    /// Why the answer settles what follows.
    public let source: String

    /// Creates the test of a checkpoint.
    public init(id: String, words: LocalizedWords, source: String) {
        self.id = id
        self.words = words
        self.source = source
    }
}
