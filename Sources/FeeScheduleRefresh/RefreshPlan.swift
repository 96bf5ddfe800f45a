import JSONText
import PriceTableFiles

/// What a run would change.
package struct RefreshPlan: Hashable, Sendable {
    /// What would become of a source.
    struct Source: Hashable, Sendable {
        /// What a run would do: `install`, `hold`, `keep` or `fail`.
        enum Action: String, Hashable, Sendable {
            case install, hold, keep, fail
        }

        let id: String
        let action: Action
        let exit: RefreshExit
        /// The sentence that says it.
        let words: String
        /// The version that is offered, where it has a number.
        var version: Int?
        var notices: [String] = []
        /// Why it would wait for a person.
        var reasons: [String] = []
        /// What differs from what quotes read now.
        var differences: [String] = []
        /// What becomes of the example quotes.
        var quotes: [String] = []
        /// What is wrong, in detail.
        var details: [String] = []
    }

    let sources: [Source]
    /// What concerns the store or the run as a whole, a sentence each.
    let remarks: [String]
    package let exit: RefreshExit

    init(_ sources: [Source], remarks: [String] = [], exits: [RefreshExit] = []) {
        self.sources = sources
        self.remarks = remarks
        exit = RefreshExit.mostSevere(exits + sources.map(\.exit))
    }

    /// The lines to print.
    package var lines: [String] { remarks + sources.flatMap(\.lines) }

    /// The plan for machines.
    package var json: [UInt8] {
        var json = JSONWriter(layout: .indented)
        JSONTree.object([
            JSONTree.Member("exit", .number("\(exit.rawValue)")),
            JSONTree.Member("sources", .list(sources.map(\.tree))),
            JSONTree.Member("remarks", .list(remarks.map { .text($0) })),
        ]).write(to: &json)
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

extension RefreshPlan.Source {
    fileprivate var lines: [String] {
        notices.map { "\(id): \($0)" } + ["\(id): \(words)"] + reasons.map { "\(id): \($0)" }
            + (details + differences + quotes).map { "  \($0)" }
    }

    fileprivate var tree: JSONTree {
        var members = [
            JSONTree.Member("id", .text(id)), JSONTree.Member("action", .text(action.rawValue)),
            JSONTree.Member("exit", .number("\(exit.rawValue)")),
        ]
        if let version { members.append(JSONTree.Member("version", .number("\(version)"))) }
        members.append(JSONTree.Member("what", .text(words)))
        let lists = [
            ("notices", notices), ("reasons", reasons), ("differences", differences),
            ("exampleQuotes", quotes), ("details", details),
        ]
        return .object(
            members
                + lists.map { name, texts in
                    JSONTree.Member(name, .list(texts.map { .text($0) }))
                }
        )
    }
}
