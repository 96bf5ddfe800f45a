import CareModel
import CareQuote
import PriceTableFiles
import QuoteDocuments
import Testing

@Suite("A part of a request whose rule is not built")
struct RefusedTermTests {
    /// A part, and the words by which the refusal names it.
    struct Term: Sendable, CustomTestStringConvertible {
        let request: RequestText
        let pointer: String
        let words: String

        var testDescription: String { pointer }

        static let all = [
            Term(
                request: RequestText(more: #", "care": {"pattern": "lbp-acute"}"#),
                pointer: "/care",
                words: "asks for a projected plan of care; write the visits themselves"
            ),
            screening("redFlags"), screening("cautions"), screening("notSure"),
            Term(
                request: RequestText(
                    more: #", "screening": {"clearedByClinician": {"by": "Dr. A"}}"#
                ),
                pointer: "/screening/clearedByClinician",
                words: "asks for a clinician's clearance after a screening finding"
            ),
        ]

        private static func screening(_ list: String) -> Term {
            Term(
                request: RequestText(
                    more: ", \"screening\": {\"askedOn\": \"2026-11-20\", \"\(list)\": [\"x\"]}"
                ),
                pointer: "/screening/\(list)",
                words: "of screening findings stops the quote"
            )
        }
    }

    @Test("is refused by its name", arguments: Term.all)
    func refused(_ term: Term) throws {
        let failure = try #require(Desk.failure(term.request.json))

        #expect(failure.request.map(\.pointer) == [term.pointer])
        #expect(failure.request.allSatisfy { $0.message.contains(term.words) })
    }

    @Test("may be there if it asks for nothing")
    func neutral() throws {
        let more = """
            , "offers": [], "payment": {"option": "perVisit"}, "screening": \
            {"askedOn": "2026-11-20", "redFlags": [], "cautions": [], "notSure": []}
            """
        let quote = try Desk.quote(RequestText(more: more).json).quote

        #expect(quote.totals.patientPays.cents == 60_00)
    }
}
