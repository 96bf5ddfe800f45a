import CareQuote
import PriceTableFiles

extension UnknownTerm {
    private static func limit(
        _ name: String,
        _ members: String,
        ends: [String?],
        _ read: @escaping @Sendable (UsageLimit) -> String
    ) -> UnknownTerm {
        UnknownTerm(
            "/limits/0/\(name)",
            PlanText(limits: "[{\"\(name)\": \"unknown\", \"id\": \"v\", \(members)}]"),
            ends: ends
        ) { read($0.limits[0]) }
    }

    /// Every count after which the visits of a request can be denied, and the most that is legal.
    private static func counts(upTo most: Int) -> [String] {
        (0...366).map { "\($0)" } + ["\(most)"]
    }

    private static let visits = #""unit": "visits", "maximum": 20"#
    private static let dollars = #""unit": "dollars", "maximum": "500.00""#

    static let ofLimits = [
        limit("maximum", #""unit": "visits""#, ends: counts(upTo: 9999)) { "\($0.maximum)" },
        limit("maximum", #""unit": "services""#, ends: counts(upTo: 9999)) { "\($0.maximum)" },
        // In cents.
        limit("maximum", #""unit": "dollars""#, ends: ["0", "999999999"]) { "\($0.maximum)" },
        limit(
            "maximum",
            #""unit": "visits", "period": "rolling12Months""#,
            ends: counts(upTo: 999)
        ) { "\($0.maximum)" },
        limit(
            "period",
            visits,
            ends: ["visit", "day", "benefitYear", "calendarYear", "rolling12Months", "lifetime"]
        ) { $0.period.rawValue },
        // 1000 visits are too many for twelve rolling months.
        limit(
            "period",
            #""unit": "visits", "maximum": 1000"#,
            ends: ["visit", "day", "benefitYear", "calendarYear", nil, "lifetime"]
        ) { $0.period.rawValue },
        limit(
            "period",
            dollars,
            ends: ["visit", "day", "benefitYear", "calendarYear", "lifetime"]
        ) { $0.period.rawValue },
        limit("counting", visits, ends: ["allowed", "planPaid"]) { $0.counting.rawValue },
        limit("basis", dollars, ends: ["planPaid", "allowed"]) { $0.dollarBasis.rawValue },
        limit("scope", visits, ends: ["v", "v"]) { $0.id },
        limit("excludesFirstVisit", visits, ends: flags) { "\($0.excludesFirstVisit)" },
        limit("kind", visits, ends: ["hard", "notice", "authorizationAfter"]) { $0.kind.rawValue },
    ]
}
