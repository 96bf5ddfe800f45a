import CareModel
import CarePatterns
import CareQuote
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

@Suite("A quote after the screening")
struct ScreeningAnswerTests {
    /// Every question of the tables, and its tier as the published list has it.
    static let items: [ScreeningItem] = {
        var tables = PriceTables(root: Repository.tables)
        return (try? tables.screening().items) ?? []
    }()

    static let careFirst = items.filter(\.tier.comesFirst)
    static let cautions = items.filter { $0.tier == .caution }
    static let weak = items.filter { $0.tier == .weak }

    /// Three visits as they stand, each with an exam that is new or established and an adjustment,
    /// or the same as a plan of care.
    private func request(_ screening: String, isPlanned: Bool = false) -> String {
        let session = #""session": {"spinalRegions": 3}"#
        let visits =
            #""visits": [{"date": "2026-12-02", \#(session)}, "#
            + #"{"date": "2026-11-30", \#(session)}]"#
        let care = #""care": {"pattern": "lbp-acute", "start": "2026-11-28", \#(session)}"#
        return """
            {"asOf": "2026-11-20", "patient": {"lastSeen": null}, "screening": \(screening), \
            "coverage": [], \(isPlanned ? care : visits), "assumePricesContinue": true}
            """
    }

    /// What must stand nowhere in an answer that gives no price.
    private func hasPrice(_ text: String) -> Bool {
        let digits = text.split { !$0.isNumber && $0 != "." }
        return text.contains("$")
            || digits.contains { part in
                let parts = part.split(separator: ".", omittingEmptySubsequences: false)
                return parts.count == 2 && parts[1].count == 2 && parts[0].allSatisfy(\.isNumber)
            }
    }

    @Test("covers every question of the published list")
    func counts() {
        #expect(Self.careFirst.count == 19)
        #expect(Self.cautions.count == 12)
        #expect(Self.weak.count == 6)
    }

    @Test(
        "gives no price where an emergency or urgent sign is there, or not sure",
        arguments: careFirst
    )
    func seekCareFirst(_ item: ScreeningItem) throws {
        for list in ["redFlags", "cautions", "notSure"] {
            for isPlanned in [false, true] {
                let json = request(
                    #"{"askedOn": "2026-11-20", "\#(list)": ["\#(item.id)"]}"#,
                    isPlanned: isPlanned
                )
                let failure = try #require(Desk.failure(json))
                let answer = try #require(failure.careFirst)
                for language in [Language.english, .spanish] {
                    let words = Words(language: language)
                    let document = try JSONValue(answer.json(words))
                    let advice = item.advice.text(in: language)

                    #expect(failure.lines == [])
                    #expect(answer.screening.tier == item.tier)
                    #expect(
                        document.names == ["id", "asOf", "screening", "notices"],
                        "\(document.names)"
                    )
                    #expect(document["screening"]?["outcome"]?.text == "seekCareFirst")
                    #expect(
                        document["screening"]?["messages"]?.elements
                            .contains { $0["text"]?.text == advice } == true
                    )
                    let page = answer.text(words)
                    let firstWords = advice.split(separator: " ").prefix(4).joined(separator: " ")
                    #expect(page.contains(firstWords))
                    for text in [
                        page, answer.csv(words),
                        String(decoding: answer.json(words), as: UTF8.self),
                    ] {
                        #expect(!hasPrice(text), "\(text)")
                    }
                }
            }
        }
    }

    /// A request that is wrong elsewhere, or names a plan that there is not.
    @Test("says to seek care first whatever else is wrong", arguments: careFirst.prefix(3))
    func first(_ item: ScreeningItem) throws {
        let right = request(#"{"redFlags": ["\#(item.id)", "no-such-sign"]}"#)
        let wrong = right.replacing(#""coverage": []"#, with: #""coverage": [{"plan": "nobody"}]"#)
        let failure = try #require(Desk.failure(wrong))

        #expect(failure.careFirst?.screening.outcome == .seekCareFirst)
        #expect(
            failure.request.map(\.pointer) == ["/screening/redFlags/1", "/coverage/0/plan"]
        )
    }

    @Test("is believed where it stands as text and not in a list", arguments: careFirst.prefix(3))
    func text(_ item: ScreeningItem) throws {
        let failure = try #require(Desk.failure(request(#"{"redFlags": "\#(item.id)"}"#)))

        #expect(failure.careFirst?.screening.outcome == .seekCareFirst)
        #expect(failure.request.map(\.pointer) == ["/screening/redFlags"])
        #expect(
            failure.request.map(\.message) == ["is text in place of a list. Write it in brackets"]
        )
    }

    @Test("is the same answer for the same request, and another for another")
    func ids() throws {
        func id(_ screening: String) throws -> String {
            try #require(Desk.failure(request(screening))?.careFirst?.id)
        }
        let one = try id(#"{"redFlags": ["ces-saddle"]}"#)

        #expect(one.count == 12)
        #expect(try id(#"{"redFlags":  ["ces-saddle"] }"#) == one)
        #expect(try id(#"{"redFlags": ["gait-hands"]}"#) != one)
    }

    /// The exam of a new patient who pays by herself costs 125.00, and the adjustment is left out.
    ///
    /// Paid on the day it is 5 percent less, 118.75; what sells treatment besides is not offered.
    @Test("prices the first visit's exam alone where a caution is there", arguments: cautions)
    func consultation(_ item: ScreeningItem) throws {
        for list in ["redFlags", "cautions", "notSure"] {
            for isPlanned in [false, true] {
                let json = request(#"{"\#(list)": ["\#(item.id)"]}"#, isPlanned: isPlanned)
                let quote = try Desk.quote(json).quote

                #expect(quote.screening.outcome == .clinicianDecides)
                #expect(quote.visits.map(\.date.description) == ["2026-11-30"])
                #expect(
                    quote.visits.first?.lines.map { $0.priced.line.service?.description }
                        == ["exam-new-standard"]
                )
                #expect(quote.totals.patientPays == Money(cents: 125_00))
                #expect(quote.projection == nil)
                #expect(
                    quote.waysToPay.filter(\.isAllowed).map(\.total.cents) == [118_75, 125_00]
                )
                #expect(quote.notices.contains(.consultationOnly))
            }
        }
    }

    static let ages: [(born: String, outcome: ScreeningResult.Outcome)] = [
        ("2008-11-21", .seekCareFirst), ("2008-11-20", .clear), ("1956-11-21", .clear),
        ("1956-11-20", .clinicianDecides),
    ]

    /// On 2026-11-20: born on 2008-11-21 a patient is 17, on 2008-11-20 18; on 1956-11-20 70, on
    /// 1956-11-21 69.
    @Test(
        "believes a date of birth more than an answer that was not given",
        arguments: ScreeningAnswerTests.ages,
        [true, false]
    )
    func age(_ patient: (born: String, outcome: ScreeningResult.Outcome), isPlanned: Bool) throws {
        let text = request(#"{"askedOn": "2026-11-20"}"#, isPlanned: isPlanned).replacing(
            #""lastSeen": null"#,
            with: #""lastSeen": null, "birthDate": "\#(patient.born)""#
        )
        #expect(text.contains(patient.born))
        do throws(QuoteFailure) {
            let made = try Desk.quote(text)
            #expect(made.quote.screening.outcome == patient.outcome)
        } catch {
            #expect(patient.outcome == .seekCareFirst)
            #expect(error.careFirst != nil)
        }
    }

    @Test("calls the exam by its name where there is no plan yet")
    func examOnly() throws {
        let made = try Desk.quote(request(#"{"cautions": ["osteoporosis"]}"#, isPlanned: true))
        let text = QuoteText(made, words: Words(audience: .patient)).text()

        #expect(text.contains("THE EXAM, YOU PAY"))
        #expect(!text.contains("WHOLE PLAN"))
    }

    @Test("of services as they will be billed keeps the exam alone")
    func services() throws {
        let services = """
            [{"service": "exam-new-brief", "selfPay": "80.00", "charge": "90.00"}, \
            {"service": "adjust-spine-3-4", "selfPay": "60.00", "charge": "72.00"}]
            """
        let visits = #"{"date": "2026-11-30", "services": \#(services)}"#
        let json = RequestText(
            visits: visits,
            more: #", "screening": {"cautions": ["osteoporosis"]}"#
        )
        .json
        #expect(try Desk.quote(json).quote.totals.patientPays == Money(cents: 80_00))
    }

    @Test("goes on where a clinician has cleared a caution, and grades the plan C")
    func cleared() throws {
        let clearance = #""clearedByClinician": {"by": "Dr. Roe", "on": "2026-11-19"}"#
        let screening =
            #"{"askedOn": "2026-11-20", "cautions": ["osteoporosis"], \#(clearance)}"#
        let made = try Desk.quote(request(screening, isPlanned: true))

        #expect(made.quote.screening.outcome == .clear)
        #expect(made.quote.screening.messages.map(\.id) == ["cleared"])
        #expect(made.quote.projection?.plan.projection.prognosis.grade == .c)
        let again = try Desk.quote(made.request.canonicalJSON())
        #expect(again.id == made.id)
    }

    // The quote is of November 20; a decision counts for 28 days, up to that of October 23.
    @Test(
        "counts a clearance that is too old as none, and says so in both languages",
        arguments: [("2026-10-23", false), ("2026-10-22", true), ("1900-01-01", true)]
    )
    func oldClearance(_ day: String, isTooOld: Bool) throws {
        let clearance = #""clearedByClinician": {"by": "Dr. Roe", "on": "\#(day)"}"#
        let screening =
            #"{"askedOn": "2026-11-20", "cautions": ["osteoporosis"], \#(clearance)}"#
        let made = try Desk.quote(request(screening, isPlanned: true))
        let quote = made.quote
        let pages = [Words(), Words(language: .spanish)].map { QuoteText(made, words: $0).text() }

        #expect(quote.screening.outcome == (isTooOld ? .clinicianDecides : .clear))
        #expect((quote.screening.clearance == nil) == isTooOld)
        // One exam of a new patient, or the ten visits of the plan.
        #expect(quote.visits.count == (isTooOld ? 1 : 10))
        #expect(
            quote.screening.messages.map(\.id)
                == (isTooOld ? ["caution", "clearanceTooOld", "osteoporosis"] : ["cleared"])
        )
        for (page, said) in zip(pages, ["A clinician decided that", "Un profesional decidió que"]) {
            #expect(page.contains(said) == isTooOld)
        }
    }

    @Test("is not lifted by a clinician where care comes first", arguments: careFirst)
    func notLifted(_ item: ScreeningItem) throws {
        let clearance = #""clearedByClinician": {"by": "Dr. Roe", "on": "2026-11-19"}"#
        let failure = Desk.failure(request(#"{"redFlags": ["\#(item.id)"], \#(clearance)}"#))

        #expect(failure?.careFirst?.screening.outcome == .seekCareFirst)
    }

    @Test("a clearance of tomorrow is refused")
    func tomorrow() throws {
        let clearance = #""clearedByClinician": {"by": "Dr. Roe", "on": "2026-11-21"}"#
        let failure = Desk.failure(request(#"{"cautions": ["osteoporosis"], \#(clearance)}"#))

        // Cautions leave one visit; the day of the clearance is told all the same.
        #expect(failure?.request.map(\.pointer) == ["/screening/clearedByClinician/on"])
    }

    @Test("is not stopped by a weak sign, and mentions it", arguments: weak)
    func weakSign(_ item: ScreeningItem) throws {
        let json = request(#"{"askedOn": "2026-11-20", "redFlags": ["\#(item.id)"]}"#)
        let quote = try Desk.quote(json).quote

        #expect(quote.screening.outcome == .clear)
        #expect(quote.visits.count == 2)
        #expect(quote.screening.messages.contains { $0.id == item.id })
    }

    @Test("says where nobody recorded the questions, and only then")
    func notRecorded() throws {
        let asked = try Desk.quote(request(#"{"askedOn": "2026-11-20"}"#)).quote
        let unasked = try Desk.quote(request("{}")).quote

        #expect(asked.screening.outcome == .clear)
        #expect(!asked.notices.contains(.screeningNotRecorded))
        #expect(unasked.screening.outcome == .notRecorded)
        #expect(unasked.notices.contains(.screeningNotRecorded))
    }

    // The quote is of November 20; answers count for 28 days, up to those of October 23.
    @Test(
        "counts answers that are too old as not recorded, and says why in both languages",
        arguments: [("2026-10-23", false), ("2026-10-22", true), ("1900-01-01", true)]
    )
    func tooOld(_ askedOn: String, isTooOld: Bool) throws {
        let made = try Desk.quote(request(#"{"askedOn": "\#(askedOn)"}"#))
        let quote = made.quote
        let pages = [Words(), Words(language: .spanish)].map { QuoteText(made, words: $0).text() }
        let saying = ["too long ago to", "demasiado tiempo"]
        let notice = ["count as not recorded", "no registradas"]

        #expect(quote.screening.outcome == (isTooOld ? .notRecorded : .clear))
        for (page, said) in zip(pages, zip(saying, notice)) {
            #expect(page.contains(said.0) == isTooOld)
            #expect(page.contains(said.1) == isTooOld)
        }
    }

    @Test("keeps a sign whose answer is too old")
    func oldSign() throws {
        let old = #"{"askedOn": "1900-01-01", "cautions": ["osteoporosis"]}"#

        #expect(try Desk.quote(request(old)).quote.screening.outcome == .clinicianDecides)
    }
}
