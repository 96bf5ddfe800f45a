import FeeScheduleProof
import FeeScheduleRefresh
import Testing

@Suite("A publication that is refused")
struct PublicationRefusalTests {
    private static let refused:
        [([String: [UInt8]], [String], PublicationTerms, String, isUsage: Bool)] = [
            ([:], [], PublishedTables.terms(), "holds no table that may be published", true),
            (
                PublishedTables.all, ["schedules/x.csv"], PublishedTables.terms(),
                "schedules/x.csv is not in the folder", true
            ),
            (
                PublishedTables.all, ["README.md"], PublishedTables.terms(),
                "'README.md' is not the place of a table", true
            ),
            (
                PublishedTables.all, ["../services.csv"], PublishedTables.terms(),
                "'../services.csv' is not the place", true
            ),
            (
                PublishedTables.all, [], PublishedTables.terms(version: 0),
                "0 is not a version", true
            ),
            (
                PublishedTables.all, [], PublishedTables.terms(version: 1_000_000_000),
                "1000000000 is not a version", true
            ),
            // 401 days after 2026-11-26.
            (
                PublishedTables.all, [], PublishedTables.terms(expires: "2028-01-01"),
                "Write 2027-12-31 at the latest", true
            ),
            (
                PublishedTables.all, [], PublishedTables.terms(expires: "2026-11-25"),
                "before", true
            ),
            (
                PublishedTables.all, [],
                PublishedTables.terms(effective: "2027-02-01", expires: "2027-01-31"),
                "before it takes effect on 2027-02-01", true
            ),
            (
                PublishedTables.with(PublishedTables.document, ""), [], PublishedTables.terms(),
                "acme-ppo-2026.json is empty", false
            ),
            (
                PublishedTables.with(PublishedTables.document, "{ \"a\": }"), [],
                PublishedTables.terms(), "schedules/acme-ppo-2026.json:1", false
            ),
            (
                PublishedTables.with(PublishedTables.document, "{ \"a\": 1, \"a\": 2 }"), [],
                PublishedTables.terms(), "stands twice", false
            ),
            (
                PublishedTables.prices("adjust-spine-9,,45.10,,2026-01-01,"), [],
                PublishedTables.terms(), "schedules/acme-ppo-2026.csv:2:1: 'adjust-spine-9'", false
            ),
            (
                PublishedTables.prices("adjust-spine-1-2,,4O.10,,2026-01-01,"), [],
                PublishedTables.terms(), "schedules/acme-ppo-2026.csv:2:19: '4O.10'", false
            ),
            (
                PublishedTables.prices(
                    "adjust-spine-1-2,,45.10,,2026-01-01,2026-06-30\n"
                        + "adjust-spine-1-2,,46.00,,2026-07-02,"
                ),
                [], PublishedTables.terms(), "schedules/acme-ppo-2026.csv:3:", false
            ),
            (
                PublishedTables.prices("adjust-spine-1-2,,0.00,,2026-01-01,"), [],
                PublishedTables.terms(), "schedules/acme-ppo-2026.csv:2:19:", false
            ),
            (
                PublishedTables.with(
                    PublishedTables.document,
                    String(repeating: " ", count: Manifest.maximumFileBytes) + "{}"
                ),
                [], PublishedTables.terms(), "holds 8388610 bytes, and at most 8388608", false
            ),
        ]

    @Test("says what to write", arguments: 0..<17)
    func refused(_ index: Int) throws {
        let (tables, paths, terms, message, isUsage) = PublicationRefusalTests.refused[index]
        let error = #expect(throws: PublicationError.self) {
            try Publication(of: tables, paths: paths, terms: terms, after: nil)
        }
        let lines = try #require(error).lines
        #expect(lines.contains { $0.contains(message) }, "\(lines)")
        #expect(error?.isUsage == isUsage)
    }

    @Test("tells of every refusal at once")
    func everything() throws {
        let error = #expect(throws: PublicationError.self) {
            try Publication(
                of: PublishedTables.prices("adjust-spine-9,,1.001,,2026-01-01,"),
                paths: ["x", PublishedTables.prices, "plans/none.json"],
                terms: PublishedTables.terms(version: -1, expires: "2030-01-01"),
                after: nil
            )
        }
        // A path that is no table's, one that is missing, the version, the day, and two cells.
        #expect(error?.refusals.count == 6, "\(error?.lines ?? [])")
    }
}
