import CareModel
import CareQuote
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

@Suite("A figure that nobody knows")
struct MissingFigureTests {
    /// A request that lacks figures, and the questions that find them out, sorted by their fields.
    struct Question: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let coverage: String
        let lines: [[String]]

        private static let place = "/coverage/0/accumulators"

        static let all = [
            Question(
                testDescription: "with nothing stated",
                coverage: #"[{"plan": "acme-ppo-1500"}]"#,
                lines: [
                    line(
                        "/deductible/individualMet",
                        "How much of the deductible is met?"
                    ),
                    line(
                        "/outOfPocket/individualMet",
                        "How much counts toward the out-of-pocket maximum so far?"
                    ),
                    line(
                        "/limits/treatment-visits/used",
                        "How many of the 20 visits of treatment-visits are used?"
                    ),
                ]
            ),
            Question(
                testDescription: "with null, which is not zero",
                coverage: """
                    [{"plan": "acme-ppo-1500", "accumulators": {"deductible": \
                    {"individualMet": null}, "outOfPocket": {"individualMet": "0"}, \
                    "limits": {"treatment-visits": {"used": 0}}}}]
                    """,
                lines: [
                    line("/deductible/individualMet", "How much of the deductible is met?")
                ]
            ),
            Question(
                testDescription: "of a family, a category and a rolling limit",
                coverage: RequestText.plan(
                    more: """
                        , "deductible": {"family": "3000.00", "byCategory": \
                        {"chiropractic": "50.00"}}, "outOfPocketMaximum": {"family": "9000.00"}, \
                        "limits": [{"id": "r", "unit": "visits", "maximum": 9, \
                        "period": "rolling12Months"}]
                        """,
                    benefits: """
                        [{"category": "chiropractic", "coinsurance": "0.20", "limits": ["r"]}]
                        """
                ),
                lines: [
                    line(
                        "/deductible/familyMet",
                        "How much of the family's deductible is met?"
                    ),
                    line(
                        "/deductible/byCategoryMet/chiropractic",
                        "How much of the deductible for chiropractic is met?"
                    ),
                    line(
                        "/outOfPocket/familyMet",
                        "How much counts toward the family's out-of-pocket maximum so far?"
                    ),
                    line(
                        "/limits/r/dates",
                        "On which dates of the last twelve months was r used?"
                    ),
                ]
            ),
            Question(
                testDescription: "of members who met theirs",
                coverage: RequestText.plan(
                    more: """
                        , "deductible": {"individual": "500.00", "familyType": "memberCount", \
                        "memberCount": 2}
                        """,
                    accumulators: #"{"deductible": {"individualMet": "0"}}"#
                ),
                lines: [
                    line(
                        "/deductible/membersMet",
                        "How many members of the family have met their deductible?"
                    )
                ]
            ),
        ]

        private static func line(_ path: String, _ question: String) -> [String] {
            [place + path, question]
        }
    }

    @Test("is asked for at its pointer, in the words of the desk", arguments: Question.all)
    func question(_ question: Question) throws {
        let made = try Desk.quote(RequestText(coverage: question.coverage).json)
        let document = try JSONValue(QuoteJSON(made, words: Words()).bytes())
        let open = try #require(document["unverified"]?.elements)

        let found = open.map { [$0["field"]?.text ?? "", $0["question"]?.text ?? ""] }
        #expect(Set(found) == Set(question.lines))
        #expect(found.count == question.lines.count)
        #expect(open.allSatisfy { $0["kind"]?.text == "unknown" })
    }

    @Test("is not asked for where nothing depends on it")
    func notNeeded() throws {
        // A copay that the deductible does not touch, in a plan without a maximum.
        let coverage = RequestText.plan(
            more: #", "deductible": {"individual": "500.00"}"#,
            benefits: #"[{"category": "chiropractic", "copay": {"amount": "20.00"}}]"#
        )
        let made = try Desk.quote(RequestText(coverage: coverage).json)

        #expect(made.quote.totals.patientPays.decimalText == "20.00")
    }

    @Test("is asked for where the exam depends on when the patient was last seen")
    func lastSeen() throws {
        let visits = RequestText.session("2026-11-23")
        let failure = try #require(Desk.failure(RequestText(visits: visits).json))

        #expect(
            failure.lines == [
                "/patient/lastSeen: is missing, and it decides which exam is billed. When was the "
                    + "patient last seen here? Write the date, or null if never"
            ]
        )
    }

    @Test(
        "may be a price, which no table that is named has",
        arguments: [
            ("charge", "the charge", "services.csv does not list 99999"),
            ("selfPay", "the self-pay price", "services.csv does not list 99999"),
        ]
    )
    func unlisted(_ role: String, _ words: String, _ reason: String) throws {
        let other = role == "charge" ? "selfPay" : "charge"
        let service = """
            {"code": "99999", "category": "chiropractic", "\(other)": "50.00"}
            """
        let visits = RequestText.visit("2026-11-23", service)
        let failure = try #require(Desk.failure(RequestText(visits: visits).json))

        #expect(
            failure.lines == [
                "/visits/0/services/0/\(role): is not known: \(reason). Write \(words) here, for "
                    + "one unit, or add the service to the tables"
            ]
        )
    }

    @Test("may be what a plan without a schedule allows")
    func noSchedule() throws {
        let visits = RequestText.visit("2026-11-23", #"{"code": "98941"}"#)
        let request = RequestText(visits: visits, coverage: RequestText.plan())
        let failure = try #require(Desk.failure(request.json))

        #expect(failure.request.map(\.pointer) == ["/visits/0/services/0/allowed"])
        #expect(
            failure.lines.allSatisfy {
                $0.contains("the amount that the plan allows of adjust-spine-3-4 (98941)")
            }
        )
    }

    @Test("may lie in a year before that of the accumulators")
    func earlierYear() throws {
        let request = RequestText(
            visits: RequestText.visit("2025-12-31"),
            coverage: RequestText.plan()
        )
        let failure = try #require(Desk.failure(request.json))

        #expect(
            failure.lines.first
                == "/visits/0/date: is 2025-12-31, in a benefit year before the one of the "
                + "accumulators (2026-11-20). Write accumulators of that year, or leave the "
                + "visit out"
        )
    }
}
