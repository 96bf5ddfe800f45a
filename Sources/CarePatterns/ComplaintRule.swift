public import CareModel

/// A published criterion that chooses a pattern for a complaint.
public struct ComplaintRule: Hashable, Sendable {
    /// A demand on one piece of a complaint.
    public struct Condition: Hashable, Sendable {
        /// The piece.
        public let item: Complaint.Item
        /// The numbers that meet the demand; yes is 1 and no is 0.
        public let range: ClosedRange<Int>
        /// Whether a piece that nobody has stated is asked for; otherwise the demand is not met.
        public let isAsked: Bool

        /// Creates a condition.
        public init(item: Complaint.Item, range: ClosedRange<Int>, isAsked: Bool) {
            self.item = item
            self.range = range
            self.isAsked = isAsked
        }

        /// Whether a complaint meets it, or nothing where the piece must be asked for.
        func isMet(by complaint: Complaint) -> Bool? {
            guard let number = complaint.number(of: item) else { return isAsked ? nil : false }
            return range.contains(number)
        }
    }

    /// The part of the body.
    public let region: BodyRegion
    /// What must all hold.
    public let all: [Condition]
    /// Of what at least one must hold; empty where nothing more is demanded.
    public let any: [Condition]
    /// The plan that it chooses; absent where there is none for such a complaint.
    public let pattern: String?
    /// The most visits, where they are fewer than the plan's own.
    public let cap: Int?
    /// Why, in plain words.
    public let words: LocalizedWords
    /// The criterion's source.
    public let source: String

    /// Creates a rule.
    public init(
        region: BodyRegion,
        all: [Condition],
        any: [Condition],
        pattern: String?,
        cap: Int?,
        words: LocalizedWords,
        source: String
    ) {
        self.region = region
        self.all = all
        self.any = any
        self.pattern = pattern
        self.cap = cap
        self.words = words
        self.source = source
    }

    /// Whether a complaint meets the rule.
    ///
    /// A demand that cannot be judged does not matter where the others decide already.
    func verdict(on complaint: Complaint) -> Verdict {
        let required = all.map { $0.isMet(by: complaint) }
        let anyOf = any.map { $0.isMet(by: complaint) }
        if required.contains(false) { return .isNotMet }
        if !any.isEmpty, anyOf.allSatisfy({ $0 == false }) { return .isNotMet }
        let isAnyMet = any.isEmpty || anyOf.contains(true)
        let open =
            zip(all, required).filter { $0.1 == nil }
            + (isAnyMet ? [] : zip(any, anyOf).filter { $0.1 == nil })
        guard open.isEmpty else { return .isOpen(open.map(\.0.item)) }
        return .isMet(
            because: all + zip(any, anyOf).filter { $0.1 == true }.map(\.0)
        )
    }

    /// What a rule says of a complaint.
    enum Verdict {
        /// It holds, and these demands are why.
        case isMet(because: [Condition])
        /// It does not hold.
        case isNotMet
        /// These pieces decide, and are not known.
        case isOpen([Complaint.Item])
    }
}
