extension BrokenTable {
    private static let regions = "rules/spinal-regions.json"
    private static let medicare = "parameters/medicare-part-b-deductible.json"
    private static let plan = "plans/acme-ppo-1500.json"

    /// Mistakes in the rules and in the federal figures; a value of a figure takes five lines.
    static let rules = [
        BrokenTable(
            "bands that overlap",
            regions,
            .replace("\"fromRegions\": 3", "\"fromRegions\": 2"),
            row: 5,
            at: "/bands/1/fromRegions",
            "overlaps a band before it"
        ),
        BrokenTable(
            "a band that ends before it begins",
            regions,
            .replace("\"toRegions\": 5", "\"toRegions\": 4"),
            row: 6,
            at: "/bands/2/toRegions",
            "is below fromRegions 5. Write 5 or more"
        ),
        BrokenTable(
            "an extraspinal adjustment that is no service",
            regions,
            .replace("\"adjust-extraspinal\"", "\"adjust-limb\""),
            row: 8,
            at: "/extraspinal",
            "\"adjust-limb\" is not a service of services.csv"
        ),
        BrokenTable(
            "no years",
            "rules/new-patient.json",
            .replace("\"years\": 3", "\"years\": 0"),
            row: 3,
            at: "/years",
            "0 is not a number of years. Write a whole number from 1 to 99"
        ),
        BrokenTable(
            "more days than a year has",
            "rules/verification.json",
            .replace("\"days\": 7", "\"days\": 367"),
            row: 3,
            at: "/days",
            "367 is not a number of days. Write a whole number from 1 to 366"
        ),
        BrokenTable("no rule", "rules/new-patient.json", .delete, "cannot be read"),
        BrokenTable(
            "years out of order",
            medicare,
            .replace("2025-01-01", "2023-01-01"),
            row: 10,
            at: "/values/1/from",
            "is 2023-01-01, not after 2024-01-01 before it"
        ),
        BrokenTable(
            "one year twice",
            medicare,
            .replace("2025-01-01", "2024-01-01"),
            row: 10,
            at: "/values/1/from",
            "is 2024-01-01, not after 2024-01-01 before it"
        ),
        BrokenTable(
            "a value as a number with a fraction",
            medicare,
            .replace("\"283.00\"", "283.00"),
            row: 17,
            at: "/values/2/value",
            "283.00 is a number with a fraction. Write the amount as text, such as \"45.10\""
        ),
        BrokenTable(
            "a value without a source",
            medicare,
            .replace(
                "\"283.00\",\n      \"source\": \"90 FR 52063, "
                    + "https://www.federalregister.gov/citation/90-FR-52063\"",
                "\"283.00\""
            ),
            row: 15,
            at: "/values/2/source",
            "is missing"
        ),
        BrokenTable(
            "no values",
            medicare,
            .whole(#"{ "label": "a", "unit": "USD", "values": [] }"#),
            row: 1,
            at: "/values",
            "holds 0 values. Write 1 to 500"
        ),
    ]

    /// Mistakes that only show when a plan is read beside the other tables.
    static let plans = [
        BrokenTable(
            "a schedule that the tables lack",
            plan,
            .replace("\"acme-ppo-2026\"", "\"acme-ppo-2025\""),
            at: "/feeSchedule",
            "\"acme-ppo-2025\" is not a schedule of the tables"
        ),
        BrokenTable(
            "a category that no service has",
            plan,
            .replace("\"category\": \"massage\"", "\"category\": \"massages\""),
            at: "/benefits/4/category",
            "\"massages\" is not a category of services.csv. Write one of: officeVisit,"
        ),
        BrokenTable(
            "a service that the tables lack",
            plan,
            .replace("\"category\": \"massage\"", "\"services\": [\"massage\", \"spa\"]"),
            at: "/benefits/4/services/1",
            "\"spa\" is not a service of services.csv"
        ),
        BrokenTable(
            "a deductible of a category that no service has",
            plan,
            .replace(
                "\"familyCoverage\": false",
                "\"familyCoverage\": false, \"byCategory\": {\"spa\": \"50.00\"}"
            ),
            at: "/deductible/byCategory/spa",
            "\"spa\" is not a category of services.csv"
        ),
        BrokenTable(
            "a copay that takes in a category that no service has",
            "plans/bluebird-hmo-30.json",
            .replace("\"officeVisit\"]", "\"spa\"]"),
            at: "/benefits/0/copay/absorbs",
            "\"spa\" is not a category of services.csv"
        ),
        BrokenTable(
            "the id of another file",
            plan,
            .replace("\"id\": \"acme-ppo-1500\"", "\"id\": \"acme\""),
            row: 1,
            at: "/id",
            "is \"acme\" in the file acme-ppo-1500.json"
        ),
        BrokenTable(
            "20 for 20 percent",
            plan,
            .replace("\"0.20\"", "\"20\""),
            row: 19,
            at: "/benefits/0/coinsurance",
            "\"20\" is 20 times the price; write \"0.20\" for 20 percent"
        ),
        BrokenTable(
            "one name twice",
            plan,
            .replace("\"planType\": \"PPO\"", "\"planType\": \"PPO\", \"planType\": \"HMO\""),
            row: 5,
            at: "/planType",
            "stands twice in the same object"
        ),
        BrokenTable(
            "text after the end",
            plan,
            .append(Array("{}".utf8)),
            row: 39,
            "something follows the end of the document"
        ),
        BrokenTable(
            "half a file",
            plan,
            .whole("{\n  \"id\": \"acme"),
            row: 2,
            "the document ends here, before it is complete"
        ),
    ]
}
