import CareModel
import QuoteDocuments
import TestSupport
import Testing

@Suite("The question about a term that nobody knows")
struct UnknownTermWordsTests {
    private func questions(
        of term: UnknownTerm,
        _ words: Words = Words()
    ) throws -> [(field: String, question: String)] {
        let coverage = "[{\"plan\": \(term.plan)}]"
        let made = try Desk.quote(RequestText(coverage: coverage).json)
        let document = try JSONValue(QuoteJSON(made, words: words).bytes())
        return (document["unverified"]?.elements ?? []).map {
            ($0["field"]?.text ?? "", $0["question"]?.text ?? "")
        }
    }

    @Test("is in words, in both languages and for both readers", arguments: UnknownTerm.all)
    func words(_ term: UnknownTerm) throws {
        let field = "/coverage/0/plan" + term.pointer
        for language in [Language.english, .spanish] {
            for audience in [Words.Audience.desk, .patient] {
                let words = Words(language: language, audience: audience)
                let questions = try questions(of: term, words)
                let asked = try #require(questions.first { $0.field == field }?.question)

                #expect(questions.allSatisfy { !$0.question.contains("/") })
                #expect(asked.hasSuffix("?"))
                #expect(asked.hasPrefix("¿") == (language == .spanish))
                #expect(!asked.contains("other terms") && !asked.contains("demás términos"))
                if audience == .patient { #expect(!asked.contains("my-limit")) }
            }
        }
    }

    @Test("is not the same for two terms")
    func distinct() throws {
        var seen: [String: String] = [:]
        for term in UnknownTerm.all {
            let field = "/coverage/0/plan" + term.pointer
            let asked = try #require(
                try questions(of: term).first { $0.field == field }?.question
            )
            // A whole object and the one amount that it is about ask for the same.
            let name = term.pointer.replacing("/copay/amount", with: "/copay")
                .replacing("/authorization/required", with: "/authorization")
                .replacing("/individual", with: "")
                .replacing("/carryover/months", with: "/carryover")
                .replacing("/fractionOfCharge", with: "").replacing("/fractionOfMedicare", with: "")
            #expect(seen[asked, default: name] == name)
            seen[asked] = name
        }
    }

    @Test(
        "names what it is about as its reader calls it",
        arguments: [
            ("/benefits/0/coinsurance", Words.Audience.desk, " for chiropractic?"),
            ("/benefits/0/coinsurance", .patient, " for adjustments?"),
            ("/limits/0/scope", .desk, " (my-limit)?"),
            ("/limits/0/scope", .patient, " (the plan's limit of visits)?"),
            ("/deductible/byCategory/xray", .desk, "How much is the deductible for xray?"),
            ("/deductible/byCategory/xray", .patient, "How much is the deductible for x-rays?"),
        ]
    )
    func about(_ pointer: String, _ audience: Words.Audience, _ ending: String) throws {
        let term = try #require(UnknownTerm.all.first { $0.pointer == pointer })
        let questions = try questions(of: term, Words(audience: audience))

        #expect(questions.contains { $0.question.hasSuffix(ending) })
    }
}

/// A plan of which nobody knows one term.
struct UnknownTerm: Sendable, CustomTestStringConvertible {
    /// Where the term stands in the plan.
    let pointer: String
    let plan: String

    var testDescription: String { pointer }

    private init(_ pointer: String, row: String = "", members: String = "") {
        self.pointer = pointer
        let coinsurance = row.contains("\"coinsurance\"") || row.contains("planPaysFixed")
        let limits = members.contains("\"limits\"") ? #", "limits": ["my-limit"]"# : ""
        plan = """
            {"id": "p", "payerName": "Acme", "planName": "Test", "planType": "PPO", \
            "effectiveFrom": "2026-01-01"\(members), "benefits": [{"category": "chiropractic"\
            \(coinsurance ? "" : ", \"coinsurance\": \"0.20\"")\(row)\(limits)}]}
            """
    }

    /// A term of the row.
    private static func row(_ path: String, _ member: String) -> UnknownTerm {
        UnknownTerm("/benefits/0/\(path)", row: ", \(member)")
    }

    private static func simpleRow(_ name: String) -> UnknownTerm {
        row(name, "\"\(name)\": \"unknown\"")
    }

    private static func plan(_ path: String, _ member: String) -> UnknownTerm {
        UnknownTerm("/\(path)", members: ", \(member)")
    }

    private static func deductible(_ path: String, _ members: String) -> UnknownTerm {
        plan("deductible/\(path)", "\"deductible\": {\(members)}")
    }

    private static func limit(_ name: String, _ unit: String = "visits") -> UnknownTerm {
        let maximum = name == "maximum" ? "" : #", "maximum": 20"#
        return plan(
            "limits/0/\(name)",
            "\"limits\": [{\"id\": \"my-limit\", \"unit\": \"\(unit)\"\(maximum), "
                + "\"\(name)\": \"unknown\"}]"
        )
    }

    static let all: [UnknownTerm] =
        [
            "network", "coverage", "copay", "coinsurance", "coinsuranceBase", "planPaysFixed",
            "deductibleApplies", "countsTowardOutOfPocketMaximum",
            "waivedAfterOutOfPocketMaximum", "afterExhaustion", "writeOffAfterExhaustion",
            "maintenance", "authorization", "referralRequired", "waitingPeriodMonths",
            "outOfNetworkAllowed",
        ].map(simpleRow)
        + ["amount", "basis", "deductible", "capFractionOfAllowed"].map { name in
            let amount = name == "amount" ? "" : #""amount": "30.00", "#
            return row("copay/\(name)", "\"copay\": {\(amount)\"\(name)\": \"unknown\"}")
        }
        + ["required", "afterVisit", "ifMissing"].map { name in
            row("authorization/\(name)", "\"authorization\": {\"\(name)\": \"unknown\"}")
        }
        + [
            row(
                "authorization/ifMissing/penaltyFraction",
                #""authorization": {"ifMissing": {"penaltyFraction": "unknown"}}"#
            )
        ]
        + ["fractionOfCharge", "fractionOfMedicare"].map { name in
            row(
                "outOfNetworkAllowed/\(name)",
                "\"outOfNetworkAllowed\": {\"\(name)\": \"unknown\"}"
            )
        }
        + [
            plan("deductible", #""deductible": "unknown""#),
            deductible("individual", #""individual": "unknown""#),
            deductible("family", #""individual": "500.00", "family": "unknown""#),
            deductible(
                "familyType",
                #""individual": "500.00", "familyType": "unknown", "memberCount": 2"#
            ),
            deductible(
                "memberCount",
                #""individual": "500.00", "familyType": "memberCount", "memberCount": "unknown""#
            ),
            deductible("familyCoverage", #""individual": "500.00", "familyCoverage": "unknown""#),
            deductible("order", #""individual": "500.00", "order": "unknown""#),
            deductible("carryover", #""individual": "500.00", "carryover": "unknown""#),
            deductible(
                "carryover/months",
                #""individual": "5.00", "carryover": {"months": "unknown"}"#
            ),
            deductible(
                "carryover/onlyIfNotMet",
                #""individual": "5.00", "carryover": {"months": 3, "onlyIfNotMet": "unknown"}"#
            ),
            deductible("byCategory/xray", #""byCategory": {"xray": "unknown"}"#),
            plan("outOfPocketMaximum", #""outOfPocketMaximum": "unknown""#),
            plan(
                "outOfPocketMaximum/individual",
                #""outOfPocketMaximum": {"individual": "unknown"}"#
            ),
            plan("outOfPocketMaximum/family", #""outOfPocketMaximum": {"family": "unknown"}"#),
            plan("hsaCompatible", #""hsaCompatible": "unknown""#),
            plan("coordination", #""coordination": "unknown""#),
            plan("federalProgram", #""federalProgram": "unknown""#),
        ]
        + ["maximum", "period", "counting", "scope", "excludesFirstVisit", "kind"].map {
            limit($0)
        }
        + [limit("basis", "dollars")]
}
