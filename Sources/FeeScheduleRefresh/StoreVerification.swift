package import FeeScheduleProof
package import FeeScheduleStore

/// Everything that can be wrong with a store at rest.
package struct StoreVerification: Hashable, Sendable {
    /// What is wrong, a sentence each.
    package private(set) var findings: [String] = []
    /// What was looked at, in words.
    package let covered: String
    package let exit: RefreshExit

    /// Hashes every snapshot and candidate anew, follows the chain of the audit log, and looks at
    /// permissions, last days and the clock.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - released: When this program was released.
    ///   - now: The time.
    /// - Throws: ``StoreError`` where the store cannot be read.
    package init(
        _ store: StoreView,
        released: UTCInstant,
        now: UTCInstant
    ) throws(StoreError) {
        let log = try store.log()
        var damage = log.findings.map { "audit.jsonl: \($0)" }
        var clock: [String] = []
        var files = 0
        let ids = try store.snapshotIDs()
        for id in ids {
            do throws(SnapshotDamage) {
                files += try store.snapshot(id).files.count
            } catch {
                damage.append("\(error)")
            }
        }
        let current = try store.currentID()
        if let current, !ids.contains(current) {
            damage.append("current points to \(current.prefix(12)), which is not there")
        }
        let last = log.lastActivated
        // A run that was killed after the swap has noted that it began; the next one confirms it.
        let isOpen = log.openIntent?.text("snapshot") == current
        if last != current, !isOpen {
            let words = last.map { "\($0.prefix(12))" } ?? "none"
            let link = current.map { "\($0.prefix(12))" } ?? "nothing"
            damage.append(
                "current points to \(link), and the last snapshot of the audit log is \(words)"
            )
        }
        let (candidates, broken) = try store.held()
        damage += broken
        damage += try store.writableByOthers().map { "\($0) can be written to by others" }
        if let bytes = try store.trustedKeys() {
            do throws(TrustedKeysError) {
                _ = try TrustedKeys(bytes)
            } catch {
                damage.append("trust/keys.json: \(error)")
            }
        }
        let lastTime = log.activationTimes.compactMap(UTCInstant.init(isoText:)).max()
        let earliest = max(released, lastTime ?? released)
        if now < earliest {
            clock.append("this computer's clock says \(now), before \(earliest); check the clock")
        }
        var expired: [String] = []
        if let current, let sources = (try? store.snapshot(current))?.record.sources {
            for source in sources {
                guard let expires = source.expires, now.day > expires else { continue }
                expired.append("\(source.id): its list was for use through \(expires)")
            }
        }
        findings = damage + clock + expired
        covered =
            "\(ids.count) snapshots with \(files) files, \(candidates.count) candidates, "
            + "\(log.entries.count) lines of the audit log"
        exit =
            !damage.isEmpty
            ? .storeFailed
            : !clock.isEmpty ? .configuration : expired.isEmpty ? .done : .proofRefused
    }
}
