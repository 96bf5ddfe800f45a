extension WrongPlan {
    /// A member of the plan that says "unknown" in place of what must be known.
    private static func term(
        _ name: String,
        at pointer: String,
        _ plan: PlanText,
        says message: String = "is a term that no quote can do without. Ask the insurer"
    ) -> WrongPlan {
        WrongPlan("unknown: \(name)", plan, at: pointer, says: message)
    }

    private static let whole = "cannot be unknown as a whole. Write"
    static let nobodyKnows = #""unknown""#

    /// Plans in which nobody knows something without which there is no quote.
    static let unknown = parts + wholes + lastingMistakes

    private static let parts = [
        term(
            "the plan's type",
            at: "/planType",
            PlanText(type: nobodyKnows),
            says: "Write the sort"
        ),
        term("the first day", at: "/effectiveFrom", PlanText(from: nobodyKnows)),
        term("the schedule", at: "/feeSchedule", PlanText(more: #", "feeSchedule": "unknown""#)),
        term("the document", at: "/source", PlanText(more: #", "source": "unknown""#)),
        term(
            "Medigap's letter",
            at: "/medigapLetter",
            PlanText(more: #", "medigapLetter": "unknown""#),
            says: "is a letter whose shares are not worked out here"
        ),
        term(
            "the benefit year",
            at: "/benefitPeriod",
            PlanText(more: #", "benefitPeriod": "unknown""#),
            says: "Ask the insurer when the year begins"
        ),
        term(
            "the kind of benefit year",
            at: "/benefitPeriod/kind",
            PlanText(more: #", "benefitPeriod": {"kind": "unknown", "start": "07-01"}"#),
            says: "Ask the insurer when the year begins"
        ),
        term(
            "a limit's name",
            at: "/limits/0/id",
            PlanText(
                limits: #"[{"id": "unknown", "unit": "visits", "maximum": 20}]"#,
                benefits: bare
            )
        ),
        term(
            "a limit's unit",
            at: "/limits/0/unit",
            limit(#""unit": "unknown", "maximum": 20"#),
            says: "Write visits, services or dollars"
        ),
        term(
            "a row's category",
            at: "/benefits/0/category",
            PlanText(benefits: #"[{"category": "unknown", "coinsurance": "0"}]"#)
        ),
        term(
            "a row's codes",
            at: "/benefits/0/codes/0",
            PlanText(benefits: #"[{"codes": ["unknown"], "coinsurance": "0"}]"#)
        ),
        term(
            "a row's services",
            at: "/benefits/0/services",
            PlanText(benefits: #"[{"services": "unknown", "coinsurance": "0"}]"#)
        ),
        term("diagnoses", at: "/benefits/0/diagnoses", covered(#""diagnoses": "unknown""#)),
        term(
            "the limit that a row names",
            at: "/benefits/0/limits/0",
            covered(#""limits": ["unknown"]"#)
        ),
        // A bucket of one cent leaves the patient a whole charge; an empty one leaves the self-pay
        // price.
        term(
            "an auto policy's bucket",
            at: "/limits/0/maximum",
            PlanText(
                type: "\"autoMedical\"",
                deductible: "null",
                maximum: "null",
                limits: #"[{"id": "b", "unit": "dollars", "maximum": "unknown"}]"#,
                benefits: #"[{"category": "chiropractic", "coinsurance": "0", "limits": ["b"]}]"#
            ),
            says: "decides who pays the rest. Write the amount of its declarations page"
        ),
        // Nothing bounds it, so there is no amount to take for it.
        term(
            "a membership's fee",
            at: "/membershipFee",
            PlanText(
                more: #", "membershipFee": "unknown""#,
                type: "\"discountPlan\"",
                deductible: "null",
                benefits: #"[{"category": "massage", "coverage": "notCovered"}]"#
            ),
            says: "is part of what the patient pays, whatever is done. Write the fee for a year"
        ),
        term(
            "what a copay absorbs",
            at: "/benefits/0/copay/absorbs",
            row(#""copay": {"amount": "30.00", "absorbs": "unknown"}"#)
        ),
    ]

    private static let bare = #"[{"category": "chiropractic", "coinsurance": "0.20"}]"#

    private static let wholes = [
        term(
            "all limits",
            at: "/limits",
            PlanText(limits: nobodyKnows, benefits: bare),
            says: whole + " id and unit; maximum, period, counting"
        ),
        term(
            "a limit",
            at: "/limits/0",
            PlanText(limits: #"["unknown"]"#, benefits: bare),
            says: whole + " id and unit; maximum, period, counting"
        ),
        term(
            "all benefits",
            at: "/benefits",
            PlanText(limits: "[]", benefits: nobodyKnows),
            says: whole + " a row for each category, service or code; its coverage, copay"
        ),
        term(
            "deductibles of categories",
            at: "/deductible/byCategory",
            PlanText(deductible: #"{"individual": "500.00", "byCategory": "unknown"}"#),
            says: whole + " the categories that have a deductible of their own"
        ),
    ]
}
