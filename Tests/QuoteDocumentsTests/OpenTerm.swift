import CareModel
import Testing

/// A term of a plan that nobody knows, and what the patient pays at least and at most.
///
/// Each visit is an adjustment of 72.00, of which 45.10 are allowed; without insurance it costs
/// 40.00.
struct OpenTerm: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let visits: [String]
    let coverage: String
    let low: Money
    let high: Money

    private init(
        _ name: String,
        visits: [String] = ["2026-11-23"],
        coverage: String,
        from low: Int,
        to high: Int
    ) {
        testDescription = name
        self.visits = visits
        self.coverage = coverage
        self.low = Money(cents: low)
        self.high = Money(cents: high)
    }

    var json: String {
        let service = """
            {"code": "98941", "charge": "72.00", "allowed": "45.10", "selfPay": "40.00"}
            """
        return RequestText(
            visits: visits.map { RequestText.visit($0, service) }.joined(separator: ", "),
            coverage: coverage
        ).json
    }

    private static func row(
        _ members: String,
        plan: String = "",
        used: String = "{}"
    ) -> String {
        RequestText.plan(
            more: plan,
            benefits: "[{\"category\": \"chiropractic\", \(members)}]",
            accumulators: used
        )
    }

    /// A deductible of 100.00, of which nothing is met.
    ///
    /// Covered, four visits cost 45.10, 45.10, 9.80 and a fifth of 35.30, and a fifth of 45.10:
    /// 45.10, 45.10, 16.86 and 9.02, together 116.08. Not covered they cost 160.00. Two that are
    /// covered and two that are not cost 90.20 and 80.00, or the other way about: 170.20, the most.
    private static func inTheMidst(
        _ name: String,
        visits: [String] = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-27"],
        _ members: String,
        plan: String = "",
        used: String
    ) -> OpenTerm {
        OpenTerm(
            name,
            visits: visits,
            coverage: row(
                #""coinsurance": "0.20", "afterExhaustion": "selfPay", "# + members,
                plan: #", "deductible": {"individual": "100.00"}"# + plan,
                used: #"{"deductible": {"individualMet": "0"}"# + used + "}"
            ),
            from: 116_08,
            to: 170_20
        )
    }

    /// Another plan behind one that pays four fifths of 45.10; it would pay nothing by itself.
    private static let second = """
        [{"plan": {"id": "p", "payerName": "Acme", "planName": "A", "planType": "PPO", \
        "effectiveFrom": "2026-01-01", "benefits": [{"category": "chiropractic", "coinsurance": \
        "0.20"}]}}, {"plan": {"id": "q", "payerName": "Acme", "planName": "B", "planType": "PPO", \
        "effectiveFrom": "2026-01-01", "coordination": "unknown", "benefits": [{"category": \
        "chiropractic", "coinsurance": "1"}]}}]
        """

    static let all = [
        // The clinic bears it, or the patient pays the contracted price.
        OpenTerm(
            "an authorization as a whole",
            coverage: row(#""coinsurance": "0.20", "authorization": "unknown""#),
            from: 0,
            to: 45_10
        ),
        // The patient's price is 40.00; covered without any payment it is 45.10.
        OpenTerm(
            "an authorization, beside a lower price without insurance",
            coverage: row(
                #""coinsurance": "0.20", "afterExhaustion": "selfPay", "authorization": "unknown""#
            ),
            from: 0,
            to: 45_10
        ),
        OpenTerm(
            "what a missing authorization means",
            coverage: row(
                """
                "coinsurance": "0.20", "afterExhaustion": "selfPay", "authorization": \
                {"ifMissing": "unknown"}
                """
            ),
            from: 0,
            to: 45_10
        ),
        // Without a copay the deductible takes all; beside one of nothing it does not apply.
        OpenTerm(
            "a copay as a whole",
            coverage: row(
                #""coinsurance": "0", "copay": "unknown""#,
                plan: #", "deductible": {"individual": "100.00"}"#,
                used: #"{"deductible": {"individualMet": "0"}}"#
            ),
            from: 0,
            to: 45_10
        ),
        inTheMidst(
            "how many visits are covered",
            #""limits": ["v"]"#,
            plan: #", "limits": [{"id": "v", "unit": "visits", "maximum": "unknown"}]"#,
            used: #", "limits": {"v": {"used": 12}}"#
        ),
        inTheMidst(
            "how many services are covered",
            #""limits": ["v"]"#,
            plan: #", "limits": [{"id": "v", "unit": "services", "maximum": "unknown"}]"#,
            used: #", "limits": {"v": {"used": 0}}"#
        ),
        inTheMidst(
            "after how many visits an authorization is needed",
            #""authorization": {"afterVisit": "unknown", "ifMissing": "patient"}"#,
            used: #", "benefitVisits": {"chiropractic": 5}"#
        ),
        // Eleven months from January 1 end on December 1.
        inTheMidst(
            "a waiting period",
            visits: ["2026-11-23", "2026-11-24", "2026-12-07", "2026-12-08"],
            #""waitingPeriodMonths": "unknown""#,
            used: ""
        ),
        // Only Medicaid would write the 9.02 off that the first plan leaves.
        OpenTerm("how a commercial plan coordinates", coverage: second, from: 9_02, to: 9_02),
        // The year's 150.00 may all have been met in its last months: a fifth of 45.10 twice.
        OpenTerm(
            "the months that a carry-over counts, in a year without visits",
            visits: ["2027-01-04", "2027-01-06"],
            coverage: row(
                #""coinsurance": "0.20""#,
                plan: """
                    , "deductible": {"individual": "150.00", "carryover": {"months": 3}}
                    """
            ),
            from: 18_04,
            to: 90_20
        ),
    ]
}
