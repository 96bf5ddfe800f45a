import CareModel
import QuoteDocuments
import TestSupport
import Testing

@Suite("The visits of twelve months")
struct TwelveMonthsTests {
    /// Returns were studied in the low back alone (da Silva 2019).
    @Test(
        "say where returns were studied elsewhere, on every page in both languages",
        arguments: [
            ("lbp-acute", false), ("neck-acute", true), ("cgh-persistent", true),
            ("leg-pain", true),
        ]
    )
    func borrowed(_ pattern: String, isBorrowed: Bool) throws {
        let request = PlannedCareText(choice: #""pattern": "\#(pattern)""#)
        let made = try PlannedCareText.maker().quote(request.bytes)
        for (words, saying) in [
            (Words(), "studied in another part"),
            (Words(language: .spanish), "estudió en otra parte"),
        ] {
            let text = QuoteText(made, words: words).text()
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")

            #expect(text.contains(saying) == isBorrowed)
            #expect(QuoteHTML(made, words: words).text().contains(saying) == isBorrowed)
            let json = String(decoding: QuoteJSON(made, words: words).bytes(), as: UTF8.self)
            #expect(json.contains(saying) == isBorrowed)
            #expect(json.contains("twelveMonthsRemark") == isBorrowed)
        }
    }
}
