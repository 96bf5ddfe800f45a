import CareModel
import QuoteDocuments
import TestSupport
import Testing

/// A plan for acute pain from November 30, 2026 whose patient pays by themselves.
///
/// Visit 1 is 125.00 + 65.00, each further one 65.00, and the exam at visit 6 is 55.00 more: 570.00
/// by visit 6, December 17, and 830.00 for all ten.
@Suite("The ways to pay for a plan of care")
struct LikelyEndWaysTests {
    struct Way: Sendable {
        let name: String
        let byThen: String
        let all: String
    }

    /// By visit 6, the likely end, the lowest first.
    private static let worked: [Way] = [
        // 99.00 in place of the 190.00 of visit 1, whatever follows.
        Way(name: "introductory", byThen: "479.00", all: "739.00"),
        // One month: 99.00 for two of six adjustments, and 0.9 × (125.00 + 4 × 65.00 + 55.00). Visits
        // after December 29 begin a second month, which has a fee and two of its own.
        Way(name: "membership", byThen: "495.00", all: ""),
        // 49.00 + 0.8 × 570.00, and 49.00 + 0.8 × 830.00: the lowest for all ten.
        Way(name: "discountPlan", byThen: "505.00", all: "713.00"),
        // 331.50 for six adjustments in place of 390.00.
        Way(name: "package", byThen: "511.50", all: "771.50"),
        // 0.95 of it.
        Way(name: "promptPay", byThen: "541.50", all: "788.50"),
        Way(name: "selfPay", byThen: "570.00", all: "830.00"),
    ]

    @Test("have what each costs by the likely end, the lowest of these first")
    func order() throws {
        let made = try Desk.quote(CareText(isInsured: false).json)
        let json = try JSONValue(QuoteJSON(made, words: Words()).bytes())
        let ways = try #require(json["waysToPay"]?.elements).filter {
            $0["allowed"] == .boolean(true)
        }

        #expect(ways.compactMap { $0["kind"]?.text } == Self.worked.map(\.name))
        for (way, worked) in zip(ways, Self.worked) {
            #expect(way["headline"]?["patientPays"]?.text == worked.byThen)
            if !worked.all.isEmpty { #expect(way["total"]?.text == worked.all) }
        }
    }

    @Test("say what the two amounts are, on the page and in HTML")
    func pages() throws {
        let made = try Desk.quote(CareText(isInsured: false).json)
        let text = QuoteText(made, words: Words()).text()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let html = QuoteHTML(made, words: Words(language: .spanish)).text()

        #expect(text.contains("First what each comes to if care ends with visit 6, by which half"))
        #expect(text.contains("505.00 713.00 Discount plan: 49.00 a year, 20 % off"))
        #expect(html.contains(">hasta la 6</th>"))
        #expect(html.contains(">$505.00</td>"))
    }
}
