public import CareModel

/// The figures from which follows what a second plan pays for a line, by its coordination rule.
public struct SecondPayment: Hashable, Sendable {
    /// The rule.
    public let rule: CoordinationRule
    /// What the second plan would pay by itself.
    public let alone: Money
    /// What it allows by itself.
    public let allowed: Money
    /// What its own deductible takes by itself.
    public let deductible: Money
    /// How its row shares what is left; absent where it has no row for the line.
    public let sharing: Benefit.Sharing?
    /// What the clinic bills.
    public let charge: Money
    /// What the first plan paid.
    public let firstPaid: Money
    /// What of the bill is written off.
    public let writeOff: Money
    /// What the second plan pays.
    public let pays: Money

    /// What the first payment and the write-off leave of the bill.
    public var leftOfBill: Money { max(charge - firstPaid - writeOff, .zero) }

    init(
        _ rule: CoordinationRule,
        after first: LineAmounts,
        writingOff writeOff: Money,
        alone: LineAmounts,
        sharing: Benefit.Sharing? = nil,
        pays: Money
    ) {
        self.rule = rule
        self.alone = alone.planPays
        allowed = alone.allowed
        deductible = alone.deductible
        self.sharing = sharing
        charge = first.charge
        firstPaid = first.planPays
        self.writeOff = writeOff
        self.pays = pays
    }
}
