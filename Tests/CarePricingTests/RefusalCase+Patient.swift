import CareModel
import CarePricing
import TestSupport

extension RefusalCase {
    /// Who the patient is: known to the clinic, insured, under a federal program.
    static let audience: [RefusalCase] = [
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

    /// What the household earns, and who belongs to it.
    static let income: [RefusalCase] = [
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
}
