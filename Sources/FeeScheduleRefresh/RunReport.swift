import JSONText
import PriceTableFiles

/// How a run ended.
package struct RunReport: Hashable, Sendable {
    package let outcomes: [SourceOutcome]
    /// The current snapshot after the run.
    package let snapshot: String?
    /// What concerns the store or the run as a whole, a sentence each.
    package let remarks: [String]
    package let exit: RefreshExit

    init(
        outcomes: [SourceOutcome],
        snapshot: String?,
        remarks: [String] = [],
        exits: [RefreshExit] = []
    ) {
        self.outcomes = outcomes
        self.snapshot = snapshot
        self.remarks = remarks
        exit = RefreshExit.mostSevere(exits + outcomes.map(\.exit))
    }

    /// The lines for standard error.
    package var lines: [String] { outcomes.flatMap(\.lines) + remarks }

    /// The one line for standard output.
    package var summary: String {
        let sources = outcomes.map(\.words).joined(separator: "; ")
        let set = snapshot.map { "snapshot \($0.prefix(12))" } ?? "nothing installed"
        return sources.isEmpty ? set : "\(sources); \(set)"
    }

    /// The report for machines.
    package var json: [UInt8] {
        let tree = JSONTree.object([
            JSONTree.Member("exit", .number("\(exit.rawValue)")),
            JSONTree.Member("snapshot", snapshot.map { .text($0) } ?? .null),
            JSONTree.Member("sources", .list(outcomes.map(\.tree))),
            JSONTree.Member("remarks", .list(remarks.map { .text($0) })),
        ])
        var json = JSONWriter(layout: .indented)
        tree.write(to: &json)
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
