import CareModel
import CareQuote
import QuoteDocuments
import TestSupport
import Testing

@Suite("An explanation of a plan of care")
struct ProjectionExplanationTests {
    private func made() throws -> MadeQuote {
        try PlannedCareText.maker().quote(PlannedCareText().bytes)
    }

    /// Worked by hand from the visits one by one.
    ///
    /// The patient pays 137.70, 42.86, 3 × 9.02, 16.80, 2 × 9.02, 65.00 and 46.00; the plan 0,
    /// 2.24, 3 × 36.08, 67.20, 2 × 36.08, 0 and 0. In half of all cases care has ended by visit 6,
    /// in a tenth by visit 2, in nine tenths by visit 10.
    @Test(
        "has the running sum that its pointer names",
        arguments: [
            ("/projection/patientPays/p10", "180.56", 2),
            ("/projection/patientPays/p50", "224.42", 6),
            ("/projection/patientPays/p90", "353.46", 10),
            ("/projection/planPays/p10", "2.24", 2), ("/projection/planPays/p50", "177.68", 6),
            ("/projection/distribution/0/patientPays", "137.70", 1),
            ("/projection/distribution/3/patientPays", "198.60", 4),
            ("/projection/distribution/3/planPays", "74.40", 4),
            ("/projection/distribution/9/patientPays", "353.46", 10),
        ]
    )
    func sums(_ pointer: String, _ amount: String, _ visits: Int) throws {
        let explanation = try Explanation(of: try made(), at: pointer, words: Words())
        let document = try JSONValue(explanation.json())
        let parts = document["lines"]?.elements.compactMap { $0["amount"]?.text }
        let cents = parts?.compactMap { Money(decimalText: $0) }.sum()

        #expect(document["amount"]?.text == amount)
        #expect(document["course"]?["visits"]?.text == "\(visits)")
        #expect(
            Set(document["lines"]?.elements.compactMap { $0["visit"]?.text } ?? []).count == visits
        )
        #expect(cents?.decimalText == amount)
        let text = explanation.text()
        #expect(
            text.contains(visits == 1 ? "Visit 1: care ends" : "The sum of visits 1 to \(visits)")
        )
        #expect(text.contains("\(amount)\n"))
    }

    @Test(
        "is refused where the pointer names no amount of the projection",
        arguments: [
            "/projection", "/projection/patientPays", "/projection/patientPays/mean",
            "/projection/visits/p50", "/projection/distribution/10/patientPays",
            "/projection/distribution/03/patientPays", "/projection/distribution/3",
            "/projection/distribution/3/probability", "/projection/charge/p50",
        ]
    )
    func refused(_ pointer: String) throws {
        let made = try made()
        let error = #expect(throws: ExplanationError.self) {
            try Explanation(of: made, at: pointer, words: Words())
        }

        #expect(error?.description.contains("/projection/distribution/N/patientPays") == true)
        #expect(error?.description.contains("where N is 0 to 9; planPays") == true)
    }

    @Test("is refused, and not advised, where the request gives the visits")
    func noProjection() throws {
        let made = try Desk.quote(RequestText().json)
        let error = #expect(throws: ExplanationError.self) {
            try Explanation(of: made, at: "/projection/patientPays/p50", words: Words())
        }

        #expect(error?.description.contains("/projection/patientPays/p50'") == true)
        #expect(error?.description.contains("distribution") == false)
    }

    @Test("goes on from the visits that are done, in Spanish too")
    func rest() throws {
        let maker = try PlannedCareText.maker()
        let whole = QuoteJSON(try made(), words: Words()).bytes()
        let rest = try maker.goingOn(after: whole, visitsDone: 2).made
        let explanation = try Explanation(
            of: rest,
            at: "/projection/distribution/1/patientPays",
            words: Words(language: .spanish)
        )

        // Visits 3 and 4 at 9.02.
        #expect(try JSONValue(explanation.json())["amount"]?.text == "18.04")
        #expect(explanation.text().contains("La suma de las visitas 3 a 4"))
    }

    @Test("stands beside the comparison of the headline and of the longest course")
    func compared() throws {
        let comparison = try PlannedCareText.maker().compare(
            PlannedCareText().bytes,
            name: "r.json",
            under: ["acme-ppo-1500", "self-pay"]
        )
        let json = try JSONValue(comparison.json(words: Words()))
        let rows = comparison.csv(words: Words()).split(separator: "\n")

        // Self-pay: the first visit with its exam 65.00 + 125.00, then 65.00, the sixth with an exam
        // of 55.00 besides: 570.00 for six visits and 830.00 for ten.
        #expect(json[0]?["headline"]?.text == "224.42")
        #expect(json[0]?["patientPays"]?.text == "353.46")
        #expect(json[1]?["headline"]?.text == "570.00")
        #expect(json[1]?["patientPays"]?.text == "830.00")
        #expect(
            rows.first?.hasPrefix("name,id,allowed,today_usd,headline_usd,patientPays_usd") == true
        )
        let text = ComparisonText(comparison, words: Words()).text()
        #expect(text.contains("YOU PAY BY THEN           224.42"))
    }

    @Test("compares no headline with a request that gives the same visits")
    func mixed() throws {
        let care = try made()
        let visits = care.quote.visits.map { visit in
            let kind = visit.kind.rawValue
            return
                #"{"date": "\#(visit.date)", "kind": "\#(kind)", "session": {"spinalRegions": 3}}"#
        }
        let request = RequestText(
            asOf: "\"2026-11-27\"",
            visits: visits.joined(separator: ", "),
            more: #", "patient": {"lastSeen": null}"#
        )
        let comparison = try PlannedCareText.maker().compare([
            ("care.json", PlannedCareText().bytes), ("visits.json", Array(request.json.utf8)),
        ])
        // What stands in the last column has commas of its own.
        let rows = comparison.csv(words: Words()).split(separator: "\n").map { row in
            row.prefix { $0 != "\"" }.split(separator: ",", omittingEmptySubsequences: false).count
        }

        #expect(Set(rows).count == 1)
        #expect(!comparison.csv(words: Words()).contains("headline"))
    }
}
