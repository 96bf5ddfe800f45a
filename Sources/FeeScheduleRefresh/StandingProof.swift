import FeeScheduleProof
import FeeScheduleStore

/// Whether what was installed once would still be believed: keys are revoked, and lists end.
struct StandingProof {
    /// The sources that the configuration names; of others, one key and any channel is enough.
    let sources: [SourceConfiguration]
    let keys: TrustedKeys
    let client: ClientVersion
    let now: UTCInstant

    /// What is installed and no longer believed, a sentence for each source.
    func findings(in snapshot: Snapshot) -> [String] {
        snapshot.record.sources.compactMap { source in
            problem(of: source, in: snapshot).map { problem in
                "\(source.id): the proof of what is installed does not count any more: "
                    + "\(problem.what); \(problem.advice)"
            }
        }
    }

    /// Why the proof of an installed list does not count any more; absent where it does.
    ///
    /// - Parameters:
    ///   - source: The list's source, as the snapshot names it.
    ///   - snapshot: The snapshot.
    /// - Returns: The problem that a run would have with it.
    func problem(
        of source: SnapshotRecord.Source,
        in snapshot: Snapshot
    ) -> SourceProblem? {
        var channel: FeeChannel?
        var keysRequired = 1
        switch sources.first(where: { $0.id == source.id })?.kind {
        case .bundle(let asked, let count): (channel, keysRequired) = (asked, count)
        case .csv: return nil
        case nil: if source.kind != "bundle" { return nil }
        }
        let proof = snapshot.proof(of: source.id)
        do throws(BundleProof.Refusal) {
            _ = try BundleProof(
                manifest: proof[BundleProof.manifestName] ?? [],
                signature: proof[BundleProof.signatureName] ?? [],
                channel: channel,
                keysRequired: keysRequired,
                installed: nil,
                terms: SourceFetch.Terms(keys: keys, client: client, retry: RetryPolicy()),
                now: now
            )
            return nil
        } catch {
            return error.problem
        }
    }
}
