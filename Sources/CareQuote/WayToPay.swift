public import CareModel
public import CarePricing

/// A way to pay for a plan of care.
public struct WayToPay: Hashable, Sendable {
    /// How.
    public enum Kind: Hashable, Sendable {
        /// Through the patient's plans.
        case insurance
        /// Through a discount plan, which is not insurance.
        case discountPlan
        /// Without insurance, at the self-pay price.
        case selfPay
        /// Without insurance, under an offer of the clinic.
        case offer(Offer)
    }

    /// What is settled when care stops after a visit.
    public struct Settlement: Hashable, Sendable {
        /// The number of the visit.
        public let visit: Int
        /// Its date.
        public let date: CalendarDate
        /// What the clinic pays back.
        public let refund: Money
        /// What the patient still owes.
        public let owed: Money
        /// What care up to this visit has cost the patient, once all of it is settled.
        public let cost: Money
    }

    /// How.
    public let kind: Kind
    /// Why it cannot be had; absent where it can.
    public let refusal: OfferRefusal?
    /// The payments in order of date, those of one way adding up to its total; none where it
    /// cannot be had.
    public let schedule: [OfferedCourse.Payment]
    /// What the plan pays back to the patient, who has paid the clinic before: Medicare's part where
    /// the clinic does not take assignment.
    public let reimbursed: Money
    /// What is due at the first visit.
    public let today: Money
    /// What is settled when care stops, after each visit.
    public let settlements: [Settlement]

    /// Whether it is an offer, whose prices nothing of a plan changes.
    var offerIsTaken: Bool {
        if case .offer = kind { true } else { false }
    }

    /// Whether the patient can choose it.
    public var isAllowed: Bool { refusal == nil }

    /// What the whole plan of care costs this way.
    public var total: Money { schedule.map(\.amount).sum() - reimbursed }

    /// What care costs this way when it stops after a visit, all of it settled; nothing where there
    /// is no such visit.
    public func cost(through visit: Int) -> Money? {
        settlements.first { $0.visit == visit }?.cost
    }
}
