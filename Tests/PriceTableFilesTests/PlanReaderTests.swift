import PriceTableFiles
import Testing

@Suite("A plan")
struct PlanReaderTests {
    @Test(
        "is refused at its mistake",
        arguments: WrongPlan.types + WrongPlan.checks
            + WrongPlan.savingsAccounts + WrongPlan.later + WrongPlan.unknown
    )
    func wrong(_ wrong: WrongPlan) throws {
        let (isRead, reader) = try wrong.plan.read()

        #expect(!isRead)
        #expect(reader.findings.map(\.pointer) == wrong.pointers)
        let first = try #require(reader.findings.first)
        #expect(first.message.contains(wrong.message), "\(first)")
    }

    @Test(
        "of a payer that has rules of its own may not have the terms of a common plan",
        arguments: [
            ("medicarePartB", ["/deductible", "/outOfPocketMaximum"]),
            ("workersCompensation", ["/deductible", "/benefits/0/coinsurance"]),
            ("autoMedical", ["/benefits/0/limits"]),
            ("discountPlan", ["/benefits/0/coverage", "/deductible", "/membershipFee"]),
        ]
    )
    func otherType(_ type: String, _ pointers: [String]) throws {
        let (isRead, reader) = try PlanText(type: "\"\(type)\"").read()

        #expect(!isRead)
        #expect(reader.findings.map(\.pointer) == pointers)
    }

    @Test(
        "that lacks a name it cannot do without says so",
        arguments: ["id", "payerName", "planName", "planType", "effectiveFrom", "benefits"]
    )
    func missing(_ name: String) throws {
        let json = PlanText().json.replacing(
            "\"\(name)\":",
            with: "\"source\":",
            maxReplacements: 1
        )
        let (isRead, reader) = try PlanText.read(json)

        #expect(!isRead)
        #expect(
            reader.findings.contains { $0.description == "/\(name): is missing. Write it here" }
        )
    }

    @Test("may say of each term that there is none")
    func neutral() throws {
        let (isRead, reader) = try PlanText(
            more: #", "coordination": "standard", "medigapLetter": null"#,
            deductible: #"{"individual": "1500.00", "carryover": null}"#,
            limits: #"[{"id": "v", "unit": "visits", "maximum": 20, "kind": "hard"}]"#,
            benefits: """
                [{"category": "chiropractic", "coinsurance": "0.20", "diagnoses": null, \
                "authorization": null, "referralRequired": false, "waitingPeriodMonths": 0, \
                "outOfNetworkAllowed": null, "writeOffAfterExhaustion": "keep"}]
                """
        ).read()

        #expect(isRead)
        #expect(reader.findings.map(\.description) == [])
    }

    @Test("gives all of its mistakes at once")
    func everyMistake() throws {
        let (_, reader) = try PlanText(
            more: #", "coordination": "halves", "verified": "2026-11-20""#,
            type: "\"HMO 30\"",
            from: "\"2026-13-01\"",
            deductible: #"{"individual": 1500.5}"#,
            benefits: #"[{"coinsurance": "20"}, {"category": "massage", "coinsurance": "20"}]"#
        ).read()

        #expect(
            reader.findings.map(\.pointer) == [
                "/planType", "/effectiveFrom", "/deductible/individual",
                "/benefits/0/coinsurance", "/benefits/1/coinsurance", "/coordination", "/verified",
                "/benefits/0/category",
            ]
        )
    }

    @Test("beside a health savings account may be as the law allows", arguments: 0..<3)
    func savings(_ index: Int) throws {
        let (isRead, reader) = try WrongPlan.soundSavings[index].read()

        #expect(reader.findings.map(\.description) == [])
        #expect(isRead)
    }

    @Test("may have one row for each network, and a code more specific than its category")
    func notRivals() throws {
        let (isRead, reader) = try PlanText(
            benefits: """
                [{"category": "massage", "coinsurance": "0"}, \
                {"category": "massage", "network": "out", "coinsurance": "0.50"}, \
                {"codes": ["97124"], "coinsurance": "0.10"}, \
                {"services": ["massage"], "coinsurance": "0.20"}]
                """
        ).read()

        #expect(reader.findings.map(\.description) == [])
        #expect(isRead)
    }

    @Test("with a limit that no benefit names is read, and a person is told to look")
    func idleLimit() throws {
        let (isRead, reader) = try PlanText(
            benefits: #"[{"category": "chiropractic", "coinsurance": "0.20"}]"#
        ).read()

        #expect(isRead)
        #expect(reader.warnings.map(\.pointer) == ["/limits/0/id"])
        #expect(reader.warnings.first?.message.contains("which no benefit names") == true)
    }

    @Test("may have rows whose diagnoses cannot both hold")
    func disjointDiagnoses() throws {
        let (isRead, reader) = try PlanText(
            limits: "[]",
            benefits: """
                [{"category": "chiropractic", "coinsurance": "0.20", "diagnoses": \
                {"only": ["M54"]}}, {"category": "chiropractic", "coinsurance": "0.50", \
                "diagnoses": {"only": ["M99"]}}]
                """
        ).read()

        #expect(reader.findings.map(\.description) == [])
        #expect(isRead)
    }
}
