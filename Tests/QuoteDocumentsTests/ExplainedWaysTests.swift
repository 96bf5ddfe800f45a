import CareModel
import CareQuote
import FoundationEssentials
import QuoteDocuments
import TestSupport
import Testing

@Suite("An explanation of the whole and the ways to pay")
struct ExplainedWaysTests {
    private static let examples = [
        "discount-card/alone.json", "discount-card/behind-a-plan.json", "two-plans/spouse.json",
        "insurance-or-self-pay/request.json", "medicare-limiting-charge/request.json",
        "medicaid-visits-end/request.json", "auto-policy-runs-out/then-health-plan.json",
    ]

    private static func example(_ name: String) throws -> MadeQuote {
        let path = Repository.root + "/Examples/" + name
        return try Desk.quote(Array(try Data(contentsOf: URL(filePath: path))))
    }

    private func text(_ made: MadeQuote, _ pointer: String) throws -> String {
        try Explanation(of: made, at: pointer, words: Words(catalog: made.catalog)).text()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The pointers of all amounts in a part of the JSON, with the amounts.
    private func amounts(
        of value: JSONValue,
        at pointer: String
    ) -> [(pointer: String, text: String)] {
        switch value {
        case .object(let members):
            members.flatMap { amounts(of: $0.value, at: "\(pointer)/\($0.name)") }
        case .array(let elements):
            elements.enumerated().flatMap { amounts(of: $1, at: "\(pointer)/\($0)") }
        case .string(let text) where Money(decimalText: text) != nil && text.contains("."):
            [(pointer, text)]
        default: []
        }
    }

    @Test("can be had of every amount that the quote's JSON shows", arguments: examples)
    func everyAmount(_ name: String) throws {
        let made = try Self.example(name)
        let document = try JSONValue(QuoteJSON(made, words: Words()).bytes())
        let parts = ["today", "visits", "totals", "range", "waysToPay", "missedAppointment"]
        var count = 0
        for part in parts {
            for amount in amounts(of: try #require(document[part]), at: "/\(part)")
            where !amount.pointer.contains("/steps/") {
                let explained = try Explanation(of: made, at: amount.pointer, words: Words())
                #expect(
                    try JSONValue(explained.json())["amount"]?.text == amount.text,
                    "\(amount.pointer)"
                )
                count += 1
            }
        }

        #expect(count > 50)
    }

    /// With 100.00 of deductible and nothing known of it a visit that allows 45.10 costs 45.10, or
    /// 20 % of it, 9.02, with the deductible met: the answer is worth 36.08.
    @Test(
        "of the range gives each open question with what its answers lead to",
        arguments: [("low", "9.02"), ("high", "45.10"), ("expected", "45.10")]
    )
    func range(_ end: String, _ amount: String) throws {
        let made = try Desk.quote(
            RequestText(
                coverage: RequestText.plan(more: #", "deductible": {"individual": "100.00"}"#)
            ).json
        )
        let text = try text(made, "/range/\(end)")

        #expect(text.contains("/range/\(end) = \(amount) "))
        #expect(
            text.contains(
                "How much of the deductible is met? Between 9.02 and 45.10 in all; alone it "
                    + "changes up to 36.08. /coverage/0/accumulators/deductible/individualMet"
            )
        )
        // What is expected is the quote's own lines; no line leads to another end.
        #expect(text.contains("45.10 of 100.00 still unmet") == false)
        #expect(text.contains("100.00 of 100.00 still unmet") == (end == "expected"))
        let worth = try self.text(made, "/unverified/0/worth")
        #expect(worth.contains("/unverified/0/worth = 36.08 "))
    }

    /// Six adjustments at the self-pay price of 65.00, beside a plan that allows 45.10.
    @Test("of paying alone goes down to the row of the self-pay price")
    func selfPay() throws {
        let made = try Self.example("insurance-or-self-pay/request.json")
        let text = try text(made, "/waysToPay/1/total")

        #expect(text.contains("/waysToPay/1/total = 390.00 "))
        #expect(text.contains("self-pay price, 65.00 clinics/harbor-spine/self-pay.csv:12"))
        #expect(!text.contains("deductible"))
    }

    /// Visit 3 is over the limit: 65.00 without insurance, 55.25 with the card, so 9.75 less.
    @Test("of a discount card behind a plan lowers a price, and has no payment of the card alone")
    func discountCard() throws {
        let made = try Self.example("discount-card/behind-a-plan.json")
        let text = try text(made, "/visits/2/lines/0/patientPays")

        #expect(text.contains("-9.75 lowered to the discount plan's price of 55.25"))
        #expect(!text.contains("the second plan alone"))
        let covered = try self.text(made, "/visits/0/lines/0/patientPays")
        #expect(!covered.contains("the second plan alone"))
        // A plan that pays has its own arithmetic all the same.
        let spouse = try Self.example("two-plans/spouse.json")
        #expect(
            try self.text(spouse, "/visits/0/lines/0/patientPays").contains("the second plan alone")
        )
    }

    @Test("of a way that is not allowed is the reason")
    func refused() throws {
        let made = try Self.example("medicaid-visits-end/request.json")
        let error = #expect(throws: ExplanationError.self) {
            try Explanation(of: made, at: "/waysToPay/1/total", words: Words())
        }

        #expect(
            error?.description.hasPrefix(
                "'/waysToPay/1/total' is an amount of a way to pay that is not allowed: the clinic "
                    + "has to claim what the plan covers"
            ) == true
        )
    }

    /// A covered visit at 20 % of 45.10 = 9.02, and 60.00 for a year of the card.
    @Test("of today counts the membership of a discount plan, with its term")
    func membership() throws {
        let made = try Self.example("discount-card/behind-a-plan.json")
        let text = try text(made, "/today")

        #expect(
            text.contains("60.00 of it for the membership plans/thrift-card.json#/membershipFee")
        )
        #expect(text.contains("patientPays 9.02"))
        #expect(try self.text(made, "/visits/0/membershipFee").contains("= 60.00 "))
        #expect(try self.text(made, "/visits/1/membershipFee").contains("= 0.00 "))
    }

    /// Three visits at 65.00 from November 30 to January 4 make 195.00, in parts on November 30 and
    /// December 30: 97.50 each.
    @Test("of a monthly part tells which part it is")
    func monthly() throws {
        let visits = ["2026-11-30", "2026-12-14", "2027-01-04"].map { date in
            RequestText.visit(
                date,
                #"{"code": "98941", "charge": "85.00", "selfPay": "65.00"}"#
            )
        }
        let made = try Desk.quote(
            RequestText(
                visits: visits.joined(separator: ", "),
                more: #", "payment": {"option": "monthly"}"#
            ).json
        )
        let text = try text(made, "/today")

        #expect(text.contains("/today = 97.50 "))
        #expect(text.contains("payment 1 of 2, 195.00 in all: Nov 30 97.50, Dec 30 97.50"))
        #expect(text.contains("patientPays 65.00"))
        let way = try #require(made.quote.waysToPay.firstIndex(of: made.quote.chosenWay))
        let next = try self.text(made, "/waysToPay/\(way)/schedule/1/amount")
        #expect(next.contains("payment 2 of 2"))
        #expect(!next.contains("Visit"))
    }
}

@Suite("What a second plan pays, explained")
struct ExplainedSecondPlanTests {
    /// A bill of 100.00 under two plans.
    ///
    /// The first plan allows 80.00 and pays 80 %, 64.00, and 20.00 is written
    /// off, which leaves 16.00. The second allows 90.00 and its patient's part is 10 %.
    private func made(_ rule: String, deductible: String? = nil) throws -> MadeQuote {
        let own = deductible.map { ", \"deductible\": {\"individual\": \"\($0)\"}" } ?? ""
        let first = RequestText.plan().dropFirst().dropLast()
        let second = """
            {"plan": {"id": "q", "payerName": "Second", "planName": "Plan", "planType": "other", \
            "effectiveFrom": "2026-01-01", "coordination": "\(rule)", "benefits": \
            [{"category": "chiropractic", "coinsurance": "0.10"}]\(own)}, "accumulators": \
            {"deductible": {"individualMet": "0"}}}
            """
        let withoutMet = second.replacing(
            #", "accumulators": {"deductible": {"individualMet": "0"}}"#,
            with: ""
        )
        return try Desk.quote(
            RequestText(
                visits: RequestText.visit(
                    "2026-11-23",
                    #"{"code": "98941", "charge": "100.00", "allowed": "80.00", "#
                        + #""secondaryAllowed": "90.00", "selfPay": "95.00"}"#
                ),
                coverage: "[\(first), \(deductible == nil ? withoutMet : second)]"
            ).json
        )
    }

    private func text(_ made: MadeQuote, _ language: Language = .english) throws -> String {
        try Explanation(
            of: made,
            at: "/visits/0/lines/0/secondaryPays",
            words: Words(language: language)
        ).text().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(
        "gives the figures of its rule and what follows from them",
        arguments: [
            // Alone 90 % of 90.00 = 81.00; 16.00 is left of the bill.
            (
                "standard",
                "of the bill of 100.00 the first plan paid 64.00 and 20.00 is written off, which "
                    + "leaves 16.00; alone the second would pay 81.00: the smaller of the two, 16.00"
            ),
            // 90.00 - 64.00 = 26.00, more than is left.
            (
                "basic",
                "of the 90.00 that the second plan allows the first paid 64.00, which leaves 26.00; "
                    + "alone it would pay 81.00: the smaller of the two, 26.00; but only 16.00 is "
                    + "left of the bill: 16.00"
            ),
            // 81.00 - 64.00 = 17.00, more than is left.
            (
                "carveOut",
                "alone the second plan would pay 81.00; less the 64.00 that the first paid, 17.00; "
                    + "but only 16.00 is left of the bill: 16.00"
            ),
            // 90.00 - 64.00 = 26.00, of which 10 % is 2.60, leaves 23.40, more than is left.
            (
                "maintenanceOfBenefits",
                "of the 90.00 that the second plan allows, less the 64.00 that the first paid and "
                    + "its own deductible of 0.00, 26.00 is left; less the patient's 10 % of it, "
                    + "2.60: 23.40; but only 16.00 is left of the bill: 16.00"
            ),
        ]
    )
    func rules(_ rule: String, _ sentence: String) throws {
        let text = try text(made(rule))

        #expect(text.contains("= 16.00 "))
        #expect(
            text.contains(
                "secondaryPays 16.00 \(sentence) the request, #/coverage/1/plan/coordination"
            )
        )
        #expect(text.contains("the second plan alone:"))
        #expect(text.contains("10 % of 90.00"))
        #expect(text.contains("#/coverage/1/plan/benefits/0/coinsurance"))
    }

    /// 90.00 - 64.00 - 10.00 = 16.00, of which 10 % is 1.60: 14.40.
    @Test("counts the second plan's own deductible")
    func deductible() throws {
        let made = try made("maintenanceOfBenefits", deductible: "10.00")
        let text = try text(made)

        #expect(text.contains("= 14.40 "))
        #expect(text.contains("16.00 is left; less the patient's 10 % of it, 1.60: 14.40"))
        #expect(!text.contains("left of the bill"))
        #expect(try self.text(made, .spanish).contains("quedan 16.00; menos el 10 % del paciente"))
    }

    /// The first plan pays 64.00 and the second alone would pay 9.00 of its 10.00: nothing is left.
    @Test("says why it is nothing")
    func nothing() throws {
        let plans = try made("carveOut", deductible: "80.00")
        let text = try text(plans)

        // Alone 90.00 - 80.00 = 10.00, less 10 %: 9.00, less than the 64.00 that were paid.
        #expect(text.contains("= 0.00 "))
        #expect(
            text.contains(
                "alone the second plan would pay 9.00; less the 64.00 that the first paid, 0.00"
            )
        )
    }

    @Test("stands in the JSON beside the line's own steps")
    func json() throws {
        let made = try made("standard")
        let explained = try Explanation(of: made, at: "/totals/secondaryPays", words: Words())
        let line = try #require(JSONValue(explained.json())["lines"]?[0])
        let alone = line["secondPlanAlone"]?.elements.map { $0["rule"]?.text ?? "" }

        #expect(alone == ["charge", "allowed", "coinsurance", "planPays"])
        #expect(line["secondPlanAlone"]?.elements.last?["amount"]?.text == "81.00")
    }
}
