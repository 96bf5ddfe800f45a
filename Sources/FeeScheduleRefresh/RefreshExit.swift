/// How a run ends, as the exit code of the program (after sysexits, and `refresh.md`).
package enum RefreshExit: Int32, CaseIterable, Sendable {
    /// Updated or unchanged; the summary says which.
    case done = 0
    /// A candidate waits for a person.
    case held = 10
    case usage = 64
    /// The content of an offer is wrong.
    case content = 65
    /// A source cannot be reached.
    case unavailable = 69
    /// A fault of the program.
    case fault = 70
    /// The store cannot be made or changed here.
    case cannotCreate = 73
    /// Reading or writing the store failed.
    case storeFailed = 74
    /// Another run holds the lock.
    case locked = 75
    /// The server is refused: its TLS, or its HTTP.
    case peerRefused = 76
    /// An offer is not proven.
    case proofRefused = 77
    /// The configuration, or the clock, is wrong.
    case configuration = 78
    case interrupted = 130
    case terminated = 143

    /// All codes, the most severe first; the first ones end a run before any source.
    private static let bySeverity: [RefreshExit] = [
        .usage, .locked, .interrupted, .terminated, .configuration, .fault, .proofRefused, .content,
        .peerRefused,
        .storeFailed, .cannotCreate, .held, .unavailable, .done,
    ]

    /// The most severe of some ends.
    package static func mostSevere(_ ends: some Sequence<RefreshExit>) -> RefreshExit {
        let ends = Set(ends)
        return bySeverity.first { ends.contains($0) } ?? .done
    }
}
