import CareModel
import FeeScheduleProof
import FeeScheduleRefresh
import FeeScheduleStore
import FoundationEssentials
import SignedLists
import TestSupport
import Testing

extension RefreshDesk {
    static let bluebird = "schedules/bluebird-2026.csv"
    static let offers = "clinics/harbor-spine/offers.json"

    /// A file of the tables as it is.
    static func table(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(Repository.tables)/\(path)")))
    }

    /// Publishes some tables as a version, signed.
    func publish(
        files: [String: [UInt8]],
        version: Int,
        previous: [UInt8]? = nil,
        effective: String = "2026-11-27",
        channel: FeeChannel? = RefreshDesk.channel
    ) throws -> [UInt8] {
        let manifest = Manifest(
            channel: try #require(channel),
            minClient: try #require(ClientVersion("1.0.0")),
            version: version,
            issued: .spelled("2026-11-27T02:00:00Z"),
            effective: .spelled(effective),
            expires: .spelled("2027-11-30"),
            previousSha256: previous.map(SHA256Digest.init(of:)),
            files: try files.sorted { $0.key < $1.key }.map(RefreshDesk.entry)
        ).write()
        web.serve(manifest, at: RefreshDesk.url + "manifest.json")
        web.serve(try signer.sign(manifest), at: RefreshDesk.url + "manifest.json.sig")
        for (path, bytes) in files { web.serve(bytes, at: RefreshDesk.url + path) }
        return manifest
    }

    /// A file with its control totals, counted cell by cell.
    private static func entry(_ path: String, _ bytes: [UInt8]) throws -> ManifestFile {
        let lines = bytes.split(separator: UInt8(ascii: "\n")).dropFirst()
        let isList = path.hasSuffix(".csv")
        let cents = (isList ? lines : []).reduce(0) { sum, line in
            let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            return sum + (Money(decimalText: String(decoding: cells[2], as: UTF8.self))?.cents ?? 0)
        }
        return ManifestFile(
            name: try #require(TableFileName(path)),
            sha256: SHA256Digest(of: bytes),
            size: bytes.count,
            rows: isList ? lines.count : 0,
            totalCents: cents
        )
    }

    /// Approves the one candidate that waits.
    func approve(_ terms: RefreshTerms? = nil) throws {
        let report = try with(terms) { run, store in
            run.approve(try #require(try store.heldIDs().first), reason: "compared", in: store)
        }
        #expect(report.exit == .done, "\(report.lines)")
    }

    /// Publishes and installs version 1 of some tables.
    func install(_ files: [String: [UInt8]]) throws -> [UInt8] {
        let manifest = try publish(files: files, version: 1)
        #expect(try run().exit == .held)
        try approve()
        return manifest
    }

    /// Why the one candidate waits.
    func reasons() throws -> [String] {
        try with { _, store in
            try store.heldCandidate(try #require(try store.heldIDs().first)).reasons
        }
    }
}
