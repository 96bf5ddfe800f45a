/// A study, a guideline or a rule that figures of the tables rest on.
public struct Citation: Hashable, Sendable {
    /// How its figures came to us.
    public enum Provenance: String, CaseIterable, Hashable, Sendable {
        /// Read in the source itself.
        case read = "R"
        /// Read in somebody else's summary of it.
        case secondHand = "S"
        /// Handed to us without a source that could be read.
        case unread = "B"
        /// From memory, not checked.
        case recalled = "M"
    }

    /// The name by which the tables cite it.
    public let id: String
    /// Who wrote it and where it was published.
    public let work: String
    /// Where it can be read; absent where no lasting address is known.
    public let address: String?
    /// How its figures came to us.
    public let provenance: Provenance

    /// Creates a citation.
    public init(id: String, work: String, address: String?, provenance: Provenance) {
        self.id = id
        self.work = work
        self.address = address
        self.provenance = provenance
    }

    /// Whether a patient may be shown figures that rest on it.
    ///
    /// A figure that nobody has read in a source may serve to check the model, never to persuade.
    public var mayBeShown: Bool {
        switch provenance {
        case .read, .secondHand: true
        case .unread, .recalled: false
        }
    }
}

extension Collection<Citation> {
    /// Whether a patient may be shown words that rest on all of these; never where there are none.
    public var mayBeShown: Bool { !isEmpty && allSatisfy(\.mayBeShown) }
}
