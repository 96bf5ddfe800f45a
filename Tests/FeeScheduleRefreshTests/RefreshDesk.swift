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
        let url = URL(filePath: "\(Repository.tables)/\(schedule)")
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        #expect(text.contains(",45.10,"))
        return Array(text.replacing(",45.10,", with: ",\(price),").utf8)
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
        let lines = list.split(separator: UInt8(ascii: "\n"))
        let cents = lines.dropFirst().reduce(0) { sum, line in
            let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            return sum + (Money(decimalText: String(decoding: cells[2], as: UTF8.self))?.cents ?? 0)
        }
        let manifest = Manifest(
            channel: try #require(RefreshDesk.channel),
            minClient: try #require(ClientVersion("1.0.0")),
            version: version,
            issued: .spelled("2026-11-27T02:00:00Z"),
            effective: .spelled("2026-11-27"),
            expires: .spelled(expires),
            previousSha256: previous.map(SHA256Digest.init(of:)),
            files: [
                ManifestFile(
                    name: try #require(TableFileName(RefreshDesk.schedule)),
                    sha256: SHA256Digest(of: list),
                    size: list.count,
                    rows: lines.count - 1,
                    totalCents: cents
                )
            ]
        ).write()
        web.serve(manifest, at: RefreshDesk.url + "manifest.json", etag: etag)
        web.serve(try signer.sign(manifest), at: RefreshDesk.url + "manifest.json.sig")
        web.serve(list, at: RefreshDesk.url + RefreshDesk.schedule)
        return manifest
    }

    /// What a run goes by.
    func terms(keysRequired: Int = 1) throws -> RefreshTerms {
        RefreshTerms(
            sources: [
                SourceConfiguration(
                    id: "harbor",
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
    func terms(csv url: String, pinned: SHA256Digest?) throws -> RefreshTerms {
        let path = try #require(TableFileName(RefreshDesk.schedule))
        return RefreshTerms(
            sources: [
                SourceConfiguration(id: "acme", kind: .csv(path: path, sha256: pinned), url: url)
            ],
            tables: Repository.tables,
            client: try #require(ClientVersion("1.0.0")),
            released: .spelled("2026-11-26T00:00:00Z")
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

    /// The list that quotes would read.
    func installed() throws -> [UInt8]? {
        try InstalledTables.read(store: path)?.snapshot.tables[RefreshDesk.schedule]
    }
}
