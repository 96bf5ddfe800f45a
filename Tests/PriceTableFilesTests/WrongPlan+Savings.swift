extension WrongPlan {
    /// A plan beside a health savings account.
    ///
    /// The figures of 2026 are 1,700 and 3,400 for the deductible, and 8,500 and 17,000 for the
    /// limit (spec/insurance.md, Parameters by year).
    private static func savings(
        deductible: String = #"{"individual": "1700.00"}"#,
        maximum: String = #"{"individual": "8500.00"}"#,
        row: String = #""coinsurance": "0.10""#,
        from: String = "\"2026-01-01\""
    ) -> PlanText {
        PlanText(
            more: #", "hsaCompatible": true"#,
            type: "\"HDHP\"",
            from: from,
            deductible: deductible,
            maximum: maximum,
            benefits: "[{\"category\": \"chiropractic\", \(row)}]"
        )
    }

    /// Plans beside a health savings account that are as they may be.
    static let soundSavings = [
        savings(),
        savings(row: #""copay": {"amount": "20.00", "deductible": "after"}"#),
        savings(
            deductible: #"{"individual": "3400.00", "family": "3400.00", "familyCoverage": true}"#,
            maximum: #"{"individual": "8500.00", "family": "17000.00"}"#
        ),
    ]

    /// Plans beside a health savings account that break its rules.
    static let savingsAccounts = [
        WrongPlan(
            "HSA: a copay that the deductible does not touch",
            savings(row: #""copay": {"amount": "20.00"}"#),
            at: "/benefits/0/copay/deductible",
            says: "is not \"after\", so an HSA-compatible plan would pay before the deductible"
        ),
        WrongPlan(
            "HSA: a copay before the deductible",
            savings(row: #""copay": {"amount": "20.00", "deductible": "before"}"#),
            at: "/benefits/0/copay/deductible",
            says: "is not \"after\""
        ),
        WrongPlan(
            "HSA: a row without the deductible",
            savings(row: #""coinsurance": "0.10", "deductibleApplies": false"#),
            at: "/benefits/0/deductibleApplies",
            says: "is false, so an HSA-compatible plan would pay before the deductible"
        ),
        WrongPlan(
            "HSA: a deductible a cent too low",
            savings(deductible: #"{"individual": "1699.99"}"#),
            at: "/deductible/individual",
            says:
                "is 1699.99, below 1700.00, the least that an HSA-compatible plan may have in 2026"
        ),
        WrongPlan(
            "HSA: a family deductible a cent too low",
            savings(
                deductible: """
                    {"individual": "3400.00", "family": "3399.99", "familyCoverage": true, \
                    "familyType": "aggregate"}
                    """,
                maximum: #"{"family": "17000.00"}"#
            ),
            at: "/deductible/family",
            says: "is 3399.99, below 3400.00"
        ),
        WrongPlan(
            "HSA: an embedded deductible below the family minimum",
            savings(
                deductible: """
                    {"individual": "1700.00", "family": "3400.00", "familyCoverage": true}
                    """,
                maximum: #"{"family": "17000.00"}"#
            ),
            at: "/deductible/individual",
            says: "is 1700.00, below 3400.00"
        ),
        WrongPlan(
            "HSA: a maximum a cent too high",
            savings(maximum: #"{"individual": "8500.01"}"#),
            at: "/outOfPocketMaximum/individual",
            says: "is 8500.01, above 8500.00, the most that an HSA-compatible plan may have in 2026"
        ),
        WrongPlan(
            "HSA: a family maximum a cent too high",
            savings(
                deductible: #"{"individual": "3400", "family": "3400", "familyCoverage": true}"#,
                maximum: #"{"family": "17000.01"}"#
            ),
            at: "/outOfPocketMaximum/family",
            says: "is 17000.01, above 17000.00"
        ),
        WrongPlan(
            "HSA: a year without figures",
            savings(from: "\"2028-01-01\""),
            at: "/effectiveFrom",
            says: "is in 2028, and"
        ),
    ]
}
