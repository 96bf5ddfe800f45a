import CareModel
import CareQuote
import QuoteDocuments
import Testing

@Suite("The text for a payer")
struct PayerTextTests {
    @Test("explains today's amount and who pays the whole", arguments: PayerText.all)
    func remarks(_ payer: PayerText) throws {
        var request = RequestText()
        request.visits = ["2026-11-23", "2026-11-30"].map { RequestText.session($0) }
            .joined(separator: ", ")
        request.coverage = "[\(payer.coverage)]"
        request.more = #", "patient": {"lastSeen": "2026-03-02"}, "diagnosisCodes": ["M99.03"]"#
        let made = try Desk.quote(request.json)

        for (language, phrases) in [(Language.english, payer.english), (.spanish, payer.spanish)] {
            let words = Words(language: language, catalog: made.catalog)
            let text = QuoteText(made, words: words).text()
            // Lines are broken where the page ends.
            let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for phrase in phrases { #expect(flat.contains(phrase), "\(text)") }
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        }
    }

    /// Of 110.00 a first plan without a contract pays 10.00, and Medicare four fifths of 38.00, which
    /// are 95 percent of its 40.00.
    ///
    /// That goes to the patient, who has paid the clinic 100.00.
    @Test("tells what Medicare pays back behind another plan")
    func medicareSecond() throws {
        let service = """
            {"code": "98941", "charge": "110.00", "allowed": "70.00", "secondaryAllowed": "40.00"}
            """
        let first = RequestText.plan(
            benefits: #"[{"category": "chiropractic", "planPaysFixed": "10.00", "network": "out"}]"#
        ).dropFirst().dropLast().replacing(
            "\"accumulators\"",
            with: #""network": "out", "accumulators""#
        )
        let second = """
            {"plan": "medicare-part-b", "accumulators": {"deductible": {"individualMet": "283.00"}}, \
            "medicare": {"participating": false, "assigned": false}}
            """
        let request = RequestText(
            visits: RequestText.visit("2026-11-23", service),
            coverage: "[\(first), \(second)]",
            more: #", "diagnosisCodes": ["M99.03"]"#
        )
        let made = try Desk.quote(request.json)
        #expect(made.quote.today == Money(cents: 100_00))
        #expect(made.quote.totals.patientPays == Money(cents: 69_60))

        let phrases: [Language: [String]] = [
            .english: [
                "100.00 Medicare pays 30.40 of it back to you",
                "the first plan pays 10.00, Medicare pays 30.40 back to you",
                "you pay it 100.00, and Medicare pays 30.40 back to you.",
            ],
            .spanish: [
                "100.00 Medicare le devuelve 30.40",
                "el primer plan paga 10.00, Medicare le devuelve 30.40",
                "usted le paga 100.00, y Medicare le devuelve 30.40.",
            ],
        ]
        for (language, said) in phrases {
            let words = Words(language: language, catalog: made.catalog)
            let text = QuoteText(made, words: words).text()
            let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for phrase in said { #expect(flat.contains(phrase), "\(text)") }
        }
    }
}

/// A payer, and what the text says of it in both languages.
struct PayerText: CustomTestStringConvertible {
    let testDescription: String
    let coverage: String
    let english: [String]
    let spanish: [String]

    private init(
        _ description: String,
        _ coverage: String,
        _ english: [String],
        _ spanish: [String]
    ) {
        testDescription = description
        self.coverage = coverage
        self.english = english
        self.spanish = spanish
    }

    private static func medicare(met: String = "283.00", _ more: String = "") -> String {
        """
        {"plan": "medicare-part-b", "accumulators":
         {"deductible": {"individualMet": "\(met)"}}\(more)}
        """
    }

    private static let acme = """
        {"plan": "acme-ppo-1500", "accumulators": {"deductible": {"individualMet": "1500.00"},
         "outOfPocket": {"individualMet": "2000.00"}, "limits": {"treatment-visits": {"used": 0}}}}
        """

    private static let card = #"{"plan": "thrift-card"}"#

    static let all = [
        PayerText(
            "Medicare, the clinic participates",
            medicare(met: "0.00"),
            [
                "Medicare Part B, the clinic participates",
                "283.00 of your deductible is still to pay",
                "Medicare pays 0.00",
            ],
            ["la clínica participa", "faltan 283.00 de su deducible", "Medicare paga 0.00"]
        ),
        PayerText(
            "Medicare without assignment",
            medicare(#", "medicare": {"participating": false, "assigned": false}"#),
            [
                "the clinic does not take assignment",
                "45.87 Medicare pays 31.91 of it back to you",
                "27.92 Medicare pays 63.82 back to you", "20 %, up to the limiting charge",
            ],
            ["la clínica no acepta la asignación", "Medicare le devuelve 63.82", "cargo límite"]
        ),
        PayerText(
            "Medicare with assignment, the clinic does not participate",
            medicare(#", "medicare": {"participating": false}"#),
            ["does not participate, but takes assignment", "your deductible is met"],
            ["no participa, pero acepta la asignación", "su deducible está completo"]
        ),
        PayerText(
            "a qualified beneficiary with Medicaid",
            medicare(met: "283.00", #", "medicare": {"qmb": true}"#)
                + #", {"plan": "pacifica-medicaid", "accumulators": "#
                + #"{"limits": {"treatment-visits": {"used": 0}}}}"#,
            [
                "then Pacifica (fictional state) Medicaid, in network",
                "you owe no share of what Medicare covers", "the second plan pays 0.00",
                "Medicaid pays last",
            ],
            ["luego «Pacifica", "usted no debe su parte", "Medicaid paga al final"]
        ),
        PayerText(
            "Medicare and Medigap, G",
            medicare() + #", {"plan": "medigap-g"}"#,
            [
                "then Medigap Plan G", "your deductible is met", "the second plan pays 16.80",
                "the second plan pays the rest", "The Medigap plan pays after Medicare",
            ],
            ["luego «Medigap Plan G»", "el segundo plan paga el resto"]
        ),
        PayerText(
            "Medicare and Medigap, F",
            medicare(met: "0.00") + #", {"plan": "medigap-f"}"#,
            ["both plans together pay it", "the second plan pays 83.98"],
            ["lo pagan los dos planes juntos"]
        ),
        PayerText(
            "workers' compensation",
            #"{"plan": "pacifica-workers", "accumulators": "#
                + #"{"limits": {"treatment-visits": {"used": 24}}}}"#,
            [
                "of an accepted claim the worker owes nothing",
                "workers' compensation pays 0.00", "LIMIT reached: nothing to pay",
                "Visits 1, 2: workers' compensation does not pay for them, and the clinic bears them",
            ],
            [
                "el trabajador no debe nada", "la compensación laboral paga 0.00",
                "Visitas 1, 2: la compensación laboral no las paga, y la clínica asume su costo",
            ]
        ),
        PayerText(
            "an auto policy that is nearly used up",
            #"{"plan": "wayside-auto-500", "network": "out", "accumulators": "#
                + #"{"limits": {"medical-payments": {"used": "420.00"}}}}"#,
            [
                "5.00 what the auto policy leaves", "the auto policy pays 80.00",
                "the auto policy runs out", "LIMIT reached: self-pay price",
            ],
            ["lo que deja la póliza de auto", "se agota la póliza de auto"]
        ),
        PayerText(
            "an auto policy that is used up, and a health plan",
            #"{"plan": "wayside-auto-500", "network": "out", "accumulators": "#
                + #"{"limits": {"medical-payments": {"used": "500.00"}}}}, "# + acme,
            [
                "the auto policy pays 0.00, the second plan pays 72.16",
                "LIMIT reached: the second plan pays part",
            ],
            ["LÍMITE alcanzado: el segundo plan paga una parte"]
        ),
        PayerText(
            "a discount plan",
            card,
            [
                "115.25 prices of the discount plan, 60.00 for the membership",
                "55.25 discount plan's price",
            ],
            ["precios del plan de descuento, 60.00 por la cuota"]
        ),
        PayerText(
            "a discount plan behind insurance",
            acme + ", " + card,
            ["69.02 your deductible is met, 60.00 for the membership", "insurance pays 72.16"],
            ["su deducible está completo, 60.00 por la cuota"]
        ),
        PayerText(
            "two health plans",
            acme + #", {"plan": "bluebird-retiree-300", "accumulators": "#
                + #"{"deductible": {"individualMet": "0.00"}, "#
                + #""outOfPocket": {"individualMet": "0.00"}}}"#,
            ["9.02 what both plans leave", "the first plan pays 72.16, the second plan pays 0.00"],
            ["lo que dejan los dos planes", "el primer plan paga 72.16"]
        ),
    ]
}
