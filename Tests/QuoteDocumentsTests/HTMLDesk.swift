import CareModel
import QuoteDocuments
import Testing

/// Pages of HTML of a test, and the requests that they are made from.
enum HTMLDesk {
    /// A plan of care for recent low-back pain: 100.00 of the deductible is left, or nobody knows.
    static func care(
        pattern: String = "lbp-acute",
        deductibleMet: String = "\"1400.00\"",
        more: String = ""
    ) -> String {
        """
        {"asOf": "2026-11-26", "patient": {"lastSeen": null}, \
        "screening": {"askedOn": "2026-11-26"}, "care": {"pattern": "\(pattern)", \
        "start": "2026-11-30", "session": {"spinalRegions": 3}\(more)}, \
        "coverage": [{"plan": "acme-ppo-1500", "accumulators": {"asOf": "2026-11-26", \
        "deductible": {"individualMet": \(deductibleMet)}, \
        "outOfPocket": {"individualMet": "1500.00"}, \
        "limits": {"treatment-visits": {"used": 4}}}, \
        "verified": {"on": "2026-11-24", "by": "portal"}}], "assumePricesContinue": true}
        """
    }

    /// The longest plan of care, without insurance.
    static let headache = """
        {"asOf": "2026-11-26", "patient": {"lastSeen": null}, \
        "screening": {"askedOn": "2026-11-26"}, "care": {"pattern": "cgh-persistent", \
        "start": "2026-11-30", "session": {"spinalRegions": 3}}, "coverage": [], \
        "assumePricesContinue": true}
        """

    /// Half of a plan of care, whose visits do not begin with the first.
    static let halfDone = care(
        more: """
            , "forecast": {"visitsDone": 2, "test": "visit2-any-improvement", "improved": true}
            """
    )

    /// A plan of care with visits after it that keep up a gain.
    static let maintained = care(pattern: "lbp-persistent", more: ", \"maintenance\": true")

    /// Plans of care, and visits that are given, with and without a payer.
    static let requests: [String] =
        [
            care(), care(deductibleMet: "null"), headache, halfDone, maintained,
            WorkedScenario.asWritten.json,
        ] + GeneratedRequest.all.filter { $0.visits == 30 || $0.plan == nil }.map(\.json)

    static func source(
        _ made: MadeQuote,
        _ language: Language = .english,
        _ audience: Words.Audience = .desk
    ) -> String {
        let words = Words(language: language, audience: audience, catalog: made.catalog)
        return QuoteHTML(made, words: words).text()
    }

    static func page(
        _ request: String,
        _ language: Language = .english,
        _ audience: Words.Audience = .desk
    ) throws -> HTMLTree {
        try HTMLTree(page: source(try Desk.quote(request), language, audience))
    }
}
