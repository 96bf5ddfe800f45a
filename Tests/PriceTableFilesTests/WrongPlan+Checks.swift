extension WrongPlan {
    private static func rows(_ rows: String...) -> PlanText {
        PlanText(benefits: "[\(rows.joined(separator: ", "))]")
    }

    /// The checks of `spec/insurance.md`, *The plan object*, that look at several terms.
    static let checks = [
        WrongPlan(
            "a limit that the plan lacks",
            rows(#"{"category": "chiropractic", "coinsurance": "0", "limits": ["w"]}"#),
            at: "/benefits/0/limits/0",
            says: "is not a limit of this plan. Write one of its ids"
        ),
        WrongPlan(
            "two rows for one category",
            rows(
                #"{"category": "massage", "coinsurance": "0"}"#,
                #"{"category": "massage", "coinsurance": "0.20"}"#
            ),
            at: "/benefits/1",
            says: "is as specific as /benefits/0 for the same service and network"
        ),
        WrongPlan(
            "two rows for one code",
            rows(
                #"{"codes": ["98940", "98941"], "coinsurance": "0"}"#,
                #"{"codes": ["98941", "98942"], "coinsurance": "0.20"}"#
            ),
            at: "/benefits/1",
            says: "is as specific as /benefits/0"
        ),
        WrongPlan(
            "two rows for one service",
            rows(
                #"{"services": ["massage"], "coinsurance": "0"}"#,
                #"{"services": ["massage"], "coinsurance": "0.20"}"#
            ),
            at: "/benefits/1",
            says: "is as specific as /benefits/0"
        ),
        WrongPlan(
            "a row for both networks beside one for out",
            rows(
                #"{"category": "massage", "network": "both", "coinsurance": "0"}"#,
                #"{"category": "massage", "network": "out", "coinsurance": "0.20"}"#
            ),
            at: "/benefits/1",
            says: "is as specific as /benefits/0"
        ),
        WrongPlan(
            "two limits of one id",
            PlanText(
                limits: """
                    [{"id": "v", "unit": "visits", "maximum": 20}, \
                    {"id": "v", "unit": "services", "maximum": 9}]
                    """
            ),
            at: "/limits/1/id",
            says: "\"v\" names two limits"
        ),
        WrongPlan(
            "a row about nothing",
            rows(#"{"coinsurance": "0"}"#),
            at: "/benefits/0/category",
            says: "0 stand here. Write exactly one of the three"
        ),
        WrongPlan(
            "a row about two things",
            rows(#"{"category": "massage", "codes": ["97124"], "coinsurance": "0"}"#),
            at: "/benefits/0/category",
            says: "2 stand here. Write exactly one of the three"
        ),
        WrongPlan(
            "a covered row without shares",
            rows(#"{"category": "massage"}"#),
            at: "/benefits/0/coinsurance",
            says: "is missing. Write the patient's fraction, such as \"0.20\", or \"0\""
        ),
        WrongPlan(
            "coinsurance beside a fixed benefit",
            rows(#"{"category": "massage", "coinsurance": "0.20", "planPaysFixed": "30.00"}"#),
            at: "/benefits/0/planPaysFixed",
            says: "stands beside a coinsurance"
        ),
        WrongPlan(
            "a copay where the deductible comes last",
            PlanText(
                deductible: #"{"individual": "500.00", "order": "afterCoinsurance"}"#,
                benefits: #"[{"category": "massage", "copay": {"amount": "20.00"}}]"#
            ),
            at: "/benefits/0/copay",
            says: "stands in a plan whose deductible comes after coinsurance"
        ),
        WrongPlan(
            "absorbing by a copay for each service",
            rows(
                """
                {"category": "massage", "copay": {"amount": "20.00", "basis": "perService", \
                "absorbs": ["xray"]}}
                """
            ),
            at: "/benefits/0/copay/absorbs",
            says: "goes with a copay by visit only"
        ),
        WrongPlan(
            "an end before the beginning",
            PlanText(more: #", "effectiveThrough": "2025-12-31""#),
            at: "/effectiveThrough",
            says: "lies before effectiveFrom 2026-01-01"
        ),
        WrongPlan(
            "a member count without a number",
            PlanText(deductible: #"{"individual": "500.00", "familyType": "memberCount"}"#),
            at: "/deductible/memberCount",
            says: "goes together with familyType memberCount"
        ),
        WrongPlan(
            "an aggregate deductible without the family's",
            PlanText(
                deductible: """
                    {"individual": "500.00", "familyType": "aggregate", "familyCoverage": true}
                    """
            ),
            at: "/deductible/family",
            says: "is missing: with an aggregate deductible and family coverage it decides"
        ),
    ]
}
