import FeeScheduleStore
import PriceTableFiles

/// What a run did about one source.
package struct SourceOutcome: Hashable, Sendable {
    /// What became of it.
    package enum Result: Hashable, Sendable {
        /// A new list is to be installed, or was.
        case updated(version: Int?, files: Int)
        /// What is installed still holds.
        case unchanged
        /// A candidate waits for a person.
        case held(id: String, reasons: [String])
        /// What is offered was rejected or rolled back before, and is not installed by itself.
        case barred(BarredOffer)
        case failed(SourceProblem)
    }

    package let source: String
    package var result: Result
    /// What is installed and stays, in words.
    package let kept: String
    package let notices: [String]

    /// The end of the run, as far as this source decides it.
    package var exit: RefreshExit {
        switch result {
        case .updated, .unchanged, .barred: .done
        case .held: .held
        case .failed(let problem): problem.exit
        }
    }

    /// The source in the one line of the summary.
    package var words: String {
        switch result {
        case .updated(let version?, let files):
            "\(source) updated to version \(version) (\(count(files)))"
        case .updated(nil, let files): "\(source) updated (\(count(files)))"
        case .unchanged: "\(source) unchanged"
        case .held(let id, _): "\(source) held as \(id.prefix(12))"
        case .barred: "\(source) unchanged, its offer is barred"
        case .failed(let problem): "\(source) failed (\(problem.exit.rawValue)), \(kept)"
        }
    }

    private func count(_ files: Int) -> String { files == 1 ? "1 file" : "\(files) files" }

    /// What a person reads on standard error.
    package var lines: [String] {
        let notes = notices.map { "\(source): \($0)" }
        switch result {
        case .updated, .unchanged: return notes
        case .held(let id, let reasons):
            return notes + reasons.map { "\(source): \($0)" }
                + [
                    "\(source): held for approval; \(kept); look at it with carequote-refresh "
                        + "status, then carequote-refresh approve \(id.prefix(12)) --reason WHY"
                ]
        case .barred(let offer):
            return notes + ["\(source): \(offer.what); \(kept); \(offer.advice)"]
        case .failed(let problem):
            return notes + [problem.sentence(for: source, kept: kept)]
                + problem.details.map { "  \($0)" }
        }
    }

    /// What the audit log keeps.
    var tree: JSONTree {
        var members = [
            JSONTree.Member("source", .text(source)), JSONTree.Member("result", .text(name)),
            JSONTree.Member("exit", .number("\(exit.rawValue)")),
        ]
        switch result {
        case .updated(let version, _):
            if let version { members.append(JSONTree.Member("version", .number("\(version)"))) }
        case .unchanged: break
        case .held(let id, let reasons):
            members.append(JSONTree.Member("candidate", .text(id)))
            members.append(JSONTree.Member("reasons", .list(reasons.map { .text($0) })))
        case .barred(let offer): members.append(JSONTree.Member("what", .text(offer.what)))
        case .failed(let problem):
            members.append(JSONTree.Member("what", .text(problem.what)))
            members.append(JSONTree.Member("code", .text(problem.code)))
        }
        if !notices.isEmpty {
            members.append(JSONTree.Member("notices", .list(notices.map { .text($0) })))
        }
        return .object(members)
    }

    private var name: String {
        switch result {
        case .updated: "updated"
        case .unchanged: "unchanged"
        case .held: "held"
        case .barred: "barred"
        case .failed: "failed"
        }
    }
}
