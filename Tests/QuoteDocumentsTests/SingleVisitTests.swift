import CareQuote
import QuoteDocuments
import TestSupport
import Testing

/// A complaint for which no plan of care is published: an exam of 125.00 and an adjustment of 65.00.
@Suite("A visit for which no plan is published")
struct SingleVisitTests {
    private static let elsewhere = CareText(
        choice: #""complaint": {"region": "other", "durationDays": 10}"#,
        isInsured: false
    )

    private func page(_ text: CareText, _ words: Words = Words()) throws -> String {
        QuoteText(try Desk.quote(text.json), words: words).text()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("is one visit, and no whole plan")
    func name() throws {
        let english = try page(Self.elsewhere)
        let spanish = try page(Self.elsewhere, Words(language: .spanish))

        #expect(english.contains("ONE VISIT, YOU PAY 190.00"))
        #expect(!english.contains("WHOLE PLAN"))
        #expect(spanish.contains("POR UNA VISITA PAGA 190.00"))
    }

    /// Of an adjustment that the request gives itself the self-pay price is 60.00.
    @Test("is called so too where the request gives one visit, and several are a whole")
    func given() throws {
        let one = RequestText()
        var two = one
        two.visits = [RequestText.visit("2026-11-23"), RequestText.visit("2026-11-24")]
            .joined(separator: ", ")
        func page(_ request: RequestText, _ words: Words = Words()) throws -> String {
            QuoteText(try Desk.quote(request.json), words: words).text()
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }

        #expect(try page(one).contains("ONE VISIT, YOU PAY 60.00"))
        #expect(try page(one, Words(language: .spanish)).contains("POR UNA VISITA PAGA 60.00"))
        #expect(try page(two).contains("WHOLE PLAN, YOU PAY 120.00"))
    }

    @Test("has the stop rules that need no plan before its price, and when to call after it")
    func protection() throws {
        let text = try page(Self.elsewhere, Words(audience: .patient))
        let today = try #require(text.firstRange(of: "TODAY"))
        let (before, after) = (text[..<today.lowerBound], text[today.upperBound...])
        let html = QuoteHTML(try Desk.quote(Self.elsewhere.json), words: Words()).text()
        let json = try JSONValue(
            QuoteJSON(try Desk.quote(Self.elsewhere.json), words: Words()).bytes()
        )

        #expect(before.contains("WHEN CARE STOPS Pain is worse by 2 points of 10: we stop"))
        #expect(before.contains("A new warning sign of any kind"))
        // What is about several visits does not belong to one.
        #expect(!before.contains("between two checks"))
        #expect(after.contains("AROUND A VISIT"))
        #expect(after.contains("Call 911 at once: trouble with bladder or bowel"))
        #expect(after.contains("Call 911 at once: dizziness"))
        #expect(after.contains("After a visit about 4 in 10 people feel sore"))
        #expect(html.contains("When care stops") && html.contains("Call 911 at once"))
        #expect(json["singleVisit"]?["stopRules"]?.elements.count == 4)
        #expect(json["singleVisit"]?["advice"]?.elements.count == 7)
    }

    @Test("has the words for its part of the body alone, where some plan is about it")
    func neck() throws {
        let text = try page(
            CareText(
                choice:
                    #""complaint": {"region": "neck", "durationDays": 10, "painScore": 0, "functionLossPercent": 0}"#,
                isInsured: false
            )
        )

        #expect(text.contains("Call 911 at once: dizziness"))
        #expect(!text.contains("trouble with bladder or bowel"))
    }

    @Test("sells nothing that is for more than one visit")
    func offers() throws {
        let patient = try page(Self.elsewhere, Words(audience: .patient))
        var asked = Self.elsewhere
        asked.offers = #"["monthly-membership"]"#
        let desk = try page(asked)

        #expect(patient.contains("99.00 New patient special: exam and first adjustment"))
        #expect(!patient.contains("Membership"))
        #expect(!patient.contains("Discount plan"))
        #expect(
            desk.contains(
                "monthly-membership, discount-plan: no plan of care is published for this, so "
                    + "nothing beyond one visit is sold"
            )
        )
        #expect(desk.contains("monthly-membership cannot be had: no plan of care is published"))
    }
}
