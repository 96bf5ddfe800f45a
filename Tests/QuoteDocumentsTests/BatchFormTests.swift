import CareModel
import CareQuote
import QuoteDocuments
import TestSupport
import Testing

@Suite("The short answers of a batch")
struct BatchFormTests {
    private let careFirst = RequestText(
        more: #", "screening": {"askedOn": "2026-11-20", "redFlags": ["ces-saddle"]}"#
    ).json

    /// The figures are those of the worked scenario in documents.md: 75.30 today, 717.96 in all.
    @Test("are what a quote comes to")
    func summary() async throws {
        var batch = BatchInMemory(WorkedScenario.asWritten.json)
        _ = try await batch.run(form: .summaries)

        let id = try Desk.quote(WorkedScenario.asWritten.json).id
        #expect(
            batch.lines == [
                #"{"id":"\#(id)","asOf":"2026-11-20","outcome":"notRecorded","visits":16,"#
                    + #""today":"75.30","low":"717.96","expected":"717.96","high":"717.96","#
                    + #""planPays":"379.84","secondaryPays":"0.00"}"#
            ]
        )
    }

    @Test("are a row under the names of the columns")
    func rows() async throws {
        var batch = BatchInMemory("\(WorkedScenario.asWritten.json)\n\n\(careFirst)\n")
        let tally = try await batch.run(form: .rows)

        let id = try Desk.quote(WorkedScenario.asWritten.json).id
        let careID = try #require(Desk.failure(careFirst)?.careFirst?.id)
        #expect(
            batch.lines == [
                "id,asOf,outcome,mode,visits,today_usd,low_usd,expected_usd,high_usd,planPays_usd,"
                    + "secondaryPays_usd,p50_usd,error",
                "\(id),2026-11-20,notRecorded,,16,75.30,717.96,717.96,717.96,379.84,0.00,,",
                ",,error,,,,,,,,,,"
                    + "\"line 2: the line is empty. Write a request in it, "
                    + "or take it out\"",
                "\(careID),2026-11-20,seekCareFirst,,,,,,,,,,",
            ]
        )
        #expect(tally.failures == 1)
    }

    @Test("give of a plan of care what half of all patients have paid")
    func planOfCare() async throws {
        let request = """
            {"asOf": "2026-11-20", "patient": {"lastSeen": null}, "coverage": [], "care": \
            {"pattern": "lbp-acute", "start": "2026-11-30", "session": {"spinalRegions": 3}}}
            """
        var batch = BatchInMemory(request)
        _ = try await batch.run(form: .summaries)

        let made = try Desk.quote(request)
        let half = try #require(made.quote.projection?.patientPays.p50)
        let answer = try #require(try batch.answers().first)
        #expect(answer["p50"]?.text == half.decimalText)
        #expect(answer["high"]?.text == made.quote.range.high.decimalText)
        #expect(half < made.quote.range.high)
    }

    private let adherent = """
        {"asOf": "2026-11-20", "patient": {"lastSeen": null}, "coverage": [], "care": \
        {"pattern": "lbp-acute", "start": "2026-11-30", "session": {"spinalRegions": 3}}}
        """

    /// The same, counting those who leave by themselves.
    private var typical: String {
        adherent.replacing(#""pattern""#, with: #""mode": "typical", "pattern""#)
    }

    @Test(
        "refuse a patient the cost of those who leave by themselves",
        arguments: [
            BatchAnswers.Form.quotes, .summaries,
        ]
    )
    func modeOfPatient(_ form: BatchAnswers.Form) async throws {
        var batch = BatchInMemory("\(adherent)\n\(typical)\n")
        let tally = try await batch.run(form: form, words: Words(audience: .patient))

        #expect(tally.failures == 1)
        let answers = try batch.answers()
        #expect(answers[0]["error"] == nil)
        #expect(answers[1]["error"]?["errors"]?[0]?["pointer"]?.text == "/care/mode")
    }

    @Test("say where some patients are taken to leave by themselves")
    func mode() async throws {
        var summaries = BatchInMemory("\(adherent)\n\(typical)\n")
        _ = try await summaries.run(form: .summaries)
        var rows = BatchInMemory("\(adherent)\n\(typical)\n")
        _ = try await rows.run(form: .rows)

        #expect(try summaries.answers().map { $0["mode"]?.text } == [nil, "typical"])
        #expect(rows.lines[1].contains(",notRecorded,,"))
        #expect(rows.lines[2].contains(",notRecorded,typical,"))
    }

    @Test("and the long ones give no price where care comes first, and that is no error")
    func seekCareFirst() async throws {
        for form in [BatchAnswers.Form.quotes, .summaries] {
            var batch = BatchInMemory(careFirst)
            let tally = try await batch.run(form: form)
            let answer = try #require(try batch.answers().first)

            let id = try #require(Desk.failure(careFirst)?.careFirst?.id)
            #expect(answer["id"]?.text == id)
            #expect(
                answer.names
                    == (form == .quotes
                        ? ["id", "asOf", "screening", "notices"] : ["id", "asOf", "outcome"])
            )
            #expect(tally.failures == 0)
        }
    }
}
