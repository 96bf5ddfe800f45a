import CareModel
import CarePricing
import TestSupport
import Testing

/// Why an offer is refused, and what turns the refusal around.
struct RefusalCase: CustomTestStringConvertible {
    /// The offer, the patient and the visits without the cause.
    struct Opposite {
        let offer: Offer
        let patient: OfferEligibility
        let visits: [SelfPayVisit]?
    }

    let testDescription: String
    let offer: Offer
    let patient: OfferEligibility
    /// The visits; absent for ``visits``.
    let visits: [SelfPayVisit]?
    let expected: OfferRefusal
    let opposite: Opposite

    init(
        _ description: String,
        _ expected: OfferRefusal,
        offer: Offer,
        patient: OfferEligibility = .init(),
        visits: [SelfPayVisit]? = nil,
        not otherOffer: Offer? = nil,
        notOf otherPatient: OfferEligibility? = nil
    ) {
        testDescription = description
        self.expected = expected
        self.offer = offer
        self.patient = patient
        self.visits = visits
        let isOther = otherOffer == nil && otherPatient == nil
        opposite = Opposite(
            offer: otherOffer ?? offer,
            patient: otherPatient ?? patient,
            visits: isOther ? nil : visits
        )
    }

    /// Three adjustments.
    static let visits = ["2026-11-02", "2026-11-05", "2026-11-09"].map {
        SelfPayVisit($0, ["adjust-spine-3-4": 65_00])
    }

    static let all: [RefusalCase] =
        audience + income + beforeTheExam + afterClearance + dayAndContent
}

extension OfferEligibility {
    /// A new patient without insurance, and a law that allows hardship to federal beneficiaries.
    init(
        isNew: Bool? = true,
        isInsured: Bool = false,
        isFederal: Bool = false,
        povertyLevelPercent: Int? = nil,
        visitsToCheckpoint: Int = 3,
        isExamOnly: Bool = false,
        isSingleVisit: Bool = false,
        isCautionCleared: Bool = false,
        askedOffer: String? = nil
    ) {
        self.init(
            isNewPatient: isNew,
            isInsured: isInsured,
            isFederalBeneficiary: isFederal,
            povertyLevelPercent: povertyLevelPercent,
            visitsToCheckpoint: visitsToCheckpoint,
            inducements: InducementRule(allowedKinds: [.hardship], source: "the law"),
            isExamOnly: isExamOnly,
            isSingleVisit: isSingleVisit,
            isCautionCleared: isCautionCleared,
            askedOffer: askedOffer
        )
    }
}
