extension WrongPlan {
    /// Terms that contradict each other, or that a request could not tell the figures of.
    static let later = [
        WrongPlan(
            "an authorization after some visits of one code",
            PlanText(
                benefits: """
                    [{"codes": ["98941"], "coinsurance": "0.20", "authorization": \
                    {"afterVisit": 2}}]
                    """
            ),
            at: "/benefits/0/authorization/afterVisit",
            says: "asks for an authorization after some visits of single services or codes"
        ),
        WrongPlan(
            "two rows whose diagnoses can both hold",
            PlanText(
                benefits: """
                    [{"category": "chiropractic", "coinsurance": "0.20", "diagnoses": \
                    {"only": ["M54"]}}, {"category": "chiropractic", "coinsurance": "0.50", \
                    "diagnoses": {"only": ["M"]}}]
                    """
            ),
            at: "/benefits/1",
            says: "is as specific as /benefits/0"
        ),
        WrongPlan(
            "a diagnosis that another row does not except",
            PlanText(
                benefits: """
                    [{"category": "chiropractic", "coinsurance": "0.20", "diagnoses": \
                    {"only": ["M54"]}}, {"category": "chiropractic", "coinsurance": "0.50", \
                    "diagnoses": {"except": ["R51"]}}]
                    """
            ),
            at: "/benefits/1",
            says: "is as specific as /benefits/0"
        ),
        WrongPlan(
            "a carry-over in a year that begins in the middle of a month",
            PlanText(
                more: #", "benefitPeriod": {"kind": "contractYear", "start": "07-15"}"#,
                deductible: #"{"individual": "1500.00", "carryover": {"months": 3}}"#
            ),
            at: "/deductible/carryover",
            says: "asks for a carry-over in a contract year that begins in the middle of a month"
        ),
        WrongPlan(
            "a deductible per person of which only the family's is told",
            PlanText(deductible: #"{"family": "3000.00", "familyType": "perPerson"}"#),
            at: "/deductible/individual",
            says: "is missing, and with this familyType each person's own decides"
        ),
        WrongPlan(
            "HSA: a deductible of a category",
            PlanText(
                more: #", "hsaCompatible": true"#,
                deductible: #"{"individual": "3400.00", "byCategory": {"xray": "50.00"}}"#
            ),
            at: "/deductible/byCategory",
            says: "would pay for the category before its own deductible"
        ),
        WrongPlan(
            "HSA: a carry-over",
            PlanText(
                more: #", "hsaCompatible": true"#,
                deductible: #"{"individual": "3400.00", "carryover": {"months": 3}}"#
            ),
            at: "/deductible/carryover",
            says: "may not carry a deductible over"
        ),
        WrongPlan(
            "a first visit excluded from a limit of dollars",
            limit(#""unit": "dollars", "maximum": "500.00", "excludesFirstVisit": true"#),
            at: "/limits/0/excludesFirstVisit",
            says: "goes with visits or services only"
        ),
        WrongPlan(
            "a count of paid visits in a limit of dollars",
            limit(#""unit": "dollars", "maximum": "500.00", "counting": "planPaid""#),
            at: "/limits/0/counting",
            says: "goes with visits or services only; basis says what dollars count"
        ),
        WrongPlan(
            "a limit of dollars over twelve rolling months",
            limit(#""unit": "dollars", "maximum": "500.00", "period": "rolling12Months""#),
            at: "/limits/0/period",
            says: "asks for a limit of dollars over the twelve months before each visit"
        ),
        WrongPlan(
            "diagnoses that are wanted and excepted",
            covered(#""diagnoses": {"only": ["M54"], "except": ["R51"]}"#),
            at: "/benefits/0/diagnoses/only",
            says: "or except has to stand here alone"
        ),
        WrongPlan(
            "no fraction where one has to be",
            covered(#""network": "out", "outOfNetworkAllowed": {}"#),
            at: "/benefits/0/outOfNetworkAllowed/fractionOfCharge",
            says: "or fractionOfMedicare has to stand here alone"
        ),
        WrongPlan(
            "an amount below zero where a schedule is named",
            covered(#""outOfNetworkAllowed": "-5.00""#),
            at: "/benefits/0/outOfNetworkAllowed",
            says: "is not the name of a schedule"
        ),
        WrongPlan(
            "a number where a schedule is named",
            covered(#""outOfNetworkAllowed": "45""#),
            at: "/benefits/0/outOfNetworkAllowed",
            says: "is not the name of a schedule"
        ),
    ]
}
