/// The price of one unit, with the place it was read.
public struct UnitPrice: Hashable, Sendable {
    /// The amount for one unit.
    public let amount: Money
    /// The table row or the place in the request that states it.
    public let source: SourcePlace
    /// Whether the row had ended by the date of service and its price was taken to go on.
    public let isAssumedToContinue: Bool

    /// Creates a price.
    public init(amount: Money, source: SourcePlace, isAssumedToContinue: Bool = false) {
        self.amount = amount
        self.source = source
        self.isAssumedToContinue = isAssumedToContinue
    }
}

/// A service line with everything that is known of its price on its date, before anyone shares it.
public struct PricedLine: Hashable, Sendable {
    /// What is done.
    public let line: ServiceLine
    /// The clinic's regular charge for one unit.
    public let charge: UnitPrice
    /// What the plan's schedule or the request allows for one unit; absent where nobody knows.
    public let allowed: UnitPrice?
    /// The price for one unit without insurance; absent where nobody knows.
    public let selfPay: UnitPrice?

    /// Creates a priced line.
    public init(
        line: ServiceLine,
        charge: UnitPrice,
        allowed: UnitPrice? = nil,
        selfPay: UnitPrice? = nil
    ) {
        self.line = line
        self.charge = charge
        self.allowed = allowed
        self.selfPay = selfPay
    }

    /// What the clinic bills for all units.
    public var billed: Money { charge.amount * line.units }
}
