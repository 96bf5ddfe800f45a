import CareModel

extension TableTemplate {
    /// A whole plan: every term with its default, and one covered benefit row.
    static func plan(_ id: String, from firstDay: CalendarDate) -> File {
        let document = TemplateDocument { plan in
            plan.term("id", .text(id), "the name of this file without .json")
            plan.term("payerName", .mark(.payerName), "the insurer")
            plan.term("planName", .mark(.planName), "the insurer's name for the plan")
            plan.term(
                "planType",
                .text("other"),
                "PPO, HMO, EPO, POS, HDHP, medicarePartB, medicareAdvantage, medicaid, "
                    + "workersCompensation, autoMedical, discountPlan or other"
            )
            plan.term(
                "effectiveFrom",
                .text(firstDay.description),
                "the first day of coverage; yearly federal figures are those of its year"
            )
            plan.term(
                "effectiveThrough",
                .null,
                "the last day of coverage, or null where the plan goes on"
            )
            plan.object("benefitPeriod", "when deductible, maximum and visits start anew") {
                $0.term(
                    "kind",
                    .text("calendarYear"),
                    "calendarYear, or contractYear with \"start\": the first day as MM-DD"
                )
            }
            plan.term(
                "hsaCompatible",
                .boolean(false),
                "true where the plan may stand beside a health savings account"
            )
            plan.term(
                "federalProgram",
                .boolean(false),
                "true where a federal program pays for the plan"
            )
            plan.term("jurisdiction", .null, "the state whose rules hold, such as \"CA\"")
            plan.term(
                "feeSchedule",
                .null,
                "the contracted rates: the name of a file in schedules/, without .csv"
            )
            plan.object(
                "deductible",
                "what the patient pays before the plan does; null where the plan has none",
                deductible
            )
            plan.object(
                "outOfPocketMaximum",
                "the most that a patient pays in a benefit year; null where there is none"
            ) {
                $0.term("individual", .unknown, "one person's, such as \"6000.00\", or null")
                $0.term("family", .null, "the family's, or null")
            }
            plan.list(
                "limits",
                "how often services are covered; [] where no number of visits is printed",
                limit
            )
            plan.list(
                "benefits",
                "what the plan pays, a row for each category of services.csv: copy this row; a "
                    + "service that no row names is not covered",
                benefit
            )
            plan.term(
                "coordination",
                .text("standard"),
                "how the plan pays as a second one: standard, basic, carveOut, "
                    + "maintenanceOfBenefits or medigap; medicaid for Medicaid alone"
            )
            plan.term("medigapLetter", .null, "the letter of a Medigap plan: F, G or N")
            plan.term(
                "source",
                .mark(.source),
                "the document and page, such as \"Summary of Benefits 2026, page 3\""
            )
            plan.term(
                "verifiedOn",
                .null,
                "the day on which the terms were last checked with the insurer"
            )
        }
        return File(path: "plans/\(id).json", document)
    }

    private static func deductible(_ terms: inout TemplateDocument) {
        terms.term("individual", .unknown, "one person's, such as \"1500.00\", or null")
        terms.term("family", .null, "the family's, or null")
        terms.term(
            "familyType",
            .text("embedded"),
            "embedded: the person's or the family's, whichever is met first; aggregate: the "
                + "family's alone; perPerson; or memberCount"
        )
        terms.term(
            "memberCount",
            .null,
            "with familyType memberCount: how many members have to meet theirs"
        )
        terms.term("familyCoverage", .boolean(false), "true where the patient's family is covered")
        terms.term(
            "byCategory",
            .object([]),
            "a deductible of one category, such as { \"xray\": \"50.00\" }"
        )
        terms.term(
            "order",
            .text("beforeCoinsurance"),
            "beforeCoinsurance, or afterCoinsurance in the rare plan that says so"
        )
        terms.term(
            "carryover",
            .null,
            "what the last months of a year carry into the next: "
                + "{ \"months\": 3, \"onlyIfNotMet\": true }, or null"
        )
    }

    private static func limit(_ limit: inout TemplateDocument) {
        limit.term("id", .text("visits"), "a name of your own, for the benefit rows below")
        limit.term(
            "unit",
            .text("visits"),
            "visits; services where each line is counted; or dollars"
        )
        limit.term(
            "maximum",
            .unknown,
            "how many, as a number without quotes, such as 20; dollars as text, such as \"500.00\""
        )
        limit.term(
            "period",
            .text("benefitYear"),
            "visit, day, benefitYear, calendarYear, rolling12Months or lifetime"
        )
        limit.term(
            "counting",
            .text("allowed"),
            "allowed: a visit counts even where the deductible took it all; planPaid: only where "
                + "the plan paid"
        )
        limit.term("basis", .null, "of a limit in dollars: planPaid or allowed")
        limit.term("scope", .text("individual"), "individual, or family")
        limit.term(
            "excludesFirstVisit",
            .boolean(false),
            "true where the first visit is not counted"
        )
        limit.term(
            "kind",
            .text("hard"),
            "hard: what is over it is not covered; or notice, or authorizationAfter"
        )
    }

    private static func benefit(_ row: inout TemplateDocument) {
        row.term(
            "category",
            .text("chiropractic"),
            "a category of services.csv; or, in its place, \"services\": [ … ] or \"codes\": [ … ]"
        )
        row.term(
            "diagnoses",
            .null,
            "where coverage depends on the diagnosis: { \"only\": [\"M54\"] } or { \"except\": [\"R51\"] }"
        )
        row.term("network", .text("in"), "in, out or both")
        row.term("coverage", .text("covered"), "covered, notCovered or excluded")
        row.term(
            "copay",
            .null,
            "a fixed amount a visit: { \"amount\": \"30.00\", \"basis\": \"perVisit\", "
                + "\"deductible\": \"notSubject\", \"capFractionOfAllowed\": null, "
                + "\"absorbs\": [] }; basis also perService or perUnit; deductible also before "
                + "or after"
        )
        row.term(
            "coinsurance",
            .unknown,
            "the patient's fraction: \"0.20\" for 20 percent; \"0\" beside a copay"
        )
        row.term(
            "coinsuranceBase",
            .text("afterDeductibleAndCopay"),
            "afterDeductibleAndCopay, or allowed"
        )
        row.term(
            "planPaysFixed",
            .null,
            "a fixed amount that the plan pays for a service, in place of coinsurance"
        )
        row.term("deductibleApplies", .boolean(true), "false where the deductible does not apply")
        row.term(
            "countsTowardOutOfPocketMaximum",
            .boolean(true),
            "false where the patient's share does not count toward the maximum"
        )
        row.term(
            "waivedAfterOutOfPocketMaximum",
            .boolean(true),
            "false where the patient still pays once the maximum is reached"
        )
        row.term(
            "limits",
            .list([.text("visits")]),
            "ids of limits above; rows that name one id share it"
        )
        row.term(
            "afterExhaustion",
            .text("contracted"),
            "the price once covered visits are used: contracted, billed, selfPay or notBillable"
        )
        row.term(
            "writeOffAfterExhaustion",
            .text("keep"),
            "keep; zero where a dollar limit that is used up ends the write-off"
        )
        row.term("maintenance", .text("notCovered"), "covered where maintenance care is")
        row.term(
            "authorization",
            .null,
            "where the insurer must agree first: { \"required\": true, \"afterVisit\": 12, "
                + "\"ifMissing\": \"notBillable\" }"
        )
        row.term("referralRequired", .boolean(false), "true where a referral is needed")
        row.term("waitingPeriodMonths", .number("0"), "months of membership before the row holds")
        row.term(
            "outOfNetworkAllowed",
            .null,
            "for network out: { \"fractionOfCharge\": \"0.60\" }, "
                + "{ \"fractionOfMedicare\": \"1.40\" }, or the name of a schedule"
        )
    }
}
