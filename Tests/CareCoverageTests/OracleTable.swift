import CareModel
import FoundationEssentials
import Testing

/// A table of published figures in `Oracles/`, one row a line of it.
///
/// Its columns that name money hold dollars with two decimals; an empty cell is a figure that the
/// source does not print. The column `source` says where the case was published.
struct OracleTable {
    /// A row by the names of its columns.
    struct Row: Sendable {
        let cells: [String: String]

        /// The text of a cell; nothing where it is empty.
        func text(_ column: String) -> String? {
            guard let text = cells[column] else { preconditionFailure("no column: \(column)") }
            return text.isEmpty ? nil : text
        }

        func money(_ column: String) -> Money? {
            text(column).map { dollars($0) }
        }

        func number(_ column: String) -> Int? {
            text(column).flatMap { Int($0) }
        }

        /// A list such as `x=45.00;y=50.00`.
        func pairs(_ column: String) -> [(name: String, value: String)] {
            (text(column) ?? "").split(separator: ";").map { pair in
                let parts = pair.split(separator: "=")
                precondition(parts.count == 2, "no pair: \(pair)")
                return (String(parts[0]), String(parts[1]))
            }
        }
    }

    /// The rows of each case, by its name, in the order of the file.
    let cases: [(id: String, rows: [Row])]

    init(_ name: String) {
        let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let path = folder.joined(separator: "/") + "/Oracles/\(name).csv"
        guard let data = FileManager.default.contents(atPath: path) else {
            preconditionFailure("no table: \(name)")
        }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
        let columns = Self.cells(lines[0])
        var cases: [(id: String, rows: [Row])] = []
        for line in lines.dropFirst() {
            let row = Row(cells: Dictionary(zip(columns, Self.cells(line)), uniquingKeysWith: +))
            let id = row.text("case") ?? ""
            if cases.last?.id == id {
                cases[cases.count - 1].rows.append(row)
            } else {
                cases.append((id, [row]))
            }
        }
        self.cases = cases
    }

    /// The cells of a line, of which some stand in quotation marks.
    private static func cells(_ line: Substring) -> [String] {
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

/// Dollars as a table writes them.
func dollars(_ text: String) -> Money {
    guard let amount = Money(decimalText: text) else { preconditionFailure("no money: \(text)") }
    return amount
}

/// A category by a name that a source made up, such as `special`.
func category(_ name: String) -> ServiceCategory {
    guard let category = ServiceCategory(name) else { preconditionFailure("no name: \(name)") }
    return category
}
