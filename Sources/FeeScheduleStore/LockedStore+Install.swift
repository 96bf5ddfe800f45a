import Glibc
package import PriceTableFiles

extension LockedStore {
    /// Puts a snapshot into the store and makes it the current one.
    ///
    /// In this order, so that a kill or a power cut after any step leaves the old set or the new:
    /// 1. Each file is written into staging, and is durable, and so are the names.
    /// 2. Every byte is read back and compared, for a write may lie.
    /// 3. The folder is renamed to its place; where a snapshot of the name is there already it is
    ///    read, and replaced if it is damaged: it is never trusted.
    /// 4. The audit log says what is about to happen.
    /// 5. One link is swapped by a rename.
    /// 6. The audit log says that it happened.
    ///
    /// - Parameters:
    ///   - snapshot: What to install.
    ///   - event: What the log calls it, `installed` or `rolledBack`.
    ///   - time: When, as `2026-11-26T21:00:00Z`.
    ///   - members: What else the log keeps.
    /// - Throws: ``InstallError``, which says whether the new set is active.
    package func install(
        _ snapshot: Snapshot,
        as event: String,
        at time: String,
        noting members: [JSONTree.Member]
    ) throws(InstallError) {
        do throws(StoreError) {
            try place(snapshot)
        } catch {
            throw InstallError(error, isActive: false)
        }
        try activate(snapshot.id, as: event, at: time, noting: members)
    }

    /// Makes a snapshot that the store holds, and that was read, the current one.
    package func activate(
        _ id: String,
        as event: String,
        at time: String,
        noting members: [JSONTree.Member]
    ) throws(InstallError) {
        let noted = [JSONTree.Member("snapshot", .text(id))] + members
        do throws(StoreError) {
            try record("intent", at: time, noted)
            try staging.remove(CurrentLink.name)
            try staging.link(CurrentLink.name, to: "snapshots/\(id)")
            try staging.rename(CurrentLink.name, into: root, as: CurrentLink.name)
        } catch {
            throw InstallError(error, isActive: false)
        }
        do throws(StoreError) {
            try root.sync()
            try record(event, at: time, noted)
        } catch {
            throw InstallError(error, isActive: true)
        }
    }

    /// Ends what a run that was killed began: says in the log whether it came to pass.
    ///
    /// - Returns: The snapshot that is confirmed; absent where none was open.
    package func settle(at time: String) throws(StoreError) -> String? {
        guard let intent = log.openIntent, let id = intent.text("snapshot") else { return nil }
        guard try currentID() == id else {
            try record("abandoned", at: time, [JSONTree.Member("snapshot", .text(id))])
            return nil
        }
        try root.sync()
        var members = [JSONTree.Member("snapshot", .text(id))]
        for name in ["left", "reason", "sources"] {
            if let value = intent.line[name] { members.append(JSONTree.Member(name, value)) }
        }
        try record("confirmed", at: time, members)
        return id
    }

    private func place(_ snapshot: Snapshot) throws(StoreError) {
        let id = snapshot.id
        if (try? self.snapshot(id)) == snapshot { return try snapshots.sync() }
        try staging.remove(id)
        do throws(StoreError) {
            let folder = try staging.makeFolder(id)
            try snapshot.write(to: folder)
            try staging.sync()
        } catch {
            // The room that half a set takes may be the very room that is missing.
            try? staging.remove(id)
            throw error
        }
        guard (try? Snapshot.readStaged(id, in: root)) == snapshot else {
            try staging.remove(id)
            throw StoreError(.write, "\(staging.path)/\(id)", code: EIO)
        }
        if try snapshots.names().contains(id) {
            // Readers refuse a damaged one already; while it is gone they use the set before it.
            try snapshots.rename(id, into: staging, as: "damaged")
        }
        try staging.rename(id, into: snapshots, as: id)
        try snapshots.sync()
        try staging.sync()
        try staging.remove("damaged")
    }
}

/// Why a snapshot could not be installed, and which set is active now.
package struct InstallError: Error, Hashable, Sendable {
    package let error: StoreError
    /// Whether the new set is active, although the disk may not hold it yet.
    package let isActive: Bool

    init(_ error: StoreError, isActive: Bool) {
        self.error = error
        self.isActive = isActive
    }
}
