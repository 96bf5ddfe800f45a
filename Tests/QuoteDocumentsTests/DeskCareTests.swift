import CareModel
import CareQuote
import JSONText
import QuoteDocuments
import TestSupport
import Testing

@Suite("A plan of care from options")
struct DeskCareTests {
    private static let start = CalendarDate(isoText: "2026-11-30")

    private func problem(
        of care: DeskCare,
        start: CalendarDate? = start,
        hasVisits: Bool = false
    ) -> String? {
        do throws(DeskProblem) {
            try care.checkTogether(start: start, hasVisits: hasVisits)
            return nil
        } catch {
            return error.lines.joined()
        }
    }

    private func acute(_ change: (inout DeskCare) -> Void = { _ in }) -> DeskCare {
        var care = DeskCare()
        care.pattern = "lbp-acute"
        change(&care)
        return care
    }

    @Test("may be a pattern or a complaint, and not both or visits beside it")
    func together() {
        var complaint = DeskCare()
        complaint.region = .lowBack
        complaint.numbers = [.durationDays: 10, .painScore: 6]
        complaint.answers = [.knownRecurrent: false]

        #expect(problem(of: acute()) == nil)
        #expect(problem(of: complaint) == nil)
        #expect(problem(of: DeskCare()) == nil)
        #expect(
            problem(of: acute { $0.region = .neck })?.hasPrefix(
                "--pattern and --complaint are both"
            )
                == true
        )
        #expect(problem(of: acute(), hasVisits: true)?.hasPrefix("--visits goes without") == true)
    }

    @Test(
        "refuses a piece of a complaint without the complaint",
        arguments: Complaint.Item.allCases.filter { $0 != .region }
    )
    func pieces(_ item: Complaint.Item) {
        var care = acute()
        if item.isYesOrNo { care.answers[item] = false } else { care.numbers[item] = 1 }
        let option = DeskCare.option(for: item)

        #expect(
            problem(of: care) == "\(option) goes with --complaint REGION, such as low-back."
        )
    }

    @Test("refuses what bears on a plan of care where none is asked for")
    func details() {
        let changes: [(String, (inout DeskCare) -> Void)] = [
            ("--factor", { $0.factors = ["smoker"] }), ("--exam", { $0.exam = .brief }),
            ("--mode", { $0.mode = .typical }),
            ("--start-no-later-than", { $0.startNoLaterThan = Self.start }),
            ("--forecast-visits", { $0.visitsDone = 2 }),
            ("--test", { $0.test = "gate-mcid" }), ("--improved", { $0.hasImproved = true }),
        ]
        for (option, change) in changes {
            var care = DeskCare()
            change(&care)
            let expected = "\(option) goes with --pattern ID or --complaint REGION."

            #expect(problem(of: care, hasVisits: true) == expected)
            #expect(care.isGiven)
        }
    }

    @Test("refuses a test without its answer or its visits, and a last start before the first")
    func tests() {
        let unanswered = acute {
            $0.test = "gate-mcid"
            $0.visitsDone = 6
        }
        let unasked = acute { $0.hasImproved = true }
        let undone = acute {
            $0.test = "gate-mcid"
            $0.hasImproved = true
        }
        let early = acute { $0.startNoLaterThan = Self.start?.adding(days: -1) }

        #expect(problem(of: unanswered)?.hasPrefix("--test and --improved go together") == true)
        #expect(problem(of: unasked)?.hasPrefix("--test and --improved go together") == true)
        #expect(problem(of: undone)?.hasPrefix("--test goes with --forecast-visits N") == true)
        #expect(
            problem(of: early)
                == "--start-no-later-than 2026-11-29 is before --start 2026-11-30. Write that day "
                + "or a later one."
        )
        #expect(problem(of: acute { $0.startNoLaterThan = Self.start }) == nil)
    }

    @Test("is written as a request holds it, every part once")
    func written() throws {
        var care = DeskCare()
        care.region = .lowBack
        care.numbers = [
            .durationDays: 10, .painScore: 6, .priorEpisodes: 1, .functionLossPercent: 20,
        ]
        care.answers = [.knownRecurrent: true, .structural: false]
        care.factors = ["smoker", "sleep-poor"]
        care.exam = .brief
        care.mode = .typical
        care.startNoLaterThan = CalendarDate(isoText: "2026-12-04")
        care.visitsDone = 2
        care.test = "visit2-any-improvement"
        care.hasImproved = true
        var json = JSONWriter(layout: .canonical)
        care.write(
            start: try #require(Self.start),
            weekdays: [.thursday, .monday],
            hasMaintenance: true,
            to: &json
        ) { json in
            json.beginObject()
            json.key("spinalRegions")
            json.integer(3)
            json.endObject()
        }

        // Spelled out by hand from the specification of care.
        let expected =
            #"{"complaint":{"durationDays":10,"functionLossPercent":20,"knownRecurrent":true,"#
            + #""painScore":6,"priorEpisodes":1,"region":"low-back","structural":false},"#
            + #""exam":"brief","factors":["smoker","sleep-poor"],"#
            + #""forecast":{"improved":true,"test":"visit2-any-improvement","visitsDone":2},"#
            + #""maintenance":true,"mode":"typical","session":{"spinalRegions":3},"#
            + #""start":"2026-11-30","startNoLaterThan":"2026-12-04","weekdays":[1,4]}"#
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test("names as options what a complaint leaves open")
    func open() {
        let choice = #""complaint": {"region": "low-back", "durationDays": 10}"#
        let failure = Desk.failure(PlannedCareText(choice: choice).json)

        #expect(failure?.openItems == [.painScore, .priorEpisodes, .knownRecurrent])
        #expect(
            failure?.openItems.map(DeskCare.example)
                == ["--pain N", "--episodes N", "--recurrent or --no-recurrent"]
        )
    }
}
