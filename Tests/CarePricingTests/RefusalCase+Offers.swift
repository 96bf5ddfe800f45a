import CareModel
import CarePricing
import TestSupport

/// The offers that the cases are about.
extension RefusalCase {
    static let newPatients = Offer(
        .introductory,
        including: ["adjust-spine-3-4": 1],
        .price(Money(cents: 40_00)),
        audiences: [.newPatients, .selfPay]
    )

    static func promptPay(
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

    static func hardship(excluding: Set<Offer.Exclusion> = []) -> Offer {
        Offer(
            .hardship,
            .discount(.spelled("0.50")),
            exclusions: excluding,
            povertyLevelLimit: 200
        )
    }

    static func package(of count: Int, _ service: String = "adjust-spine-3-4") -> Offer {
        Offer(.package, including: [service: count], .price(Money(cents: 150_00)))
    }
}
