import FeeScheduleProof
package import FeeScheduleStore
import HostSystem
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
                _ = try inspection(of: candidate.source, installed, store).inspect(offer)
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
            let id = try candidateID(name, store)
            guard let candidate = try? store.heldCandidate(id) else {
                // What it was can no longer be read: it goes, and the next run asks the source anew.
                try reading { () throws(StoreError) in try store.release(id) }
                return ([], ["removed the damaged candidate \(id.prefix(12))"], [])
            }
            try reading { () throws(StoreError) in
                var note = barring("rejected", reason, candidate.source)
                note.append(JSONTree.Member("candidate", .text(candidate.id)))
                try store.bar(candidate.digest, note)
                try store.release(candidate.id)
            }
            try note("rejected", candidate, reason, store)
            return ([], ["\(candidate.source): rejected \(candidate.id.prefix(12))"], [])
        }
    }

    /// Takes a rejection back: the next run looks at the offer anew, and holds it where it must.
    ///
    /// - Parameters:
    ///   - name: The candidate's name, or the beginning of it, at least eight characters.
    ///   - reason: Why, for the audit log.
    ///   - store: The store, whose lock is held.
    /// - Returns: What became of it.
    package func undoRejection(
        _ name: String,
        reason: String,
        in store: LockedStore
    ) -> RunReport {
        deciding(in: store) { () throws(Undecided) in
            let notes = try reading { () throws(StoreError) in try store.barredNotes() }
            let rejected = notes.filter { $0.note.text("candidate") != nil }
            let found = rejected.filter { $0.note.text("candidate")?.hasPrefix(name) == true }
            guard name.utf8.count >= 8, let chosen = found.only else {
                let names = rejected.compactMap { $0.note.text("candidate")?.prefix(12) }
                throw Undecided(
                    .usage,
                    "'\(PrintableText.shown(name))' is not the beginning of one rejected candidate. "
                        + (names.isEmpty
                            ? "None was rejected"
                            : "Write one of: \(names.joined(separator: ", "))")
                )
            }
            let candidate = chosen.note.text("candidate") ?? ""
            let source = chosen.note.text("source") ?? ""
            // The note comes first: what is not in the log did not happen.
            try reading { () throws(StoreError) in
                try store.record(
                    "rejectionUndone",
                    at: environment.time,
                    [
                        JSONTree.Member("source", .text(source)),
                        JSONTree.Member("candidate", .text(candidate)),
                        JSONTree.Member("digest", .text(chosen.digest)),
                        JSONTree.Member("reason", .text(reason)),
                    ]
                )
                try store.unbar(chosen.digest)
            }
            let words = "the rejection of \(candidate.prefix(12)) is taken back"
            return ([], ["\(source): \(words); the next run looks at it anew"], [])
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
        guard record.kind == source.kind.name else {
            throw Undecided(
                .configuration,
                "\(source.id): the candidate came from a source of kind \(record.kind), and the "
                    + "configuration says \(source.kind.name); reject the candidate"
            )
        }
        if case .csv(let path, let pinned) = source.kind {
            let bytes = candidate.offered.tables[path.description]
            let digest = bytes.map(SHA256Digest.init(of:))
            guard let digest, digest.description == record.digest, digest == pinned ?? digest else {
                throw Undecided(
                    .proofRefused,
                    "\(source.id): the candidate is not the list that the configuration pins or "
                        + "not at its path; reject it, and run again"
                )
            }
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
                    known: installed.known[source.id] ?? [:],
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
}

extension Snapshot {
    /// The files that prove a source, by name.
    func proof(of source: String) -> [String: [UInt8]] {
        let start = "proof/\(source)/"
        let proof = files.filter { $0.key.hasPrefix(start) }
        return Dictionary(
            uniqueKeysWithValues: proof.map { (String($0.key.dropFirst(start.count)), $0.value) }
        )
    }
}
