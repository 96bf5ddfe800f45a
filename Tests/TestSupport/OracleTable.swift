package import CareModel
import FoundationEssentials
import Testing

/// A table of expected figures from the `Oracles` folder of a test target.
package struct OracleTable {
    /// A row by its columns.
    package struct Row {
        package let number: Int
        private let cells: [String: String]

        fileprivate init(number: Int, cells: [String: String]) {
            self.number = number
            self.cells = cells
        }

        /// The text of a column that the table must have.
        package func text(_ column: String) throws -> String {
            try #require(cells[column], "row \(number) has no column \(column)")
        }

        /// A number with some decimals as a whole number of its smallest part.
        package func scaled(_ column: String, decimals: Int) throws -> Int {
            let digits = DecimalDigits(try text(column), decimals: decimals)
            return Int(try #require(digits, "row \(number): \(column)").scaled)
        }

        /// A whole number; nothing where the cell is empty.
        package func count(_ column: String) throws -> Int? {
            try text(column).isEmpty ? nil : scaled(column, decimals: 0)
        }

        /// An amount; nothing where the cell is empty.
        package func amount(_ column: String) throws -> Money? {
            try text(column).isEmpty ? nil : Money(cents: scaled(column, decimals: 2))
        }
    }

    package let rows: [Row]

    /// Reads `Oracles/<name>` beside the file of the test.
    package init(_ name: String, beside file: String = #filePath) throws {
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
