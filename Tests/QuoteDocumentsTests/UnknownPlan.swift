import CareQuote
import PriceTableFiles
import TestSupport
import Testing

/// The terms of a plan, written as JSON members, and which of them nobody knows.
struct UnknownPlan: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let members: String
    let unknown: [String]

    var json: String {
        """
        {"id": "p", "payerName": "Acme", "planName": "Test", "planType": "PPO", \
        "effectiveFrom": "2026-01-01", \(members)}
        """
    }

    func document() throws -> PlanDocument {
        try UnknownPlan.read(Array(json.utf8))
    }

    static let all = [
        UnknownPlan(
            testDescription: "whole objects",
            members: """
                "deductible": "unknown", "outOfPocketMaximum": "unknown", "benefits": \
                [{"category": "chiropractic", "coinsurance": "0.20", "copay": "unknown", \
                "authorization": "unknown", "outOfNetworkAllowed": "unknown"}, \
                {"category": "massage", "planPaysFixed": "unknown"}]
                """,
            unknown: [
                "/benefits/0/authorization", "/benefits/0/copay",
                "/benefits/0/outOfNetworkAllowed", "/benefits/1/planPaysFixed", "/deductible",
                "/outOfPocketMaximum",
            ]
        ),
        UnknownPlan(
            testDescription: "terms of a row",
            members: """
                "benefits": [{"category": "chiropractic", "coinsurance": "unknown", "network": \
                "unknown", "coverage": "unknown", "copay": {"amount": "unknown", \
                "capFractionOfAllowed": "unknown"}, "authorization": {"required": "unknown", \
                "afterVisit": 12, "ifMissing": {"penaltyFraction": "0.50"}}, "afterExhaustion": \
                "unknown", "waitingPeriodMonths": "unknown", "deductibleApplies": "unknown", \
                "outOfNetworkAllowed": {"fractionOfMedicare": "unknown"}}]
                """,
            unknown: [
                "/benefits/0/afterExhaustion", "/benefits/0/authorization/required",
                "/benefits/0/coinsurance", "/benefits/0/copay/amount",
                "/benefits/0/copay/capFractionOfAllowed", "/benefits/0/coverage",
                "/benefits/0/deductibleApplies", "/benefits/0/network",
                "/benefits/0/outOfNetworkAllowed/fractionOfMedicare",
                "/benefits/0/waitingPeriodMonths",
            ]
        ),
        // The first type that can be counts members, and is the last end.
        UnknownPlan(
            testDescription: "a deductible at another than its first end",
            members: """
                "deductible": {"individual": "500.00", "family": "unknown", "familyType": \
                "unknown", "memberCount": 2, "carryover": "unknown", "byCategory": {"xray": \
                "unknown"}}, "benefits": [{"category": "massage", "coinsurance": "0"}]
                """,
            unknown: [
                "/deductible/byCategory/xray", "/deductible/carryover", "/deductible/family",
                "/deductible/familyType",
            ]
        ),
        // The basis of a limit of visits and its scope are terms that a plan does not keep.
        UnknownPlan(
            testDescription: "limits",
            members: """
                "limits": [{"id": "v", "unit": "visits", "maximum": "unknown", "period": \
                "unknown", "basis": "unknown", "scope": "unknown"}, {"id": "d", "unit": \
                "dollars", "maximum": "unknown", "kind": "hard"}], "benefits": [{"category": \
                "massage", "coinsurance": "0", "limits": ["d", "v"]}]
                """,
            unknown: [
                "/limits/0/basis", "/limits/0/maximum", "/limits/0/period", "/limits/0/scope",
                "/limits/1/maximum",
            ]
        ),
        // Both count members, and no other type does.
        UnknownPlan(
            testDescription: "a type and its members",
            members: """
                "deductible": {"individual": "500.00", "familyType": "unknown", "memberCount": \
                "unknown"}, "hsaCompatible": "unknown", "coordination": "unknown", "benefits": \
                [{"category": "massage", "coinsurance": "0"}]
                """,
            unknown: [
                "/coordination", "/deductible/familyType", "/deductible/memberCount",
                "/hsaCompatible",
            ]
        ),
    ]

    static func read(_ bytes: [UInt8]) throws -> PlanDocument {
        var tables = PriceTables(root: Repository.tables)
        let reader = DocumentReader(bytes)
        let document = PlanReader.read(
            reader,
            place: SourcePlace(file: "plans/p.json", pointer: ""),
            parameters: try tables.planParameters()
        )
        reader.end()
        return try #require(document, "\(reader.findings)")
    }
}
