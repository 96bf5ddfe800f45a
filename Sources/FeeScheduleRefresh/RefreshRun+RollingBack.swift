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
            try prove(snapshot, store)
            try leave(current, for: snapshot, reason, store)
            return (
                [], ["went back to \(target.prefix(12)); left \(current.prefix(12)) behind"], []
            )
        }
    }

    /// Proves the lists of a snapshot anew: keys may have been removed and lists may have ended
    /// since it was installed.
    private func prove(_ snapshot: Snapshot, _ store: LockedStore) throws(Undecided) {
        var remarks: [String] = []
        let keys = try reading { () throws(StoreError) in try trustedKeys(store, &remarks) }
        guard let keys else { throw Undecided(.configuration, remarks.joined()) }
        for source in terms.sources where snapshot.record.source(source.id) != nil {
            guard case .bundle(let channel, let keysRequired) = source.kind else { continue }
            let proof = snapshot.proof(of: source.id)
            do throws(BundleProof.Refusal) {
                _ = try BundleProof(
                    manifest: proof[BundleProof.manifestName] ?? [],
                    signature: proof[BundleProof.signatureName] ?? [],
                    channel: channel,
                    keysRequired: keysRequired,
                    installed: nil,
                    terms: SourceFetch.Terms(keys: keys, client: terms.client, retry: terms.retry),
                    now: environment.now()
                )
            } catch {
                throw Undecided(
                    error.problem.exit,
                    "\(source.id): \(error.problem.what); choose another snapshot with --to"
                )
            }
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
