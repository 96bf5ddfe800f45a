import FeeScheduleStore
import FoundationEssentials
import Synchronization
import Testing

/// Readers without a lock while one run after another installs.
///
/// `CAREQUOTE_WHOLE_SWEEPS` makes it 1,000 installs under 40,000 reads.
@Suite("A reader during an install")
struct ReadersTests {
    private let scratch = ScratchStore()
    private static let isWhole =
        ProcessInfo.processInfo.environment["CAREQUOTE_WHOLE_SWEEPS"] != nil

    private static var installs: Int { isWhole ? 1_000 : 50 }
    private static var reads: Int { isWhole ? 40_000 : 2_000 }

    @Test("always sees one whole generation")
    func oneGeneration() async throws {
        // Each file of a generation carries its number, so that a mixture shows.
        let generations = ["one", "two"].map(Generation.snapshot)
        try scratch.install(generations[0])
        let path = scratch.path
        let flag = Flag()
        let readers = 4

        let seen = try await withThrowingTaskGroup(of: Seen.self) { group in
            for _ in 0..<readers {
                group.addTask {
                    try await Reader(store: path, generations: generations, isDone: flag)
                        .read(atLeast: Self.reads / readers)
                }
            }
            group.addTask {
                defer { flag.isRaised.store(true, ordering: .relaxed) }
                let store = try LockedStore(path: path, holder: "process 1 since now")
                for number in 1...Self.installs {
                    try store.install(
                        generations[number % 2],
                        as: "installed",
                        at: "2026-11-26T21:00:00Z",
                        noting: []
                    )
                    // Where there is one thread for all, the readers need their turn.
                    await Task.yield()
                }
                return Seen()
            }
            return try await group.reduce(Seen()) { $0 + $1 }
        }

        #expect(seen.mixed == 0)
        #expect(seen.fallbacks == 0)
        #expect(seen.reads >= Self.reads)
        // Every run of the suite sees both, or it did not read while something was installed.
        #expect(seen.changes > 0)
    }
}

/// A snapshot of several files, each of which holds the name of its generation.
private enum Generation {
    static func snapshot(_ name: String) -> Snapshot {
        let row = Array("\(name)\n".utf8)
        let files = (1...6).map { ("tables/schedules/part-\($0).csv", ("harbor", row)) }
        return Snapshot(
            sources: [
                SnapshotRecord.Source(
                    id: "harbor",
                    kind: "bundle",
                    version: 1,
                    digest: String(repeating: "0", count: 64),
                    effective: nil,
                    expires: nil,
                    proof: [name]
                )
            ],
            files: Dictionary(uniqueKeysWithValues: files)
        )
    }
}

/// What readers saw, added up.
private struct Seen: Sendable {
    var reads = 0
    var mixed = 0
    var fallbacks = 0
    /// How often a reader saw another generation than the time before.
    var changes = 0

    static func + (left: Seen, right: Seen) -> Seen {
        Seen(
            reads: left.reads + right.reads,
            mixed: left.mixed + right.mixed,
            fallbacks: left.fallbacks + right.fallbacks,
            changes: left.changes + right.changes
        )
    }
}

/// Raised when nothing is installed any more.
private final class Flag: Sendable {
    let isRaised = Atomic(false)
}

private struct Reader: Sendable {
    let store: String
    let generations: [Snapshot]
    let isDone: Flag

    /// Reads so often, and until nothing is installed any more.
    func read(atLeast reads: Int) async throws -> Seen {
        var seen = Seen()
        var last: String?
        while seen.reads < reads || !isDone.isRaised.load(ordering: .relaxed) {
            let installed = try InstalledTables.read(store: store)
            seen.reads += 1
            let names = Set(installed?.snapshot.tables.values.map { $0 } ?? [])
            if names.count != 1 || !generations.contains(where: { $0 == installed?.snapshot }) {
                seen.mixed += 1
            }
            if installed?.fallback != nil { seen.fallbacks += 1 }
            if let last, last != installed?.snapshot.id { seen.changes += 1 }
            last = installed?.snapshot.id
            // Where there is one thread for all, the one that installs needs its turn.
            await Task.yield()
        }
        return seen
    }
}
