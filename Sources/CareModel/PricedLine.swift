/// The price of one unit, with the place it was read.
public struct UnitPrice: Hashable, Sendable {
    /// The amount for one unit.
    public let amount: Money
    /// The reduced amount of a further procedure on the same day, where the row prints one.
    public let reduced: Money?
    /// The table row or the place in the request that states it.
    public let source: SourcePlace
    /// The last day of the row; absent where the price goes on or the request states it.
    public let through: CalendarDate?
    /// Whether the row had ended by the date of service and its price was taken to go on.
    public let isAssumedToContinue: Bool

    /// Creates a price.
    public init(
        amount: Money,
        reduced: Money? = nil,
        source: SourcePlace,
        through: CalendarDate? = nil,
        isAssumedToContinue: Bool = false
    ) {
        self.amount = amount
        self.reduced = reduced
        self.source = source
        self.through = through
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
    /// How many of the units the plan pays at the reduced price of a further procedure.
    public let reducedUnits: Int

    /// Creates a priced line.
    public init(
        line: ServiceLine,
        charge: UnitPrice,
        allowed: UnitPrice? = nil,
        selfPay: UnitPrice? = nil,
        reducedUnits: Int = 0
    ) {
        self.line = line
        self.charge = charge
        self.allowed = allowed
        self.selfPay = selfPay
        self.reducedUnits = reducedUnits
    }

    /// The same prices for the line as it stands on the claim.
    public func with(_ line: ServiceLine) -> PricedLine {
        PricedLine(
            line: line,
            charge: charge,
            allowed: allowed,
            selfPay: selfPay,
            reducedUnits: reducedUnits
        )
    }

    /// What the clinic bills for all units.
    public var billed: Money { charge.amount * line.units }

    /// What the plan's rate comes to for all units, before it is compared with the charge.
    ///
    /// A reduced unit never costs more than a full one.
    public var rate: Money? {
        guard let allowed else { return nil }
        let reduced = min(allowed.reduced ?? allowed.amount, allowed.amount)
        return allowed.amount * (line.units - reducedUnits) + reduced * reducedUnits
    }

    /// What the plan allows for all units: of each unit the rate, or the charge where it is lower.
    public var allowedTotal: Money? {
        guard let allowed else { return nil }
        let full = min(allowed.amount, charge.amount)
        let reduced = min(allowed.reduced ?? allowed.amount, full)
        return full * (line.units - reducedUnits) + reduced * reducedUnits
    }
}
