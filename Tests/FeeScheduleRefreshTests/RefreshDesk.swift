import CareModel
import FeeScheduleProof
import FeeScheduleRefresh
import FeeScheduleStore
import FoundationEssentials
import PriceTableFiles
import SignedLists
import TestSupport
import Testing

/// A store, a publisher and the web between them.
final class RefreshDesk {
    static let channel = FeeChannel(group: "harbor", payer: "all", state: "CA")
    static let schedule = "schedules/acme-ppo-2026.csv"
    static let url = "https://fees.test/harbor/"

    let path: String
    let web = FakeWeb()
    let signer: TestSigner

    init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appending(path: "carequote-refresh-\(UUID().uuidString)").path
        signer = try TestSigner("harbor-office", seed: 20_261_126)
        try trust([TrustedKey.of(signer)])
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The schedule of the tables, with the adjustment of three to four regions at a price.
    static func list(_ price: String) throws -> [UInt8] {
        try table(schedule, [",45.10,": ",\(price),"])
    }

    /// Writes the keys that are trusted.
    func trust(_ keys: [TrustedKey]) throws {
        let store = try LockedStore(path: path, holder: "a test")
        try store.replaceTrustedKeys(TrustedKeys(keys).write())
    }

    /// Publishes a list as a version, signed.
    func publish(
        _ list: [UInt8],
        version: Int,
        previous: [UInt8]? = nil,
        expires: String = "2027-11-30",
        etag: String? = nil
    ) throws -> [UInt8] {
        try publish(
            [RefreshDesk.schedule: list],
            version: version,
            previous: previous,
            expires: expires,
            etag: etag
        )
    }

    /// Publishes tables by their path as a version, signed.
    func publish(
        _ tables: [String: [UInt8]],
        version: Int,
        previous: [UInt8]? = nil,
        expires: String = "2027-11-30",
        etag: String? = nil
    ) throws -> [UInt8] {
        let manifest = Manifest(
            channel: try #require(RefreshDesk.channel),
            minClient: try #require(ClientVersion("1.0.0")),
            version: version,
            issued: .spelled("2026-11-27T02:00:00Z"),
            effective: .spelled("2026-11-27"),
            expires: .spelled(expires),
            previousSha256: previous.map(SHA256Digest.init(of:)),
            files: try tables.sorted { $0.key < $1.key }.map(RefreshDesk.file)
        ).write()
        web.serve(manifest, at: RefreshDesk.url + "manifest.json", etag: etag)
        web.serve(try signer.sign(manifest), at: RefreshDesk.url + "manifest.json.sig")
        for (path, bytes) in tables { web.serve(bytes, at: RefreshDesk.url + path) }
        return manifest
    }

    /// A file as a manifest states it: the rows and cents of a list, none of a document.
    private static func file(_ path: String, _ bytes: [UInt8]) throws -> ManifestFile {
        let isList = path.hasSuffix(".csv")
        let lines = isList ? bytes.split(separator: UInt8(ascii: "\n")).dropFirst() : []
        let cents = lines.reduce(0) { sum, line in
            let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            return sum + (Money(decimalText: String(decoding: cells[2], as: UTF8.self))?.cents ?? 0)
        }
        return ManifestFile(
            name: try #require(TableFileName(path)),
            sha256: SHA256Digest(of: bytes),
            size: bytes.count,
            rows: lines.count,
            totalCents: cents
        )
    }

    /// What a run goes by.
    func terms(named name: String = "harbor", keysRequired: Int = 1) throws -> RefreshTerms {
        RefreshTerms(
            sources: [
                SourceConfiguration(
                    id: name,
                    kind: .bundle(
                        channel: try #require(RefreshDesk.channel),
                        keysRequired: keysRequired
                    ),
                    url: RefreshDesk.url
                )
            ],
            tables: Repository.tables,
            client: try #require(ClientVersion("1.0.0")),
            released: .spelled("2026-11-26T00:00:00Z")
        )
    }

    /// What a run goes by that asks for a single list.
    func terms(
        csv url: String,
        at path: String = schedule,
        pinned: SHA256Digest?,
        limits: ContentLimits = ContentLimits(mostAmount: .largestStated)
    ) throws -> RefreshTerms {
        let path = try #require(TableFileName(path))
        return RefreshTerms(
            sources: [
                SourceConfiguration(id: "acme", kind: .csv(path: path, sha256: pinned), url: url)
            ],
            tables: Repository.tables,
            client: try #require(ClientVersion("1.0.0")),
            released: .spelled("2026-11-26T00:00:00Z"),
            limits: limits
        )
    }

    /// Runs once, with a lock of its own.
    func run(_ terms: RefreshTerms? = nil) throws -> RunReport {
        let store = try LockedStore(path: path, holder: "a test")
        return RefreshRun(try terms ?? self.terms(), in: web.environment).run(store)
    }

    /// Does something with the store and a run.
    func with<Value>(
        _ terms: RefreshTerms? = nil,
        _ body: (RefreshRun, LockedStore) throws -> Value
    ) throws -> Value {
        let store = try LockedStore(path: path, holder: "a test")
        return try body(RefreshRun(try terms ?? self.terms(), in: web.environment), store)
    }

    /// Runs once, and approves what waits then.
    func runAndApprove(_ terms: RefreshTerms? = nil) throws {
        let report = try run(terms)
        guard report.exit == .held else {
            return #expect(report.exit == .done, "\(report.lines)")
        }
        let approved = try with(terms) { run, store in
            run.approve(try #require(try store.heldIDs().first), reason: "by phone", in: store)
        }
        #expect(approved.exit == .done, "\(approved.lines)")
    }

    /// The candidates that wait.
    func held() throws -> [String] { try with { _, store in try store.heldIDs() } }

    /// A table that quotes would read from what is installed, the list where none is named.
    func installed(_ table: String = schedule) throws -> [UInt8]? {
        try InstalledTables.read(store: path)?.snapshot.tables[table]
    }

    /// A file of the tables, with a part of its text replaced.
    static func table(_ path: String, _ changes: [String: String] = [:]) throws -> [UInt8] {
        let url = URL(filePath: "\(Repository.tables)/\(path)")
        var text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        for (old, new) in changes {
            #expect(text.contains(old))
            text = text.replacing(old, with: new)
        }
        return Array(text.utf8)
    }
}
