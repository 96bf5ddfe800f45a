public import CareCoverage
public import CareModel

/// Something that a quote depends on and that nobody knows, or knew too long ago (rule S17).
public struct Unverified: Hashable, Sendable {
    /// What it is.
    public enum Subject: Hashable, Sendable {
        /// What of a plan has been used, or the diagnosis.
        case figure(AccumulatorNeed)
        /// A term of a plan, by its pointer in the plan.
        case term(String)
        /// A price that had ended and was taken to go on.
        case price(ServiceLine, from: CalendarDate)
    }

    /// Why it is open.
    public enum Kind: String, Hashable, Sendable {
        /// Nobody knows it.
        case unknown
        /// It was verified too long ago.
        case stale
    }

    /// What it is.
    public let subject: Subject
    /// The plan, by its position among the patient's plans.
    public let coverage: Int
    /// Why it is open.
    public let kind: Kind
    /// What an answer changes; absent where that cannot be told.
    public let effect: Effect?

    /// What an answer changes in the patient's total.
    public struct Effect: Hashable, Sendable {
        /// The least total over its ends, with every other unknown at either of its own.
        public let low: Money
        /// The greatest total.
        public let high: Money
        /// The largest difference that this one alone makes.
        public let worth: Money
    }

    /// What the answer is worth; nothing where that cannot be told.
    public var worth: Money { effect?.worth ?? .zero }
}

/// What the patient pays, over everything that is not known.
public struct AmountRange: Hashable, Sendable {
    /// The least that it can be.
    public let low: Money
    /// With nothing taken as used, and every unknown term as it costs most.
    public let expected: Money
    /// The most that it can be.
    public let high: Money

    /// An amount that nothing unknown can change.
    public init(_ amount: Money) {
        self.init(low: amount, expected: amount, high: amount)
    }

    /// Creates a range.
    public init(low: Money, expected: Money, high: Money) {
        self.low = low
        self.expected = expected
        self.high = high
    }

    /// Whether it is one number.
    public var isExact: Bool { low == high }
}
