import CareModel
import CareQuote
import PriceTableFiles
import QuoteDocuments
import Testing

/// Cases that an earlier version got wrong.
@Suite("Documents at their edges")
struct EdgeCaseTests {
    @Test("an explanation keeps within 80 columns")
    func width() throws {
        let made = try Desk.quote(GeneratedRequest.acrossJuly.json)
        let text = try Explanation(of: made, at: "/totals/copay", words: Words()).text()

        #expect(text.split(separator: "\n").filter { $0.count > 80 } == [])
    }

    @Test("a Spanish explanation has no English heading")
    func spanishHeading() throws {
        let made = try Desk.quote(RequestText().json)
        let words = Words(language: .spanish)
        let text = try Explanation(of: made, at: "/today", words: words).text()

        #expect(QuoteText(made, words: words).text().contains("cotización \(made.id)"))
        #expect(!text.contains("quote \(made.id)"))
    }

    @Test("a family's deductible is a deductible")
    func familyDeductible() throws {
        let coverage = RequestText.plan(
            more: """
                , "deductible": {"family": "3000.00", "familyType": "aggregate", \
                "familyCoverage": true}
                """,
            accumulators: #"{"deductible": {"familyMet": "0"}}"#
        )
        let made = try Desk.quote(RequestText(coverage: coverage).json)
        let text = QuoteText(made, words: Words()).text()

        #expect(made.quote.today == Money(cents: 45_10))
        #expect(!text.contains("your plan has no deductible"))
    }

    @Test("what is left of the deductible is the smaller of the person's and the family's")
    func embeddedDeductible() throws {
        let coverage = RequestText.plan(
            more: #", "deductible": {"individual": "1500.00", "family": "3000.00"}"#,
            accumulators: #"{"deductible": {"individualMet": "0", "familyMet": "2990.00"}}"#
        )
        let made = try Desk.quote(RequestText(coverage: coverage).json)
        let text = QuoteText(made, words: Words()).text()

        // 10.00 of the deductible and 20 % of 35.10.
        #expect(made.quote.today == Money(cents: 17_02))
        #expect(text.contains("10.00 of your deductible is still to pay"))
        #expect(!text.contains("1,500.00 of your deductible is still to pay"))
    }

    @Test("the source of a deductible step is its term, as documents.md prints it")
    func deductibleSource() throws {
        let made = try Desk.quote(WorkedScenario.asWritten.json)
        let steps = made.quote.visits.first?.lines.first?.steps ?? []
        let source = steps.first { $0.part == .deductible }?.source?.description

        #expect(source == "#/coverage/0/plan/deductible/individual")
    }

    @Test(
        "an index of a pointer has no sign and no leading zero (RFC 6901, section 4)",
        arguments: ["/visits/00/patientPays", "/visits/+0/patientPays"]
    )
    func pointerIndex(_ pointer: String) throws {
        let made = try Desk.quote(RequestText().json)

        #expect(throws: ExplanationError.self) {
            try Explanation(of: made, at: pointer, words: Words())
        }
    }

    @Test("a plan of the request that names no schedule of the tables is an error of the request")
    func unknownSchedule() throws {
        let request = RequestText(
            visits: RequestText.visit("2026-11-23", #"{"service": "adjust-spine-3-4"}"#),
            coverage: RequestText.plan(more: #", "feeSchedule": "no-such-schedule""#)
        )
        let failure = try #require(Desk.failure(request.json))

        #expect(failure.request.map(\.pointer) == ["/coverage/0/plan/feeSchedule"])
        #expect(!failure.isMissingFile)
    }

    /// Each finding costs a look at the whole document, so their number is bounded.
    @Test("eighty thousand unknown names are told as a hundred findings")
    func manyMistakes() throws {
        let names = (0..<80_000).map { "\"k\($0)\":1" }.joined(separator: ",")
        let failure = try #require(Desk.failure("{\(names)}"))

        #expect(failure.request.count == 101)
        #expect(failure.request.last?.message.contains("is the last of many findings") == true)
    }
}
