import JSONText
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

/// What tells the frame of a request from that of another.
@Suite("The frames of requests that many patients ask")
struct RepeatedFrameTests {
    private let answers: BatchAnswers

    init() {
        let memory = TableMemory(of: TableFolder(Repository.tables))
        let maker = QuoteMaker(remembering: memory, today: Desk.today)
        answers = BatchAnswers(maker, words: Words(), form: .summaries)
    }

    /// Checks that requests are answered, one after the other, as if each were asked alone.
    ///
    /// - Parameter texts: The requests.
    /// - Returns: How many of them were answered without their whole quotes.
    private func recalled(_ texts: [String]) -> Int {
        let before = answers.recalled
        let lines = texts.enumerated().map { number, text in
            BatchLine(number: number + 1, text: .text(Array(text.utf8)))
        }
        var together: [BatchAnswer] = []
        answers.answer(lines) { together.append($0) }
        let alone = lines.map { answers.answer($0) }
        #expect(together.count == alone.count)
        let other = zip(texts, zip(together, alone)).first { $0.1.0 != $0.1.1 }?.0
        #expect(other == nil)
        return answers.recalled - before
    }

    private let plan = """
        {"id": "told", "payerName": "Acme", "planName": "PPO", "planType": "PPO", \
        "effectiveFrom": "2025-12-05", "deductible": {"individual": "200.00"}, \
        "benefitPeriod": {"kind": "contractYear", "start": "12-05"}, \
        "outOfPocketMaximum": {"individual": "310.00"}, "limits": [{"id": "a", \
        "unit": "visits", "maximum": 4, "period": "calendarYear"}], "benefits": [{\
        "category": "chiropractic", "coinsurance": "0.20", "limits": ["a"]}]}
        """

    private func visit(_ date: String, selfPay: String = "60.00") -> String {
        """
        {"date": "\(date)", "services": [{"code": "98941", "charge": "72.00", \
        "allowed": "45.10", "selfPay": "\(selfPay)"}]}
        """
    }

    private func request(_ visits: String, figures: String) -> String {
        """
        {"asOf": "2026-12-08", "visits": [\(visits)], "coverage": [{"plan": \(plan), \
        "accumulators": {\(figures)}}]}
        """
    }

    private let figures = """
        "asOf": "2026-12-08", "deductible": {"individualMet": "180.00"}, \
        "limits": {"a": {"used": 2}}, "outOfPocket": {"individualMet": "300.00"}
        """

    @Test("part at every byte of a request, in a short one and in one of many visits")
    func everyByte() {
        let dates = ["2026-12-21", "2026-12-22", "2026-12-28", "2026-12-30"]
        for count in [1, 4] {
            let visits = dates.prefix(count - 1).map { visit($0) + ", " }.joined()
            let known = request(visits + visit(dates[count - 1]), figures: figures)
            let bytes = Array(known.utf8)
            // Of many visits the last alone: those before it are of its kind.
            let start = #"{"asOf": "2026-12-08", "visits": ["#.utf8.count + visits.utf8.count
            var texts = [known, known]
            for index in (count == 1 ? 0 : start)..<bytes.count {
                var other = bytes
                let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "8")).contains(bytes[index])
                other[index] = isDigit ? bytes[index] + 1 : bytes[index] ^ 0x20
                texts.append(String(decoding: other, as: UTF8.self))
            }
            #expect(recalled(texts) > 1)
        }
    }

    @Test("end where a request ends")
    func ends() {
        let known = request(visit("2026-12-21"), figures: figures)
        // The first is quoted in full and the second one learned from; the others are wrong.
        let wrong = ["}", "]", ",", " x", "1", "\"", " {}"].map { known + $0 }
        #expect(recalled([known, known] + wrong) == 1)
        // White space is a frame of its own.
        #expect(recalled([known + " ", known + " ", known + " "]) == 2)
    }

    @Test("are not those of names that are written with escapes")
    func escapedNames() {
        // Figures of the day of the quote, and then of the plan year before, which are refused.
        let dates = ["2026-12-09", "2026-12-14", "2026-12-16", "2026-12-21", "2026-12-23"]
        let visits = dates.map { visit($0) }.joined(separator: ", ")
        let known = request(visits, figures: #""asOf": "2026-12-08""#)
        let earlier = known.replacing(
            #""accumulators": {"asOf": "2026-12-08""#,
            with: #""accumulators": {"asOf": "2026-12-04""#
        )
        let later = known.replacing(
            #"{"asOf": "2026-12-08", "v"#,
            with: #"{"asOf": "2026-12-09", "v"#
        )
        #expect(earlier != known && later != known)
        for (name, escaped) in [
            ("coverage", #"c\u006fverage"#), ("accumulators", #"accumul\u0061tors"#),
            ("asOf", #"\u0061sOf"#), ("visits", #"visit\u0073"#), ("date", #"d\u0061te"#),
        ] {
            let texts = [known, known, later, earlier, later].map {
                $0.replacing("\"\(name)\"", with: "\"\(escaped)\"")
            }
            #expect(recalled(texts) == 0)
        }
        #expect(recalled([known, known, later, earlier, later]) == 4)
    }

    @Test("have at most four kinds of visits, in the order of the first of each")
    func kinds() {
        func request(_ kinds: [Int]) -> String {
            let visits = kinds.enumerated().map { index, kind in
                visit("2027-01-\(10 + index)", selfPay: "6\(kind).00")
            }
            return self.request(visits.joined(separator: " ,\t"), figures: figures)
        }
        // The first one of each frame is quoted in full.
        #expect(recalled([request([0, 1, 0]), request([0, 1, 1, 0]), request([0, 1])]) == 2)
        #expect(recalled([request([0, 0]), request([0]), request([1]), request([1, 1])]) == 2)
        #expect(recalled([request([1, 0]), request([1, 0, 0, 1])]) == 1)
        #expect(recalled([request([0, 1, 2, 3]), request([0, 1, 2, 3, 1, 3])]) == 1)
        #expect(recalled([request([0, 1, 2, 3, 4]), request([0, 1, 2, 3, 4])]) == 0)
    }

    @Test("have at most 32 holes", arguments: [(32, 1), (33, 0)])
    func holes(_ count: Int, _ isRecalled: Int) {
        // The two days and the two amounts are four of them.
        let names = (0..<(count - 4)).map { "l\($0)" }
        let limits = names.map { #"{"id": "\#($0)", "unit": "visits", "maximum": 9}, "# }.joined()
        let used = names.map { #""\#($0)": {"used": 1}"# }.joined(separator: ", ")
        // A row has at most twenty limits.
        let rows = [names.prefix(15), names.dropFirst(15)].map { own in
            own.map { #""\#($0)""# }.joined(separator: ", ")
        }
        let text = request(visit("2026-12-21"), figures: figures)
            .replacing(#""limits": [{"#, with: #""limits": [\#(limits){"#)
            .replacing(
                #""limits": ["a"]}"#,
                with:
                    #""limits": ["a", \#(rows[0])]}, {"category": "massage", "coinsurance": "0", "limits": [\#(rows[1])]}"#
            )
            .replacing(#"{"a": {"used": 2}}"#, with: "{\(used)}")
        #expect(recalled([text, text]) == isRecalled)
    }

    @Test("are forgotten where there are too many, and learned again")
    func many() {
        let known = request(visit("2026-12-21"), figures: figures)
        let others = (0..<1_100).map { known.replacing(#""told""#, with: #""told-\#($0)""#) }
        #expect(recalled([known, known, known] + others + [known, known]) == 3)
    }

    /// A patient who was last seen more than three years before is new again: the exam of a new one
    /// is 125.00, and 60.00 that of one whom the clinic knows; an adjustment is 65.00.
    @Test("ask at every visit whether the patient is new")
    func newAgain() {
        func request(_ dates: [String]) -> String {
            let visits = dates.map {
                #"{"date": "\#($0)", "kind": "new", "session": {"spinalRegions": 3}}"#
            }
            return """
                {"asOf": "2026-11-20", "patient": {"lastSeen": "2026-10-01"}, \
                "assumePricesContinue": true, "visits": [\(visits.joined(separator: ", "))]}
                """
        }
        let near = request(["2026-12-01", "2026-12-04", "2026-12-08", "2026-12-11", "2026-12-15"])
        let far = request(["2026-12-01", "2026-12-04", "2026-12-08", "2030-01-10", "2030-01-14"])
        #expect(recalled([near, far]) == 2)
        var told: [String] = []
        answers.answer([BatchLine(number: 1, text: .text(Array(far.utf8)))]) {
            told.append(String(decoding: $0.bytes, as: UTF8.self))
        }
        // 4 × (60 + 65) and 125 + 65.
        #expect(told.first?.contains(#""expected":"690.00""#) == true)
    }
}
