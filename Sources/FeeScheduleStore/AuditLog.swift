import JSONText
package import PriceTableFiles

/// What happened to a store, oldest first, read from its audit log.
///
/// Each line is a JSON object that holds the SHA-256 of the line before it, so that no line can be
/// changed, removed or put in without all later ones telling.
package struct AuditLog: Hashable, Sendable {
    /// A line of the log.
    package struct Entry: Hashable, Sendable {
        /// What happened, such as `installed`.
        package let event: String
        /// When, as `2026-11-26T21:00:00Z`.
        package let at: String
        /// The whole line.
        package let line: JSONTree

        /// A text of the line.
        package func text(_ name: String) -> String? {
            guard case .text(let text) = line[name] else { return nil }
            return text
        }
    }

    /// The file in the store.
    static let name = "audit.jsonl"
    /// What the first line gives as the line before it.
    static let beginning = String(repeating: "0", count: 64)
    /// The event of a line that says that those just before it were cut off.
    private static let mark = "torn"
    /// The most bytes of a log.
    static let maximumBytes = 256 << 20

    /// The lines that could be read.
    package private(set) var entries: [Entry] = []
    /// What is wrong with the chain, with the number of the line, and what to do about it.
    package var findings: [String] {
        // A line that was cut off is marked by the next one; a whole one that nobody can read is
        // told of until then.
        broken.map { "\($0); \(AuditLog.restoring)" }
            + (isTorn ? [] : unread.map { "\(AuditLog.notALine($0)); the next run marks it" })
    }
    private static let restoring =
        "no command mends that: look who could change the file, and put back a copy from before it"
    private var broken: [String] = []
    /// The last lines, as far as they cannot be read and no mark follows them yet.
    private var unread: [Int] = []
    /// The SHA-256 of the last line.
    private(set) var last = AuditLog.beginning
    /// How many lines there are.
    private var lineCount = 0
    /// Whether the last line was cut off while it was written.
    private(set) var isTorn: Bool

    /// Whether the next line has to mark what stands before it.
    var needsMark: Bool { isTorn || !unread.isEmpty }

    /// Reads a log.
    package init(_ bytes: [UInt8]) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // A whole log ends in a line break, after which nothing stands.
        let rest = lines.popLast() ?? []
        isTorn = !rest.isEmpty
        for line in isTorn ? lines + [rest] : lines { read(Array(line)) }
    }

    /// Takes a whole line that was added to the log, which is not read anew for it.
    mutating func take(_ addition: [UInt8]) {
        read(Array(addition.dropLast()))
    }

    private mutating func read(_ line: [UInt8]) {
        lineCount += 1
        let previous = last
        last = PriceTables.sha256(line)
        guard let tree = try? JSONTree(line, maximumDepth: 8),
            case .text(let event) = tree["event"], case .text(let at) = tree["at"]
        else {
            unread.append(lineCount)
            return
        }
        // A mark says of the lines just before it that they were cut off: the mark itself may have
        // been, so that there can be several.
        if event != AuditLog.mark { broken += unread.map(AuditLog.notALine) }
        unread = []
        if tree["previous"] != .text(previous) {
            broken.append("line \(lineCount) does not follow from the line before it")
        }
        entries.append(Entry(event: event, at: at, line: tree))
    }

    private static func notALine(_ number: Int) -> String {
        "line \(number) is not a line of the log"
    }

    /// The text that adds a line, and that marks lines that were cut off before it.
    func addition(_ event: String, at time: String, _ members: [JSONTree.Member]) -> [UInt8] {
        guard needsMark else {
            return AuditLog.line(event, at: time, members, after: last)
        }
        let mark = AuditLog.line(AuditLog.mark, at: time, [], after: last)
        let hash = PriceTables.sha256(Array(mark.dropLast()))
        return (isTorn ? [UInt8(ascii: "\n")] : []) + mark
            + AuditLog.line(event, at: time, members, after: hash)
    }

    private static func line(
        _ event: String,
        at time: String,
        _ members: [JSONTree.Member],
        after hash: String
    ) -> [UInt8] {
        let line = JSONTree.object(
            [JSONTree.Member("at", .text(time)), JSONTree.Member("event", .text(event))] + members
                + [JSONTree.Member("previous", .text(hash))]
        )
        return Array(line.oneLine.utf8) + [UInt8(ascii: "\n")]
    }

    // MARK: What follows from it

    /// The events after which the snapshot that they name was the current one.
    private static let activations: Set<String> = ["installed", "rolledBack", "confirmed"]

    /// An activation that was begun and of which no line tells how it ended.
    package var openIntent: Entry? {
        let last = entries.last {
            AuditLog.activations.contains($0.event) || ["intent", "abandoned"].contains($0.event)
        }
        return last?.event == "intent" ? last : nil
    }

    /// The snapshots that were current, latest first, without those that a rollback left behind.
    package var formerSnapshots: [String] {
        var passed: Set<String> = []
        var snapshots: [String] = []
        for entry in entries.reversed() where AuditLog.activations.contains(entry.event) {
            if let id = entry.text("snapshot"), passed.insert(id).inserted { snapshots.append(id) }
            // What a rollback left counts again only where it was installed anew later on.
            if let left = entry.text("left") { passed.insert(left) }
        }
        return snapshots
    }

    /// The snapshot that was made the current one last.
    package var lastActivated: String? {
        entries.last { AuditLog.activations.contains($0.event) }?.text("snapshot")
    }

    /// The times at which a snapshot was made the current one.
    package var activationTimes: [String] {
        entries.filter { AuditLog.activations.contains($0.event) }.map(\.at)
    }

    /// When a snapshot was last made the current one.
    package func installed(_ snapshot: String) -> String? {
        entries.last {
            AuditLog.activations.contains($0.event) && $0.text("snapshot") == snapshot
        }?.at
    }
}
