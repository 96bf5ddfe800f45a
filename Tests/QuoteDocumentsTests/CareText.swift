import TestSupport

/// A request for a plan of care as JSON, of which a test changes parts.
struct CareText: Sendable {
    var asOf = "2026-11-26"
    var choice = #""pattern": "lbp-acute""#
    var start = "2026-11-30"
    /// Members of `care` beside the others, with a comma before them.
    var care = ""
    /// The visits themselves in place of a plan of care, with commas between.
    var visits: String?
    /// Members of the accumulators.
    var accumulators = """
        "deductible": {"individualMet": "1400.00"}, "outOfPocket": {"individualMet": "1500.00"}, \
        "limits": {"treatment-visits": {"used": 4}}
        """
    var isInsured = true
    var lastSeen = "null"
    var offers = "[]"

    var json: String {
        let coverage =
            isInsured
            ? #"[{"plan": "acme-ppo-1500", "accumulators": {"asOf": "\#(asOf)", \#(accumulators)}}]"#
            : "[]"
        let plan = """
            "care": {\(choice), "start": "\(start)", "session": {"spinalRegions": 3}\(care)}
            """
        return """
            {"asOf": "\(asOf)", "patient": {"lastSeen": \(lastSeen)}, "screening": {"askedOn": \
            "\(asOf)"}, \(visits.map { "\"visits\": [\($0)]" } ?? plan), "coverage": \(coverage), "offers": \(offers), "assumePricesContinue": true}
            """
    }

    /// Other patterns with the same prices.
    static func pattern(_ id: String) -> CareText { CareText(choice: #""pattern": "\#(id)""#) }

    static let patterns = [
        "lbp-acute", "lbp-acute-complicated", "lbp-subacute", "lbp-persistent", "lbp-flare-mild",
        "lbp-flare-moderate", "neck-acute", "neck-persistent", "cgh-persistent", "leg-pain",
    ]
}
