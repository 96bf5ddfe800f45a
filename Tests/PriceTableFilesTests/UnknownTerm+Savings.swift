import CareQuote

/// What nobody knows of a plan beside a health savings account.
///
/// The figures of 2026 are 1,700 and 3,400 for the deductible, and 8,500 and 17,000 for the limit
/// (spec/insurance.md, Parameters by year).
extension UnknownTerm {
    private static func savings(
        deductible: String = #"{"individual": "1700.00"}"#,
        maximum: String = #"{"individual": "8500.00"}"#,
        row: String = #""coinsurance": "0.10""#
    ) -> PlanText {
        PlanText(
            more: #", "hsaCompatible": true"#,
            type: "\"HDHP\"",
            deductible: deductible,
            maximum: maximum,
            limits: "[]",
            benefits: "[{\"category\": \"chiropractic\", \(row)}]"
        )
    }

    private static func family(_ members: String) -> PlanText {
        savings(
            deductible: "{\"familyCoverage\": true, \(members)}",
            maximum: #"{"family": "17000.00"}"#
        )
    }

    private static func individual(_ plan: BenefitPlan) -> String {
        text(plan.deductible?.individual)
    }

    private static func maxima(_ plan: BenefitPlan) -> String {
        let maximum = plan.outOfPocketMaximum
        return "\(text(maximum?.individual)) \(text(maximum?.family))"
    }

    private static func copay(_ plan: BenefitPlan) -> String {
        plan.benefits[0].copay.map { "\($0.amount.decimalText) \($0.deductible)" } ?? "none"
    }

    static let ofSavingsAccounts = [
        UnknownTerm(
            "/deductible",
            savings(deductible: #""unknown""#),
            ends: ["1700.00", "9999999.99"],
            read: individual
        ),
        UnknownTerm(
            "/deductible/individual",
            savings(deductible: #"{"individual": "unknown"}"#),
            ends: ["1700.00", "9999999.99"],
            read: individual
        ),
        // An embedded deductible of a person may not undercut the family minimum; beside an
        // aggregate one it decides nothing.
        UnknownTerm(
            "/deductible/individual",
            family(#""individual": "unknown", "family": "6000.00""#),
            ends: ["3400.00", "9999999.99"],
            read: individual
        ),
        UnknownTerm(
            "/deductible/individual",
            family(#""individual": "unknown", "family": "6000.00", "familyType": "aggregate""#),
            ends: ["0.00", "9999999.99"],
            read: individual
        ),
        UnknownTerm(
            "/deductible/family",
            family(#""individual": "3400.00", "family": "unknown""#),
            ends: ["3400.00", "9999999.99"]
        ) { text($0.deductible?.family) },
        // Family coverage asks for 3,400, and 2,000 is stated.
        UnknownTerm(
            "/deductible/familyCoverage",
            savings(
                deductible: """
                    {"individual": "2000.00", "family": "4000.00", "familyCoverage": "unknown"}
                    """,
                maximum: #"{"individual": "8500.00", "family": "17000.00"}"#
            ),
            ends: ["false", nil]
        ) { "\($0.deductible?.hasFamilyCoverage == true)" },
        UnknownTerm(
            "/outOfPocketMaximum",
            savings(maximum: #""unknown""#),
            ends: ["0.00 none", "8500.00 none"],
            read: maxima
        ),
        UnknownTerm(
            "/outOfPocketMaximum",
            savings(
                deductible: #"{"individual": "3400", "family": "3400", "familyCoverage": true}"#,
                maximum: #""unknown""#
            ),
            ends: ["0.00 0.00", "none 17000.00"],
            read: maxima
        ),
        UnknownTerm(
            "/outOfPocketMaximum/individual",
            savings(maximum: #"{"individual": "unknown"}"#),
            ends: ["0.00 none", "8500.00 none"],
            read: maxima
        ),
        UnknownTerm(
            "/outOfPocketMaximum/family",
            savings(
                deductible: #"{"individual": "3400", "family": "3400", "familyCoverage": true}"#,
                maximum: #"{"individual": "8500.00", "family": "unknown"}"#
            ),
            ends: ["8500.00 0.00", "8500.00 17000.00"],
            read: maxima
        ),
        UnknownTerm(
            "/benefits/0/copay",
            savings(row: #""coinsurance": "0.10", "copay": "unknown""#),
            ends: ["none", "0.00 after", "9999999.99 after"],
            read: copay
        ),
        UnknownTerm(
            "/benefits/0/copay/deductible",
            savings(row: #""copay": {"amount": "20.00", "deductible": "unknown"}"#),
            ends: [nil, nil, "20.00 after"],
            read: copay
        ),
        UnknownTerm(
            "/benefits/0/deductibleApplies",
            savings(row: #""coinsurance": "0.10", "deductibleApplies": "unknown""#),
            ends: [nil, "true"]
        ) { "\($0.benefits[0].deductibleApplies)" },
    ]
}
