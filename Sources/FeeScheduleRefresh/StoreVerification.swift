package import FeeScheduleProof
package import FeeScheduleStore

/// Everything that can be wrong with a store at rest.
package struct StoreVerification: Hashable, Sendable {
    /// What is wrong, a sentence each.
    package private(set) var findings: [String] = []
    /// What was looked at, in words.
    package let covered: String
    package let exit: RefreshExit

    /// Hashes every snapshot and candidate anew, follows the chain of the audit log, proves what is
    /// installed, and looks at owners, permissions, the trusted keys and the clock.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - sources: The sources of the configuration, which say whose proof counts.
    ///   - released: When this program was released.
    ///   - now: The time.
    /// - Throws: ``StoreError`` where the store cannot be read.
    package init(
        _ store: StoreView,
        sources: [SourceConfiguration],
        released: UTCInstant,
        now: UTCInstant
    ) throws(StoreError) {
        let log = try store.log()
        var damage = log.findings.map { "audit.jsonl: \($0)" }
        var clock: [String] = []
        var files = 0
        let ids = try store.snapshotIDs()
        let last = log.lastActivated
        let (current, broken) = try StoreVerification.current(in: store, last: last)
        for id in ids {
            do throws(SnapshotDamage) {
                files += try store.snapshot(id).files.count
            } catch {
                let advice =
                    id == current
                    ? "the next carequote-refresh run installs it anew"
                    : "no quote reads it, and a rollback cannot choose it; remove the folder "
                        + "snapshots/\(id)"
                damage.append("\(error); \(advice)")
            }
        }
        damage += broken
        if let current, !ids.contains(current) {
            damage.append("current points to \(current.prefix(12)), which is not there")
        }
        // A run that was killed after the swap has noted that it began; the next one confirms it.
        let isOpen = log.openIntent?.text("snapshot") == current
        if broken.isEmpty, last != current, !isOpen {
            let words = last.map { "\($0.prefix(12))" } ?? "none"
            let link = current.map { "\($0.prefix(12))" } ?? "nothing"
            damage.append(
                "current points to \(link), and the last snapshot of the audit log is \(words)"
            )
        }
        let (candidates, lost) = try store.held()
        damage += lost.map { "\($0); reject it, and the next run asks for the list anew" }
        damage += try store.irregularities()
        for (digest, note) in try store.barredNotes() where note.text("source") == nil {
            damage.append(
                "barred/\(digest).json is damaged, and bars the list of that SHA-256 all the same; "
                    + "remove the file to let the next run look at that list anew"
            )
        }
        let keyBytes = try store.trustedKeys()
        damage += [TrustRecord(log).finding(keyBytes)].compactMap(\.self)
        var keys: TrustedKeys?
        do throws(TrustedKeysError) {
            keys =
                try keyBytes.map { bytes throws(TrustedKeysError) in try TrustedKeys(bytes) }
                ?? TrustedKeys.none
        } catch {
            damage.append("trust/keys.json: \(error); \(TrustedKeysError.renewing)")
        }
        let lastTime = log.activationTimes.compactMap(UTCInstant.init(isoText:)).max()
        let earliest = max(released, lastTime ?? released)
        if now < earliest {
            clock.append("this computer's clock says \(now), before \(earliest); check the clock")
        }
        var unproven: [String] = []
        if let keys, let current, let snapshot = try? store.snapshot(current) {
            unproven = StandingProof(sources: sources, keys: keys, client: .own, now: now)
                .findings(in: snapshot)
        }
        findings = damage + clock + unproven
        covered =
            "\(ids.count) snapshots with \(files) files, \(candidates.count) candidates, "
            + "\(log.entries.count) lines of the audit log"
        exit = RefreshExit.mostSevere(
            (damage.isEmpty ? [] : [.storeFailed]) + (clock.isEmpty ? [] : [.configuration])
                + (unproven.isEmpty ? [] : [.proofRefused])
        )
    }

    /// The current snapshot, and what is wrong with the link to it.
    private static func current(
        in store: StoreView,
        last: String?
    ) throws(StoreError) -> (id: String?, findings: [String]) {
        do throws(StoreError) {
            return (try store.currentID(), [])
        } catch {
            guard error.isNoLinkToASnapshot else { throw error }
            let command = last.map { ", then ln -s snapshots/\($0) \(error.path)" } ?? ""
            return (nil, ["\(error); move it away\(command)"])
        }
    }
}
