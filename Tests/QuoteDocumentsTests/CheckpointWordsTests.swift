import CareModel
import CareQuote
import QuoteDocuments
import TestSupport
import Testing

/// Exams stand at every gate and at least every four weeks (care-patterns.md): of headache from the
/// neck at the gates 6 and 12, and at 16, three weekly visits after which four weeks would pass.
@Suite("What is looked at in a plan of care")
struct CheckpointWordsTests {
    private func page(_ pattern: String, _ language: Language = .english) throws -> String {
        let made = try Desk.quote(CareText.pattern(pattern).json)
        let words = Words(language: language, catalog: made.catalog)
        return QuoteText(made, words: words).text().split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    private func checkpoints(_ pattern: String) throws -> [JSONValue] {
        let made = try Desk.quote(CareText.pattern(pattern).json)
        let json = try JSONValue(QuoteJSON(made, words: Words(catalog: made.catalog)).bytes())
        return json["projection"]?["checkpoints"]?.elements ?? []
    }

    @Test("is days with headache where they are what counts, and a further gain by its own words")
    func headache() throws {
        let text = try page("cgh-persistent")

        #expect(
            text.contains(
                "We look again at visit 6, Fri Dec 18. Care goes on only if: you have at least 30 "
                    + "percent fewer days with headache in four weeks than before the care."
            )
        )
        #expect(
            text.contains(
                "We look again at visit 12, Fri Jan 8. Care goes on only if: you have at least one "
                    + "day with headache fewer in four weeks than at the check before."
            )
        )
        #expect(!text.contains("pain or function is better"))
        #expect(
            try page("cgh-persistent", .spanish)
                .contains("Se sigue solo si: tiene al menos un día menos con dolor de cabeza")
        )
    }

    @Test("decides nothing where there is no gate", arguments: ["cgh-persistent", "leg-pain"])
    func examOnly(_ pattern: String) throws {
        let visit = pattern == "leg-pain" ? 11 : 16
        let text = try page(pattern)

        #expect(text.contains("Another exam at visit \(visit), "))
        #expect(!text.contains("We look again at visit \(visit), "))
        #expect(try page(pattern, .spanish).contains("Otro examen en: visita \(visit), "))
        let exam = try #require(try checkpoints(pattern).first { $0["visit"]?.text == "\(visit)" })
        #expect(exam["isDecision"] == .boolean(false))
        #expect(exam["continueIf"] == .null)
        #expect(exam["otherwise"] == .null)
    }

    @Test("has a condition at every gate")
    func gates() throws {
        let decisions = try checkpoints("leg-pain").filter { $0["isDecision"] == .boolean(true) }

        #expect(decisions.compactMap { $0["visit"]?.text } == ["6", "12"])
        #expect(
            decisions.compactMap { $0["continueIf"]?.text } == [
                "Pain or function is better by 30 percent, or by the least change that matters on its "
                    + "scale.",
                "Pain or function is better than at the check before.",
            ]
        )
    }

    @Test("is counted by goals that suit the part of the body")
    func goals() throws {
        let neck = try page("neck-acute")

        #expect(
            neck.contains(
                "Turn the neck: how well you can look over your shoulder, 0 to 10, for example from 4 "
                    + "of 10 to 8 of 10"
            )
        )
        #expect(!neck.contains("Walk longer"))
        let back = try page("lbp-acute", .spanish)
        #expect(
            back.contains(
                "Caminar más tiempo: minutos hasta que el dolor lo detiene, por ejemplo de 10 minutos "
                    + "a 30 minutos"
            )
        )
        #expect(!back.contains("Girar el cuello"))
        let made = try Desk.quote(CareText.pattern("neck-acute").json)
        let json = try JSONValue(QuoteJSON(made, words: Words(catalog: made.catalog)).bytes())
        let goals = try #require(json["projection"]?["goals"]?.elements)
        #expect(goals.compactMap { $0["id"]?.text } == ["sleep", "turn", "work"])
        #expect(goals[1]["exampleAfter"]?.text == "8 of 10")
    }
}
