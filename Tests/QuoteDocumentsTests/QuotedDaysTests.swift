import CareModel
import QuoteDocuments
import TestSupport
import Testing

/// Twelve visits for persistent low-back pain from November 30, 2026, and six of maintenance every
/// eight weeks after visit 12, February 5, 2027: from April 2, 2027 to January 7, 2028.
@Suite("The days of a quote")
struct QuotedDaysTests {
    private let maintained = CareText(
        choice: #""pattern": "lbp-persistent""#,
        care: #", "maintenance": true"#
    )

    private func page(
        _ text: CareText,
        _ language: Language = .english,
        _ audience: Words.Audience = .desk
    ) throws -> String {
        let made = try Desk.quote(text.json)
        let words = Words(language: language, audience: audience, catalog: made.catalog)
        return QuoteText(made, words: words).text().split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    @Test("have their year where the quote reaches beyond the coming months")
    func years() throws {
        let text = try page(maintained)

        #expect(text.contains("RESET Jan 1, 2027: the 1,500.00 deductible starts again."))
        #expect(text.contains("RESET Jan 1, 2028: the 1,500.00 deductible starts again."))
        #expect(text.contains("13-17 Apr 2 to Nov 12, 2027"))
        #expect(text.contains("18 Jan 7, 2028"))
        // The year of the first day stands in the title alone.
        #expect(text.contains("1 Nov 30 "))
        let spanish = try page(maintained, .spanish)
        #expect(spanish.contains("1 ene 2028: el deducible de 1,500.00 empieza otra vez."))
        #expect(spanish.contains("13-17 2 abr a 12 nov 2027"))
    }

    @Test("have no year where they can only be those of the coming months")
    func understood() throws {
        #expect(
            try page(.pattern("lbp-acute"))
                .contains("RESET Jan 1: the 1,500.00 deductible starts again.")
        )
    }

    @Test("have their year where they lie before the first one's")
    func past() throws {
        let text = CareText(asOf: "2026-12-28", start: "2027-01-04")

        #expect(try page(text).contains("prices of Oct 1, 2026"))
    }

    /// Visit 18 has a service of the plan's network and one without a price of the contract.
    @Test("have a reason once, whatever its lines cost")
    func reasonOnce() throws {
        #expect(
            try page(maintained)
                .contains("maintenance care is not covered: contracted price, self-pay price")
        )
    }

    @Test("bring a new plan year in plain words to the patient")
    func plain() throws {
        let english = try page(.pattern("lbp-acute"), .english, .patient)
        let spanish = try page(.pattern("lbp-acute"), .spanish, .patient)

        #expect(english.contains("new plan year: deductible"))
        #expect(!english.contains("RESET"))
        #expect(spanish.contains("nuevo año del plan: deducible"))
        #expect(try page(.pattern("lbp-acute")).contains("RESET: deductible"))
    }

    @Test("are counted where the ways to pay say what they are for")
    func ways() throws {
        #expect(try page(.pattern("lbp-acute")).contains("by visit 6 all 10"))
        #expect(
            try page(.pattern("lbp-acute"), .spanish)
                .contains("hasta la 6 las 10")
        )
        #expect(
            try page(maintained).contains("then what all 12 visits and 6 of maintenance come to.")
        )
        #expect(
            try page(maintained, .spanish)
                .contains("después, lo que cuestan las 12 visitas y 6 de mantenimiento.")
        )
        var done = CareText.pattern("lbp-acute")
        done.care = #", "forecast": {"visitsDone": 2}"#
        #expect(try page(done).contains("then what the 8 visits left come to."))
        // Eight of ten are left, and their amount is not that of all ten.
        #expect(try page(done).contains("ALL 8 LEFT YOU PAY"))
        #expect(try page(done, .spanish).contains("FALTAN 8, PAGA"))
        done.care = #", "forecast": {"visitsDone": 9, "test": "gate-mcid", "improved": true}"#
        #expect(try page(done).contains("WAYS TO PAY, FOR 1 VISIT "))
        #expect(try page(done).contains("THE LAST, YOU PAY"))
        #expect(try page(done, .spanish).contains("POR LA ÚLTIMA PAGA"))
    }

    @Test("are counted in the title as in the plan, those of maintenance apart")
    func title() throws {
        #expect(
            try page(maintained).hasPrefix("12 visits and 6 of maintenance from Mon Nov 30, 2026")
        )
        #expect(
            try page(maintained, .spanish)
                .hasPrefix("12 visitas y 6 de mantenimiento desde el lun 30 nov 2026")
        )
        #expect(try page(.pattern("lbp-acute")).hasPrefix("10 visits from "))
        let made = try Desk.quote(maintained.json)
        let html = QuoteHTML(made, words: Words()).text()
        #expect(html.contains("<h1>12 visits and 6 of maintenance from Mon Nov 30, 2026</h1>"))
    }

    @Test("rest on studies that only the desk is told by name")
    func studies() throws {
        let patient = try page(.pattern("lbp-acute"), .spanish, .patient)

        #expect(try page(.pattern("lbp-acute"), .spanish).contains("J Manipulative Physiol Ther"))
        #expect(!patient.contains("J Manipulative Physiol Ther"))
        #expect(!patient.contains("grado B"))
        #expect(patient.contains("Se basa en varios estudios y guías"))
    }
}
