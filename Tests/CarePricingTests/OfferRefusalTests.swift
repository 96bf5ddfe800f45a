import CareModel
import CarePricing
import TestSupport
import Testing

@Suite("An offer is refused")
struct OfferRefusalTests {
    @Test("for a cause, and not for its opposite", arguments: RefusalCase.all)
    func causes(_ refused: RefusalCase) {
        let visits = RefusalCase.visits
        let without = refused.opposite
        let opposite = without.patient.refusal(of: without.offer, for: without.visits ?? visits)

        #expect(
            refused.patient.refusal(of: refused.offer, for: refused.visits ?? visits)
                == refused.expected
        )
        #expect(opposite == nil)
    }

    @Test("for each cause that there is")
    func everyCause() {
        // A cause that is added to the type makes this switch fail to compile.
        let names = RefusalCase.all.map { refused in
            switch refused.expected {
            case .notValid: "notValid"
            case .notNewPatient: "notNewPatient"
            case .unknownLastSeen: "unknownLastSeen"
            case .insuredVisits: "insuredVisits"
            case .federalBeneficiary: "federalBeneficiary"
            case .incomeAbove: "incomeAbove"
            case .unknownIncome: "unknownIncome"
            case .householdNotTold: "householdNotTold"
            case .clinicianDecides: "clinicianDecides"
            case .beyondCheckpoint: "beyondCheckpoint"
            case .moreThanNeeded: "moreThanNeeded"
            case .nothingIncluded: "nothingIncluded"
            case .claimRequired: "claimRequired"
            }
        }

        #expect(Set(names).count == 12)
    }

    @Test("for the weightiest of several causes: the law, the insurer, the day, the patient")
    func order() {
        let offer = Offer(
            .introductory,
            including: ["massage": 1],
            .price(Money(cents: 20_00)),
            through: "2026-10-31",
            audiences: [.newPatients],
            exclusions: [.federalBeneficiaries, .insuredVisits]
        )
        func refusal(_ patient: OfferEligibility, _ offer: Offer) -> OfferRefusal? {
            patient.refusal(of: offer, for: RefusalCase.visits)
        }
        let inTime = Offer(
            .introductory,
            including: ["massage": 1],
            .price(Money(cents: 20_00)),
            audiences: [.newPatients]
        )

        #expect(
            refusal(.init(isNew: false, isInsured: true, isFederal: true), offer)
                == .federalBeneficiary(source: "the law")
        )
        #expect(refusal(.init(isNew: false, isInsured: true), offer) == .insuredVisits)
        #expect(refusal(.init(isNew: false), offer) == .notValid(on: .spelled("2026-11-02")))
        #expect(refusal(.init(isNew: false), inTime) == .notNewPatient)
        #expect(refusal(.init(isNew: true), inTime) == .nothingIncluded)
    }

    @Test("on no day from its first to its last", arguments: [true, false])
    func validity(isEnding: Bool) {
        let offer = Offer(
            .promptPay,
            .discount(.spelled("0.05")),
            from: "2026-02-01",
            through: isEnding ? "2026-02-28" : nil
        )

        #expect(!offer.isValid(on: .spelled("2026-01-31")))
        #expect(offer.isValid(on: .spelled("2026-02-01")))
        #expect(offer.isValid(on: .spelled("2026-02-28")))
        #expect(offer.isValid(on: .spelled("2026-03-01")) == !isEnding)
    }
}

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

    private init(
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

    static let all =
        audience + income + beforeTheExam + [
            RefusalCase(
                "before its first day",
                .notValid(on: .spelled("2026-11-02")),
                offer: promptPay(from: "2026-11-03"),
                not: promptPay(from: "2026-11-02")
            ),
            RefusalCase(
                "after its last day",
                .notValid(on: .spelled("2026-11-02")),
                offer: promptPay(through: "2026-11-01"),
                not: promptPay(through: "2026-11-02")
            ),
            RefusalCase(
                "three visits, and a re-evaluation at the second",
                .beyondCheckpoint(visit: 2),
                offer: package(of: 3),
                patient: .init(visitsToCheckpoint: 2),
                notOf: .init(visitsToCheckpoint: 3)
            ),
            RefusalCase(
                "a package of five for three visits",
                .moreThanNeeded(unused: 2),
                offer: package(of: 5),
                not: package(of: 3)
            ),
            RefusalCase(
                "a package of which nothing is done",
                .nothingIncluded,
                offer: package(of: 3, "massage"),
                not: package(of: 3)
            ),
            RefusalCase(
                "a package of which nothing is done by these visits",
                .nothingIncluded,
                offer: package(of: 3),
                visits: [SelfPayVisit("2026-11-02", ["massage": 35_00])]
            ),
        ]

    private static let audience = [
        RefusalCase(
            "a patient seen before",
            .notNewPatient,
            offer: newPatients,
            patient: .init(isNew: false),
            notOf: .init(isNew: true)
        ),
        RefusalCase(
            "a patient of whom nobody says it",
            .unknownLastSeen,
            offer: newPatients,
            patient: .init(isNew: nil),
            notOf: .init(isNew: true)
        ),
        RefusalCase(
            "visits that a plan covers",
            .insuredVisits,
            offer: promptPay(excluding: [.insuredVisits]),
            patient: .init(isInsured: true),
            notOf: .init(isInsured: false)
        ),
        RefusalCase(
            "an offer that excludes visits that a plan covers",
            .insuredVisits,
            offer: promptPay(excluding: [.insuredVisits]),
            patient: .init(isInsured: true),
            not: promptPay(for: [.everyone])
        ),
        RefusalCase(
            "an offer for those without insurance alone",
            .insuredVisits,
            offer: promptPay(for: [.selfPay]),
            patient: .init(isInsured: true),
            not: promptPay(for: [.everyone])
        ),
        RefusalCase(
            "a federal beneficiary",
            .federalBeneficiary(source: "the law"),
            offer: promptPay(),
            patient: .init(isFederal: true),
            notOf: .init(isFederal: false)
        ),
        RefusalCase(
            "a federal beneficiary, whom the law would allow it, but not the offer",
            .federalBeneficiary(source: "the law"),
            offer: hardship(excluding: [.federalBeneficiaries]),
            patient: .init(isFederal: true, povertyLevelPercent: 100),
            not: hardship()
        ),
    ]

    /// Of the special, the exam is done and the adjustment may never be.
    private static let beforeTheExam = [
        RefusalCase(
            "an exam and an adjustment at one price, before a clinician has decided on treatment",
            .clinicianDecides,
            offer: Offer(
                .introductory,
                including: ["exam-new-standard": 1, "adjust-spine-3-4": 1],
                .price(Money(cents: 99_00))
            ),
            patient: .init(isExamOnly: true),
            visits: exam,
            not: Offer(
                .introductory,
                including: ["exam-new-standard": 1],
                .price(Money(cents: 99_00))
            )
        ),
        RefusalCase(
            "a membership before a clinician has decided on treatment",
            .clinicianDecides,
            offer: Offer(
                .membership,
                including: ["adjust-spine-3-4": 2],
                .monthly(fee: Money(cents: 99_00), discount: .spelled("0.10"))
            ),
            patient: .init(isExamOnly: true),
            visits: exam,
            notOf: .init()
        ),
        RefusalCase(
            "a year's discount plan before a clinician has decided on treatment",
            .clinicianDecides,
            offer: Offer(
                .discountPlan,
                .fee(Money(cents: 49_00), everyMonths: 12, discount: .spelled("0.20"))
            ),
            patient: .init(isExamOnly: true),
            visits: exam,
            not: promptPay()
        ),
    ]

    private static let exam = [SelfPayVisit("2026-11-02", ["exam-new-standard": 125_00])]

    private static let income = [
        RefusalCase(
            "an income above the limit",
            .incomeAbove(limit: 200),
            offer: hardship(),
            patient: .init(povertyLevelPercent: 201),
            notOf: .init(povertyLevelPercent: 200)
        ),
        RefusalCase(
            "an income that nobody says",
            .unknownIncome,
            offer: hardship(),
            notOf: .init(povertyLevelPercent: 0)
        ),
        RefusalCase(
            "a household that nobody says",
            .householdNotTold,
            offer: Offer(.household, .discount(.spelled("0.10"))),
            notOf: .init(askedOffer: "household")
        ),
    ]

    private static let newPatients = Offer(
        .introductory,
        including: ["adjust-spine-3-4": 1],
        .price(Money(cents: 40_00)),
        audiences: [.newPatients, .selfPay]
    )

    private static func promptPay(
        from: String = "2026-01-01",
        through: String = "2026-12-31",
        for audiences: Set<Offer.Audience> = [.selfPay],
        excluding: Set<Offer.Exclusion> = []
    ) -> Offer {
        Offer(
            .promptPay,
            .discount(.spelled("0.05")),
            from: from,
            through: through,
            audiences: audiences,
            exclusions: excluding
        )
    }

    private static func hardship(excluding: Set<Offer.Exclusion> = []) -> Offer {
        Offer(
            .hardship,
            .discount(.spelled("0.50")),
            exclusions: excluding,
            povertyLevelLimit: 200
        )
    }

    private static func package(of count: Int, _ service: String = "adjust-spine-3-4") -> Offer {
        Offer(.package, including: [service: count], .price(Money(cents: 150_00)))
    }
}

extension OfferEligibility {
    /// A new patient without insurance, and a law that allows hardship to federal beneficiaries.
    fileprivate init(
        isNew: Bool? = true,
        isInsured: Bool = false,
        isFederal: Bool = false,
        povertyLevelPercent: Int? = nil,
        visitsToCheckpoint: Int = 3,
        isExamOnly: Bool = false,
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
            askedOffer: askedOffer
        )
    }
}
