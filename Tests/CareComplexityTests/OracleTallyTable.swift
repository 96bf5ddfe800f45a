import FoundationEssentials
import Testing

/// A table of expected figures from this target's `Oracles` folder.
struct OracleTable {
    /// A row by its columns.
    struct Row {
        let number: Int
        private let cells: [String: String]

        init(number: Int, cells: [String: String]) {
            self.number = number
            self.cells = cells
        }

        /// The text of a column that the table must have.
        func text(_ column: String) throws -> String {
            try #require(cells[column], "row \(number) has no column \(column)")
        }

        /// A whole number; nothing where the cell is empty.
        func count(_ column: String) throws -> Int? {
            let cell = try text(column)
            if cell.isEmpty { return nil }
            let count: Int = try #require(Int(cell), "row \(number): \(column)")
            return count
        }
    }

    let rows: [Row]

    /// Reads `Oracles/<name>` beside this file.
    init(_ name: String, beside file: String = #filePath) throws {
        let folder = file.split(separator: "/").dropLast().joined(separator: "/")
        let bytes = try #require(
            FileManager.default.contents(atPath: "/\(folder)/Oracles/\(name)"),
            "there is no Oracles/\(name)"
        )
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let columns = OracleTable.cells(of: try #require(lines.first))
        rows = try lines.dropFirst().enumerated().map { offset, line in
            let cells = OracleTable.cells(of: line)
            try #require(cells.count == columns.count, "\(name), row \(offset + 2)")
            return Row(
                number: offset + 2,
                cells: Dictionary(zip(columns, cells)) { first, _ in first }
            )
        }
    }

    /// The cells of a line; a cell in quotation marks may hold commas.
    private static func cells(of line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}

/// How many cases of an oracle are met, and which are neither met nor excused.
struct OracleTally {
    let name: String
    /// The cases that need not be met, each with its reason.
    let exceptions: [String: String]
    private(set) var met = 0
    private(set) var total = 0
    private(set) var excused: [String] = []
    private(set) var missed: [String] = []

    init(_ name: String, exceptions: [String: String] = [:]) {
        self.name = name
        self.exceptions = exceptions
    }

    /// Counts a case.
    mutating func count(_ id: String, isMet: Bool) {
        total += 1
        if isMet {
            met += 1
        } else if exceptions[id] != nil {
            excused.append(id)
        } else {
            missed.append(id)
        }
    }

    /// The exceptions that excused nothing and should be deleted.
    var idleExceptions: [String] { exceptions.keys.filter { !excused.contains($0) }.sorted() }

    /// Prints the count, and each exception with its reason.
    func report() {
        print("oracle \(name): \(met)/\(total) met")
        for id in excused { print("  not met: \(id): \(exceptions[id] ?? "")") }
    }
}
