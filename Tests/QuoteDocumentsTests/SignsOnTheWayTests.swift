import CareModel
import CareQuote
import QuoteDocuments
import TestSupport
import Testing

@Suite("A warning sign in the middle of a plan of care")
struct SignsOnTheWayTests {
    private func earlier(_ json: String = PlannedCareText().json) throws -> [UInt8] {
        let made = try PlannedCareText.maker().quote(Array(json.utf8))
        return QuoteJSON(made, words: Words()).bytes()
    }

    private func answers(
        redFlags: [String] = [],
        cautions: [String] = [],
        notSure: [String] = [],
        askedOn: String? = nil
    ) -> DeskScreening {
        var desk = DeskScreening()
        desk.redFlags = redFlags
        desk.cautions = cautions
        desk.notSure = notSure
        desk.askedOn = askedOn.flatMap(CalendarDate.init(isoText:))
        return desk
    }

    private func stop(
        after bytes: [UInt8],
        visitsDone: Int = 2,
        _ signs: DeskScreening
    ) throws -> CareFirst? {
        let error = #expect(throws: ContinuationError.self) {
            try PlannedCareText.maker().goingOn(
                after: bytes,
                visitsDone: visitsDone,
                answering: signs
            )
        }
        return error?.careFirst
    }

    // Visits 3 to 10 were left; none of their prices may be in any form of the answer.
    @Test("ends the rest without a price in any form of the answer")
    func emergency() throws {
        let stop = try #require(
            try stop(after: earlier(), answers(redFlags: ["ces-saddle"]))
        )
        let pages = [Words(), Words(language: .spanish)].flatMap { words in
            [
                stop.text(words), stop.csv(words), stop.html(words),
                String(decoding: stop.json(words), as: UTF8.self),
            ]
        }

        #expect(stop.screening.tier == .emergency)
        #expect(stop.endsPlan)
        for page in pages {
            #expect(!page.contains(".02") && !page.contains("2026-12-07"))
            #expect(page.contains("paid back") || page.contains("se devuelve"))
        }
    }

    @Test("comes before whatever else is wrong")
    func first() throws {
        let sign = answers(notSure: ["weight-loss"])
        let whole = try earlier()

        #expect(try stop(after: Array("no quote".utf8), sign)?.screening.tier == .urgent)
        #expect(try stop(after: whole, visitsDone: 99, sign)?.screening.tier == .urgent)
    }

    @Test("is found too where it stands in the request of the quote")
    func inTheRequest() throws {
        let text = String(decoding: try earlier(), as: UTF8.self)
        let marked = text.replacing(#""redFlags": []"#, with: #""redFlags": ["ces-saddle"]"#)
        let stop = try #require(try stop(after: Array(marked.utf8), DeskScreening()))

        #expect(marked != text)
        #expect(stop.endsPlan)
    }

    // After visit 2 a caution is told: visit 3 of December 7 is an exam, by hand 38.90 (99212) at
    // 20 percent of it, 7.78, because the deductible is met at visit 2.
    @Test("that is a caution leaves the rest to a clinician, with the price of that exam alone")
    func caution() throws {
        let rest = try PlannedCareText.maker().goingOn(
            after: earlier(),
            visitsDone: 2,
            answering: answers(cautions: ["osteoporosis"])
        )
        let quote = rest.made.quote

        #expect(quote.screening.outcome == .clinicianDecides)
        #expect(quote.projection == nil)
        #expect(quote.visits.map(\.date.description) == ["2026-12-07"])
        #expect(quote.totals.patientPays == Money(cents: 7_78))
        #expect(rest.warnings(in: .english) == [])
        #expect(
            rest.remarks(in: .english).first?.contains("8 that were left are called off") == true
        )
        #expect(rest.remarks(in: .spanish).first?.contains("quedan canceladas") == true)
        // Each visit was paid when it was made, so that nothing comes back.
        #expect(rest.remarks(in: .english).first?.hasSuffix("for that exam alone, 7.78") == true)
        #expect(rest.remarks(in: .spanish).first?.hasSuffix("solo por ese examen, 7.78") == true)
    }

    /// Six adjustments in advance for 331.50, 55.25 each; two of them are made.
    ///
    /// By hand: the other four are paid back, 4 x 55.25 = 221.00, and the exam of a patient who was
    /// seen before is 55.00 (99212). Without the caution the package cannot be divided.
    @Test(
        "that is a caution calls off an offer for several visits, and says what is paid back",
        arguments: [["osteoporosis"], []]
    )
    func offer(_ cautions: [String]) throws {
        let visits = ["11-30", "12-02", "12-07", "12-09", "12-14", "12-16"]
            .map { RequestText.session("2026-\($0)") }.joined(separator: ", ")
        let request = RequestText(
            asOf: "\"2026-11-27\"",
            visits: visits,
            more: #", "patient": {"lastSeen": "2026-10-05"}, "offers": ["package-6"]"#
        )
        let bytes = try earlier(request.json)
        func rest() throws -> ContinuedQuote {
            try PlannedCareText.maker(on: "2026-12-02").goingOn(
                after: bytes,
                visitsDone: 2,
                answering: answers(cautions: cautions)
            )
        }
        guard !cautions.isEmpty else {
            #expect(throws: ContinuationError.offer("package-6")) { try rest() }
            return
        }
        let rest = try rest()
        let remark = rest.remarks(in: .english).joined()

        #expect(rest.made.quote.screening.outcome == .clinicianDecides)
        #expect(rest.made.quote.request.offer == nil)
        #expect(rest.made.quote.totals.patientPays == Money(cents: 55_00))
        #expect(remark.contains("The 4 that were left are called off until a clinician"))
        #expect(remark.hasSuffix("for visits that were not made is paid back: 221.00"))
        #expect(rest.remarks(in: .spanish).joined().hasSuffix("se devuelve: 221.00"))
        // The page and the document say it themselves, with 331.50 - 2 x 55.25 = 221.00.
        let text = QuoteText(rest.made, words: Words()).text()
        let page = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let how =
            "331.50 was paid by then, and the 2 visits made come to 110.50: "
            + "331.50 - 110.50 = 221.00."
        #expect(page.contains("VISITS CALLED OFF The 4 visits that were left are called off"))
        #expect(page.contains("Paid back to you: 221.00. \(how)"))
        let html = QuoteHTML(rest.made, words: Words(language: .spanish)).text()
        #expect(html.contains("<h2>Visitas canceladas</h2>"))
        #expect(
            html.contains(
                "Se le devuelve: 221.00. Hasta entonces se pagaron 331.50. Las 2 visitas hechas suman "
                    + "110.50: 331.50 - 110.50 = 221.00."
            )
        )
        let json = try JSONValue(QuoteJSON(rest.made, words: Words()).bytes())["settlement"]
        #expect(json?["refund"]?.text == "221.00")
        #expect(json?["because"]?.text == how)
    }

    /// The plan began with a decision of November 27, which counts until December 25.
    @Test(
        "is there again once a clinician's decision is too old",
        arguments: [("2026-12-25", false), ("2026-12-26", true)]
    )
    func outdated(_ day: String, isTooOld: Bool) throws {
        let json = PlannedCareText().json.replacing(
            #""screening": {"askedOn": "2026-11-27"}"#,
            with: #""screening": {"askedOn": "2026-11-27", "cautions": ["osteoporosis"], "#
                + #""clearedByClinician": {"by": "Dr. Ruiz", "on": "2026-11-27"}}"#
        )
        let rest = try PlannedCareText.maker(on: day).goingOn(after: earlier(json), visitsDone: 2)
        let screening = rest.made.quote.screening

        #expect(screening.outcome == (isTooOld ? .clinicianDecides : .clear))
        #expect(screening.messages.contains { $0.id == "clearanceTooOld" } == isTooOld)
    }

    @Test("that no question asks for is refused by its option")
    func unknown() throws {
        let error = #expect(throws: ContinuationError.self) {
            try PlannedCareText.maker().goingOn(
                after: earlier(),
                visitsDone: 2,
                answering: answers(redFlags: ["no-such-sign"])
            )
        }
        let line = error?.lines(file: "q.json").first

        #expect(line?.hasPrefix("--red-flag, --caution, --not-sure: no-such-sign is not") == true)
        #expect(error?.isUsage == false)
    }

    @Test("that is not there leaves the rest as it was, with the day of the questions")
    func asked() throws {
        let rest = try PlannedCareText.maker(on: "2026-12-04").goingOn(
            after: earlier(),
            visitsDone: 2,
            answering: answers(askedOn: "2026-12-04")
        )

        #expect(rest.made.quote.visits.count == 8)
        #expect(
            rest.made.quote.request.screening?.askedOn == CalendarDate(isoText: "2026-12-04")
        )
    }

    /// A clinician cleared osteoporosis before the first visit.
    @Test(
        "keeps what a clinician cleared, and is not cleared by it",
        arguments: [("osteoporosis", true), ("night-pain", true), ("anticoagulants", false)]
    )
    func cleared(_ sign: String, staysCleared: Bool) throws {
        let json = PlannedCareText().json.replacing(
            #""screening": {"askedOn": "2026-11-27"}"#,
            with: #""screening": {"askedOn": "2026-11-27", "cautions": ["osteoporosis"], "#
                + #""clearedByClinician": {"by": "Dr. Ruiz", "on": "2026-11-27"}}"#
        )
        let rest = try PlannedCareText.maker().goingOn(
            after: earlier(json),
            visitsDone: 2,
            answering: answers(cautions: [sign])
        )
        let outcome = rest.made.quote.screening.outcome

        #expect(outcome == (staysCleared ? .clear : .clinicianDecides))
        #expect(rest.made.quote.request.screening?.present == ["osteoporosis", sign])
    }
}
