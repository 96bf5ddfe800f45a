import FeeScheduleStore
import PriceTableFiles

/// What is installed, with some sources replaced by what they offer.
struct InstalledSet {
    let snapshot: Snapshot

    /// Puts a set together.
    ///
    /// - Parameters:
    ///   - installed: What is installed.
    ///   - offers: What takes the place of what is installed of their sources.
    ///   - left: The sources that are taken out.
    init(
        _ installed: InstalledState,
        replacing offers: [Offer] = [],
        without left: Set<String> = []
    ) {
        let new = left.union(offers.map(\.record.id))
        var sources = offers.map(\.record)
        var files: [String: (source: String, bytes: [UInt8])] = [:]
        for source in installed.sources.values where !new.contains(source.record.id) {
            sources.append(source.record)
            for (path, bytes) in source.files { files[path] = (source.record.id, bytes) }
        }
        for offer in offers { files.merge(offer.files) { _, new in new } }
        // A source of which every table was taken over by another is installed no more.
        let owners = Set(files.filter { $0.key.hasPrefix("tables/") }.map(\.value.source))
        snapshot = Snapshot(
            sources: sources.filter { owners.contains($0.id) },
            files: files.filter { owners.contains($0.value.source) }
        )
    }

    /// The sources that are installed and cannot be read, and that no offer brings anew.
    ///
    /// A set without them would be half a set: quotes would read the prices that the installed
    /// ones stand in front of.
    static func lost(
        _ installed: InstalledState,
        replacing offers: [Offer] = [],
        without left: Set<String> = []
    ) -> [String] {
        let new = left.union(offers.map(\.record.id))
        return installed.sources.values
            .filter { $0.files.isEmpty && !new.contains($0.record.id) }.map(\.record.id).sorted()
    }

    /// The ETag of each source's list.
    static func etags(_ installed: InstalledState, _ offers: [Offer]) -> [String: String] {
        var etags = installed.sources.compactMapValues(\.etag)
        for offer in offers { etags[offer.record.id] = offer.etag }
        return etags
    }
}

/// What the audit log notes of a snapshot beside its name.
enum SnapshotNote {
    /// The sources with their versions, so that a version never falls even where the snapshot that
    /// held it is damaged, and the ETag that belongs to each.
    static func sources(_ snapshot: Snapshot, etags: [String: String]) -> JSONTree.Member {
        let sources = snapshot.record.sources.map { source -> JSONTree in
            var members = [
                JSONTree.Member("id", .text(source.id)),
                JSONTree.Member("kind", .text(source.kind)),
                JSONTree.Member("digest", .text(source.digest)),
            ]
            if let version = source.version {
                members.append(JSONTree.Member("version", .number("\(version)")))
            }
            if let etag = etags[source.id] {
                members.append(JSONTree.Member("etag", .text(etag)))
            }
            return .object(members)
        }
        return JSONTree.Member("sources", .list(sources))
    }
}
