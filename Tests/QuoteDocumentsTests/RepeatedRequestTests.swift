import JSONText
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

@Suite("Requests that many patients ask")
struct RepeatedRequestTests {
    private func answers(_ form: BatchAnswers.Form = .summaries) -> BatchAnswers {
        let memory = TableMemory(of: TableFolder(Repository.tables))
        let maker = QuoteMaker(remembering: memory, today: Desk.today)
        return BatchAnswers(maker, words: Words(), form: form)
    }

    private func lines(_ texts: [String]) -> [BatchLine] {
        texts.enumerated().map { number, text in
            BatchLine(number: number + 1, text: .text(Array(text.utf8)))
        }
    }

    private func all(_ lines: [BatchLine], by answers: BatchAnswers) -> [BatchAnswer] {
        var made: [BatchAnswer] = []
        answers.answer(lines) { made.append($0) }
        return made
    }

    @Test("are answered as if each were asked alone", arguments: 0..<150)
    func generated(_ seed: Int) throws {
        var patient = GeneratedPatient(seed: UInt64(seed))
        let lines = lines((0..<12).map { _ in patient.line() })
        let answers = answers()
        let alone = lines.map { answers.answer($0) }
        let together = all(lines, by: answers)
        for (index, line) in lines.enumerated() where together[index] != alone[index] {
            let texts = [line.text.bytes, together[index].bytes, alone[index].bytes]
                .map { String(decoding: $0, as: UTF8.self) }
            Issue.record("\(texts[0])\n is \(texts[1])\n and not \(texts[2])")
        }
        #expect(together.count == lines.count)
    }

    @Test("are for the most part answered by their days and figures alone")
    func recalled() {
        var recalled = 0
        for seed in 0..<40 as Range<UInt64> {
            var patient = GeneratedPatient(seed: seed)
            let answers = answers()
            _ = all(lines((0..<10).map { _ in patient.line() }), by: answers)
            recalled += answers.recalled
        }
        // Of 400 lines many take the whole quote, because of their plans and of figures that are
        // wrong, not in order or not of the plan; these are generated on purpose.
        #expect(recalled > 100)
        #expect(recalled < 400)
    }

    /// A request with one limit in each calendar year and plan years from December 5.
    private func line(
        on day: String,
        figuresOf figures: String? = nil,
        visits: [String],
        outOfPocket: Bool = true,
        used: Bool = true
    ) -> String {
        let asOf = figures.map { #""asOf": "\#($0)", "# } ?? ""
        let spent = outOfPocket ? #", "outOfPocket": {"individualMet": "300.00"}"# : ""
        let limit = used ? #"{"a": {"used": 2}}"# : "{}"
        let dates = visits.map { date in
            """
            {"date": "\(date)", "services": [{"code": "98941", "charge": "72.00", \
            "allowed": "45.10", "selfPay": "60.00"}]}
            """
        }
        return """
            {"asOf": "\(day)", "visits": [\(dates.joined(separator: ", "))], "coverage": [{"plan": \
            {"id": "told", "payerName": "Acme", "planName": "PPO", "planType": "PPO", \
            "effectiveFrom": "2025-12-05", "deductible": {"individual": "200.00"}, \
            "benefitPeriod": {"kind": "contractYear", "start": "12-05"}, \
            "outOfPocketMaximum": {"individual": "310.00"}, "limits": [{"id": "a", \
            "unit": "visits", "maximum": 4, "period": "calendarYear"}], "benefits": [{\
            "category": "chiropractic", "coinsurance": "0.20", "limits": ["a"]}]}, \
            "accumulators": {\(asOf)"deductible": {"individualMet": "180.00"}, \
            "limits": \(limit)\(spent)}}]}
            """
    }

    /// Checks that the second of two requests of one frame is answered as if it were asked alone.
    private func expectSame(_ first: String, _ second: String, recalled: Int) {
        let lines = lines([first, second])
        let answers = answers()
        let alone = lines.map { answers.answer($0) }
        #expect(all(lines, by: answers) == alone)
        #expect(answers.recalled == recalled)
    }

    @Test("asks again for a figure of another plan year")
    func figuresOfAnotherYear() {
        // Of the plan year from 2026-12-05 nothing is known but what is stated, and of visits after
        // it nothing need be.
        expectSame(
            line(
                on: "2026-12-20",
                figuresOf: "2026-12-01",
                visits: ["2026-12-21"],
                outOfPocket: false
            ),
            line(
                on: "2026-12-20",
                figuresOf: "2026-12-08",
                visits: ["2026-12-21"],
                outOfPocket: false
            ),
            // The figures of the first belong to a year that has ended, so it is refused.
            recalled: 1
        )
        expectSame(
            line(
                on: "2026-12-01",
                figuresOf: "2026-12-01",
                visits: ["2026-12-21"],
                outOfPocket: false
            ),
            line(
                on: "2026-12-08",
                figuresOf: "2026-12-08",
                visits: ["2026-12-21"],
                outOfPocket: false
            ),
            recalled: 2
        )
    }

    @Test("counts a limit of the calendar year of the figures alone")
    func limitOfAnotherYear() {
        expectSame(
            line(on: "2026-12-20", figuresOf: "2026-12-20", visits: ["2027-01-11", "2027-01-12"]),
            line(on: "2027-01-05", figuresOf: "2027-01-05", visits: ["2027-01-11", "2027-01-12"]),
            recalled: 2
        )
        // What nobody knows of the limit matters in the year of the figures alone.
        let visits = ["2027-01-11", "2027-01-12", "2027-01-13", "2027-01-14", "2027-01-15"]
        expectSame(
            line(on: "2026-12-20", figuresOf: "2026-12-20", visits: visits, used: false),
            line(on: "2027-01-05", figuresOf: "2027-01-05", visits: visits, used: false),
            recalled: 2
        )
    }

    @Test("refuses visits before the figures, of the plan's year and of the calendar's")
    func earlyVisits() {
        let first = line(on: "2026-12-20", figuresOf: "2026-12-20", visits: ["2026-12-21"])
        expectSame(
            first,
            line(on: "2026-12-20", figuresOf: "2026-12-20", visits: ["2026-12-01"]),
            recalled: 1
        )
        expectSame(
            first,
            line(on: "2027-01-08", figuresOf: "2027-01-08", visits: ["2026-12-21"]),
            recalled: 1
        )
    }

    @Test("takes figures without a day for those of the day of the quote")
    func figuresOfToday() {
        expectSame(
            line(on: "2026-12-01", visits: ["2026-12-02", "2026-12-08"]),
            line(on: "2026-12-07", visits: ["2026-12-08", "2026-12-09"]),
            recalled: 2
        )
    }
}
