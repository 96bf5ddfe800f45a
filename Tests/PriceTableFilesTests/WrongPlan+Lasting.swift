extension WrongPlan {
    /// Mistakes that no end of an unknown term mends.
    static let lastingMistakes = [
        WrongPlan(
            "a typing error beside an end that cannot be",
            PlanText(
                deductible: #"{"individual": "5O0.00", "familyType": "unknown", "memberCount": 2}"#
            ),
            at: "/deductible/individual",
            says: "is not an amount"
        ),
        WrongPlan(
            "a member count that no type of a known deductible has",
            PlanText(
                deductible: #"{"individual": "500.00", "order": "unknown", "memberCount": 2}"#
            ),
            at: "/deductible/memberCount",
            says: "goes together with familyType memberCount"
        ),
        // Two of the three are rivals in whatever networks, but not the same two.
        WrongPlan(
            "three rows for one category in networks that nobody knows",
            PlanText(
                benefits: rows(
                    (0..<3).map { _ in #""category": "massage", "network": "unknown""# },
                    coinsurance: #""0.20""#
                )
            ),
            at: "/benefits/1",
            "/benefits/2",
            "/benefits/2",
            says: "is as specific as /benefits/0"
        ),
        WrongPlan(
            "a row without shares that may be covered",
            PlanText(benefits: #"[{"category": "massage", "coverage": "unknown"}]"#),
            at: "/benefits/0/coinsurance",
            says: "is missing"
        ),
        WrongPlan(
            "an authorization of a code after visits that nobody knows",
            PlanText(
                benefits: """
                    [{"codes": ["98941"], "coinsurance": "0.20", "authorization": \
                    {"afterVisit": "unknown"}}]
                    """
            ),
            at: "/benefits/0/authorization/afterVisit",
            says: "asks for an authorization after some visits of single services or codes"
        ),
        WrongPlan(
            "an authorization of a code that may be needed after two visits",
            PlanText(
                benefits: """
                    [{"codes": ["98941"], "coinsurance": "0.20", "authorization": \
                    {"required": "unknown", "afterVisit": 2}}]
                    """
            ),
            at: "/benefits/0/authorization/afterVisit",
            says: "asks for an authorization after some visits of single services or codes"
        ),
        WrongPlan(
            "a carry-over that nobody knows in a year from the middle of a month",
            PlanText(
                more: #", "benefitPeriod": {"kind": "contractYear", "start": "07-15"}"#,
                deductible: #"{"individual": "1500.00", "carryover": "unknown"}"#
            ),
            at: "/deductible/carryover",
            says: "asks for a carry-over in a contract year that begins in the middle of a month"
        ),
        WrongPlan(
            "25 terms that nobody knows",
            PlanText(
                benefits: rows((0..<25).map { "\"codes\": [\"\(97_000 + $0)\"]" })
            ),
            at: "",
            says: "has 25 terms that nobody knows. Ask the insurer, so that at most 24 are left"
        ),
    ]

    private static func rows(
        _ selectors: [String],
        coinsurance: String = nobodyKnows
    ) -> String {
        let rows = selectors.map { "{\($0), \"coinsurance\": \(coinsurance)}" }
        return "[\(rows.joined(separator: ", "))]"
    }
}
