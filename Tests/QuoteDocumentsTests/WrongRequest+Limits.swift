extension WrongRequest {
    private static func many(_ count: Int, _ text: String) -> String {
        Array(repeating: text, count: count).joined(separator: ", ")
    }

    private static func services(_ count: Int) -> RequestText {
        RequestText(
            visits: """
                {"date": "2026-11-23", "services": [\(many(count, RequestText.service()))]}
                """
        )
    }

    private static func units(_ units: String) -> RequestText {
        RequestText(
            visits: RequestText.visit("2026-11-23", RequestText.service(", \"units\": \(units)"))
        )
    }

    private static func limit(_ name: String, _ use: String) -> RequestText {
        RequestText(
            coverage: """
                [{"plan": "acme-ppo-1500", "accumulators": {"limits": {"\(name)": \(use)}}}]
                """
        )
    }

    private static let used = "/coverage/0/accumulators/limits/treatment-visits"

    /// The limits of `spec/documents.md`, *Conventions*.
    static let limits = [
        WrongRequest(
            "367 visits",
            RequestText(visits: many(367, RequestText.visit())),
            at: "/visits",
            says: "/visits: holds 367 visits. Write 1 to 366"
        ),
        WrongRequest(
            "an empty list of visits",
            RequestText(visits: ""),
            at: "/visits",
            says: "/visits: holds 0 visits. Write 1 to 366"
        ),
        WrongRequest(
            "51 services",
            services(51),
            at: "/visits/0/services",
            says: "/visits/0/services: holds 51 services. Write 1 to 50"
        ),
        WrongRequest(
            "an empty list of services",
            services(0),
            at: "/visits/0/services",
            says: "holds 0 services. Write 1 to 50"
        ),
        WrongRequest(
            "100 units",
            units("100"),
            at: "/visits/0/services/0/units",
            says: "100 is not a number of units"
        ),
        WrongRequest(
            "0 units",
            units("0"),
            at: "/visits/0/services/0/units",
            says: "0 is not a number of units. Write a whole number from 1 to 99"
        ),
        WrongRequest(
            "units below zero",
            units("-1"),
            at: "/visits/0/services/0/units",
            says: "-1 is not a number of units"
        ),
        WrongRequest(
            "half a unit",
            units("1.5"),
            at: "/visits/0/services/0/units",
            says: "1.5 is not a number of units"
        ),
        WrongRequest(
            "units as text",
            units("\"2\""),
            at: "/visits/0/services/0/units",
            says: "\"2\" is not a number"
        ),
        WrongRequest(
            "an amount above 9,999,999.99",
            RequestText(
                visits: RequestText.visit(
                    "2026-11-23",
                    #"{"code": "98941", "charge": "10000000.00", "selfPay": "1"}"#
                )
            ),
            at: "/visits/0/services/0/charge",
            says: "\"10000000.00\" is not an amount"
        ),
        WrongRequest(
            "a fraction with ten decimals",
            RequestText(
                coverage: RequestText.plan(
                    benefits: #"[{"category": "xray", "coinsurance": "0.1234567890"}]"#
                )
            ),
            at: "/coverage/0/plan/benefits/0/coinsurance",
            says: "with at most 9 decimals"
        ),
        WrongRequest(
            "accumulators of a limit that the plan lacks",
            limit("visits", #"{"used": 1}"#),
            at: "/coverage/0/accumulators/limits/visits",
            says: "is not about a limit of acme-ppo-1500. Write one of: treatment-visits"
        ),
        WrongRequest(
            "dates for a limit that counts by year",
            limit("treatment-visits", #"{"dates": ["2026-05-04"]}"#),
            at: used + "/used",
            says: "treatment-visits counts by benefitYear"
        ),
        WrongRequest(
            "two ways to say what was used",
            limit("treatment-visits", #"{"used": 1, "dates": []}"#),
            at: used + "/dates",
            says: "stands beside used. Write one of the two"
        ),
        WrongRequest(
            "a count for a limit that looks twelve months back",
            RequestText(
                coverage: RequestText.plan(
                    more: """
                        , "limits": [{"id": "r", "unit": "visits", "maximum": 9, \
                        "period": "rolling12Months"}]
                        """,
                    accumulators: #"{"limits": {"r": {"used": 3}}}"#
                )
            ),
            at: "/coverage/0/accumulators/limits/r/dates",
            says: "r looks twelve months back"
        ),
        WrongRequest(
            "one name twice",
            RequestText(more: #", "asOf": "2026-11-21""#),
            at: "/asOf",
            says: "/asOf: stands twice in the same object. Write it once"
        ),
        WrongRequest(
            "one name twice, deep inside",
            RequestText(
                visits: RequestText.visit(
                    "2026-11-23",
                    RequestText.service(#", "charge": "1.00""#)
                )
            ),
            at: "/visits/0/services/0/charge",
            says: "stands twice in the same object"
        ),
        WrongRequest(
            "three plans",
            RequestText(coverage: "[\(many(3, #"{"plan": "acme-ppo-1500"}"#))]"),
            at: "/coverage",
            says: "holds 3 plans. Write 0 to 2"
        ),
    ]

    /// Texts that are not JSON, or not as it is read here.
    static let syntax = [
        WrongRequest(
            "a byte order mark",
            json: "\u{FEFF}" + RequestText().json,
            at: [""],
            says: "line 1, column 1: the document begins with a byte order mark"
        ),
        WrongRequest(
            "nothing",
            json: "",
            at: [""],
            says: "line 1, column 1: the document ends here"
        ),
        WrongRequest("a list", json: "[]", at: [""], says: "is not an object"),
        WrongRequest(
            "half a request",
            json: #"{"asOf": "2026-11-2"#,
            at: [""],
            says: "the document ends here, before it is complete"
        ),
        WrongRequest(
            "two requests",
            json: RequestText().json + "{}",
            at: [""],
            says: "something follows the end of the document"
        ),
        WrongRequest(
            "a comma before the end",
            json: #"{"asOf": "2026-11-20",}"#,
            at: [""],
            says: "line 1, column 23: this is not a value after the comma"
        ),
    ]
}
