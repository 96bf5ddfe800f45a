import Testing

/// A request with one mistake, and where and how the answer must tell of it.
struct WrongRequest: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let json: String
    let pointers: [String]
    /// A piece of the first finding, as it is printed.
    let line: String

    init(_ what: String, _ request: RequestText, at pointers: String..., says line: String) {
        self.init(what, json: request.json, at: pointers, says: line)
    }

    init(_ what: String, json: String, at pointers: [String], says line: String) {
        testDescription = what
        self.json = json
        self.pointers = pointers
        self.line = line
    }

    private static func service(_ more: String) -> RequestText {
        RequestText(visits: RequestText.visit("2026-11-23", RequestText.service(", \(more)")))
    }

    private static func line(_ members: String) -> RequestText {
        RequestText(visits: RequestText.visit("2026-11-23", "{\(members)}"))
    }

    private static func visit(_ members: String) -> RequestText {
        RequestText(visits: "{\(members)}")
    }

    private static let firstLine = "/visits/0/services/0"

    static let values = [
        WrongRequest(
            "an unknown name",
            RequestText(more: #", "assumePriceContinues": true"#),
            at: "/assumePriceContinues",
            says: "Did you mean \"assumePricesContinue\"?"
        ),
        WrongRequest(
            "a visit's unknown name",
            visit(#""date": "2026-11-23", "service": []"#),
            at: "/visits/0/service",
            says: "Did you mean \"services\"?"
        ),
        WrongRequest(
            "February 30",
            RequestText(visits: RequestText.visit("2026-02-30")),
            at: "/visits/0/date",
            says: "/visits/0/date: \"2026-02-30\" is not a day of the calendar"
        ),
        WrongRequest(
            "a date as a number",
            RequestText(asOf: "20261120"),
            at: "/asOf",
            says: "/asOf: 20261120 is not a date as text"
        ),
        WrongRequest(
            "a visit without a date",
            visit("\"services\": [\(RequestText.service())]"),
            at: "/visits/0/date",
            says: "/visits/0/date: is missing"
        ),
        WrongRequest(
            "a visit that holds nothing",
            visit(#""date": "2026-11-23""#),
            at: "/visits/0/services",
            says: "neither stand here. Write one of the two"
        ),
        WrongRequest(
            "a visit of both forms",
            visit(
                "\"date\": \"2026-11-23\", \"session\": {}, \"services\": [\(RequestText.service())]"
            ),
            at: "/visits/0/services",
            says: "both stand here. Write one of the two"
        ),
        WrongRequest("no visits", json: "{}", at: ["/visits"], says: "/visits: is missing"),
        WrongRequest(
            "visits that are null",
            json: #"{"visits": null}"#,
            at: ["/visits"],
            says: "/visits: is missing"
        ),
        WrongRequest(
            "a kind that nobody knows",
            visit(
                "\"date\": \"2026-11-23\", \"kind\": \"old\", \"services\": [\(RequestText.service())]"
            ),
            at: "/visits/0/kind",
            says: "\"old\" is not known here. Write one of: new, followUp, reEval"
        ),
        WrongRequest(
            "six spinal regions",
            RequestText(visits: RequestText.session("2026-11-23", #""spinalRegions": 6"#)),
            at: "/visits/0/session/spinalRegions",
            says: "Write a whole number from 1 to 5"
        ),
        WrongRequest(
            "no spinal region",
            RequestText(visits: RequestText.session("2026-11-23", #""spinalRegions": 0"#)),
            at: "/visits/0/session/spinalRegions",
            says: "Write a whole number from 1 to 5"
        ),
        WrongRequest(
            "a technique that nobody knows",
            RequestText(visits: RequestText.session("2026-11-23", #""technique": "twist""#)),
            at: "/visits/0/session/technique",
            says: "Write one of: manipulation, mobilization"
        ),
        WrongRequest(
            "a service that the tables lack",
            line(#""service": "adjust-spine""#),
            at: firstLine + "/service",
            says: "\"adjust-spine\" is not a service of services.csv"
        ),
        WrongRequest(
            "a code of four digits",
            line(#""code": "9894""#),
            at: firstLine + "/code",
            says: "\"9894\" is not a procedure code"
        ),
        WrongRequest(
            "a code of another service",
            line(#""service": "massage", "code": "98941""#),
            at: firstLine + "/code",
            says: "is \"98941\", and massage has \"97124\""
        ),
        WrongRequest(
            "a line about nothing",
            line(#""charge": "72.00""#),
            at: firstLine + "/service",
            says: "is missing. Write a key of services.csv"
        ),
        WrongRequest(
            "a code that the tables lack, of no category",
            line(#""code": "99999", "charge": "72.00", "selfPay": "60.00""#),
            at: firstLine + "/category",
            says: "services.csv does not list \"99999\""
        ),
        WrongRequest(
            "a category with a typing error",
            service(#""category": "chiropractc""#),
            at: firstLine + "/category",
            says: "is not a category of services.csv or of a plan"
        ),
        WrongRequest(
            "a modifier of three letters",
            service(#""modifiers": ["GPX"]"#),
            at: firstLine + "/modifiers/0",
            says: "\"GPX\" is not a modifier"
        ),
        WrongRequest(
            "a charge with a fraction",
            line(#""code": "98941", "charge": 72.50, "selfPay": "60.00""#),
            at: firstLine + "/charge",
            says: "72.50 is a number with a fraction. Write the amount as"
        ),
        WrongRequest(
            "a charge below zero",
            line(#""code": "98941", "charge": "-72.00", "selfPay": "60.00""#),
            at: firstLine + "/charge",
            says: "\"-72.00\" is not an amount"
        ),
        WrongRequest(
            "a diagnosis that is no code",
            RequestText(more: #", "diagnosisCodes": ["back"]"#),
            at: "/diagnosisCodes/0",
            says: "\"back\" is not an ICD-10-CM code"
        ),
        WrongRequest(
            "a clinic that the tables lack",
            RequestText(more: #", "clinic": "harbor""#),
            at: "/clinic",
            says: "\"harbor\" is not a clinic of the tables. Write one of: harbor-spine"
        ),
        WrongRequest(
            "a clinic that is a path",
            RequestText(more: #", "clinic": "../clinics/harbor-spine""#),
            at: "/clinic",
            says: "is not a clinic of the tables"
        ),
        WrongRequest(
            "a plan that the tables lack",
            RequestText(coverage: #"[{"plan": "acme"}]"#),
            at: "/coverage/0/plan",
            says:
                "\"acme\" is not a plan of the tables. Write one of: acme-hdhp-3400, acme-ppo-1500"
        ),
        WrongRequest(
            "a plan that is a path",
            RequestText(coverage: #"[{"plan": "../plans/acme-ppo-1500"}]"#),
            at: "/coverage/0/plan",
            says: "is not a plan of the tables"
        ),
        WrongRequest(
            "a plan outside",
            RequestText(coverage: #"[{"plan": "../x"}]"#),
            at: "/coverage/0/plan",
            says: "\"../x\" is not a plan of the tables"
        ),
        WrongRequest(
            "a coverage without a plan",
            RequestText(coverage: #"[{"network": "in"}]"#),
            at: "/coverage/0/plan",
            says: "/coverage/0/plan: is missing"
        ),
        WrongRequest(
            "a plan that is a number",
            RequestText(coverage: #"[{"plan": 7}]"#),
            at: "/coverage/0/plan",
            says: "7 is not an object"
        ),
        WrongRequest(
            "a coinsurance of 20",
            RequestText(
                coverage: RequestText.plan(
                    benefits: #"[{"category": "xray", "coinsurance": "20"}]"#
                )
            ),
            at: "/coverage/0/plan/benefits/0/coinsurance",
            says: "/coverage/0/plan/benefits/0/coinsurance: \"20\" is 20 times the price; "
                + "write \"0.20\" for 20 percent"
        ),
        WrongRequest(
            "a verification without a day",
            RequestText(coverage: #"[{"plan": "acme-ppo-1500", "verified": {"by": "Ann"}}]"#),
            at: "/coverage/0/verified/on",
            says: "is missing"
        ),
        WrongRequest(
            "an unknown name in accumulators",
            RequestText(
                coverage: #"[{"plan": "acme-ppo-1500", "accumulators": {"deductable": {}}}]"#
            ),
            at: "/coverage/0/accumulators/deductable",
            says: "Did you mean \"deductible\"?"
        ),
    ]
}
