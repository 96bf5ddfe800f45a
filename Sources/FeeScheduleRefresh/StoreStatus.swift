import CareModel
package import FeeScheduleProof
package import FeeScheduleStore
import JSONText
import PriceTableFiles

/// What an administrator sees of a store: each source's list, what waits, and how the last run ended.
package struct StoreStatus: Hashable, Sendable {
    /// A source as it stands.
    struct Source: Hashable, Sendable {
        let id: String
        let record: SnapshotRecord.Source?
        /// Whether something is installed that cannot be read.
        let isDamaged: Bool
        /// Since when it is installed.
        let since: String?
        let held: [HeldCandidate]
        /// When the source was asked last, and what came of it.
        let last: (at: String, words: String)?
        /// Why the proof of what is installed does not count any more.
        let refusal: String?
        /// What was rejected or left, and is not installed by itself again.
        let barred: [BarredOffer]

        static func == (left: Source, right: Source) -> Bool {
            left.id == right.id && left.record == right.record && left.held == right.held
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(id)
        }
    }

    let snapshot: String?
    let sources: [Source]
    /// What is wrong, a sentence each.
    package let warnings: [String]
    private let now: UTCInstant

    /// Looks at a store.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - configured: The sources of the configuration.
    ///   - now: The time.
    /// - Throws: ``StoreError`` where the store cannot be read.
    package init(
        _ store: StoreView,
        sources configured: [SourceConfiguration],
        now: UTCInstant
    ) throws(StoreError) {
        self.now = now
        let log = try store.log()
        snapshot = try store.currentID()
        var warnings: [String] = []
        var installed: Snapshot?
        if let snapshot {
            do throws(SnapshotDamage) {
                installed = try store.snapshot(snapshot)
            } catch {
                warnings.append("\(error); run carequote-refresh verify")
            }
        }
        let isDamaged = snapshot != nil && installed == nil
        let records = installed?.record.sources ?? []
        let (candidates, damage) = try store.held()
        warnings += damage
        let keyBytes = try store.trustedKeys()
        warnings += [TrustRecord(log).finding(keyBytes)].compactMap(\.self)
        let keys = (try? keyBytes.map(TrustedKeys.init)) ?? TrustedKeys.none
        let standing = StandingProof(sources: configured, keys: keys, client: .own, now: now)
        warnings += installed.map(standing.findings) ?? []
        let since = snapshot.flatMap(log.installed)
        let notes = try store.barredNotes().map(\.note)
        let names = configured.map(\.id)
        let ids = names + records.map(\.id).filter { !names.contains($0) }
        sources = ids.map { id in
            let record = records.first { $0.id == id }
            return Source(
                id: id,
                record: record,
                isDamaged: isDamaged,
                since: since,
                held: candidates.filter { $0.source == id },
                last: log.lastOutcome(of: id),
                refusal: record.flatMap { record in
                    installed.flatMap { standing.problem(of: record, in: $0) }?.what
                },
                barred: notes.filter { $0.text("source") == id }
                    .map { BarredOffer($0, naming: "a list") }
            )
        }
        for record in records where !names.contains(record.id) {
            warnings.append("\(record.id): it is installed and not in the configuration any more")
        }
        for record in records {
            guard let expires = record.expires else { continue }
            if (0...Succession.daysOfWarning).contains(now.day.days(until: expires)) {
                warnings.append("\(record.id): its list is for use through \(expires) only")
            }
        }
        self.warnings = warnings
    }

    /// The status as text.
    package var text: String {
        let set = snapshot.map { "snapshot \($0.prefix(12))" } ?? "nothing is installed"
        return ([set] + sources.flatMap(\.lines) + warnings.map { "warning: \($0)" })
            .map { $0 + "\n" }.joined()
    }

    /// The status for machines.
    package var json: [UInt8] {
        var json = JSONWriter(layout: .indented)
        JSONTree.object([
            JSONTree.Member("snapshot", snapshot.map { .text($0) } ?? .null),
            JSONTree.Member("sources", .list(sources.map(\.tree))),
            JSONTree.Member("warnings", .list(warnings.map { .text($0) })),
        ]).write(to: &json)
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

extension StoreStatus.Source {
    fileprivate var lines: [String] {
        var lines: [String] = []
        if let record {
            let version = record.version.map { " version \($0)" } ?? ""
            let expires = record.expires.map { ", for use through \($0)" } ?? ""
            let effective = record.effective.map { ", in effect from \($0)" } ?? ""
            let day = since.map { " since \($0.prefix(10))" } ?? ""
            lines.append("\(id): \(record.kind)\(version)\(day)\(effective)\(expires)")
            lines.append("  proven by \(record.proof.joined(separator: ", "))")
        } else {
            let words = isDamaged ? "what is installed cannot be read" : "nothing is installed"
            lines.append("\(id): \(words)")
        }
        if let last { lines.append("  asked on \(last.at): \(last.words)") }
        for candidate in held {
            lines.append("  held \(candidate.id.prefix(12)) since \(candidate.at)")
            lines += candidate.reasons.map { "    \($0)" }
            lines += candidate.differences.prefix(20).map { "    \($0)" }
            let more = candidate.differences.count - 20
            if more > 0 { lines.append("    and \(more) more differences") }
        }
        lines += barred.map { "  barred: \($0.what); \($0.advice)" }
        return lines
    }

    fileprivate var tree: JSONTree {
        var members = [JSONTree.Member("id", .text(id))]
        if let record { members.append(JSONTree.Member("installed", record.tree)) }
        if let since, record != nil { members.append(JSONTree.Member("since", .text(since))) }
        if let refusal { members.append(JSONTree.Member("proofRefused", .text(refusal))) }
        if !barred.isEmpty {
            let words = barred.map { "\($0.what); \($0.advice)" }
            members.append(JSONTree.Member("barred", .list(words.map { .text($0) })))
        }
        if let last {
            members.append(JSONTree.Member("askedAt", .text(last.at)))
            members.append(JSONTree.Member("outcome", .text(last.words)))
        }
        members.append(
            JSONTree.Member(
                "held",
                .list(
                    held.map { candidate in
                        .object([
                            JSONTree.Member("id", .text(candidate.id)),
                            JSONTree.Member("at", .text(candidate.at)),
                            JSONTree.Member("reasons", .list(candidate.reasons.map { .text($0) })),
                            JSONTree.Member(
                                "differences",
                                .list(candidate.differences.map { .text($0) })
                            ),
                        ])
                    }
                )
            )
        )
        return .object(members)
    }
}

extension AuditLog {
    /// When a source was asked last, what came of it, and what a person decided after that.
    fileprivate func lastOutcome(of source: String) -> (at: String, words: String)? {
        var decided = ""
        for entry in entries.reversed() {
            if let words = entry.decision(about: source), decided.isEmpty {
                decided = "; \(words) on \(entry.at)"
            }
            guard entry.event == "checked", case .list(let outcomes) = entry.line["outcomes"],
                let outcome = outcomes.first(where: { $0["source"] == .text(source) }),
                let result = outcome.text("result")
            else { continue }
            let what = outcome.text("what").map { ", \($0)" } ?? ""
            return (entry.at, "\(result)\(what)\(decided)")
        }
        return nil
    }
}

extension AuditLog.Entry {
    /// What a person decided about a source, where the line tells of it.
    fileprivate func decision(about source: String) -> String? {
        switch event {
        case "approved", "rejected": text("source") == source ? event : nil
        case "rejectionUndone": text("source") == source ? "the rejection was taken back" : nil
        case "rolledBack": "rolled back"
        default: nil
        }
    }
}
