extension WrongPlan {
    /// Terms that only a wrong type or form makes wrong.
    static let types = [
        WrongPlan(
            "a type that nobody sells",
            PlanText(type: "\"ppo\""),
            at: "/planType",
            says: "is not known here. Write one of: PPO, HMO, EPO, POS, HDHP, medicarePartB"
        ),
        WrongPlan(
            "a commercial plan that coordinates as Medicaid does",
            PlanText(more: #", "coordination": "medicaid""#),
            at: "/coordination",
            says: "Write standard, basic, carveOut or maintenanceOfBenefits, or planType medicaid"
        ),
        WrongPlan(
            "a plan that has no rows",
            PlanText(benefits: "[]"),
            at: "/benefits",
            says: "is empty, so nothing is covered. Write at least one benefit"
        ),
        WrongPlan(
            "a name in another case",
            PlanText(more: #", "PlanName": "x""#),
            at: "/PlanName",
            says: "Did you mean \"planName\"?"
        ),
        WrongPlan(
            "an amount below zero",
            PlanText(deductible: #"{"individual": "-1.00"}"#),
            at: "/deductible/individual",
            says: "is not an amount"
        ),
        WrongPlan(
            "a category's deductible below zero",
            PlanText(deductible: #"{"byCategory": {"xray": "-1"}}"#),
            at: "/deductible/byCategory/xray",
            says: "is not an amount"
        ),
        WrongPlan(
            "a name that is no category",
            PlanText(deductible: #"{"byCategory": {"X-ray": "50.00"}}"#),
            at: "/deductible/byCategory/X-ray",
            says: "stands under a name that is no category"
        ),
        WrongPlan(
            "a fraction above one",
            row(#""coinsurance": "20""#),
            at: "/benefits/0/coinsurance",
            says: "is 20 times the price; write \"0.20\" for 20 percent"
        ),
        WrongPlan(
            "a cap above one",
            row(#""copay": {"amount": "30", "capFractionOfAllowed": "50"}"#),
            at: "/benefits/0/copay/capFractionOfAllowed",
            says: "is 50 times the price; write \"0.50\" for 50 percent"
        ),
        WrongPlan(
            "a part of the charge above one",
            covered(#""outOfNetworkAllowed": {"fractionOfCharge": "60"}"#),
            at: "/benefits/0/outOfNetworkAllowed/fractionOfCharge",
            says: "is 60 times the price"
        ),
        WrongPlan(
            "a network with another name",
            covered(#""network": "inside""#),
            at: "/benefits/0/network",
            says: "Write one of: in, out, both"
        ),
        WrongPlan(
            "maintenance as true",
            covered(#""maintenance": true"#),
            at: "/benefits/0/maintenance",
            says: "is not text"
        ),
        WrongPlan(
            "a copay without an amount",
            row(#""coinsurance": "0", "copay": {"basis": "perVisit"}"#),
            at: "/benefits/0/copay/amount",
            says: "is missing"
        ),
        WrongPlan(
            "a code of four digits",
            PlanText(benefits: #"[{"codes": ["9894"], "coinsurance": "0"}]"#),
            at: "/benefits/0/codes/0",
            says: "is not a procedure code"
        ),
        WrongPlan(
            "a service in capitals",
            PlanText(benefits: #"[{"services": ["Massage"], "coinsurance": "0"}]"#),
            at: "/benefits/0/services/0",
            says: "is not a service key"
        ),
        WrongPlan(
            "a limit above 9999 visits",
            limit(#""unit": "visits", "maximum": 10000"#),
            at: "/limits/0/maximum",
            says: "is no count of visits. Write a whole number from 0 to 9999"
        ),
        WrongPlan(
            "a limit above 999 visits in twelve months",
            limit(#""unit": "visits", "maximum": 1000, "period": "rolling12Months""#),
            at: "/limits/0/maximum",
            says: "is no count of visits in twelve months. Write a whole number from 0 to 999"
        ),
        WrongPlan(
            "a contract year without a start",
            PlanText(more: #", "benefitPeriod": {"kind": "contractYear"}"#),
            at: "/benefitPeriod/start",
            says: "is missing. Write the first day, such as \"07-01\""
        ),
        WrongPlan(
            "a calendar year with a start",
            PlanText(more: #", "benefitPeriod": {"kind": "calendarYear", "start": "07-01"}"#),
            at: "/benefitPeriod/start",
            says: "goes with contractYear only"
        ),
    ]
}
