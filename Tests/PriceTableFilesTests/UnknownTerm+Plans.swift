import CareQuote
import PriceTableFiles

extension UnknownTerm {
    private static func deductible(
        _ path: String,
        _ members: String,
        ends: [String?],
        _ read: @escaping @Sendable (Deductible?) -> String
    ) -> UnknownTerm {
        UnknownTerm("/deductible/\(path)", PlanText(deductible: "{\(members)}"), ends: ends) {
            read($0.deductible)
        }
    }

    private static func type(_ deductible: Deductible?) -> String {
        deductible.map { "\($0.familyType)" } ?? "none"
    }

    private static func carryover(_ deductible: Deductible?) -> String {
        deductible?.carryover.map { "\($0.months) \($0.onlyIfNotMet)" } ?? "none"
    }

    static let ofDeductibles = [
        UnknownTerm(
            "/deductible",
            PlanText(deductible: #""unknown""#),
            ends: ["none", "9999999.99"]
        ) { text($0.deductible?.individual) },
        deductible("individual", #""individual": "unknown""#, ends: amounts) {
            text($0?.individual)
        },
        deductible("family", #""individual": "500.00", "family": "unknown""#, ends: amounts) {
            text($0?.family)
        },
        deductible("byCategory/xray", #""byCategory": {"xray": "unknown"}"#, ends: amounts) {
            text($0?.byCategory.values.first)
        },
        deductible("familyCoverage", #""familyCoverage": "unknown""#, ends: flags) {
            "\($0?.hasFamilyCoverage == true)"
        },
        deductible(
            "familyType",
            #""individual": "500.00", "familyType": "unknown""#,
            ends: ["embedded", "aggregate", "perPerson", nil],
            type
        ),
        // With family coverage an aggregate deductible is the family's, and none is stated.
        deductible(
            "familyType",
            #""individual": "500.00", "familyCoverage": true, "familyType": "unknown""#,
            ends: ["embedded", nil, "perPerson", nil],
            type
        ),
        // Only one type counts members, and it is not the first end.
        deductible(
            "familyType",
            #""individual": "500.00", "familyType": "unknown", "memberCount": 2"#,
            ends: [nil, nil, nil, "memberCount(2)"],
            type
        ),
        deductible(
            "memberCount",
            #""individual": "500.00", "familyType": "memberCount", "memberCount": "unknown""#,
            ends: ["memberCount(1)", "memberCount(99)"],
            type
        ),
        deductible(
            "order",
            #""order": "unknown""#,
            ends: ["beforeCoinsurance", "afterCoinsurance"]
        ) { $0?.order.rawValue ?? "none" },
        deductible("carryover", #""carryover": "unknown""#, ends: ["none", "12 false"], carryover),
        deductible(
            "carryover/months",
            #""carryover": {"months": "unknown"}"#,
            ends: ["1 false", "12 false"],
            carryover
        ),
        deductible(
            "carryover/onlyIfNotMet",
            #""carryover": {"months": 3, "onlyIfNotMet": "unknown"}"#,
            ends: ["3 false", "3 true"],
            carryover
        ),
    ]

    static let ofPlans = [
        UnknownTerm(
            "/outOfPocketMaximum",
            PlanText(maximum: #""unknown""#),
            ends: ["0.00", "none"]
        ) { text($0.outOfPocketMaximum?.individual) },
        UnknownTerm(
            "/outOfPocketMaximum/individual",
            PlanText(maximum: #"{"individual": "unknown"}"#),
            ends: amounts
        ) { text($0.outOfPocketMaximum?.individual) },
        UnknownTerm(
            "/outOfPocketMaximum/family",
            PlanText(maximum: #"{"individual": "6000.00", "family": "unknown"}"#),
            ends: amounts
        ) { text($0.outOfPocketMaximum?.family) },
        UnknownTerm(
            "/federalProgram",
            PlanText(more: #", "federalProgram": "unknown""#),
            ends: flags
        ) { "\($0.isFederalProgram)" },
        // 1,500 is too low a deductible beside a health savings account in 2026.
        UnknownTerm(
            "/hsaCompatible",
            PlanText(more: #", "hsaCompatible": "unknown""#),
            ends: ["false", nil]
        ) { "\($0.isHSACompatible)" },
        UnknownTerm(
            "/coordination",
            PlanText(more: #", "coordination": "unknown""#),
            ends: ["standard", "basic", "carveOut", "maintenanceOfBenefits", nil, nil]
        ) { $0.coordination.rawValue },
    ]
}
