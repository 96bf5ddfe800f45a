import CareModel
import FeeScheduleProof
import FeeScheduleRefresh
import TestSupport

/// A small folder of tables to publish, and the terms under which.
enum PublishedTables {
    static let prices = "schedules/acme-ppo-2026.csv"
    static let document = "schedules/acme-ppo-2026.json"

    private static let priceHeader =
        "service,modifier,amount_usd,reduced_usd,effective_from,effective_to\n"

    /// Three services, three prices of them, and a document without rows; a note that is no table
    /// lies beside them.
    static let all: [String: [UInt8]] = [
        "services.csv": Array(
            """
            service,code,category,unit,service_type,words_en,words_es,source
            adjust-spine-1-2,98940,chiropractic,once,33,Adjustment,Ajuste,our own words
            adjust-spine-3-4,98941,chiropractic,once,33,Adjustment of more,Ajuste de más,our own words
            exam-new-brief,99202,evaluation,once,98,Examination,Examen,our own words

            """.utf8
        ),
        prices: Array(
            (priceHeader + """
                adjust-spine-1-2,,45.10,,2026-01-01,
                adjust-spine-3-4,,60,,2026-01-01,2026-12-31
                exam-new-brief,,3.05,2.00,2026-01-01,

                """).utf8
        ),
        document: Array("{ \"label\": \"Acme PPO 2026\" }\n".utf8),
        "README.md": Array("Not a table.\n".utf8),
    ]

    /// The tables with another file, or without one.
    static func with(_ path: String, _ text: String?) -> [String: [UInt8]] {
        var tables = all
        tables[path] = text.map { Array($0.utf8) }
        return tables
    }

    /// A file of prices.
    static func prices(_ rows: String) -> [String: [UInt8]] {
        with(prices, priceHeader + rows + "\n")
    }

    /// 2026-11-26T21:00:00Z: 20,783 days after 1970 began, and 21 hours.
    static let issued = UTCInstant(secondsSince1970: 20_783 * 86_400 + 21 * 3_600)

    static func terms(
        group: String = "harbor",
        version: Int? = nil,
        issued: UTCInstant = issued,
        effective: String? = nil,
        expires: String? = nil
    ) -> PublicationTerms {
        guard let channel = FeeChannel(group: group, payer: "all", state: "CA") else {
            preconditionFailure("channel: \(group)")
        }
        return PublicationTerms(
            channel: channel,
            version: version,
            issued: issued,
            effective: effective.map(CalendarDate.spelled),
            expires: expires.map(CalendarDate.spelled)
        )
    }
}
