package import FeeScheduleStore
import HostSystem
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
                throw Undecided(.usage, noTarget(name, among: former))
            }
            let snapshot: Snapshot
            do throws(SnapshotDamage) {
                snapshot = try store.snapshot(target)
            } catch {
                throw Undecided(.storeFailed, "\(error); choose another with --to")
            }
            try prove(snapshot, store)
            try leave(current, for: snapshot, reason, store)
            return (
                [], ["went back to \(target.prefix(12)); left \(current.prefix(12)) behind"], []
            )
        }
    }

    private func noTarget(_ name: String?, among former: [String]) -> String {
        let uninstall = "Write --to none to go back to the tables' own prices"
        guard let name else { return "no earlier snapshot was installed. \(uninstall)" }
        let names = former.map { "\($0.prefix(12))" }.joined(separator: ", ")
        return "'\(PrintableText.shown(name))' is not the beginning of one earlier snapshot. "
            + (former.isEmpty ? "There is none. \(uninstall)" : "Write one of: \(names)")
    }

    /// Proves the lists of a snapshot anew: keys may have been removed and lists may have ended
    /// since it was installed.
    private func prove(_ snapshot: Snapshot, _ store: LockedStore) throws(Undecided) {
        var remarks: [String] = []
        let keys = try reading { () throws(StoreError) in try trustedKeys(store, &remarks) }
        guard let keys else { throw Undecided(.configuration, remarks.joined()) }
        let standing = StandingProof(
            sources: terms.sources,
            keys: keys,
            client: terms.client,
            now: environment.now()
        )
        for source in snapshot.record.sources where terms.configured.contains(source.id) {
            guard let problem = standing.problem(of: source, in: snapshot) else { continue }
            throw Undecided(
                problem.exit,
                "\(source.id): \(problem.what); choose another snapshot with --to"
            )
        }
    }

    /// Makes another set the current one, and bars what is left behind.
    ///
    /// A kill after any step leaves nothing that the next run does not put right: what is installed
    /// then is never barred, and what was left stays so.
    func leave(
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
                var note = barring("rolled back", reason, source.id)
                note.append(JSONTree.Member("snapshot", .text(current)))
                try store.bar(source.digest, note)
            }
        }
        do throws(InstallError) {
            try store.install(
                target,
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
        try reading { () throws(StoreError) in
            for source in target.record.sources { try store.unbar(source.digest) }
        }
    }
}
