import CareModel
import CareQuote
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

@Suite("A count of a plan that nobody knows")
struct UnknownCountTests {
    /// What a plan says of a count at each end that the visits of November 23, December 1 and
    /// December 8 can tell apart.
    private func counts(
        _ row: String,
        plan: String = "",
        used: String = "{}",
        _ read: (BenefitPlan) -> Int
    ) throws -> [Int] {
        let text = RequestText(
            visits: ["2026-11-23", "2026-12-01", "2026-12-08"].map { RequestText.visit($0) }
                .joined(separator: ", "),
            coverage: RequestText.plan(
                more: plan,
                benefits: "[{\"category\": \"chiropractic\", \"coinsurance\": \"0\", \(row)}]",
                accumulators: used
            )
        )
        var tables = PriceTables(root: Repository.tables)
        let document = try RequestReader.read(
            Array(text.json.utf8),
            catalog: tables.services(),
            tables: &tables,
            today: .spelled("2026-11-20")
        )
        let readings = document.readings(over: document.request.visits)
        let term = try #require(readings.terms.first)

        #expect(readings.plan(0, [term.pointer: term.choices]) == nil)
        return try (0..<term.choices).map { end in
            read(try #require(readings.plan(0, [term.pointer: end])))
        }
    }

    /// Twelve of a limit are used and three visits are to come, which pass no limit of 15 or more.
    @Test("of covered visits has an end for each that the visits can reach, and the most")
    func maximum() throws {
        let limits = #", "limits": [{"id": "v", "unit": "visits", "maximum": "unknown"}]"#
        let row = #""limits": ["v"]"#
        let used = #"{"limits": {"v": {"used": 12}}}"#

        #expect(
            try counts(row, plan: limits, used: used) { $0.limits[0].maximum }
                == Array(0...15) + [9_999]
        )
        #expect(try counts(row, plan: limits) { $0.limits[0].maximum } == [0, 1, 2, 3, 9_999])
    }

    @Test("of visits before an authorization has ends alike")
    func afterVisit() throws {
        let row = #""authorization": {"afterVisit": "unknown"}"#
        let used = #"{"benefitVisits": {"chiropractic": 2}}"#

        #expect(
            try counts(row, used: used) { $0.benefits[0].authorization?.afterVisit ?? -1 }
                == [0, 1, 2, 3, 4, 5, 366]
        )
    }

    /// Of the months from January 1, 2026, eleven end on December 1 and twelve on January 1: none
    /// before November 23 and all after December 8 are alike.
    @Test("of months to wait has an end for each that parts the visits")
    func waiting() throws {
        #expect(
            try counts(#""waitingPeriodMonths": "unknown""#) { $0.benefits[0].waitingPeriodMonths }
                == [0, 11, 12]
        )
    }
}
