import CareModel
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

/// The front desk of a test: the repository's tables, on Friday, November 20, 2026.
enum Desk {
    static func quote(_ json: String) throws(QuoteFailure) -> MadeQuote {
        try quote(Array(json.utf8))
    }

    /// 2026-11-20 is 20777 days after 1970-01-01: 56 years of 365 days, 14 leap days, and
    /// 323 days of 2026.
    static let today = CalendarDate(dayNumber: 56 * 365 + 14 + 323)

    static func quote(_ bytes: [UInt8]) throws(QuoteFailure) -> MadeQuote {
        try QuoteMaker(tables: TableFolder(Repository.tables), today: today).quote(bytes)
    }

    /// The failure that a request must cause.
    static func failure(_ json: String) -> QuoteFailure? {
        failure(Array(json.utf8))
    }

    static func failure(_ bytes: [UInt8]) -> QuoteFailure? {
        #expect(throws: QuoteFailure.self) { try quote(bytes) }
    }
}

/// A request as JSON, of which a test changes one part.
struct RequestText: Sendable {
    var asOf = "\"2026-11-20\""
    var visits = visit()
    var coverage = "[]"
    /// Members at the top beside the others, with a comma before them.
    var more = ""

    var json: String {
        "{\"asOf\": \(asOf), \"visits\": [\(visits)], \"coverage\": \(coverage)\(more)}"
    }

    /// An adjustment with its prices, of which one member may be written in another way.
    static func service(_ more: String = "") -> String {
        """
        {"code": "98941", "charge": "72.00", "allowed": "45.10", "selfPay": "60.00"\(more)}
        """
    }

    static func visit(_ date: String = "2026-11-23", _ services: String...) -> String {
        let services = services.isEmpty ? service() : services.joined(separator: ", ")
        return "{\"date\": \"\(date)\", \"services\": [\(services)]}"
    }

    /// A visit of a session in the clinic's tables.
    static func session(_ date: String, _ session: String = #""spinalRegions": 3"#) -> String {
        "{\"date\": \"\(date)\", \"session\": {\(session)}}"
    }

    /// A coverage by a plan that is written whole.
    static func plan(
        more: String = "",
        benefits: String = #"[{"category": "chiropractic", "coinsurance": "0.20"}]"#,
        accumulators: String = "{}"
    ) -> String {
        """
        [{"plan": {"id": "p", "payerName": "Acme", "planName": "Test", "planType": "PPO", \
        "effectiveFrom": "2026-01-01", "benefits": \(benefits)\(more)}, \
        "accumulators": \(accumulators)}]
        """
    }
}
