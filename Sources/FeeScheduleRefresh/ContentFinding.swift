/// Something wrong in an offered file: where, what stands there, and what to write instead.
///
/// ```text
/// schedules/acme-ppo-2026.csv:42:19: '1O4.50' is not a dollar amount. Write digits and …
/// ```
package struct ContentFinding: Hashable, Sendable, CustomStringConvertible {
    /// The file's path below the tables.
    package let file: String
    /// The line, from 1; absent for the file as a whole.
    package let line: Int?
    /// The column in characters, from 1; absent for the file as a whole.
    package let column: Int?
    /// What stands there, escaped and cut; empty where nothing does.
    package let found: String
    /// Why it is wrong, and what to write instead.
    package let message: String

    package init(
        file: String,
        line: Int? = nil,
        column: Int? = nil,
        found: String = "",
        message: String
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.found = found
        self.message = message
    }

    package var description: String {
        let place = [file, line.map(String.init), column.map(String.init)].compactMap(\.self)
            .joined(separator: ":")
        return found.isEmpty ? "\(place): \(message)" : "\(place): '\(found)' \(message)"
    }
}

/// The findings of a file as they come, counted all and kept up to a number.
struct ContentFindings {
    /// The most that are kept: a file with more is not one to mend by hand.
    static let mostKept = 1_000

    let file: String
    private(set) var kept: [ContentFinding] = []
    private(set) var count = 0
    /// The lines on which something was found.
    private(set) var lines: Set<Int> = []

    init(file: String) {
        self.file = file
    }

    /// Notes that something is wrong.
    mutating func add(line: Int? = nil, column: Int? = nil, found: String = "", _ message: String) {
        count += 1
        if let line { lines.insert(line) }
        guard kept.count < ContentFindings.mostKept else { return }
        kept.append(
            ContentFinding(file: file, line: line, column: column, found: found, message: message)
        )
    }

    /// Those that were kept, in the order of the file; what concerns the whole of it stands last.
    var sorted: [ContentFinding] {
        let order = kept.enumerated().sorted { left, right in
            let first = (left.element.line ?? .max, left.element.column ?? .max, left.offset)
            let second = (right.element.line ?? .max, right.element.column ?? .max, right.offset)
            return first < second
        }
        return order.map(\.element)
    }
}
