import CareModel

/// What decides whether a patient can have an offer for some visits.
public struct OfferEligibility: Hashable, Sendable {
    /// Whether the patient is new; absent where nobody says.
    public let isNewPatient: Bool?
    /// Whether a plan covers the visits.
    public let isInsured: Bool
    /// Whether the plan is a federal program's.
    public let isFederalBeneficiary: Bool
    /// The household income in percent of the poverty level.
    public let povertyLevelPercent: Int?
    /// How many visits there are up to the next checkpoint, that visit included.
    public let visitsToCheckpoint: Int
    /// How many visits of the plan of care are done and come before these.
    public let visitsDone: Int
    /// Whether a clinician has yet to decide if there is any care after the first exam.
    public let isExamOnly: Bool
    /// Whether no plan of care is published for the complaint, so that nothing follows the visit.
    public let isSingleVisit: Bool
    /// Whether a clinician has cleared a caution, so that only the next visit is paid in advance.
    public let isCautionCleared: Bool
    /// The offer that the patient asks for by its name.
    public let askedOffer: String?
    /// What the law allows to federal beneficiaries.
    public let inducements: InducementRule

    /// Creates the facts.
    public init(
        isNewPatient: Bool?,
        isInsured: Bool,
        isFederalBeneficiary: Bool,
        povertyLevelPercent: Int?,
        visitsToCheckpoint: Int,
        inducements: InducementRule,
        isExamOnly: Bool = false,
        isSingleVisit: Bool = false,
        isCautionCleared: Bool = false,
        askedOffer: String? = nil,
        visitsDone: Int = 0
    ) {
        self.isNewPatient = isNewPatient
        self.isInsured = isInsured
        self.isFederalBeneficiary = isFederalBeneficiary
        self.povertyLevelPercent = povertyLevelPercent
        self.visitsToCheckpoint = visitsToCheckpoint
        self.visitsDone = visitsDone
        self.inducements = inducements
        self.isExamOnly = isExamOnly
        self.isSingleVisit = isSingleVisit
        self.isCautionCleared = isCautionCleared
        self.askedOffer = askedOffer
    }

    /// Why the patient cannot have an offer, the weightiest reason first; nothing where they can.
    ///
    /// - Parameters:
    ///   - offer: The offer.
    ///   - visits: The visits in order of date, at self-pay prices.
    /// - Returns: The reason, or nothing.
    public func refusal(of offer: Offer, for visits: [SelfPayVisit]) -> OfferRefusal? {
        if isFederalBeneficiary, !inducements.allowedKinds.contains(offer.kind) {
            return .federalBeneficiary(source: inducements.source)
        }
        if isFederalBeneficiary, offer.exclusions.contains(.federalBeneficiaries) {
            return .federalBeneficiary(source: inducements.source)
        }
        let isForInsured =
            !offer.audiences.contains(.selfPay)
            || offer.audiences.contains(.everyone)
        if isInsured, !isForInsured || offer.exclusions.contains(.insuredVisits) {
            return .insuredVisits
        }
        if isExamOnly, sellsCare(offer, beyond: visits) { return .clinicianDecides }
        if isSingleVisit, sellsCare(offer, beyond: visits) { return .noPlan }
        // What the first visit does not use up is paid for a visit after it.
        if isCautionCleared, sellsCare(offer, beyond: Array(visits.prefix(1))) {
            return .cautionCleared
        }
        if let first = visits.first?.date, !offer.isValid(on: first) {
            return .notValid(on: first)
        }
        if offer.audiences.contains(.newPatients) {
            guard let isNewPatient else { return .unknownLastSeen }
            if !isNewPatient { return .notNewPatient }
        }
        if offer.kind == .household, askedOffer != offer.id { return .householdNotTold }
        if let limit = offer.povertyLevelLimit {
            guard let povertyLevelPercent else { return .unknownIncome }
            if povertyLevelPercent > limit { return .incomeAbove(limit: limit) }
        }
        return coverageRefusal(of: offer, for: visits)
    }

    /// Whether an offer is paid for care that comes after the visits, if it comes at all.
    private func sellsCare(_ offer: Offer, beyond visits: [SelfPayVisit]) -> Bool {
        switch offer.terms {
        case .price: OfferedCourse(visits, under: offer).unusedUnits > 0
        case .monthly, .fee: true
        case .discount: false
        }
    }

    /// A package reaches at most to the next checkpoint, and holds no more than is used.
    private func coverageRefusal(
        of offer: Offer,
        for visits: [SelfPayVisit]
    ) -> OfferRefusal? {
        guard case .price = offer.terms else { return nil }
        let course = OfferedCourse(visits, under: offer)
        if course.unusedUnits == offer.includedUnits { return .nothingIncluded }
        guard offer.kind == .package else { return nil }
        if course.unusedUnits > 0 { return .moreThanNeeded(unused: course.unusedUnits) }
        let toCheckpoint = OfferedCourse(
            Array(visits.prefix(visitsToCheckpoint)),
            under: offer
        )
        return toCheckpoint.unusedUnits > 0
            ? .beyondCheckpoint(visit: visitsDone + visitsToCheckpoint) : nil
    }
}
