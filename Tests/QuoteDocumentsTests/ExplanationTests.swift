import QuoteDocuments
import TestSupport
import Testing

@Suite("An explanation")
struct ExplanationTests {
    private func made() throws -> MadeQuote {
        try Desk.quote(WorkedScenario.asWritten.json)
    }

    @Test(
        "has the amount that its pointer names",
        arguments: [
            ("/today", "75.30"), ("/totals/patientPays", "717.96"), ("/totals/planPays", "379.84"),
            ("/totals/charge", "1762.00"), ("/totals/writeOff", "664.20"),
            ("/visits/2/patientPays", "38.58"), ("/visits/7/patientPays", "25.54"),
            ("/visits/2/lines/0/deductible", "29.40"), ("/visits/2/lines/1/coinsurance", "6.04"),
            ("/visits/8/lines/0/notCovered", "60.00"), ("/visits/15/lines/1/patientPays", "52.40"),
            ("/visits/0/planPays", "0.00"),
            // The new year's visits 11 to 16, all of them deductible: 5 × 45.10 + 97.50.
            ("/accumulatorsAfter/0/deductible/individualMet", "323.00"),
            ("/accumulatorsAfter/0/outOfPocket/individualMet", "323.00"),
        ]
    )
    func right(_ pointer: String, _ amount: String) throws {
        let explanation = try Explanation(of: try made(), at: pointer, words: Words())
        let document = try JSONValue(explanation.json())

        #expect(document["amount"]?.text == amount)
        #expect(document["pointer"]?.text == pointer)
    }

    @Test(
        "is refused where the pointer names no amount",
        arguments: [
            "", "/", "today", "/today/", "/todays", "/totals", "/totals/patient", "/visits",
            "/visits/0", "/visits/0/lines", "/visits/0/lines/0", "/visits/16/patientPays",
            "/visits/-1/patientPays", "/visits/one/patientPays", "/visits/0/lines/2/patientPays",
            "/visits/0/steps/0/patientPays", "/visits/0/lines/0/steps/0", "/visits/0/kind",
            "/range", "/range/middle", "/waysToPay/0", "/waysToPay/99/total",
            "/waysToPay/00/total", "/waysToPay/0/schedule/99/amount", "/waysToPay/0/kind",
            "/waysToPay/0/schedule/0/date", "/waysToPay/0/ifStopped/0/visit",
            "/unverified/0/worth", "/visits//patientPays", "/accumulatorsAfter/0",
            "/accumulatorsAfter/0/limits/v/used", "/accumulatorsAfter/0/deductible/familyMet",
            "/accumulatorsAfter/1/deductible/individualMet", "/accumulatorsAfter/0/asOf",
        ]
    )
    func wrong(_ pointer: String) throws {
        let made = try made()
        let error = #expect(throws: ExplanationError.self) {
            try Explanation(of: made, at: pointer, words: Words())
        }

        #expect(
            error?.description.hasPrefix(
                "'\(pointer)' names no amount of this quote. Write /today, /totals/PART, "
                    + "/visits/N/PART or /visits/N/lines/M/PART, where N is 0 to 15"
            ) == true
        )
        #expect(error?.description.contains("/waysToPay/K/total") == true)
    }

    @Test("goes down to the step and its place in the request")
    func steps() throws {
        let pointer = "/visits/2/lines/0/deductible"
        let text = try Explanation(of: try made(), at: pointer, words: Words()).text()

        #expect(text.contains(" /visits/2/lines/0/deductible = 29.40"))
        #expect(text.contains("29.40 of 1,500.00 still unmet"))
        #expect(text.contains("#/coverage/0/plan/deductible/individual"))
        #expect(text.contains("#/visits/2/services/0/charge"))
        #expect(!text.contains("Visit 4"))
    }

    @Test("goes down to the row of the table and its publisher")
    func rows() throws {
        let request = RequestText(
            visits: RequestText.visit("2026-07-06", #"{"service": "adjust-spine-3-4"}"#),
            coverage: """
                [{"plan": "bluebird-ppo-copay", "accumulators": {"outOfPocket": \
                {"individualMet": 0}, "limits": {"treatment-visits": {"used": 0}}}}]
                """
        )
        let made = try Desk.quote(request.json)
        let text = try Explanation(of: made, at: "/today", words: Words()).text()

        #expect(text.contains(" /today = 25.00"))
        #expect(text.contains("schedules/bluebird-2026.csv:14"))
        #expect(text.contains("clinics/harbor-spine/charges.csv:12"))
        #expect(text.contains("Bluebird Health Plan (fictional), from CareQuote example"))
    }

    @Test("of a whole plan goes through every visit")
    func totals() throws {
        let explanation = try Explanation(
            of: try made(),
            at: "/totals/patientPays",
            words: Words()
        )
        let document = try JSONValue(explanation.json())
        let lines = try #require(document["lines"]).elements

        // As many lines as the claims have, see the rows of the CSV.
        #expect(lines.count == 26)
        #expect(Set(lines.compactMap { $0["visit"]?.text }).count == 16)
        #expect(lines.allSatisfy { !($0["steps"]?.elements ?? []).isEmpty })
    }
}
