import CareModel
import CareQuote
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

@Suite("The cheapest of several choices")
struct ComparisonChoiceTests {
    private static let maker = QuoteMaker(
        tables: TableFolder(Repository.tables),
        today: CalendarDate(dayNumber: 56 * 365 + 14 + 323)
    )

    /// One adjustment: 45.10 is allowed, 60.00 is the self-pay price.
    private static func request(deductible: String, met: String?) -> RequestText {
        let accumulators = met.map { "{\"deductible\": {\"individualMet\": \"\($0)\"}}" } ?? "{}"
        return RequestText(
            coverage: RequestText.plan(
                more: ", \"deductible\": {\"individual\": \"\(deductible)\"}",
                accumulators: accumulators
            )
        )
    }

    private func compare(_ requests: [(name: String, text: RequestText)]) throws -> Comparison {
        try Self.maker.compare(requests.map { ($0.name, Array($0.text.json.utf8)) })
    }

    private func text(_ comparison: Comparison, _ language: Language = .english) -> String {
        ComparisonText(comparison, words: Words(language: language)).text()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// With 100.00 of deductible and nothing known of it the visit costs 45.10 at most and 20 % of
    /// 45.10 = 9.02 at least; where 80.00 are met, 20.00 and 20 % of 25.10 = 5.02, so 25.02, lies
    /// between the two.
    @Test("is not named where what nobody knows decides it")
    func open() throws {
        let comparison = try compare([
            ("open.json", Self.request(deductible: "100.00", met: nil)),
            ("known.json", Self.request(deductible: "100.00", met: "80.00")),
        ])

        #expect(
            text(comparison).contains(
                "CHEAPEST not certain yet: open between 9.02 and 45.10; known 25.02. Which of them "
                    + "costs least depends on what is not known: ask the insurer first"
            )
        )
        #expect(text(comparison).contains("above the lowest + 20.08 lowest expected"))
        #expect(
            text(comparison, .spanish).contains(
                "EL MENOR aún no es seguro: open entre 9.02 y 45.10; known 25.02."
            )
        )
    }

    /// At most 45.10, which is 14.90 below the self-pay price of 60.00.
    @Test("is named where its most is below every other's least")
    func certain() throws {
        let comparison = try compare([
            ("open.json", Self.request(deductible: "100.00", met: nil)),
            ("alone.json", RequestText()),
        ])

        #expect(
            text(comparison).contains(
                "CHEAPEST open: between 9.02 and 45.10 in all, at least 14.90 less than alone."
            )
        )
        #expect(!text(comparison).contains("lowest expected"))
    }

    /// 25.02 with 80.00 of 100.00 met and 45.10 with nothing met are 20.08 apart.
    @Test("is named with what it saves where everything is known")
    func exact() throws {
        let comparison = try compare([
            ("none.json", Self.request(deductible: "100.00", met: "0")),
            ("some.json", Self.request(deductible: "100.00", met: "80.00")),
        ])

        #expect(text(comparison).contains("CHEAPEST some: 25.02 in all, 20.08 less than none."))
        #expect(
            text(comparison, .spanish).contains(
                "EL MENOR some: 25.02 en total, 20.08 menos que none"
            )
        )
    }

    @Test("is none where all cost the same")
    func same() throws {
        let comparison = try compare([
            ("a.json", Self.request(deductible: "100.00", met: "0")),
            ("b.json", Self.request(deductible: "200.00", met: "0")),
        ])

        #expect(text(comparison).contains("CHEAPEST none: each costs 45.10 in all."))
    }

    /// A plan of that type that covers the adjustment but for a copay of 70.00, more than the
    /// self-pay price; the copay takes all of the 45.10, or is nothing where the worker owes nothing.
    @Test(
        "is never self-pay beside a payer that has to be billed",
        arguments: ["medicareAdvantage", "medicaid"]
    )
    func claimRequired(_ type: String) throws {
        let plan = """
            [{"plan": {"id": "p", "payerName": "Payer", "planName": "Plan", "planType": "\(type)", \
            "effectiveFrom": "2026-01-01", "benefits": [{"category": "chiropractic", "copay": \
            {"amount": "45.10"}}]}}]
            """
        let cheap = RequestText.visit(
            "2026-11-23",
            #"{"code": "98941", "charge": "72.00", "allowed": "45.10", "selfPay": "10.00"}"#
        )
        let request = RequestText(visits: cheap, coverage: plan).json
        let comparison = try Self.maker.compare(
            Array(request.utf8),
            name: "r.json",
            under: ["p", "self-pay"]
        )
        let page = text(comparison)
        let json = try JSONValue(comparison.json(words: Words()))

        #expect(comparison.lowest == Money(cents: 45_10))
        #expect(page.contains("YOU PAY IN ALL 45.10 not allowed"))
        #expect(page.contains("CHEAPEST p: 45.10 in all, the only one that is allowed."))
        #expect(
            page.contains(
                "NOT ALLOWED self-pay: the clinic has to claim what the plan covers, and may not "
                    + "bill the patient for it (p)."
            )
        )
        #expect(!page.contains("10.00"))
        #expect(text(comparison, .spanish).contains("NO PERMITIDO sin seguro: la clínica debe"))
        #expect(json[0]?["allowed"] == .boolean(true))
        #expect(json[1]?["allowed"] == .boolean(false))
        #expect(json[1]?["patientPays"] == .null)
        #expect(json[1]?["because"]?.text?.hasPrefix("the clinic has to claim") == true)
        #expect(comparison.csv(words: Words()).contains(",false,,,,,,,,"))
    }

    /// An accepted claim leaves the worker nothing to pay, and paying alone is no choice either.
    @Test("is the claim where a worker was hurt")
    func workers() throws {
        let plan = """
            [{"plan": {"id": "p", "payerName": "Payer", "planName": "Plan", "planType": \
            "workersCompensation", "effectiveFrom": "2026-01-01", "benefits": [{"category": \
            "chiropractic", "coinsurance": "0"}]}}]
            """
        let comparison = try Self.maker.compare(
            Array(RequestText(coverage: plan).json.utf8),
            name: "r.json",
            under: ["p", "self-pay"]
        )

        #expect(text(comparison).contains("YOU PAY IN ALL 0.00 not allowed"))
    }
}

@Suite("A plan that holds out of network only")
struct OutOfNetworkOnlyTests {
    private static let maker = QuoteMaker(
        tables: TableFolder(Repository.tables),
        today: CalendarDate(dayNumber: 56 * 365 + 14 + 323)
    )
    private static let request = Array(
        RequestText(
            visits: RequestText.session("2026-11-23") + ", " + RequestText.session("2026-11-30"),
            more: #", "patient": {"lastSeen": "2026-10-05"}"#
        ).json.utf8
    )

    @Test("is told of, once, with what to write")
    func advice() throws {
        let error = #expect(throws: ComparisonError.self) {
            try Self.maker.compare(
                Self.request,
                name: "r.json",
                under: ["wayside-auto-500", "self-pay"]
            )
        }

        #expect(
            error?.lines == [
                "wayside-auto-500: /coverage/0/network: is \"in\", and the plan has no prices in "
                    + "network: its terms for adjust-spine-3-4 (98941) hold out of network. Write "
                    + "\"network\": \"out\" beside the plan (--network out)"
            ]
        )
    }

    /// The policy pays the charge of 85.00 twice, within its 500.00; nothing of it is used at the
    /// lower end, and all of it at the upper, where each visit costs the self-pay price of 65.00.
    @Test("is compared as out of network where that is said")
    func said() throws {
        let comparison = try Self.maker.compare(
            Self.request,
            name: "r.json",
            under: ["wayside-auto-500", "self-pay"],
            network: .outOfNetwork
        )

        #expect(comparison.entries[0].patientPays == .zero)
        #expect(comparison.entries[0].made.quote.totals.planPays == Money(cents: 170_00))
        #expect(comparison.entries[0].made.quote.range.high == Money(cents: 130_00))
    }
}
