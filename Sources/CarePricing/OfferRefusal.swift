public import CareModel

/// Why an offer, or another way to pay, cannot be had.
public enum OfferRefusal: Hashable, Sendable {
    /// It cannot be taken up on the day of the first visit.
    case notValid(on: CalendarDate)
    /// It is for new patients, and this one is not.
    case notNewPatient
    /// It is for new patients, and nobody says whether this one is.
    case unknownLastSeen
    /// It is not for visits that a plan covers.
    case insuredVisits
    /// The law forbids gifts and discounts to patients of a federal program.
    case federalBeneficiary(source: String)
    /// Hardship is granted up to an income, and this one is above it.
    case incomeAbove(limit: Int)
    /// Hardship depends on the income, and nobody says it.
    case unknownIncome
    /// It is for a further member of a household, and nobody says that this patient is one.
    case householdNotTold
    /// It is paid for treatment, and a clinician decides first whether there is any.
    case clinicianDecides
    /// It is paid for more than one visit, and no plan of care is published for the complaint.
    case noPlan
    /// It is paid for more than the next visit, and a clinician has cleared a caution, after which
    /// nothing beyond that visit is paid in advance.
    case cautionCleared
    /// It reaches beyond the next checkpoint of the plan of care.
    case beyondCheckpoint(visit: Int)
    /// It holds more than the plan of care uses.
    case moreThanNeeded(unused: Int)
    /// None of its services is done.
    case nothingIncluded
    /// Paying without insurance: the payer is the only one who may be billed for what it covers.
    case claimRequired
}

/// What federal law allows to patients of its programs; data, with a source.
public struct InducementRule: Hashable, Sendable {
    /// The kinds of offers that they may have all the same.
    public let allowedKinds: Set<Offer.Kind>
    /// The publication that states it.
    public let source: String

    /// Creates the rule.
    public init(allowedKinds: Set<Offer.Kind>, source: String) {
        self.allowedKinds = allowedKinds
        self.source = source
    }
}
