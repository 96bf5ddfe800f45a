import CareModel
import CareQuote
import FoundationEssentials
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

@Suite("The screening questions, one by one")
struct ScreeningInterviewTests {
    private func interview(_ region: BodyRegion? = nil) throws -> ScreeningInterview {
        var tables = PriceTables(root: Repository.tables)
        return ScreeningInterview(
            try tables.screening(),
            region: region,
            askedOn: try #require(CalendarDate(isoText: "2026-11-27"))
        )
    }

    /// The result after all questions, each answered with no but for some.
    private func asked(
        _ region: BodyRegion? = nil,
        _ answers: [String: String] = [:]
    ) throws -> ScreeningInterview {
        var interview = try interview(region)
        while case .asks(let item) = interview.state { interview.answer(answers[item.id] ?? "n") }
        return interview
    }

    @Test(
        "are answered in either language, however it is typed",
        arguments: [
            ("y", ScreeningInterview.Answer.yes), ("Yes", .yes), (" YES! ", .yes), ("sí", .yes),
            ("SÍ", .yes), ("si", .yes), ("s", .yes), ("n", .no), ("No.", .no), ("?", .notSure),
            ("not sure", .notSure), ("Not  sure.", .notSure), ("no sé", .notSure),
            ("no se", .notSure), ("unsure", .notSure),
        ]
    )
    func understood(_ text: String, _ answer: ScreeningInterview.Answer) {
        #expect(ScreeningInterview.Answer(text) == answer)
    }

    @Test("take no other answer", arguments: ["", " ", "yn", "maybe", "1", "nope", "no yes", "??"])
    func notUnderstood(_ text: String) {
        #expect(ScreeningInterview.Answer(text) == nil)
    }

    /// The published list has 37 questions; 6 of them are about the neck and the head only, and
    /// 3 about the low back or a leg only (2 about both legs, 1 about the belly).
    @Test("are those of the part of the body, or all of them")
    func regions() throws {
        #expect(try interview().left == 37)
        #expect(try interview(.lowBack).left == 31)
        #expect(try interview(.neck).left == 34)
    }

    @Test("end with a plan where every answer is no")
    func clear() throws {
        let interview = try asked(.lowBack)
        guard case .isOver(let result) = interview.state else {
            Issue.record("still asks")
            return
        }

        #expect(result.outcome == .clear)
        #expect(result.messages == [])
        #expect(interview.left == 0)
        #expect(interview.careFirst == nil)
    }

    @Test("stop at the first emergency sign, or not sure on one", arguments: ["y", "?"])
    func emergency(_ text: String) throws {
        var interview = try interview()
        interview.answer("n")
        interview.answer(text)
        guard case .isOver(let result) = interview.state else {
            Issue.record("still asks")
            return
        }

        #expect(result.outcome == .seekCareFirst)
        #expect(result.tier == .emergency)
        // The second question of 37 was the last.
        #expect(interview.left == 35)
        #expect(interview.prompt(Words()) == nil)
        interview.answer("n")
        #expect(interview.left == 35)
    }

    @Test("go on after an urgent sign, and find a graver one behind it")
    func urgent() throws {
        let urgent = try asked(nil, ["gait-hands": "y"])
        let graver = try asked(nil, ["gait-hands": "y", "meningism": "y"])

        #expect(urgent.left == 0)
        #expect(urgent.careFirst?.tier == .urgent)
        #expect(graver.careFirst?.tier == .emergency)
    }

    @Test("say to seek care first although they were broken off after an urgent sign")
    func brokenOffAfterUrgent() throws {
        var interview = try interview(.neck)
        while case .asks(let item) = interview.state, item.id != "gait-hands" {
            interview.answer("n")
        }
        interview.answer("y")

        #expect(interview.left > 0)
        #expect(interview.careFirst?.outcome == .seekCareFirst)
    }

    @Test("count as not asked where they are broken off")
    func brokenOff() throws {
        var interview = try interview(.lowBack)
        for _ in 1...30 { interview.answer("n") }

        #expect(interview.careFirst == nil)
        #expect(interview.brokenOff.hasPrefix("the answers ended, and 1 question is left"))
    }

    @Test("are asked again where the answer is not understood, three times in all")
    func again() throws {
        var interview = try interview()
        interview.answer("foo")
        #expect(interview.prompt(Words())?.contains("Please answer y (yes), n (no)") == true)
        interview.answer("bar")
        interview.answer("n")
        // An answer that is understood begins the count anew.
        #expect(interview.left == 36)
        #expect(interview.prompt(Words())?.contains("Please answer") == false)
        for _ in 1...3 { interview.answer("") }
        guard case .isNotUnderstood(let item) = interview.state else {
            Issue.record("still asks")
            return
        }

        #expect(item.id == "ces-saddle")
        #expect(interview.brokenOff.hasPrefix("no answer to ces-saddle was understood, and 36"))
    }

    @Test("are asked in Spanish with the answers in Spanish")
    func spanish() throws {
        let prompt = try interview().prompt(Words(language: .spanish))

        #expect(prompt?.hasPrefix("1/37  ¿Desde hace poco le cuesta orinar") == true)
        #expect(prompt?.hasSuffix(" [s/n/?] ") == true)
    }

    @Test("leave a record to paste into a request, whose quote then has the same outcome")
    func record() throws {
        var tables = PriceTables(root: Repository.tables)
        let screening = try tables.screening()
        let interview = try asked(
            .lowBack,
            ["osteoporosis": "y", "anticoagulants": "?", "night-pain": "y"]
        )
        guard case .isOver(let result) = interview.state else {
            Issue.record("still asks")
            return
        }
        let record = ScreeningRecord(
            interview.answers,
            result: result,
            of: screening,
            askedOn: try #require(CalendarDate(isoText: "2026-11-27")),
            words: Words()
        )
        let member =
            #""screening":{"askedOn":"2026-11-27","redFlags":[],"#
            + #""cautions":["osteoporosis","night-pain"],"notSure":["anticoagulants"]}"#

        #expect(record.text().contains("   \(member)\n"))
        #expect(
            record.options
                == "--screened 2026-11-27 --caution osteoporosis --caution night-pain "
                + "--not-sure anticoagulants"
        )
        let request = PlannedCareText().json.replacing(
            #""screening": {"askedOn": "2026-11-27"}"#,
            with: member
        )
        let made = try Desk.quote(request)
        #expect(made.quote.screening.outcome == .clinicianDecides)
        #expect(made.quote.screening == result)
        let document = try JSONValue(record.json())
        #expect(document["screening"]?["outcome"]?.text == "clinicianDecides")
        #expect(document["request"]?["screening"]?["notSure"]?[0]?.text == "anticoagulants")
        #expect(document["options"]?.text == record.options)
    }
}
