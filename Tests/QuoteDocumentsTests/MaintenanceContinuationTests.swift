import CareModel
import CareQuote
import QuoteDocuments
import TestSupport
import Testing

/// Persistent low-back pain without insurance, with visits afterwards that keep up the gain.
///
/// Worked by hand: a visit is 65.00, the first exam 125.00 and one on the way 55.00. The plan of
/// twelve visits has exams at 6 and at its checkpoint, 8: 780.00 + 125.00 + 110.00 = 1,015.00. Six
/// visits of maintenance have an exam at the sixth, visit 18: 390.00 + 55.00 = 445.00.
@Suite("Visits that keep up a gain")
struct MaintenanceContinuationTests {
    private static let met = RequestedCare.Finding(test: "gate-mcid", hasImproved: true)

    private func whole(_ maker: QuoteMaker) throws -> MadeQuote {
        try maker.quote(
            Array(
                """
                {"asOf": "2026-11-27", "patient": {"lastSeen": null}, "coverage": [], \
                "screening": {"askedOn": "2026-11-27"}, "care": {"pattern": "lbp-persistent", \
                "start": "2026-11-30", "session": {"spinalRegions": 3}, "maintenance": true}}
                """.utf8
            )
        )
    }

    private func bytes(_ made: MadeQuote) -> [UInt8] { QuoteJSON(made, words: Words()).bytes() }

    private func rest(_ count: Int, on day: String = "2026-11-27") throws -> ContinuedQuote {
        let maker = try PlannedCareText.maker()
        return try PlannedCareText.maker(on: day)
            .goingOn(after: bytes(whole(maker)), visitsDone: count, showing: Self.met)
    }

    @Test("can be gone on with, at the cost that is left", arguments: 8...17)
    func everySplit(_ count: Int) throws {
        let rest = try rest(count)
        let left = (count + 1...18).map { [1, 6, 8, 18].contains($0) ? 120 : 65 }.reduce(0, +)

        #expect(rest.made.quote.visits.map(\.number) == Array(count + 1...18))
        #expect(rest.made.quote.totals.patientPays == Money(cents: left * 100))
        #expect(rest.warnings(in: .english) == [])
        #expect(
            rest.remarks(in: .english).first?.hasSuffix("together the 1,460.00 of the whole")
                == true
        )
        #expect(rest.made.quote.visits.last?.kind == .reEvaluation)
        // Whoever is there already has been helped: nine of ten come.
        if count >= 12 {
            #expect(rest.made.quote.visits.allSatisfy { $0.probability == 0.9 })
            #expect(rest.made.quote.visits.allSatisfy { $0.careType == .maintenance })
        }
    }

    @Test("say what is left of them, and where they end")
    func words() throws {
        let made = try rest(15).made
        func page(_ language: Language) -> String {
            QuoteText(made, words: Words(language: language)).text()
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let english = page(.english)

        #expect(
            english.contains(
                "Visits to keep the gain: 3 of 6 are left, the last on Fri Jan 7, 2028, and no "
                    + "further. There is another exam at visit 18. Only if you want it"
            )
        )
        #expect(english.contains("ALL 3 LEFT YOU PAY 250.00"))
        #expect(
            page(.spanish).contains("Visitas para mantener la mejoría: quedan 3 de 6, la última")
        )
        #expect(page(.spanish).contains("FALTAN 3, PAGA 250.00"))
    }

    @Test("ask what the checkpoint of the plan before them showed")
    func openCheckpoint() throws {
        let maker = try PlannedCareText.maker()
        let error = #expect(throws: ContinuationError.self) {
            try maker.goingOn(after: bytes(whole(maker)), visitsDone: 13)
        }

        #expect(error?.lines(file: "q").first?.contains("checkpoint at visit 8 was met") == true)
    }

    /// The fourteenth visit was foreseen on May 28, 2027; from August 5 on every eight weeks there
    /// are September 30, November 24 or 26 and January 20, 2028, in the 52 weeks after February 5.
    @Test("move past the day of the quote, and not beyond their end")
    func moved() throws {
        let late = try rest(13, on: "2027-08-05").made.quote

        #expect(late.visits.first?.date.description == "2027-08-05")
        #expect(late.visits.count == 4)
        // A year after the plan nothing is left of them.
        #expect(throws: ContinuationError.self) { try rest(13, on: "2028-02-07") }
    }

    @Test("leave the next of them to a clinician after a caution")
    func caution() throws {
        let maker = try PlannedCareText.maker()
        var screening = DeskScreening()
        screening.cautions = ["osteoporosis"]
        let rest = try maker.goingOn(
            after: bytes(whole(maker)),
            visitsDone: 13,
            answering: screening
        )

        #expect(rest.made.quote.visits.map(\.date.description) == ["2027-05-28"])
        #expect(rest.made.quote.totals.patientPays == Money(cents: 55_00))
    }

    @Test("have an exam among what is looked at, beside those of the plan and why they stand")
    func exams() throws {
        let made = try whole(PlannedCareText.maker())
        let text = QuoteText(made, words: Words()).text()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let json = try JSONValue(bytes(made))["projection"]?["checkpoints"]?.elements ?? []

        #expect(
            text.contains(
                "Another exam at visit 6, Thu Dec 24: no more than 6 visits or 4 weeks pass without "
                    + "one, even close to a checkpoint."
            )
        )
        #expect(
            text.contains(
                "Visits to keep the gain: another exam after 6 of them, at visit 18, Fri Jan 7, 2028; "
                    + "they end after 52 weeks."
            )
        )
        #expect(json.compactMap { $0["visit"]?.text } == ["6", "8", "18"])
        #expect(
            json.map { $0["because"]?.text } == [
                "no more than 6 visits or 4 weeks pass without one", nil,
                "after 6 visits to keep the gain",
            ]
        )
        #expect(json.last?["patientPays"] == .null)
        #expect(json.last?["isDecision"] == .boolean(false))
    }
}
