import CareModel
import FeeScheduleProof
import FeeScheduleRefresh
import FoundationEssentials
import SignedLists
import TestSupport
import Testing

@Suite("A publication of tables")
struct PublicationTests {
    private static func published(_ publication: Publication) throws -> PublishedManifest {
        try PublishedManifest(publication.manifestBytes, client: .own)
    }

    @Test("counts rows and cents, and lists every table of the folder in order")
    func counting() throws {
        let publication = try Publication(
            of: PublishedTables.all,
            terms: PublishedTables.terms(),
            after: nil
        )
        let manifest = publication.manifest

        // 45.10 + 60 + 3.05 = 108.15; what a further procedure costs is not added.
        #expect(
            manifest.files.map(\.name.description) == [
                "schedules/acme-ppo-2026.csv", "schedules/acme-ppo-2026.json", "services.csv",
            ]
        )
        #expect(manifest.files.map(\.rows) == [3, 0, 3])
        #expect(manifest.files.map(\.totalCents) == [108_15, 0, 0])
        #expect(manifest.version == 1)
        #expect(manifest.previousSha256 == nil)
        #expect(manifest.issued.description == "2026-11-26T21:00:00Z")
        // 400 days after 2026-11-26: 365 lead to 2027-11-26, four more to its end, 31 to the end
        // of the year.
        #expect(manifest.effective == .spelled("2026-11-26"))
        #expect(manifest.expires == .spelled("2027-12-31"))
        #expect(publication.files["README.md"] == nil)
        #expect(try Manifest(publication.manifestBytes, client: .own) == manifest)
    }

    @Test("holds only what was named")
    func some() throws {
        let publication = try Publication(
            of: PublishedTables.all,
            paths: [PublishedTables.document, PublishedTables.prices, PublishedTables.document],
            terms: PublishedTables.terms(),
            after: nil
        )
        #expect(
            publication.manifest.files.map(\.name.description) == [
                PublishedTables.prices, PublishedTables.document,
            ]
        )
    }

    @Test("follows the last one by its number and its digest")
    func following() throws {
        let first = try Publication(
            of: PublishedTables.all,
            terms: PublishedTables.terms(version: 7),
            after: nil
        )
        let last = try PublicationTests.published(first)
        let second = try Publication(
            of: PublishedTables.all,
            terms: PublishedTables.terms(),
            after: last
        )
        #expect(second.manifest.version == 8)
        #expect(second.manifest.previousSha256 == SHA256Digest(of: first.manifestBytes))
        #expect(!second.isPublishedAlready)
    }

    @Test("may be made again as it was, and under its number in no other way")
    func again() throws {
        let first = try Publication(
            of: PublishedTables.all,
            terms: PublishedTables.terms(version: 7),
            after: nil
        )
        let last = try PublicationTests.published(first)
        let later = PublishedTables.issued.adding(seconds: 3_600)
        let again = try Publication(
            of: PublishedTables.all,
            terms: PublishedTables.terms(version: 7, issued: later),
            after: last
        )
        #expect(again.isPublishedAlready)
        #expect(again.manifestBytes == first.manifestBytes)

        let error = #expect(throws: PublicationError.self) {
            try Publication(
                of: PublishedTables.prices("adjust-spine-1-2,,45.11,,2026-01-01,"),
                terms: PublishedTables.terms(version: 7, issued: later),
                after: last
            )
        }
        #expect(error?.refusals == [.versionTaken(7)])
        let lower = #expect(throws: PublicationError.self) {
            try Publication(
                of: PublishedTables.all,
                terms: PublishedTables.terms(version: 6),
                after: last
            )
        }
        #expect(lower?.refusals == [.versionFalls(6, last: 7)])
        let other = #expect(throws: PublicationError.self) {
            try Publication(
                of: PublishedTables.all,
                terms: PublishedTables.terms(group: "bay"),
                after: last
            )
        }
        #expect(other?.lines.first?.contains("is for harbor/all/CA, and this one") == true)
    }

    @Test("proves by what ssh-keygen signs", .enabled(if: SSHKeygen.isThere))
    func roundTrip() throws {
        let keygen = try SSHKeygen()
        var keys = TrustedKeys.none
        for name in ["office", "director"] {
            keys =
                try TrustChange.adding(
                    try keygen.makeKey(name),
                    name: name,
                    to: keys,
                    on: PublishedTables.issued.day
                ).keys
        }
        let publication = try Publication(
            of: PublishedTables.all,
            terms: PublishedTables.terms(version: 7),
            after: nil
        )
        let signatures = try ["office", "director"].map { name in
            try keygen.sign(
                publication.manifestBytes,
                by: name,
                namespace: ManifestProof.namespace
            )
        }

        let proven = try ManifestProof.verify(
            manifestBytes: publication.manifestBytes,
            signatureBytes: signatures[0] + signatures[1],
            keys: keys,
            threshold: 2,
            now: PublishedTables.issued,
            client: .own
        )
        #expect(proven.manifest == publication.manifest)
        #expect(proven.signers == ["director", "office"])
        for file in proven.manifest.files {
            let bytes = try #require(publication.files[file.name.description])
            #expect(bytes.count == file.size)
            #expect(SHA256Digest(of: bytes) == file.sha256)
        }
        // One changed byte of the manifest, and it proves no more.
        var changed = publication.manifestBytes
        changed[changed.count / 2] ^= 1
        #expect(throws: ProofError.self) {
            try ManifestProof.verify(
                manifestBytes: changed,
                signatureBytes: signatures[0] + signatures[1],
                keys: keys,
                threshold: 1,
                now: PublishedTables.issued,
                client: .own
            )
        }
    }

    @Test("counts this repository's own tables as plain reading of their columns does")
    func repository() throws {
        var tables: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: Repository.tables)
        where TableFileName(path) != nil {
            tables[path] = try Array(
                Data(contentsOf: URL(filePath: "\(Repository.tables)/\(path)"))
            )
        }
        let publication = try Publication(
            of: tables,
            terms: PublishedTables.terms(),
            after: nil
        )

        let files = publication.manifest.files.filter { file in
            file.name.description.hasSuffix(".csv") && file.rows > 0
                && file.name.description != "services.csv"
        }
        #expect(files.count >= 5)
        for file in files {
            let text = String(decoding: tables[file.name.description] ?? [], as: UTF8.self)
            let rows = text.split(separator: "\n").dropFirst()
            // The third column holds an amount with two decimals: without its point, cents.
            let cents = try rows.map { row in
                let cell = row.split(separator: ",", omittingEmptySubsequences: false)[2]
                try #require(cell.dropLast(2).hasSuffix("."), "\(row)")
                return try #require(Int(cell.filter { $0 != "." }), "\(row)")
            }
            #expect(file.rows == rows.count)
            #expect(file.totalCents == cents.reduce(0, +))
        }
    }
}
