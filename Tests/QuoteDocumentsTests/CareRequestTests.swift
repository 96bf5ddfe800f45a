import CareModel
import CareQuote
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

@Suite("What a request says of a plan of care")
struct CareRequestTests {
    /// A mistake, and what is said of it.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let text: CareText
        let pointer: String
        let words: String

        var testDescription: String { "\(pointer) \(words)" }

        private init(_ pointer: String, _ words: String, _ change: (inout CareText) -> Void) {
            var text = CareText()
            change(&text)
            (self.text, self.pointer, self.words) = (text, pointer, words)
        }

        static let all: [Mistake] = [
            Mistake("/care/pattern", "\"lbp-acut\" is not a pattern of the tables. Write one of: ")
            {
                $0.choice = #""pattern": "lbp-acut""#
            },
            Mistake("/care/pattern", "is no plan by itself") {
                $0.choice = #""pattern": "maintenance""#
            },
            Mistake("/care/pattern", "and complaint: both stand here") {
                $0.choice = #""pattern": "lbp-acute", "complaint": {"region": "neck"}"#
            },
            Mistake("/care/pattern", "and complaint: neither stand here") {
                $0.choice = #""mode": "adherent""#
            },
            Mistake("/care/complaint", "Ask, and write: durationDays (For how many days") {
                $0.choice = #""complaint": {"region": "neck"}"#
            },
            Mistake("/care/complaint", "Ask, and write: region (Where does it hurt") {
                $0.choice = #""complaint": {"painScore": 4}"#
            },
            Mistake("/care/complaint/painScore", "points of pain") {
                $0.choice = #""complaint": {"region": "neck", "painScore": 11}"#
            },
            Mistake("/care/factors/1", "\"bad-luck\" is not a factor of the tables") {
                $0.care = #", "factors": ["sleep-poor", "bad-luck"]"#
            },
            Mistake("/care/weekdays", "names no day on which the clinic is open. Write some of: 1")
            {
                $0.care = #", "weekdays": [6, 7]"#
            },
            Mistake("/care/weekdays/0", "the week") { $0.care = #", "weekdays": [0]"# },
            Mistake("/care/startNoLaterThan", "is before start, 2026-11-30") {
                $0.care = #", "startNoLaterThan": "2026-11-29""#
            },
            Mistake("/care/maintenance", "do not follow lbp-acute") {
                $0.care = #", "maintenance": true"#
            },
            Mistake("/care/forecast/improved", "Write test and improved, or neither") {
                $0.care = #", "forecast": {"visitsDone": 2, "test": "visit2-any-improvement"}"#
            },
            Mistake("/care/forecast/test", "\"visit3\" is not a test of the tables") {
                $0.care = #", "forecast": {"visitsDone": 2, "test": "visit3", "improved": true}"#
            },
            Mistake("/care/forecast", "10 visits are done, and the plan has at most 10") {
                $0.care = #", "forecast": {"visitsDone": 10}"#
            },
            Mistake("/care/forecast", "the checkpoint at visit 6 was not met: the plan ends there")
            {
                $0.care =
                    #", "forecast": {"visitsDone": 6, "test": "gate-mcid", "improved": false}"#
            },
            Mistake(
                "/care/forecast",
                "does not say whether the checkpoint at visit 6 was met (Pain"
            ) {
                $0.care = #", "forecast": {"visitsDone": 7}"#
            },
            Mistake("/care/forecast", "Write \"test\": \"gate-mcid\" with \"improved\": true, or") {
                $0.care =
                    #", "forecast": {"visitsDone": 6, "test": "visit2-any-improvement", "improved": true}"#
            },
            Mistake("/patient/lastSeen", "decides which exam is billed") { $0.lastSeen = #""""# },
            Mistake("/visits", "and care: both stand here") {
                $0.care =
                    #"}, "visits": [{"date": "2026-11-30", "session": {"spinalRegions": 3}}"#
                    + #"], "payment": {"option": "perVisit""#
            },
        ]
    }

    @Test("is refused where it is wrong, and told what to write", arguments: Mistake.all)
    func mistakes(_ mistake: Mistake) throws {
        var json = mistake.text.json
        if mistake.text.lastSeen == #""""# { json = json.replacing(#""lastSeen": """#, with: "") }
        let failure = try #require(Desk.failure(json))

        #expect(failure.tables == [])
        #expect(failure.request.map(\.pointer) == [mistake.pointer])
        #expect(
            failure.request.contains { "\($0)".contains(mistake.words) },
            "\(failure.request)"
        )
    }

    @Test("is the same request, and the same quote, in its canonical form")
    func canonical() throws {
        var texts = [CareText(), .pattern("lbp-persistent"), CareText()]
        texts[0].care = """
            , "exam": "detailed", "factors": ["sleep-poor"], "weekdays": [5, 1], "mode": "typical"\
            , "startNoLaterThan": "2026-12-10"
            """
        texts[1].care = #", "maintenance": true, "forecast": {"visitsDone": 2}"#
        texts[2].choice = """
            "complaint": {"region": "low-back", "durationDays": 20, "painScore": 5, \
            "priorEpisodes": 1, "knownRecurrent": false, "functionLossPercent": 30, \
            "structural": false, "comorbid": false, "radiatingLegPain": false}
            """
        for text in texts {
            let made = try Desk.quote(text.json)
            let bytes = made.request.canonicalJSON()
            let again = try Desk.quote(bytes)

            #expect(again.id == made.id)
            #expect(again.quote == made.quote)
            #expect(again.request.canonicalJSON() == bytes)
        }
    }

    /// The detailed exam of a new patient is 99204, and of an established one 99214.
    @Test("begins with the exam that is asked for, new or established")
    func exam() throws {
        func firstExam(_ lastSeen: String, _ exam: String) throws -> String? {
            var text = CareText()
            text.lastSeen = lastSeen
            text.care = #", "exam": "\#(exam)""#
            let line = try Desk.quote(text.json).quote.visits.first?.lines.first
            return line?.priced.line.code?.description
        }
        #expect(try firstExam("null", "detailed") == "99204")
        #expect(try firstExam(#""2026-06-01""#, "detailed") == "99214")
        #expect(try firstExam("null", "brief") == "99202")
    }

    /// Two visits are done on 11-30 and 12-04, and it is 12-05: the third stands on 12-07.
    @Test("goes on after visits that are done, with their numbers and dates")
    func forecast() throws {
        var text = CareText()
        text.asOf = "2026-12-05"
        text.lastSeen = #""2026-12-04""#
        text.care = """
            , "forecast": {"visitsDone": 2, "test": "visit2-any-improvement", "improved": true}
            """
        let quote = try Desk.quote(text.json).quote
        let cost = try #require(quote.projection)

        #expect(quote.visits.map(\.number) == Array(3...10))
        #expect(quote.visits.first?.date.description == "2026-12-07")
        #expect(quote.visits.first?.kind == .followUp)
        #expect(cost.outcomes.map(\.visits) == Array(3...10))
        #expect(abs(cost.outcomes.map(\.probability).reduce(0, +) - 1) < 1e-12)
        // More are helped than before it was known, so fewer stop at the checkpoint.
        let before = try #require(try Desk.quote(CareText().json).quote.projection)
        let stops = cost.plan.projection.course.probability(because: .stopRule)
        #expect(stops < before.plan.projection.course.probability(because: .stopRule))
        #expect(before.plan.projection.course.probability(because: .stopRule) > 0.2)
    }

    /// It is 12-10, three days after the third visit was to be: it moves to that day, a Thursday,
    /// and the others follow it.
    @Test("moves the visits that are left past the day of the quote")
    func late() throws {
        var text = CareText()
        text.asOf = "2026-12-10"
        text.lastSeen = #""2026-12-04""#
        text.care = #", "forecast": {"visitsDone": 2}"#
        let dates = try Desk.quote(text.json).quote.visits.map(\.date.description)

        // 12-10, then 3.5 days: 12-13.5 is nearest to Monday 12-14, and 12-17.
        #expect(Array(dates.prefix(3)) == ["2026-12-10", "2026-12-14", "2026-12-17"])
    }

    /// The fourth of July of 2026 is a Saturday, so Friday the 3rd is the holiday and Monday open.
    ///
    /// 5 U.S.C. 6103(b) sets the Friday; the clinic's own list has no day of that July.
    @Test(
        "keeps holidays of any year after the plan began",
        arguments: ["2022-01-03", "2026-06-22"]
    )
    func holidaysMuchLater(start: String) throws {
        var text = CareText()
        text.start = start
        text.asOf = "2026-07-03"
        text.lastSeen = #""2026-06-26""#
        text.care = #", "forecast": {"visitsDone": 2}"#
        let visits = try Desk.quote(text.json).quote.visits

        #expect(visits.first?.date.description == "2026-07-06")
    }

    /// A headache that nobody has traced to the neck has no published plan.
    @Test("prices one visit where no plan is published")
    func noPlan() throws {
        var text = CareText()
        text.choice = #""complaint": {"region": "other"}"#
        let made = try Desk.quote(text.json)

        #expect(made.quote.projection == nil)
        #expect(made.quote.visits.map(\.date.description) == ["2026-11-30"])
        #expect(made.quote.totals.patientPays == Money(cents: 107_54))
        #expect(
            made.quote.notices.contains { if case .singleVisit = $0 { true } else { false } }
        )
        #expect(
            QuoteText(made, words: Words(catalog: made.catalog)).text()
                .contains("one visit is priced and nothing")
        )
    }

    /// Six visits every eight weeks after the twelfth.
    ///
    /// That is on Friday, 2027-02-05: 04-02, 05-28, 07-23, 09-17, 11-12, 2028-01-07. Of 100 patients some 58 go on, of whom 9 of 10 come.
    @Test("adds maintenance only where it is asked for, after the plan")
    func maintenance() throws {
        var text = CareText.pattern("lbp-persistent")
        let without = try Desk.quote(text.json).quote
        text.care = #", "maintenance": true"#
        let quote = try Desk.quote(text.json).quote
        let cost = try #require(quote.projection)
        let upkeep = try #require(cost.maintenance)

        #expect(without.visits.allSatisfy { $0.careType == .active })
        #expect(without.projection?.maintenance == nil)
        #expect(
            quote.visits.filter { $0.careType == .maintenance }.map(\.date.description) == [
                "2027-04-02", "2027-05-28", "2027-07-23", "2027-09-17", "2027-11-12",
                "2028-01-07",
            ]
        )
        #expect(quote.visits.last?.kind == .reEvaluation)
        #expect(cost.outcomes.map(\.patientPays) == without.projection?.outcomes.map(\.patientPays))
        #expect(
            upkeep.patientPays
                == quote.totals.patientPays - without.totals.patientPays
        )
        let course = cost.plan.projection.course
        let helped = course.probability(because: .goals) + course.probability(because: .cap)
        #expect(quote.visits.last.map { abs($0.probability - 0.9 * helped) < 1e-12 } == true)
    }
}
