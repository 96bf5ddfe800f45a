import CareQuote
import PriceTableFiles
import Testing

@Suite("A term of a plan that nobody knows")
struct UnknownTermTests {
    @Test(
        "stands at each of its ends",
        arguments: UnknownTerm.ofRows + UnknownTerm.ofLimits + UnknownTerm.ofDeductibles
            + UnknownTerm.ofPlans + UnknownTerm.ofSavingsAccounts
    )
    func ends(_ term: UnknownTerm) throws {
        let (read, reader) = try term.plan.document()
        let document = try #require(read, "\(reader.findings)")
        let choices = term.ends.count

        #expect(document.unknownTerms.map(\.pointer) == [term.pointer])
        #expect(document.unknownTerms.map(\.choices) == [choices])
        let ends = (0..<choices).map { end in
            document.plan(choosing: [term.pointer: end]).map(term.read)
        }
        #expect(ends == term.ends)
        #expect(document.plan(choosing: [term.pointer: choices]) == nil)
        #expect(document.plan(choosing: [term.pointer: -1]) == nil)
    }

    @Test(
        "stands at its first end that can be, where none is chosen",
        arguments: UnknownTerm.ofRows + UnknownTerm.ofLimits + UnknownTerm.ofDeductibles
            + UnknownTerm.ofPlans + UnknownTerm.ofSavingsAccounts
    )
    func firstEnd(_ term: UnknownTerm) throws {
        let document = try #require(try term.plan.document().document)
        let first = try #require(term.ends.firstIndex { $0 != nil })
        let unknown = try #require(document.unknownTerms.first)

        #expect(term.read(document.plan) == term.ends[first])
        #expect(document.end(of: unknown) == first)
        #expect(document.plan(choosing: [:]) == document.plan)
        #expect(document.plan(choosing: [term.pointer: first]) == document.plan)
    }

    @Test("that stands at an end leaves no finding and no warning of its own")
    func quiet() throws {
        // The family's end 0.00 lies below the person's 1,500, and 9,999,999.99 above the federal
        // maximum; an unknown limit of 1000 visits could not be one of twelve rolling months.
        let (document, reader) = try PlanText(
            deductible: #"{"individual": "1500.00", "family": "unknown"}"#,
            maximum: #"{"individual": "unknown"}"#,
            limits: #"[{"id": "v", "unit": "visits", "maximum": 1000, "period": "unknown"}]"#
        ).document()

        #expect(document?.unknownTerms.count == 3)
        #expect(reader.findings.map(\.description) == [])
        #expect(reader.warnings.map(\.description) == [])
    }

    @Test("is chosen together with others")
    func together() throws {
        let document = try #require(
            try PlanText(
                deductible: #"{"individual": "unknown"}"#,
                benefits: """
                    [{"category": "chiropractic", "coinsurance": "unknown", "limits": ["v"]}, \
                    {"category": "massage", "coinsurance": "unknown"}]
                    """
            ).document().document
        )
        #expect(
            document.unknownTerms.map(\.pointer) == [
                "/benefits/0/coinsurance", "/benefits/1/coinsurance", "/deductible/individual",
            ]
        )
        let plan = try #require(
            document.plan(choosing: ["/benefits/1/coinsurance": 1, "/deductible/individual": 1])
        )
        #expect(plan.benefits[0].sharing == .coinsurance(.zero))
        #expect(plan.benefits[1].sharing == .coinsurance(.whole))
        #expect(plan.deductible?.individual == .largestStated)
        #expect(document.plan(choosing: ["/benefits/2/coinsurance": 0]) == nil)
    }

    @Test("cannot stand at an end that contradicts another's")
    func contradiction() throws {
        let order = "/deductible/order"
        let copay = "/benefits/0/copay"
        let document = try #require(
            try PlanText(
                deductible: #"{"individual": "500.00", "order": "unknown"}"#,
                limits: "[]",
                benefits: #"[{"category": "massage", "coinsurance": "0", "copay": "unknown"}]"#
            ).document().document
        )

        #expect(document.plan(choosing: [order: 1, copay: 0]) != nil)
        #expect(document.plan(choosing: [order: 0, copay: 1]) != nil)
        #expect(document.plan(choosing: [order: 1, copay: 1]) == nil)
    }

    /// A plan beside a health savings account cannot pay before the deductible, which the first end
    /// would; the limit's many counts are no reason to give up before that end is changed.
    @Test("is brought to an end that can be, beside counts with hundreds of ends")
    func besideCounts() throws {
        let (document, reader) = try PlanText(
            more: #", "hsaCompatible": true"#,
            type: "\"HDHP\"",
            deductible: #"{"individual": "1700.00"}"#,
            limits: #"[{"id": "v", "unit": "visits", "maximum": "unknown"}]"#,
            benefits: """
                [{"category": "chiropractic", "coinsurance": "0.20", "limits": ["v"], \
                "deductibleApplies": "unknown"}]
                """
        ).document()

        #expect(reader.findings.map(\.description) == [])
        #expect(document?.plan.benefits[0].deductibleApplies == true)
    }

    @Test("may be one of 24, and of both the type and the members of a deductible")
    func most() throws {
        let rows = (0..<22).map {
            "{\"codes\": [\"\(97_000 + $0)\"], \"coinsurance\": \"unknown\"}"
        }
        let document = try #require(
            try PlanText(
                deductible: """
                    {"individual": "500.00", "familyType": "unknown", "memberCount": "unknown"}
                    """,
                limits: "[]",
                benefits: "[\(rows.joined(separator: ", "))]"
            ).document().document
        )
        let type = "/deductible/familyType"
        let members = "/deductible/memberCount"

        #expect(document.unknownTerms.count == 24)
        #expect(document.plan(choosing: [type: 0])?.deductible?.familyType == .embedded)
        #expect(
            document.plan(choosing: [type: 3, members: 1])?.deductible?.familyType
                == .memberCount(99)
        )
    }

    @Test("is one only in a plan, and once the plan is read no longer")
    func afterwards() throws {
        let json = #"[{"planType": "PPO", "benefits": "unknown"}, "unknown", "unknown"]"#
        let reader = DocumentReader(Array(json.utf8))
        var money: Money?
        var words: String?
        reader.list { index in
            switch index {
            case 0:
                _ = PlanReader.read(
                    reader,
                    place: SourcePlace(file: "", pointer: ""),
                    parameters: nil
                )
            case 1: money = reader.money()
            default: words = reader.words()
            }
        }

        #expect(money == nil)
        #expect(words == "unknown")
        #expect(
            reader.findings.last?.description
                == "/1: \"unknown\" is a term that nobody knows, and this version needs it. "
                + "Ask the insurer"
        )
    }
}
