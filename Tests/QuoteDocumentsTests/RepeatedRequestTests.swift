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

    /// Their frames begin alike and part at every place, so that each is found past those of others.
    @Test("are told apart where those of many come in no order", arguments: 0..<4)
    func mixed(_ part: Int) {
        var random = SplitMix64(seed: UInt64(part))
        var texts: [String] = []
        for seed in 0..<25 {
            var patient = GeneratedPatient(seed: UInt64(25 * part + seed))
            texts += (0..<6).map { _ in patient.line() }
        }
        let lines = lines(texts.shuffled(using: &random))
        let answers = answers()
        let alone = lines.map { answers.answer($0) }
        let together = all(lines, by: answers)
        #expect(together.count == lines.count)
        #expect(lines.indices.filter { together[$0] != alone[$0] }.isEmpty)
        #expect(answers.recalled > 15)
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

    /// Checks that a request after others that are like it is answered as if it were asked alone.
    ///
    /// Each is asked twice, because the first of few visits is quoted in full and the next one is
    /// learned from.
    ///
    /// - Parameters:
    ///   - first: The request before.
    ///   - second: The request.
    ///   - isRecalled: Whether it is answered without its whole quote.
    private func expectSame(_ first: String, _ second: String, isRecalled: Bool) {
        let answers = answers()
        _ = all(lines([first, first]), by: answers)
        let before = answers.recalled
        #expect(before > 0)
        let lines = lines([second, second])
        #expect(all(lines, by: answers) == lines.map { answers.answer($0) })
        #expect((answers.recalled > before) == isRecalled)
    }

    @Test("asks again for a figure of another plan year")
    func figuresOfAnotherYear() {
        // The figures of the second belong to a plan year that has ended, so it is refused.
        expectSame(
            line(
                on: "2026-12-20",
                figuresOf: "2026-12-08",
                visits: ["2026-12-21"],
                outOfPocket: false
            ),
            line(
                on: "2026-12-20",
                figuresOf: "2026-12-01",
                visits: ["2026-12-21"],
                outOfPocket: false
            ),
            isRecalled: false
        )
        // Of the plan year from 2026-12-05 nothing but what is stated is known, and of visits after
        // figures of the year before nothing need be.
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
            isRecalled: true
        )
    }

    @Test("counts a limit of the calendar year of the figures alone")
    func limitOfAnotherYear() {
        expectSame(
            line(on: "2026-12-20", figuresOf: "2026-12-20", visits: ["2027-01-11", "2027-01-12"]),
            line(on: "2027-01-05", figuresOf: "2027-01-05", visits: ["2027-01-11", "2027-01-12"]),
            isRecalled: true
        )
        // What nobody knows of the limit matters in the year of the figures alone.
        let visits = ["2027-01-11", "2027-01-12", "2027-01-13", "2027-01-14", "2027-01-15"]
        expectSame(
            line(on: "2026-12-20", figuresOf: "2026-12-20", visits: visits, used: false),
            line(on: "2027-01-05", figuresOf: "2027-01-05", visits: visits, used: false),
            isRecalled: true
        )
    }

    @Test("refuses visits before the figures, of the plan's year and of the calendar's")
    func earlyVisits() {
        let first = line(on: "2026-12-20", figuresOf: "2026-12-20", visits: ["2026-12-21"])
        expectSame(
            first,
            line(on: "2026-12-20", figuresOf: "2026-12-20", visits: ["2026-12-01"]),
            isRecalled: false
        )
        expectSame(
            first,
            line(on: "2027-01-08", figuresOf: "2027-01-08", visits: ["2026-12-21"]),
            isRecalled: false
        )
    }

    @Test("takes figures without a day for those of the day of the quote")
    func figuresOfToday() {
        expectSame(
            line(on: "2026-12-01", visits: ["2026-12-02", "2026-12-08"]),
            line(on: "2026-12-07", visits: ["2026-12-08", "2026-12-09"]),
            isRecalled: true
        )
    }

    @Test("are answered in their own years, however many of them have passed")
    func manyYears() {
        // Each year is another benefit year, and the first and the later visits differ in it.
        let years = (2026...2066).map { year in
            line(
                on: "\(year)-03-01",
                visits: ["\(year)-03-02", "\(year)-03-05"]
                    + (year.isMultiple(of: 2) ? ["\(year + 1)-03-08"] : [])
            )
        }
        let lines = lines(years + years.prefix(1))
        let answers = answers()
        #expect(all(lines, by: answers) == lines.map { answers.answer($0) })
        #expect(answers.recalled == lines.count - 1)
    }

    /// Ways in which a request can be like another and is not, and whether it is answered without
    /// its whole quote.
    static let variants: [(from: String, to: String, isRecalled: Bool)] = [
        ("", "", true),
        (#""180.00""#, #""0.00""#, true),
        (#""180.00""#, #""200.00""#, true),
        (#""180.00""#, #""180""#, true),
        (#""180.00""#, #""180.5""#, false),
        (#""180.00""#, #""0180.00""#, false),
        (#""180.00""#, #""1e2""#, false),
        (#""180.00""#, #"" 180.00""#, false),
        (#""180.00""#, #""200.01""#, false),
        (#""180.00""#, #""10000000.00""#, false),
        (#""180.00""#, #""99999999999999999999""#, false),
        (#""180.00""#, "180", true),
        (#""180.00""#, "180.00", false),
        (#""180.00""#, "180.50", false),
        (#""180.00""#, "1e2", false),
        (#""180.00""#, "null", true),
        (#"{"used": 2}"#, #"{"used": 5}"#, false),
        (#"{"used": 2}"#, #"{"used": 02}"#, false),
        (#"{"used": 2}"#, #"{"used": 2.0}"#, false),
        (#"{"used": 2}"#, #"{"used": "2"}"#, false),
        (#"{"used": 2}"#, #"{"used": 2, "used": 3}"#, false),
        (#"{"used": 2}"#, #"{"\u0075sed": 2}"#, false),
        (#""asOf": "2026-12-08""#, #""asOf": "2026-12-32""#, false),
        (#""asOf": "2026-12-08""#, #""asOf": "2026-12-8""#, false),
        (#""asOf": "2026-12-08""#, #""asOf": 20261208"#, false),
        (#""asOf": "2026-12-08""#, #""asOf": "2026-12-08", "asOf": "2026-12-09""#, false),
        (#""date": "2026-12-21""#, #""date": "2026-02-30""#, false),
        (#""date": "2026-12-21""#, #""date": "1026-12-21""#, false),
        (#""date": "2026-12-21""#, #""date": "2026-12-21", "date": "2026-12-22""#, false),
        (#""date": "2026-12-21""#, #""d\u0061te": "2026-12-21""#, false),
        (#""visits""#, #""visits": [], "visits""#, false),
        (#""coverage""#, #""coverag""#, false),
        ("]}", "]} ", true),
        ("]}", "]}}", false),
        ("]}", "]", false),
        ("]}", "],}", false),
        (#""told""#, "\"to\u{1}ld\"", false),
        (#""told""#, #""to\nld""#, false),
        (#""Acme""#, #""Ac\"me""#, true),
        (#""Acme""#, #""Ac\"#, false),
    ]

    @Test("are told from those that only look like them", arguments: variants.indices)
    func variant(_ index: Int) throws {
        let (from, to, isRecalled) = RepeatedRequestTests.variants[index]
        let first = line(on: "2026-12-08", figuresOf: "2026-12-08", visits: ["2026-12-21"])
        let other = from.isEmpty ? first : first.replacing(from, with: to, maxReplacements: 1)
        #expect(from.isEmpty || other != first)
        expectSame(first, other, isRecalled: isRecalled)
    }
}
