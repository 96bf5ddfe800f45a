import CareModel
import CareQuote
import QuoteDocuments
import TestSupport
import Testing

@Suite("A plan of care that goes on in the middle")
struct CareContinuationTests {
    private static let met = RequestedCare.Finding(test: "gate-mcid", hasImproved: true)

    private func asJSON(_ made: MadeQuote) -> [UInt8] { QuoteJSON(made, words: Words()).bytes() }

    @Test("costs with the visits done what the whole costs, on the same days", arguments: 1...9)
    func everySplit(_ count: Int) throws {
        let maker = try PlannedCareText.maker()
        let whole = try maker.quote(PlannedCareText().bytes)
        let rest = try maker.goingOn(
            after: asJSON(whole),
            visitsDone: count,
            showing: count < 6 ? nil : Self.met
        )
        let done = whole.quote.visits.prefix(count).map(\.amounts.patientPays).sum()

        // The whole by hand: 137.70, 42.86, 3 × 9.02, 16.80, 2 × 9.02, 65.00 and 46.00.
        #expect(whole.quote.totals.patientPays == Money(cents: 353_46))
        #expect(done + rest.made.quote.totals.patientPays == Money(cents: 353_46))
        #expect(rest.made.quote.visits.map(\.number) == Array(count + 1...10))
        #expect(
            rest.made.quote.visits.map(\.date) == whole.quote.visits.dropFirst(count).map(\.date)
        )
        #expect(rest.warnings(in: .english) == [])
        let before = try #require(whole.quote.projection).outcomes.dropFirst(count)
        let after = try #require(rest.made.quote.projection).outcomes
        #expect(after.map { done + $0.patientPays } == before.map(\.patientPays))
        let chance = after.map(\.probability).reduce(0, +)
        #expect(abs(chance - 1) < 1e-9)
    }

    @Test("can be gone on from again")
    func chained() throws {
        let maker = try PlannedCareText.maker()
        let whole = try maker.quote(PlannedCareText().bytes)
        let once = try maker.goingOn(after: asJSON(whole), visitsDone: 6, showing: Self.met)
        let twice = try maker.goingOn(after: asJSON(once.made), visitsDone: 2)

        // Visits 9 and 10 are left: 65.00 and 46.00.
        #expect(twice.made.quote.visits.map(\.number) == [9, 10])
        #expect(twice.made.quote.totals.patientPays == Money(cents: 111_00))
        #expect(twice.made.quote.request.care?.visitsDone == 8)
        // The checkpoint was met at visit 6, which stays known.
        #expect(twice.made.quote.request.care?.progress?.test == "gate-mcid")
    }

    /// Visit 6 is the checkpoint of this plan.
    @Test("asks what the checkpoint showed, at it and beyond it", arguments: [6, 7, 9])
    func openCheckpoint(_ count: Int) throws {
        let maker = try PlannedCareText.maker()
        let whole = asJSON(try maker.quote(PlannedCareText().bytes))
        let early = RequestedCare.Finding(test: "visit2-any-improvement", hasImproved: true)
        for finding in [nil, early] {
            let error = try #require(
                #expect(throws: ContinuationError.self) {
                    try maker.goingOn(after: whole, visitsDone: count, showing: finding)
                }
            )

            #expect(!error.isUsage)
            #expect(
                error.lines(file: "q.json") == [
                    "--visits-done: \(count) visits of the plan are done, and nobody says whether the "
                        + "checkpoint at visit 6 was met (Pain or function is better by 30 percent, or "
                        + "by the least change that matters on its scale). Write --test gate-mcid "
                        + "--improved yes, or --improved no, which ends the plan there"
                ]
            )
            #expect(
                error.lines(file: "q.json", in: .spanish).first?.hasPrefix(
                    "--visits-done: van \(count) visitas del plan, y nadie dice si se cumplió la "
                        + "revisión de la visita 6 (El dolor o la función mejoró"
                ) == true
            )
        }
    }

    /// Headache from the neck has checkpoints at visits 6 and 12.
    @Test("asks again at the next checkpoint, whatever the one before showed")
    func nextCheckpoint() throws {
        var text = PlannedCareText()
        text.choice = #""pattern": "cgh-persistent""#
        let maker = try PlannedCareText.maker()
        let once = try maker.goingOn(
            after: asJSON(try maker.quote(text.bytes)),
            visitsDone: 7,
            showing: Self.met
        )
        let second = asJSON(once.made)

        #expect(
            try maker.goingOn(after: second, visitsDone: 4).made.quote.visits.first?.number == 12
        )
        let error = #expect(throws: ContinuationError.self) {
            try maker.goingOn(after: second, visitsDone: 5)
        }
        #expect(error?.lines(file: "q").first?.contains("checkpoint at visit 12 was met") == true)
    }

    @Test("has amounts that are still to pay, and none that was paid")
    func stillToPay() throws {
        let maker = try PlannedCareText.maker()
        let whole = try maker.quote(PlannedCareText().bytes)
        let rest = try maker.goingOn(after: asJSON(whole), visitsDone: 2).made
        let text = QuoteText(rest, words: Words()).text()
        let html = QuoteHTML(rest, words: Words()).text()
        let spanish = QuoteHTML(rest, words: Words(language: .spanish)).text()

        #expect(text.contains("Still to pay") && !text.contains("You paid"))
        #expect(html.contains("Your last visit, and what is still to pay until then"))
        #expect(html.contains("9.02 still to pay.") && !html.contains("9.02 paid"))
        #expect(spanish.contains("Su última visita, y lo que falta pagar hasta entonces"))
        #expect(spanish.contains(">Falta pagar<") && !spanish.contains("pagados"))
        // Before the first visit it is what is paid by then.
        #expect(QuoteText(whole, words: Words()).text().contains("You paid"))
        #expect(QuoteHTML(whole, words: Words()).text().contains("what you will have paid by then"))
    }

    @Test("keeps what a test showed, and the plan then is another than without it")
    func finding() throws {
        let maker = try PlannedCareText.maker()
        let whole = try maker.quote(PlannedCareText().bytes)
        let improved = RequestedCare.Finding(test: "visit2-any-improvement", hasImproved: true)
        let better = try maker.goingOn(after: asJSON(whole), visitsDone: 2, showing: improved).made
        let silent = try maker.goingOn(after: asJSON(whole), visitsDone: 2).made

        #expect(
            better.quote.request.care?.progress
                == RequestedCare.Progress(
                    visitsDone: 2,
                    test: "visit2-any-improvement",
                    hasImproved: true
                )
        )
        let stopped = [better, silent].map { made in
            made.quote.projection?.plan.projection.course.probability(because: .stopRule) ?? 0
        }
        #expect(stopped[0] < stopped[1])
        #expect(better.quote.totals.patientPays == silent.quote.totals.patientPays)
    }

    @Test("says in both languages that a test is of a plan of care")
    func noPlanInWords() {
        let error = ContinuationError.noPlan(test: "visit2-any-improvement")

        #expect(
            error.lines(file: "q.json") == [
                "--test: visit2-any-improvement bears on a plan of care, and the quote gives its "
                    + "visits. Leave --test and --improved out"
            ]
        )
        #expect(
            error.lines(file: "q.json", in: .spanish) == [
                "--test: visit2-any-improvement es para un plan de cuidado, y la cotización da sus "
                    + "visitas. Quite --test y --improved"
            ]
        )
    }

    @Test("ends where a checkpoint was not met")
    func missedGate() throws {
        let maker = try PlannedCareText.maker()
        let whole = asJSON(try maker.quote(PlannedCareText().bytes))
        let missed = RequestedCare.Finding(test: "gate-mcid", hasImproved: false)
        let error = #expect(throws: ContinuationError.self) {
            try maker.goingOn(after: whole, visitsDone: 6, showing: missed)
        }

        #expect(
            error?.lines(file: "q.json").first?
                .contains("says that the checkpoint at visit 6 was not met: the plan ends there")
                == true
        )
    }

    @Test("refuses a test where the quote gives its visits")
    func noPlan() throws {
        let maker = try PlannedCareText.maker()
        let visits = [RequestText.visit("2026-11-30"), RequestText.visit("2026-12-02")]
        let request = RequestText(visits: visits.joined(separator: ", "))
        let whole = asJSON(try maker.quote(Array(request.json.utf8)))
        let finding = RequestedCare.Finding(test: "gate-mcid", hasImproved: true)

        #expect(throws: ContinuationError.noPlan(test: "gate-mcid")) {
            try maker.goingOn(after: whole, visitsDone: 1, showing: finding)
        }
        #expect(ContinuationError.noPlan(test: "gate-mcid").isUsage)
    }

    @Test("plans visits anew whose days have passed, and says so")
    func moved() throws {
        let whole = asJSON(try PlannedCareText.maker().quote(PlannedCareText().bytes))
        // Visit 3 was foreseen on Monday, December 7; the quote is made on Friday, the 18th.
        let rest = try PlannedCareText.maker(on: "2026-12-18").goingOn(after: whole, visitsDone: 2)

        #expect(rest.made.quote.visits.first?.date.description == "2026-12-18")
        #expect(rest.made.quote.visits.first?.number == 3)
        #expect(rest.warnings(in: .english).count == 1)
        #expect(
            rest.warnings(in: .english).first?.hasPrefix(
                "visit 3 was foreseen on 2026-12-07, which has passed: it and those after it are "
                    + "planned anew from 2026-12-18"
            ) == true
        )
    }
}
