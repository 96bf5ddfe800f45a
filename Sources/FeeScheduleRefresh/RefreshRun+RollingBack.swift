import FeeScheduleProof
package import FeeScheduleStore
import PriceTableFiles

extension RefreshRun {
    /// Goes back to an earlier snapshot; what is left behind is not installed again by itself.
    ///
    /// - Parameters:
    ///   - name: The snapshot's name or its beginning; absent for the one before.
    ///   - reason: Why, for the audit log.
    ///   - store: The store, whose lock is held.
    /// - Returns: What became of it.
    package func rollback(
        to name: String?,
        reason: String,
        in store: LockedStore
    ) -> RunReport {
        deciding(in: store) { () throws(Undecided) in
            let current = try reading { () throws(StoreError) in try store.currentID() }
            guard let current else {
                throw Undecided(.usage, "nothing is installed, so there is nothing to leave")
            }
            // By itself it goes to none that was left; one that is named may be such a one.
            let former = try reading { () throws(StoreError) in
                name == nil ? store.log.formerSnapshots : try store.snapshotIDs()
            }.filter { $0 != current && store.log.installed($0) != nil }
            let found = former.filter { $0.hasPrefix(name ?? "") }
            guard let target = name == nil ? found.first : found.only else {
                throw Undecided(
                    .usage,
                    name.map {
                        "'\($0)' is not the beginning of one earlier snapshot. Write one of: "
                    }
                    .map { $0 + former.map { "\($0.prefix(12))" }.joined(separator: ", ") }
                        ?? "no earlier snapshot was installed"
                )
            }
            let snapshot: Snapshot
            do throws(SnapshotDamage) {
                snapshot = try store.snapshot(target)
            } catch {
                throw Undecided(.storeFailed, "\(error); choose another with --to")
            }
            try leave(current, for: snapshot, reason, store)
            return (
                [], ["went back to \(target.prefix(12)); left \(current.prefix(12)) behind"], []
            )
        }
    }

    private func leave(
        _ current: String,
        for target: Snapshot,
        _ reason: String,
        _ store: LockedStore
    ) throws(Undecided) {
        let stays = Set(target.record.sources.map(\.digest))
        try reading { () throws(StoreError) in
            // What is left is barred even where it cannot be read any more: the log knows it too.
            let left = try InstalledState(store).sources.values.map(\.record)
            for source in left where !stays.contains(source.digest) {
                try store.bar(source.digest, barring("rolled back", reason, source.id))
            }
            for source in target.record.sources { try store.unbar(source.digest) }
        }
        do throws(InstallError) {
            try store.activate(
                target.id,
                as: "rolledBack",
                at: environment.time,
                noting: [
                    JSONTree.Member("left", .text(current)),
                    JSONTree.Member("reason", .text(reason)),
                    SnapshotNote.sources(target, etags: [:]),
                ]
            )
        } catch {
            throw Undecided(
                error.error.exit,
                error.isActive
                    ? "\(error.error); \(target.id.prefix(12)) is active, and the next run confirms it"
                    : error.error.sentence
            )
        }
    }
}
