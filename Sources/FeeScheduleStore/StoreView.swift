package import PriceTableFiles

/// A store as it is seen without its lock: what is there, and whether it is whole.
package final class StoreView {
    private let root: Folder

    /// Opens a store to look at it; nothing in it is changed.
    package init(path: String) throws(StoreError) {
        root = try Folder(path: path)
    }

    package var path: String { root.path }

    /// The audit log.
    package func log() throws(StoreError) -> AuditLog {
        AuditLog(try root.readIfPresent(AuditLog.name, atMost: AuditLog.maximumBytes) ?? [])
    }

    /// The name of the current snapshot; absent where nothing was installed.
    package func currentID() throws(StoreError) -> String? {
        try CurrentLink.snapshot(in: root)
    }

    /// The names of the snapshots that the store keeps.
    package func snapshotIDs() throws(StoreError) -> [String] { try ids(in: "snapshots") }

    /// Reads a snapshot with every check.
    package func snapshot(_ id: String) throws(SnapshotDamage) -> Snapshot {
        try Snapshot.read(id, in: root)
    }

    /// The candidates that wait, and what is wrong with those that cannot be read.
    package func held() throws(StoreError) -> (candidates: [HeldCandidate], damage: [String]) {
        var candidates: [HeldCandidate] = []
        var damage: [String] = []
        for id in try ids(in: "held") {
            candidates += HeldCandidate.readIfWhole(id, in: try root.folder("held"), &damage)
        }
        return (candidates, damage)
    }

    /// All notes about barred offers, by the digest of each offer.
    package func barredNotes() throws(StoreError) -> [(digest: String, note: JSONTree)] {
        guard try root.names().contains("barred") else { return [] }
        return try root.folder("barred").barredNotes()
    }

    /// The file of the trusted keys; absent where nobody added one.
    package func trustedKeys() throws(StoreError) -> [UInt8]? {
        guard try root.names().contains("trust") else { return nil }
        return try root.folder("trust").readIfPresent("keys.json", atMost: 1 << 20)
    }

    /// What is wrong with the owners, the permissions and the kinds of what the store holds.
    package func irregularities() throws(StoreError) -> [String] {
        try root.irregularities()
    }

    private func ids(in name: String) throws(StoreError) -> [String] {
        guard try root.names().contains(name) else { return [] }
        return try root.folder(name).names().filter(CurrentLink.isID)
    }
}

extension HeldCandidate {
    /// Reads a candidate, or notes what is wrong with it.
    fileprivate static func readIfWhole(
        _ id: String,
        in held: borrowing Folder,
        _ damage: inout [String]
    ) -> [HeldCandidate] {
        do throws(SnapshotDamage) {
            return [try read(id, in: held)]
        } catch {
            damage.append("candidate \(id.prefix(12)): \(error)")
            return []
        }
    }
}
