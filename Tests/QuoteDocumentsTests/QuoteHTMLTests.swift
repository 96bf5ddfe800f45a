import CareModel
import CarePatterns
import CareQuote
import QuoteDocuments
import TestSupport
import Testing

@Suite("A quote as HTML")
struct QuoteHTMLTests {
    /// The runs of digits with two decimals at the end: `1,500.00`.
    private func amounts(_ text: String) -> Set<String> {
        let parts = text.split { !$0.isNumber && $0 != "." && $0 != "," }
        return Set(
            parts.map { $0.drop { $0 == "," || $0 == "." } }.map { part in
                String(part.reversed().drop { $0 == "," || $0 == "." }.reversed())
            }
            .filter { $0.dropLast(2).last == "." && $0.suffix(2).allSatisfy(\.isNumber) }
        )
    }

    /// The words of a page without what surrounds them, in small letters.
    private func words(_ text: String) -> Set<String> {
        let parts = text.lowercased().split { $0.isWhitespace || "$():;,.·█".contains($0) }
        return Set(parts.map(String.init))
    }

    @Test("is well formed, with one heading of the first level", arguments: HTMLDesk.requests)
    func structure(_ request: String) throws {
        let made = try Desk.quote(request)
        for language in Language.allCases {
            for audience in Words.Audience.allCases {
                let source = HTMLDesk.source(made, language, audience)
                let page = try HTMLTree(page: source)

                #expect(page.name == "html")
                #expect(page.attributes["lang"] == language.rawValue)
                #expect(page.all("h1").count == 1)
                #expect(page.all("title").first?.text.isEmpty == false)
                #expect(page.all("h2").allSatisfy { !$0.text.isEmpty })
                #expect(
                    page.all("th").allSatisfy { ["col", "row"].contains($0.attributes["scope"]) }
                )
                for table in page.all("table") {
                    let widths = Set(table.all("tr").map { row in row.children.count })
                    #expect(widths.count == 1)
                }
            }
        }
    }

    @Test("needs no script, and nothing from anywhere else", arguments: HTMLDesk.requests)
    func alone(_ request: String) throws {
        let source = HTMLDesk.source(try Desk.quote(request))
        let page = try HTMLTree(page: source)

        #expect(!source.lowercased().contains("<script"))
        #expect(!source.contains("@import"))
        #expect(!source.contains("url("))
        for element in page.elements {
            for attribute in element.attributes.keys {
                #expect(!attribute.hasPrefix("on"))
                #expect(!["src", "href", "style", "action", "data"].contains(attribute))
            }
        }
        let policy = page.all("meta").first { $0.attributes["http-equiv"] != nil }
        #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none'") == true)
    }

    @Test("says every amount and every word of the text", arguments: HTMLDesk.requests)
    func everything(_ request: String) throws {
        let made = try Desk.quote(request)
        for language in Language.allCases {
            for audience in Words.Audience.allCases {
                let spoken = Words(language: language, audience: audience, catalog: made.catalog)
                let text = QuoteText(made, words: spoken).text()
                let page = try HTMLTree(page: HTMLDesk.source(made, language, audience)).text

                #expect(amounts(text).subtracting(amounts(page)) == [])
                #expect(words(text).subtracting(words(page)) == [])
                #expect(amounts(text).count > 2)
            }
        }
    }

    @Test("has the sections of the text in its order, when care stops before any price")
    func order() throws {
        let page = try HTMLDesk.page(HTMLDesk.care(deductibleMet: "null"))
        let headings = [
            "When care stops", "Goals to choose from", "How it can end, of 100 patients", "Visits",
            "Ways to pay", "Ask the insurer", "Good until", "Around a visit",
            "Beside this plan", "Notes",
        ]

        #expect(page.all("h2").map(\.text) == headings)
        let text = try #require(page.all("body").first?.text)
        let stop = try #require(text.firstRange(of: "When care stops"))
        let price = try #require(text.firstRange(of: "$"))
        #expect(stop.lowerBound < price.lowerBound)
    }

    /// documents.md works the scenario: today 75.30, in all 717.96.
    @Test("shows the worked scenario's amounts and its table of visits")
    func worked() throws {
        let page = try HTMLDesk.page(WorkedScenario.asWritten.json)
        let figures = page.all("dd").filter { $0.styles == ["amount"] }
        let rows = try #require(page.all("tbody").first).all("tr").map { row in
            row.children.map(\.text)
        }

        #expect(figures.map(\.text) == ["$75.30", "$717.96"])
        #expect(
            rows == [
                ["1-2", "Nov 23, 25", "$75.30", "deductible"],
                ["3", "Nov 30", "$38.58", "last of the deductible, then 20 %"],
                ["4-7", "Dec 2 to 14", "$15.06", "20 %"],
                ["8", "Dec 16", "$25.54", "20 %, with re-exam"],
                ["9-10", "Dec 21, 28", "$60.00", "LIMIT reached: self-pay price"],
                ["11-15", "Jan 4 to Feb 1", "$45.10", "RESET: deductible"],
                ["16", "Feb 8", "$97.50", "deductible, with re-exam"],
            ]
        )
    }

    @Test("shows a patient no code and no key of the tables", arguments: HTMLDesk.requests)
    func patient(_ request: String) throws {
        let made = try Desk.quote(request)
        for language in Language.allCases {
            let source = HTMLDesk.source(made, language, .patient).replacing(made.id, with: "")
            for service in made.catalog.services {
                if let code = service.code { #expect(!source.contains(code.description)) }
                if service.key.description.contains("-") {
                    #expect(!source.contains(service.key.description))
                }
            }
            for key in ["acme-ppo", "package-6", "prompt-pay", "lbp-acute", "cgh-persistent"] {
                #expect(!source.contains(key))
            }
        }
    }

    @Test("says a Spanish page in Spanish", arguments: HTMLDesk.requests)
    func spanish(_ request: String) throws {
        let made = try Desk.quote(request)
        let english = try HTMLTree(page: HTMLDesk.source(made, .english, .patient)).texts
        let spanish = try HTMLTree(page: HTMLDesk.source(made, .spanish, .patient)).texts
            // Who told the benefits is said in the words of the request.
            .map { $0.replacing("automated telephone line of the insurer", with: "") }
        // What is a single word or a figure may be the same in both.
        let sentences = Set(english.filter { $0.split(separator: " ").count > 3 })

        #expect(english.count == spanish.count)
        #expect(sentences.intersection(spanish) == [])
        for word in [" the ", " you ", " visits ", " of your "] {
            #expect(spanish.allSatisfy { !$0.contains(word) || $0.hasPrefix("De: ") })
        }
    }

    @Test("writes what tables and requests say as text, whatever it holds")
    func escaping() throws {
        let request = RequestText(
            coverage: RequestText.plan(
                more: "",
                accumulators: "{}"
            ).replacing("\"Test\"", with: #""<script>&\"'</p><!-- \u202e""#)
        )
        let source = HTMLDesk.source(try Desk.quote(request.json))
        let page = try HTMLTree(page: source)

        #expect(!source.contains("<script"))
        #expect(!source.contains("<!--"))
        #expect(source.contains("&lt;script&gt;&amp;&quot;&#39;&lt;/p&gt;&lt;!--"))
        #expect(!source.unicodeScalars.contains { $0 == "\u{202E}" })
        #expect(page.text.contains("Acme <script>&\"'</p><!-- \u{FFFD}"))
    }

    @Test("tells to seek care first, without a price, in both languages")
    func careFirst() throws {
        let json = HTMLDesk.headache.replacing(
            "\"askedOn\": \"2026-11-26\"",
            with: "\"askedOn\": \"2026-11-26\", \"redFlags\": [\"ces-saddle\"]"
        )
        let answer = try #require(Desk.failure(json)?.careFirst)
        let advice = try #require(answer.screening.messages.first).words

        for language in Language.allCases {
            let page = try HTMLTree(page: answer.html(Words(language: language)))
            #expect(page.attributes["lang"] == language.rawValue)
            #expect(page.all("h1").count == 1)
            #expect(page.all("p").map(\.text).contains(advice.text(in: language)))
            #expect(amounts(page.text) == [])
            #expect(!page.text.contains("$"))
        }
        let title = try HTMLTree(page: answer.html(Words(language: .spanish))).all("h1").first
        #expect(title?.text == "Antes que nada")
    }
}
