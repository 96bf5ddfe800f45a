import CareModel
import CarePricing
import TestSupport

extension Offer {
    /// An offer that is valid in 2026, with the terms that a test is about.
    init(
        _ kind: Kind,
        including services: [String: Int] = [:],
        _ terms: Terms,
        from: String = "2026-01-01",
        through: String? = "2026-12-31",
        audiences: Set<Audience> = [.selfPay],
        exclusions: Set<Exclusion> = [],
        expiresAfterDays: Int? = nil,
        povertyLevelLimit: Int? = nil
    ) {
        self.init(
            id: kind.rawValue,
            words: LocalizedWords(english: "an offer", spanish: "una oferta"),
            kind: kind,
            includes: services.sorted { $0.key < $1.key }.map {
                Inclusion(service: .spelled($0.key), count: $0.value)
            },
            terms: terms,
            validFrom: .spelled(from),
            validThrough: through.map { .spelled($0) },
            audiences: audiences,
            exclusions: exclusions,
            expiresAfterDays: expiresAfterDays,
            povertyLevelLimit: povertyLevelLimit,
            place: SourcePlace(file: "offers.json", pointer: "/offers/0")
        )
    }
}

extension SelfPayVisit {
    /// A visit with one unit of each service at its price in cents.
    init(_ date: String, _ prices: KeyValuePairs<String, Int>) {
        self.init(
            date: .spelled(date),
            lines: prices.map { service, cents in
                Line(service: .spelled(service), units: 1, price: Money(cents: cents))
            }
        )
    }

    /// What the visit costs without an offer.
    var price: Money { lines.map(\.price).sum() }
}

extension OfferedCourse {
    /// The payments as a test writes them down: the date and the cents.
    var paid: [String: Int] {
        Dictionary(
            payments.map { ($0.date.description, $0.amount.cents) },
            uniquingKeysWith: +
        )
    }
}
