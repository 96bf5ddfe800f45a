import CareModel
import CareQuote
import QuoteDocuments
import TestSupport
import Testing

@Suite("The range over a term that nobody knows")
struct OpenTermTests {
    @Test("reaches from what costs least to what costs most", arguments: OpenTerm.all)
    func range(_ term: OpenTerm) throws {
        let quote = try Desk.quote(term.json).quote

        #expect(
            quote.range
                == AmountRange(low: term.low, expected: quote.range.expected, high: term.high)
        )
        #expect([term.low, term.high].contains(quote.range.expected))
    }

    /// The bound of an amount that nobody knows is what is left to pay, and not a number of its own.
    @Test("has no amount that nobody stated", arguments: Language.allCases)
    func words(_ language: Language) throws {
        let rows = #"[{"category": "chiropractic", "coinsurance": "0", "copay": "unknown"}]"#
        for coverage in [
            RequestText.plan(more: #", "deductible": "unknown""#),
            RequestText.plan(more: #", "deductible": {"individual": "unknown"}"#),
            RequestText.plan(benefits: rows),
        ] {
            let made = try Desk.quote(RequestText(coverage: coverage).json)
            let words = Words(language: language, catalog: made.catalog)
            let text = QuoteText(made, words: words).text()
            let explained = try Explanation(of: made, at: "/today", words: words).text()

            #expect(made.quote.today == Money(cents: 45_10))
            #expect(!text.contains("9,999,"))
            #expect(!explained.contains("9,999,"), "\(explained)")
            #expect(explained.contains(language == .english ? "nobody knows" : "nadie sabe"))
        }
    }
}
