import FeeScheduleProof
import Foundation
import Testing

/// A manifest of the tests as text, and pieces of it changed.
enum ManifestText {
    /// The manifest that is right in every part; a line for each value.
    static let good = """
        {
        "type": "carequote-fees",
        "channel": { "group": "harbor", "payer": "all", "state": "CA", "currency": "USD" },
        "minClient": "1.0.0",
        "version": 7,
        "issued": "2026-11-26T21:00:00Z",
        "effective": "2027-01-01",
        "expires": "2027-12-31",
        "previousSha256": "\(digits("6"))",
        "files": [
        { "name": "schedules/acme-ppo-2027.csv", "sha256": "\(digits("a"))", "size": 4096,
        "rows": 120, "totalCents": 734050 },
        { "name": "services.csv", "sha256": "\(digits("b"))", "size": 1, "rows": 0,
        "totalCents": 0 }
        ]
        }
        """

    /// 64 times the same digit.
    static func digits(_ digit: String) -> String { String(repeating: digit, count: 64) }

    /// The good manifest with one piece replaced, which must stand there.
    static func good(_ piece: String, _ other: String) throws -> [UInt8] {
        let parts = good.split(separator: piece, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "'\(piece)' does not stand in the manifest")
        return Array((parts[0] + other + parts[1]).utf8)
    }

    /// The version of the program that reads in the tests.
    static func client() throws -> ClientVersion { try #require(ClientVersion("1.2.0")) }

    /// The good manifest with a list of so many tables.
    static func withFiles(_ count: Int) throws -> [UInt8] {
        let start = try #require(good.range(of: "\"files\": [")?.upperBound)
        let files = (0..<count).map {
            "{ \"name\": \"plans/p\($0).json\", \"sha256\": \"\(digits("c"))\", \"size\": 9, "
                + "\"rows\": 0, \"totalCents\": 0 }"
        }
        return Array((good[..<start] + files.joined(separator: ",") + "]}").utf8)
    }
}
