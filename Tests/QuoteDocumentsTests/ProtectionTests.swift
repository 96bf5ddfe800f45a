import CareModel
import QuoteDocuments
import TestSupport
import Testing

@Suite("What comes before any price")
struct ProtectionTests {
    private static let starts = PlannedCareText(more: #", "startNoLaterThan": "2026-12-02""#)

    /// A blood thinner is a caution: only the first exam is priced.
    private static func cautious(_ care: PlannedCareText) -> [UInt8] {
        Array(
            care.json.replacing(
                #""askedOn": "2026-11-27""#,
                with: #""askedOn": "2026-11-27", "cautions": ["anticoagulants"]"#
            ).utf8
        )
    }

    private func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("stands on top of the starts side by side, in both languages")
    func starts() throws {
        let plan = try PlannedCareText.maker().compareStarts(Self.starts.bytes)
        let caution = try PlannedCareText.maker().compareStarts(Self.cautious(Self.starts))
        let text = oneLine(plan.text(Words()))
        let prices = try #require(text.firstRange(of: "Start Today"))
        let spanish = oneLine(caution.text(Words(language: .spanish, audience: .patient)))
        let inicio = try #require(spanish.firstRange(of: "Inicio Hoy"))

        // The day of a checkpoint differs from start to start.
        #expect(
            text[..<prices.lowerBound].contains(
                "WHEN CARE STOPS We look again at visit 6. Care goes on only if: "
            )
        )
        #expect(text[..<prices.lowerBound].contains("You want to stop: you can at any visit."))
        #expect(
            spanish[..<inicio.lowerBound].contains(
                "PRIMERO La atención con las manos puede ser posible"
            )
        )
        let json = try JSONValue(caution.json(Words()))
        #expect(json[0]?["screening"]?["outcome"]?.text == "clinicianDecides")
        #expect(json[2]?["screening"]?["messages"]?.elements.isEmpty == false)
        let rules = try JSONValue(plan.json(Words()))[0]?["stopRules"]?.elements
        #expect(rules?.first?.text?.hasPrefix("We look again at visit 6, ") == true)
    }

    @Test("stands on top of plans side by side, in every form")
    func plans() throws {
        func compare(_ bytes: [UInt8]) throws -> Comparison {
            try PlannedCareText.maker().compare(
                bytes,
                name: "r.json",
                under: ["acme-ppo-1500", "self-pay"]
            )
        }
        let plan = try compare(PlannedCareText().bytes)
        let caution = try compare(Self.cautious(PlannedCareText()))
        let text = oneLine(ComparisonText(plan, words: Words()).text())
        let prices = try #require(text.firstRange(of: "TODAY"))
        let warned = oneLine(ComparisonText(caution, words: Words()).text())
        let rows = caution.csv(words: Words(language: .spanish)).split(separator: "\n")

        #expect(
            text[..<prices.lowerBound].contains("WHEN CARE STOPS We look again at visit 6, Fri")
        )
        #expect(warned.contains("FIRST Hands-on care may still be possible"))
        #expect(rows[0].hasSuffix(",note"))
        #expect(rows[1].contains("La atención con las manos puede ser posible"))
        let json = try JSONValue(caution.json(words: Words()))
        #expect(json[1]?["screening"]?["outcome"]?.text == "clinicianDecides")
    }

    /// Patients who leave by themselves are counted for a clinic to compare with, and would
    /// understate what one who comes to every visit pays.
    @Test("is for a patient that nobody is counted who leaves")
    func typical() throws {
        let text = CareText(choice: #""pattern": "lbp-persistent""#, care: #", "mode": "typical""#)
        let made = try Desk.quote(text.json)
        let refused = #expect(throws: QuoteFailure.self) {
            try made.check(for: Words(audience: .patient))
        }

        #expect(refused?.lines.first?.hasPrefix("/care/mode: \"typical\" counts patients") == true)
        #expect(throws: Never.self) { try made.check(for: Words()) }
        #expect(throws: Never.self) {
            try Desk.quote(CareText().json).check(for: Words(audience: .patient))
        }
        let page = oneLine(QuoteText(made, words: Words()).text())
        #expect(!page.contains("most likely you finish"))
        #expect(page.contains("left of their own accord, "))
    }
}
