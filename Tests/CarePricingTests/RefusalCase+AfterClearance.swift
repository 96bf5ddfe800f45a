import CareModel
import CarePricing
import TestSupport

extension RefusalCase {
    /// Nothing beyond the next visit is paid in advance once a clinician has cleared a caution.
    static let afterClearance: [RefusalCase] = [
        RefusalCase(
            "three adjustments in advance, once a clinician has cleared a caution",
            .cautionCleared,
            offer: package(of: 3),
            patient: .init(isCautionCleared: true),
            notOf: .init()
        ),
        RefusalCase(
            "a month in advance, once a clinician has cleared a caution",
            .cautionCleared,
            offer: Offer(
                .membership,
                including: ["adjust-spine-3-4": 2],
                .monthly(fee: Money(cents: 99_00), discount: .spelled("0.10"))
            ),
            patient: .init(isCautionCleared: true),
            not: package(of: 1)
        ),
        RefusalCase(
            "a year in advance, once a clinician has cleared a caution",
            .cautionCleared,
            offer: Offer(
                .discountPlan,
                .fee(Money(cents: 49_00), everyMonths: 12, discount: .spelled("0.20"))
            ),
            patient: .init(isCautionCleared: true),
            not: promptPay()
        ),
    ]
}
