import FeeScheduleProof
package import FeeScheduleStore
import PriceTableFiles

extension RefreshRun {
    /// Installs a candidate that a person has looked at.
    ///
    /// - Parameters:
    ///   - name: The candidate's name, or the beginning of it, at least eight characters.
    ///   - reason: Why, for the audit log.
    ///   - store: The store, whose lock is held.
    /// - Returns: What became of it.
    package func approve(_ name: String, reason: String, in store: LockedStore) -> RunReport {
        deciding(in: store) { () throws(Undecided) in
            let candidate = try self.candidate(name, store)
            let installed = try reading { () throws(StoreError) in try InstalledState(store) }
            let base = installed.sources[candidate.source]?.record.digest
            guard candidate.base == base else {
                throw Undecided(
                    .held,
                    "\(candidate.source): the candidate was compared with another list than the "
                        + "one that is installed now; run carequote-refresh run, and look again"
                )
            }
            let offer = try proven(candidate, installed, store)
            do throws(SourceProblem) {
                try checkOwners(of: offer, installed)
            } catch {
                throw Undecided(error.exit, "\(candidate.source): \(error.what); \(error.advice)")
            }
            var judged = [
                Judged(
                    SourceOutcome(
                        source: candidate.source,
                        result: .updated(
                            version: offer.record.version,
                            files: offer.tables.count
                        ),
                        kept: installed.sources[candidate.source]?.keptWords
                            ?? "nothing was installed",
                        notices: []
                    ),
                    offer: offer
                )
            ]
            var remarks: [String] = []
            let exits = install(&judged, installed, store, &remarks)
            if judged[0].offer != nil {
                do throws(StoreError) {
                    try store.unbar(offer.record.digest)
                    try store.release(candidate.id)
                } catch {
                    // The set is active; the next run removes what is left of the candidate.
                    throw Undecided(.storeFailed, error.sentence)
                }
                try note("approved", candidate, reason, store)
            }
            return (judged.map(\.outcome), remarks, exits)
        }
    }

    /// Rejects a candidate: it is not held again, and never installed by itself.
    package func reject(_ name: String, reason: String, in store: LockedStore) -> RunReport {
        deciding(in: store) { () throws(Undecided) in
            let candidate = try self.candidate(name, store)
            try reading { () throws(StoreError) in
                try store.bar(candidate.digest, barring("rejected", reason, candidate.source))
                try store.release(candidate.id)
            }
            try note("rejected", candidate, reason, store)
            return ([], ["\(candidate.source): rejected \(candidate.id.prefix(12))"], [])
        }
    }

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
            let former = store.log.formerSnapshots.filter { $0 != current }
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

    // MARK: Parts

    /// Why a decision could not be carried out.
    private struct Undecided: Error {
        let exit: RefreshExit
        let what: String

        init(_ exit: RefreshExit, _ what: String) {
            self.exit = exit
            self.what = what
        }
    }

    private func deciding(
        in store: LockedStore,
        _ decide: () throws(Undecided) -> ([SourceOutcome], [String], [RefreshExit])
    ) -> RunReport {
        var remarks: [String] = []
        do throws(Undecided) {
            if let problem = clockProblem(store.log) { throw Undecided(.configuration, problem) }
            let settled = try reading { () throws(StoreError) in
                try store.settle(at: environment.time)
            }
            if let settled { remarks.append("confirmed \(settled.prefix(12)) of an earlier run") }
            let (outcomes, more, exits) = try decide()
            return RunReport(
                outcomes: outcomes,
                snapshot: try? store.currentID(),
                remarks: remarks + more,
                exits: exits
            )
        } catch {
            return RunReport(
                outcomes: [],
                snapshot: try? store.currentID(),
                remarks: remarks + [error.what],
                exits: [error.exit]
            )
        }
    }

    private func reading<Value>(
        _ read: () throws(StoreError) -> Value
    ) throws(Undecided) -> Value {
        do throws(StoreError) {
            return try read()
        } catch {
            throw Undecided(error.exit, error.sentence)
        }
    }

    private func candidate(
        _ name: String,
        _ store: LockedStore
    ) throws(Undecided) -> HeldCandidate {
        let ids = try reading { () throws(StoreError) in try store.heldIDs() }
        guard name.utf8.count >= 8, let id = ids.filter({ $0.hasPrefix(name) }).only else {
            let waiting = ids.map { "\($0.prefix(12))" }.joined(separator: ", ")
            throw Undecided(
                .usage,
                "'\(name)' is not the beginning of one candidate. "
                    + (ids.isEmpty ? "None waits" : "Write one of: \(waiting)")
            )
        }
        do throws(SnapshotDamage) {
            return try store.heldCandidate(id)
        } catch {
            throw Undecided(.storeFailed, "\(error); reject it and run again")
        }
    }

    /// Proves a candidate anew: keys may have been removed and lists may have ended since.
    private func proven(
        _ candidate: HeldCandidate,
        _ installed: InstalledState,
        _ store: LockedStore
    ) throws(Undecided) -> Offer {
        guard let source = terms.sources.first(where: { $0.id == candidate.source }),
            let record = candidate.offered.record.sources.first
        else {
            throw Undecided(
                .configuration,
                "\(candidate.source) is not in the configuration any more; reject the candidate"
            )
        }
        if case .bundle(let channel, let keysRequired) = source.kind {
            var remarks: [String] = []
            let keys = try reading { () throws(StoreError) in try trustedKeys(store, &remarks) }
            guard let keys else { throw Undecided(.configuration, remarks.joined()) }
            let proof = "proof/\(source.id)"
            do throws(BundleProof.Refusal) {
                _ = try BundleProof(
                    manifest: candidate.offered.files["\(proof)/\(BundleProof.manifestName)"] ?? [],
                    signature: candidate.offered.files["\(proof)/\(BundleProof.signatureName)"]
                        ?? [],
                    channel: channel,
                    keysRequired: keysRequired,
                    installed: installed.sources[source.id],
                    terms: SourceFetch.Terms(keys: keys, client: terms.client, retry: terms.retry),
                    now: environment.now()
                )
            } catch {
                let problem = error.problem
                throw Undecided(
                    problem.exit,
                    "\(source.id): \(problem.what); \(problem.advice)"
                )
            }
        }
        return Offer(
            record: record,
            tables: candidate.offered.tables,
            proof: candidate.offered.proof(of: source.id),
            manifest: nil,
            holds: [],
            notices: [],
            etag: nil
        )
    }

    private func barring(_ event: String, _ reason: String, _ source: String) -> [JSONTree.Member] {
        [
            JSONTree.Member("event", .text(event)), JSONTree.Member("reason", .text(reason)),
            JSONTree.Member("source", .text(source)),
            JSONTree.Member("at", .text(environment.time)),
        ]
    }

    private func note(
        _ event: String,
        _ candidate: HeldCandidate,
        _ reason: String,
        _ store: LockedStore
    ) throws(Undecided) {
        try reading { () throws(StoreError) in
            try store.record(
                event,
                at: environment.time,
                [
                    JSONTree.Member("source", .text(candidate.source)),
                    JSONTree.Member("candidate", .text(candidate.id)),
                    JSONTree.Member("digest", .text(candidate.digest)),
                    JSONTree.Member("reason", .text(reason)),
                ]
            )
        }
    }
}

extension Array {
    /// The one element; absent where there are none or several.
    fileprivate var only: Element? { count == 1 ? self[0] : nil }
}

extension Snapshot {
    /// The files that prove a source, by name.
    fileprivate func proof(of source: String) -> [String: [UInt8]] {
        let start = "proof/\(source)/"
        let proof = files.filter { $0.key.hasPrefix(start) }
        return Dictionary(
            uniqueKeysWithValues: proof.map { (String($0.key.dropFirst(start.count)), $0.value) }
        )
    }
}
