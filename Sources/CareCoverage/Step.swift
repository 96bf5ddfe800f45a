public import CareModel

/// One step of the arithmetic behind a line.
///
/// The steps of a part add up to the part: a step that takes something back has a negative
/// amount.
public struct Step: Hashable, Sendable {
    /// The part of the line to which the step adds.
    public let part: LinePart
    /// What it adds.
    public let amount: Money
    /// Why.
    public let reason: StepReason
    /// The table row or the plan's term behind it.
    public let source: SourcePlace?

    /// Creates a step.
    public init(part: LinePart, amount: Money, reason: StepReason, source: SourcePlace?) {
        self.part = part
        self.amount = amount
        self.reason = reason
        self.source = source
    }
}

/// Why a step of the arithmetic has its amount; the documents put it into words.
public enum StepReason: Hashable, Sendable {
    /// A price for one unit, times the units.
    case price(each: Money, units: Int)
    /// The contracted rate lies above the charge, so the charge is allowed.
    case chargeBelowRate(rate: Money, units: Int)
    /// The first units at the full price, further procedures of the day at the reduced one.
    case reducedPrice(full: Money, fullUnits: Int, reduced: Money, reducedUnits: Int)
    /// A part of the charge is allowed.
    case partOfCharge(Percentage)
    /// A ratio of Medicare's amount is allowed.
    case partOfMedicare(Percentage, of: Money)
    /// The contract writes off what lies above the allowed amount.
    case contractualWriteOff
    /// The clinic bills what lies above the allowed amount.
    case aboveAllowed
    /// So much of the deductible was unmet.
    case deductibleUnmet(left: Money, of: Money)
    /// A copay of this amount, of which so much was still to take in this visit.
    case copay(amount: Money, left: Money)
    /// The copay of a row also covers this line, and was taken on an earlier line.
    case copayAbsorbs
    /// The law lets a copay take only this part of the allowed amount.
    case copayCapped(Percentage)
    /// The patient's part of this amount.
    case coinsurance(Percentage, of: Money)
    /// The plan pays a fixed amount, and the patient the rest.
    case planPaysFixed(Money)
    /// Only so much was left under the out-of-pocket maximum.
    case outOfPocketRoom(Money)
    /// Only so much of a limit of dollars was left.
    case dollarRoom(Money, UsageLimit)
    /// A limit of dollars is used up, and with it the contract's write-off ends.
    case writeOffEnds(UsageLimit)
    /// The plan pays this part less, because an authorization is missing.
    case authorizationPenalty(Percentage)
    /// Medicare approves this part of its fee for a clinic that does not participate.
    case nonParticipating(Percentage, of: Money, units: Int)
    /// A clinic that takes assignment accepts what Medicare approves.
    case assignment
    /// A clinic without assignment may charge up to this ratio of Medicare's fee.
    case limitingCharge(Percentage, of: Money)
    /// A qualified Medicare beneficiary owes no shares.
    case qualifiedBeneficiary
    /// The law forbids the clinic to bill the patient what lies above the allowed amount.
    case noBalanceBill(PlanType)
    /// A second plan pays what these figures lead to.
    indirect case secondPlan(SecondPayment)
    /// A Medigap plan takes over these shares that Medicare leaves, less its copay.
    case medigap(deductible: Money, coinsurance: Money, copay: Money)
    /// Medicare pays second: the lowest of what the first payment leaves of the charge, of what it
    /// would pay alone, and of what the first payment leaves of the higher allowed amount; and never
    /// more than the first payment and its contract leave of the bill.
    case medicareSecond(ofCharge: Money, alone: Money, ofAllowed: Money, leftOfBill: Money)
    /// The second plan's contract or law writes the rest off.
    case secondPlanWriteOff(CoordinationRule)
    /// The bucket of the auto policy is empty, and the health plan is billed the whole charge.
    case passedOn
    /// A discount plan sets this price in place of another.
    case discountPlan(price: Money)
    /// The plan does not cover the line, and this is its price then.
    case denied(Denial, price: Benefit.UncoveredPrice)
    /// The patient has no plan, and pays the self-pay price.
    case selfPay(each: Money, units: Int)
    /// The patient pays the price of an offer in place of this self-pay price.
    case offered(selfPay: Money)
    /// What the self-pay price leaves of the charge.
    case selfPayReduction
    /// What is left of the allowed amount after the patient's share.
    case restOfAllowed
    /// The shares above, added up.
    case sumOfShares
}
