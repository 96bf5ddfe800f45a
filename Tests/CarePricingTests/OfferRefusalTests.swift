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
            case .noPlan: "noPlan"
            case .cautionCleared: "cautionCleared"
            case .beyondCheckpoint: "beyondCheckpoint"
            case .moreThanNeeded: "moreThanNeeded"
            case .nothingIncluded: "nothingIncluded"
            case .claimRequired: "claimRequired"
            }
        }

        #expect(Set(names).count == 14)
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
