import CareModel
import QuoteDocuments
import Testing

@Suite("A quote as text")
struct QuoteTextTests {
    /// The cells of the lines between two headings, where cells stand two blanks apart.
    private func rows(_ text: String, from start: String, to end: String) -> [[String]] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let first = lines.firstIndex { $0.contains(start) } ?? lines.endIndex
        let rest = lines[first...].dropFirst()
        return rest.prefix { !$0.contains(end) }.filter { !$0.isEmpty }.map { line in
            var cells: [String] = []
            var isGap = true
            for word in line.split(separator: " ", omittingEmptySubsequences: false) {
                if word.isEmpty {
                    isGap = true
                } else if isGap || cells.isEmpty {
                    cells.append(String(word))
                    isGap = false
                } else {
                    cells[cells.count - 1] += " " + word
                }
            }
            return cells
        }
    }

    private func text(_ language: Language) throws -> String {
        let made = try Desk.quote(WorkedScenario.asWritten.json)
        return QuoteText(made, words: Words(language: language, catalog: made.catalog)).text()
    }

    @Test("groups the visits of the worked scenario as documents.md prints them")
    func visits() throws {
        let rows = rows(try text(.english), from: "Each you pay", to: "WAYS TO PAY")

        #expect(
            rows == [
                ["1-2", "Nov 23, 25", "75.30", "deductible"],
                ["3", "Nov 30", "38.58", "last of the deductible, then 20 %"],
                ["4-7", "Dec 2 to 14", "15.06", "20 %"],
                ["8", "Dec 16", "25.54", "20 %, with re-exam"],
                ["9-10", "Dec 21, 28", "60.00", "LIMIT reached: self-pay price"],
                ["11-15", "Jan 4 to Feb 1", "45.10", "RESET: deductible"],
                ["16", "Feb 8", "97.50", "deductible, with re-exam"],
            ]
        )
    }

    @Test("says the same days in Spanish")
    func spanishDays() throws {
        let rows = rows(try text(.spanish), from: "Cada una", to: "FORMAS DE PAGAR")

        #expect(
            rows.map { $0.prefix(3) } == [
                ["1-2", "23, 25 nov", "75.30"], ["3", "30 nov", "38.58"],
                ["4-7", "2 a 14 dic", "15.06"], ["8", "16 dic", "25.54"],
                ["9-10", "21, 28 dic", "60.00"], ["11-15", "4 ene a 1 feb", "45.10"],
                ["16", "8 feb", "97.50"],
            ]
        )
    }

    @Test("begins with today, the whole plan, the limit and the reset")
    func urgent() throws {
        let rows = rows(try text(.english), from: "Acme PPO 1500", to: "Each you pay")

        #expect(
            rows == [
                ["TODAY", "75.30", "180.00 of your deductible is still to pay"],
                ["WHOLE PLAN, YOU PAY", "717.96", "insurance pays 379.84, full price 1,762.00"],
                ["LIMIT", "Covered visits end after visit 8, Wed Dec 16. New count on Jan 1."],
                ["RESET", "Jan 1: the 1,500.00 deductible starts again."],
            ]
        )
    }

    @Test("goes on with ways to pay, what to ask, and notes")
    func order() throws {
        let text = try text(.english)
        let headings = [" WAYS TO PAY", " ASK THE INSURER", " NOTES"]
        let lines = text.split(separator: "\n").map(String.init)
        let ways = rows(text, from: "WAYS TO PAY", to: "ASK THE INSURER")

        #expect(lines.filter { headings.contains($0) } == headings)
        #expect(ways.prefix(2).map { $0.first } == ["717.96", "1,420.00"])
        #expect(lines.first?.hasPrefix(" 16 visits from Mon Nov 23, 2026") == true)
    }

    @Test("keeps within 80 columns in both languages", arguments: GeneratedRequest.all)
    func width(_ request: GeneratedRequest) throws {
        let made = try Desk.quote(request.json)
        for language in Language.allCases {
            for audience in Words.Audience.allCases {
                let words = Words(language: language, audience: audience, catalog: made.catalog)
                let lines = QuoteText(made, words: words).text().split(separator: "\n")
                #expect(lines.filter { $0.count > 80 } == [])
                #expect(lines.count > 10)
            }
        }
    }

    @Test("names nothing in Swift's words", arguments: GeneratedRequest.all)
    func wording(_ request: GeneratedRequest) throws {
        let made = try Desk.quote(request.json)
        for language in Language.allCases {
            let words = Words(language: language, catalog: made.catalog)
            let text = QuoteText(made, words: words).text()
            for word in ["nil", "Optional", "inNetwork", "CareModel", "  ,", " ,", "()"] {
                #expect(!text.contains(word), "\(word)")
            }
        }
    }

    @Test("shows a patient no code and no key of the tables", arguments: GeneratedRequest.all)
    func patient(_ request: GeneratedRequest) throws {
        let made = try Desk.quote(request.json)
        for language in Language.allCases {
            let words = Words(language: language, audience: .patient, catalog: made.catalog)
            let text = QuoteText(made, words: words).text().replacing(made.id, with: "")
            for service in made.catalog.services {
                if let code = service.code { #expect(!text.contains(code.description)) }
                if service.key.description.contains("-") {
                    #expect(!text.contains(service.key.description))
                }
            }
        }
    }

    @Test("shows the desk the code of a price that changes, and the patient plain words")
    func priceChange() throws {
        let made = try Desk.quote(GeneratedRequest.acrossJuly.json)
        let desk = Words(catalog: made.catalog)
        let patient = Words(audience: .patient, catalog: made.catalog)

        // bluebird-2026.csv: 27.00 to June 30, 28.00 from July 1.
        let change = "costs 28.00 instead of 27.00 from visit"
        #expect(QuoteText(made, words: desk).text().contains("adjust-spine-3-4 (98941) \(change)"))
        #expect(
            QuoteText(made, words: patient).text()
                .contains("Adjustment, 3-4 areas of the spine costs 28.00 instead of 27.00")
        )
    }

    @Test("of a patient without insurance speaks of no insurer")
    func selfPay() throws {
        let made = try Desk.quote(RequestText().json)
        let text = QuoteText(made, words: Words(catalog: made.catalog)).text()

        #expect(text.contains("Without insurance (self-pay)"))
        #expect(!text.contains("ASK THE INSURER"))
        #expect(!text.contains("insurance pays"))
    }
}
