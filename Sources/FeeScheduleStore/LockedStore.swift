import Glibc
package import PriceTableFiles

/// A store whose lock this process holds: the only way to change it.
///
/// After every step that a kill, a power cut or a full disk may follow, the store is the old set
/// or the new set; see ``install(_:as:at:noting:)``.
package final class LockedStore {
    /// Where what is being made stands until it moves to its place.
    static let stagingName = "staging"

    let root: Folder
    let staging: Folder
    let snapshots: Folder
    let held: Folder
    let barred: Folder
    let trust: Folder
    private let lock: StoreLock
    private let audit: OpenFile
    /// What happened before, this process's own lines among it.
    package private(set) var log: AuditLog
    /// Whether the log is what the file holds.
    private var isLogKnown = true

    /// Opens a store, takes its lock, and sweeps what a broken run left in staging.
    ///
    /// - Parameters:
    ///   - path: The store, made where its parent is there.
    ///   - holder: Who opens it, for another run to name.
    /// - Throws: ``StoreOpenError``.
    package init(path: String, holder: String) throws(StoreOpenError) {
        do throws(StoreError) {
            root = try Folder.makeIfMissing(path: path)
        } catch {
            throw .system(error)
        }
        lock = try StoreLock.take(in: root, holder: holder)
        do throws(StoreError) {
            snapshots = try root.makeFolder("snapshots")
            held = try root.makeFolder("held", mode: 0o700)
            barred = try root.makeFolder("barred")
            trust = try root.makeFolder("trust")
            staging = try root.makeFolder(LockedStore.stagingName, mode: 0o700)
            for name in try staging.names() { try staging.remove(name) }
            audit = try root.appending(AuditLog.name)
            log = AuditLog(try audit.read(atMost: AuditLog.maximumBytes))
            try root.sync()
        } catch {
            throw .system(error)
        }
    }

    /// The path of the store.
    package var path: String { root.path }

    /// Adds a line to the audit log and waits until the disk holds it.
    ///
    /// - Parameters:
    ///   - event: What happened.
    ///   - time: When, as `2026-11-26T21:00:00Z`.
    ///   - members: What else is to be kept.
    /// - Throws: ``StoreError``; a line that was cut off is marked by the next one.
    package func record(
        _ event: String,
        at time: String,
        _ members: [JSONTree.Member]
    ) throws(StoreError) {
        if !isLogKnown { try readLog() }
        let wasMarked = log.needsMark
        let addition = log.addition(event, at: time, members)
        do throws(StoreError) {
            try audit.write(addition)
            try audit.sync()
            // What follows holds the hash of this line, so the file must hold the line.
            guard try audit.ends(in: addition) else {
                throw StoreError(.write, audit.path, code: EIO)
            }
        } catch {
            // How much of the line stands there, only the file knows.
            isLogKnown = false
            try? readLog()
            throw error
        }
        guard wasMarked else { return log.take(addition) }
        isLogKnown = false
        try? readLog()
    }

    private func readLog() throws(StoreError) {
        log = AuditLog(try root.read(AuditLog.name, atMost: AuditLog.maximumBytes))
        isLogKnown = true
    }

    // MARK: Snapshots

    /// The name of the current snapshot; absent where nothing was installed yet.
    package func currentID() throws(StoreError) -> String? {
        try CurrentLink.snapshot(in: root)
    }

    /// Reads a snapshot with every check.
    package func snapshot(_ id: String) throws(SnapshotDamage) -> Snapshot {
        try Snapshot.read(id, in: root)
    }

    /// The list of a snapshot, of whose files some may be damaged; absent where it is damaged itself.
    package func snapshotList(_ id: String) -> SnapshotRecord? {
        Snapshot.list(id, in: root)
    }

    /// The names of the snapshots that the store keeps.
    package func snapshotIDs() throws(StoreError) -> [String] {
        try snapshots.names().filter(CurrentLink.isID)
    }
}
