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
            Term(
                request: RequestText(
                    coverage: #"[{"plan": "acme-ppo-1500"}, {"plan": "bluebird-hmo-30"}]"#
                ),
                pointer: "/coverage",
                words: "asks for two plans of one patient"
            ),
            coverage(#""medicare": {"participating": true}"#, "medicare", "Medicare"),
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

        private static func coverage(_ member: String, _ path: String, _ words: String) -> Term {
            Term(
                request: RequestText(coverage: "[{\"plan\": \"acme-ppo-1500\", \(member)}]"),
                pointer: "/coverage/0/\(path)",
                words: "asks for \(words)"
            )
        }
    }

    @Test("is refused by its name", arguments: Term.all)
    func refused(_ term: Term) throws {
        let failure = try #require(Desk.failure(term.request.json))

        #expect(failure.request.map(\.pointer) == [term.pointer])
        #expect(failure.request.allSatisfy { $0.message.contains(term.words) })
    }

    @Test(
        "is refused inside a plan that the request writes, too",
        arguments: [
            ("medicarePartB", "the rules of medicarePartB"), ("medicaid", "the rules of medicaid"),
            ("discountPlan", "the rules of discountPlan"),
        ]
    )
    func planType(_ type: String, _ words: String) throws {
        let json = RequestText(coverage: RequestText.plan()).json
            .replacing("\"PPO\"", with: "\"\(type)\"")
        let failure = try #require(Desk.failure(json))

        #expect(failure.request.map(\.pointer) == ["/coverage/0/plan/planType"])
        #expect(failure.request.allSatisfy { $0.message.contains("asks for \(words)") })
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
