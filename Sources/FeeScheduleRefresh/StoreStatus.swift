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
        /// Since when it is installed.
        let since: String?
        let held: [HeldCandidate]
        /// When the source was asked last, and what came of it.
        let last: (at: String, words: String)?

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
    ///   - names: The names of the sources of the configuration.
    ///   - now: The time.
    /// - Throws: ``StoreError`` where the store cannot be read.
    package init(
        _ store: StoreView,
        sources names: [String],
        now: UTCInstant
    ) throws(StoreError) {
        self.now = now
        let log = try store.log()
        snapshot = try store.currentID()
        var warnings: [String] = []
        var records: [SnapshotRecord.Source] = []
        if let snapshot {
            do throws(SnapshotDamage) {
                records = try store.snapshot(snapshot).record.sources
            } catch {
                warnings.append("\(error); run carequote-refresh verify")
            }
        }
        let (candidates, damage) = try store.held()
        warnings += damage
        let since = snapshot.flatMap(log.installed)
        let ids = names + records.map(\.id).filter { !names.contains($0) }
        sources = ids.map { id in
            Source(
                id: id,
                record: records.first { $0.id == id },
                since: since,
                held: candidates.filter { $0.source == id },
                last: log.lastOutcome(of: id)
            )
        }
        for record in records {
            guard let expires = record.expires else { continue }
            let days = now.day.days(until: expires)
            if days < 0 {
                warnings.append("\(record.id): its list was for use through \(expires)")
            } else if days <= Succession.daysOfWarning {
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
            lines.append("\(id): nothing is installed")
        }
        if let last { lines.append("  asked on \(last.at): \(last.words)") }
        for candidate in held {
            lines.append("  held \(candidate.id.prefix(12)) since \(candidate.at)")
            lines += candidate.reasons.map { "    \($0)" }
            lines += candidate.differences.prefix(20).map { "    \($0)" }
            let more = candidate.differences.count - 20
            if more > 0 { lines.append("    and \(more) more differences") }
        }
        return lines
    }

    fileprivate var tree: JSONTree {
        var members = [JSONTree.Member("id", .text(id))]
        if let record { members.append(JSONTree.Member("installed", record.tree)) }
        if let since, record != nil { members.append(JSONTree.Member("since", .text(since))) }
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
    /// When a source was asked last, and what came of it.
    fileprivate func lastOutcome(of source: String) -> (at: String, words: String)? {
        for entry in entries.reversed() where entry.event == "checked" {
            guard case .list(let outcomes) = entry.line["outcomes"],
                let outcome = outcomes.first(where: { $0["source"] == .text(source) }),
                case .text(let result) = outcome["result"]
            else { continue }
            guard case .text(let what) = outcome["what"] else { return (entry.at, result) }
            return (entry.at, "\(result), \(what)")
        }
        return nil
    }
}
