import CareModel
import CarePricing
import TestSupport

extension RefusalCase {
    /// Of the special, the exam is done and the adjustment may never be.
    static let beforeTheExam: [RefusalCase] = [
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
        RefusalCase(
            "a membership beside one visit for which no plan is published",
            .noPlan,
            offer: Offer(
                .membership,
                including: ["adjust-spine-3-4": 2],
                .monthly(fee: Money(cents: 99_00), discount: .spelled("0.10"))
            ),
            patient: .init(isSingleVisit: true),
            visits: exam,
            not: promptPay()
        ),
    ]

    static let exam = [SelfPayVisit("2026-11-02", ["exam-new-standard": 125_00])]
}
