import FeeScheduleProof
import FeeScheduleStore
import PriceTableFiles

/// What is installed from a source.
struct InstalledSource: Hashable, Sendable {
    let record: SnapshotRecord.Source
    /// When it became current, as the audit log says it.
    let since: String
    /// The ETag of its list when it was fetched.
    let etag: String?
    /// Its files by their path below the snapshot; none where the snapshot is damaged, so that all
    /// of them are fetched anew.
    let files: [String: [UInt8]]
    /// The paths of the tables that it sets, also of those that are damaged.
    let owned: Set<String>

    /// The words of a message about what stays.
    var keptWords: String {
        let version = record.version.map { "kept version \($0)" } ?? "kept the list"
        return since.isEmpty ? version : "\(version) of \(since.prefix(10))"
    }

    /// The manifest that is installed, for a kind that has one.
    var manifest: InstalledManifest? {
        guard let version = record.version, let digest = SHA256Digest(hexadecimal: record.digest)
        else { return nil }
        return InstalledManifest(version: version, sha256: digest)
    }

    /// Whether its tables are there, all that its manifest names; where they are not, the same
    /// list is fetched anew.
    var isWhole: Bool {
        guard let bytes = proof(BundleProof.manifestName) else { return !tablePaths.isEmpty }
        let manifest = try? Manifest(bytes, client: .own)
        return manifest?.files.allSatisfy { table($0.name.description) != nil } == true
    }

    /// Whether an offer is what is installed already, at the same places.
    ///
    /// The digest of a manifest says where its tables stand, that of a single list does not. Where
    /// a damaged snapshot no longer says it either, the list is looked at like another one.
    func isRestored(by offer: Offer) -> Bool {
        guard record.digest == offer.record.digest else { return false }
        return offer.manifest != nil || !owned.isDisjoint(with: offer.tables.keys)
    }

    /// A file that proves the source.
    func proof(_ name: String) -> [UInt8]? { files["proof/\(record.id)/\(name)"] }

    /// The path of a table below the folder of the tables; absent for what is none.
    static func table(inSnapshot path: String) -> String? {
        let start = "tables/"
        return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : nil
    }

    /// A file of the tables.
    func table(_ path: String) -> [UInt8]? { files["tables/\(path)"] }
}

/// What is installed from all sources, read from a store.
struct InstalledState {
    /// The current snapshot; absent where there is none, or it is damaged.
    let snapshot: Snapshot?
    /// What is wrong with the current snapshot.
    let damage: SnapshotDamage?
    /// By the name of the source.
    let sources: [String: InstalledSource]
    /// The digests of all versions of each source that were ever made current here, by version, also
    /// of sources of which nothing is installed any more.
    let known: [String: [Int: String]]

    init(_ store: LockedStore) throws(StoreError) {
        known = InstalledState.known(store.log)
        guard let id = try store.currentID() else {
            snapshot = nil
            damage = nil
            sources = [:]
            return
        }
        let line = store.log.entries.last { entry in
            entry.event != "intent" && entry.text("snapshot") == id && entry.line["sources"] != nil
        }
        let since = store.log.installed(id) ?? ""
        let noted = InstalledState.sources(of: line)
        var read: Snapshot?
        var damage: SnapshotDamage?
        do throws(SnapshotDamage) {
            read = try store.snapshot(id)
        } catch {
            damage = error
        }
        snapshot = read
        self.damage = damage
        // A version never falls, even where the snapshot that held it is damaged.
        let records = read?.record.sources ?? noted.map(\.record)
        let listed = (read?.record ?? store.snapshotList(id))?.files ?? []
        let files = read.map { snapshot in
            Dictionary(grouping: snapshot.record.files, by: \.source).mapValues { files in
                Dictionary(
                    uniqueKeysWithValues: files.map { ($0.path, snapshot.files[$0.path] ?? []) }
                )
            }
        }
        sources = Dictionary(
            uniqueKeysWithValues: records.map { record in
                let source = InstalledSource(
                    record: record,
                    since: since,
                    etag: read == nil ? nil : noted.first { $0.record.id == record.id }?.etag,
                    files: files?[record.id] ?? [:],
                    owned: Set(
                        listed.filter { $0.source == record.id }
                            .compactMap { InstalledSource.table(inSnapshot: $0.path) }
                    )
                )
                return (record.id, source)
            }
        )
    }

    /// The digests of all versions of each source that were ever made current.
    private static func known(_ log: AuditLog) -> [String: [Int: String]] {
        var known: [String: [Int: String]] = [:]
        for entry in log.entries {
            for (record, _) in sources(of: entry) {
                guard let version = record.version else { continue }
                known[record.id, default: [:]][version] = record.digest
            }
        }
        return known
    }

    /// What a line of the audit log notes of the sources.
    private static func sources(
        of line: AuditLog.Entry?
    ) -> [(record: SnapshotRecord.Source, etag: String?)] {
        guard case .list(let list) = line?.line["sources"] else { return [] }
        return list.compactMap { tree in
            guard case .text(let id) = tree["id"], case .text(let kind) = tree["kind"],
                case .text(let digest) = tree["digest"]
            else { return nil }
            var version: Int?
            if case .number(let text) = tree["version"] { version = Int(text) }
            var etag: String?
            if case .text(let text) = tree["etag"] { etag = text }
            let record = SnapshotRecord.Source(
                id: id,
                kind: kind,
                version: version,
                digest: digest,
                effective: nil,
                expires: nil,
                proof: []
            )
            return (record, etag)
        }
    }
}
