import CareQuote
import TestSupport

/// A made-up course of visits with the offers of a made-up clinic, the same for the same seed.
struct GeneratedPayment {
    let estimator: Estimator
    let request: QuoteRequest
    /// The visits at their self-pay prices, as the offers see them.
    let own: [SelfPayVisit]
    let description: String

    init(tables: RuleTables, using numbers: inout SplitMix64) throws {
        var date = CalendarDate.spelled("2026-01-05")
            .adding(days: .random(in: 0...60, using: &numbers))
        var visits: [RequestedVisit] = []
        var own: [SelfPayVisit] = []
        for _ in 0..<Int.random(in: 1...8, using: &numbers) {
            let units = Int.random(in: 1...2, using: &numbers)
            let charge = Int.random(in: 1...100_00, using: &numbers)
            let selfPay = Int.random(in: 1...charge, using: &numbers)
            let service = GeneratedPayment.services[Int.random(in: 0...2, using: &numbers)]
            let line = try tables.line(
                service,
                units: units,
                stated: ServiceLine.StatedAmounts(
                    charge: Money(cents: charge),
                    selfPay: Money(cents: selfPay)
                )
            )
            visits.append(RequestedVisit(date.description, [line]))
            own.append(
                SelfPayVisit(
                    date: date,
                    lines: [
                        SelfPayVisit.Line(
                            service: line.service,
                            units: units,
                            price: Money(cents: selfPay * units)
                        )
                    ]
                )
            )
            date = date.adding(days: .random(in: 1...30, using: &numbers))
        }
        let offers = GeneratedPayment.offers(using: &numbers)
        let option = PaymentOption.allCases[Int.random(in: 0...2, using: &numbers)]
        let asked = offers.randomElement(using: &numbers)?.id
        let offer = Bool.random(using: &numbers) ? asked : nil
        self.own = own
        request = QuoteRequest(
            asOf: "2026-01-05",
            visits,
            lastSeen: .never,
            // A discount for paying on the day goes with paying on the day.
            paying: offer == Offer.Kind.promptPay.rawValue ? .perVisit : option,
            offer: offer
        )
        estimator = Estimator(
            catalog: tables.catalog,
            clinic: tables.clinic.offering(offers),
            schedules: [:],
            rules: tables.rules
        )
        description = "\(visits.count) visits, \(option), \(offer ?? "no offer")"
    }

    /// Services that no same-day edit holds apart.
    private static let services = ["therapeutic-exercise", "massage", "traction"]

    private static func offers(using numbers: inout SplitMix64) -> [Offer] {
        let discount = Percentage(billionths: .random(in: 0...1_000_000_000, using: &numbers))
        let fee = Money(cents: .random(in: 1...100_00, using: &numbers))
        let includes = services.prefix(Int.random(in: 1...3, using: &numbers)).map { service in
            Offer.Inclusion(
                service: .spelled(service),
                count: .random(in: 1...3, using: &numbers)
            )
        }
        let refunds = Bool.random(using: &numbers)
        return [
            offer(.introductory, .price(fee), includes, refunds: refunds),
            offer(.package, .price(fee), includes, refunds: refunds),
            offer(.membership, .monthly(fee: fee, discount: discount), includes),
            offer(.promptPay, .discount(discount)),
            offer(.discountPlan, .fee(fee, everyMonths: 1, discount: discount)),
        ]
    }

    private static func offer(
        _ kind: Offer.Kind,
        _ terms: Offer.Terms,
        _ includes: [Offer.Inclusion] = [],
        refunds: Bool = true
    ) -> Offer {
        Offer(
            id: kind.rawValue,
            words: LocalizedWords(english: "an offer", spanish: "una oferta"),
            kind: kind,
            includes: includes,
            terms: terms,
            validFrom: .spelled("2026-01-01"),
            refundsUnusedVisits: refunds,
            place: SourcePlace(file: "offers.json", pointer: "/offers/0")
        )
    }
}

extension Clinic {
    /// The clinic with other offers.
    func offering(_ offers: [Offer]) -> Clinic {
        Clinic(
            id: id,
            name: name,
            state: state,
            medicareLocality: medicareLocality,
            openWeekdays: openWeekdays,
            closedDays: closedDays,
            charges: charges,
            selfPay: selfPay,
            sessions: sessions,
            offers: offers
        )
    }
}
