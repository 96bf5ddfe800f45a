import JSONText

/// The rows of a CSV file, cut into cells with their places.
///
/// The dialect is small on purpose: UTF-8, which may begin with one byte order mark as
/// spreadsheets write it, commas, LF or CRLF, and double quotes around a cell that holds a comma
/// or a quote (written twice). A cell never spans lines.
///
/// What is kept of a file is bounded, whatever it holds: rows beyond the most, cells that no table
/// has, and findings that nobody reads to the end are counted or passed over.
struct CSVText {
    /// One row: its number as an editor counts, and its cells.
    struct Row {
        let number: Int
        /// Its cells, without those far beyond the columns.
        let cells: [String]
        let cellCount: Int
    }

    /// The most rows of a table.
    static let mostRows = 200_000
    /// The most lines, those among them that are empty.
    private static let mostLines = 1_000_000
    /// How many cells beyond the columns are kept, for a message about the header.
    private static let mostCellsBeyond = 20
    /// The most findings.
    static let mostProblems = 10_000

    private(set) var rows: [Row] = []
    private(set) var problems: [(row: Int, message: String)] = []

    /// Cuts a file.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - columns: How many columns its table has.
    init(_ bytes: [UInt8], columns: Int) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var rest = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        if rest.starts(with: mark) {
            problems.append((1, "begins with two byte order marks. Save the file without them"))
        }
        var number = 0
        while !rest.isEmpty {
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest[line.endIndex...].dropFirst()
            number += 1
            guard rows.count < CSVText.mostRows, problems.count < CSVText.mostProblems,
                number <= CSVText.mostLines
            else {
                let words = "stands after \(rows.count) rows and \(problems.count) findings, and "
                problems.append((number, words + "no more are read. Split the file, or mend those"))
                return
            }
            cut(line.last == UInt8(ascii: "\r") ? line.dropLast() : line, number, columns)
        }
    }

    private mutating func cut(_ line: ArraySlice<UInt8>, _ number: Int, _ columns: Int) {
        if line.isEmpty { return }
        guard String(validating: line, as: UTF8.self) != nil else {
            problems.append((number, "is not UTF-8 text. Save the file as UTF-8"))
            return
        }
        if line.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            problems.append((number, "holds a control character. Delete it"))
            return
        }
        let most = columns + CSVText.mostCellsBeyond
        guard let (cells, count) = CSVText.cells(of: line, atMost: most) else {
            problems.append(
                (
                    number,
                    "has a quote that is not closed, or one in the middle of a cell. "
                        + "Put quotes around the whole cell and write a quote in it twice"
                )
            )
            return
        }
        rows.append(Row(number: number, cells: cells, cellCount: count))
    }

    private static func cells(
        of line: ArraySlice<UInt8>,
        atMost most: Int
    ) -> (cells: [String], count: Int)? {
        let quote = UInt8(ascii: "\"")
        let comma = UInt8(ascii: ",")
        var cells: [String] = []
        var count = 0
        var position = line.startIndex
        while true {
            var cell: [UInt8] = []
            if position < line.endIndex, line[position] == quote {
                position += 1
                while true {
                    guard position < line.endIndex else { return nil }
                    if line[position] != quote {
                        cell.append(line[position])
                        position += 1
                    } else if position + 1 < line.endIndex, line[position + 1] == quote {
                        cell.append(quote)
                        position += 2
                    } else {
                        position += 1
                        break
                    }
                }
                guard position == line.endIndex || line[position] == comma else { return nil }
            } else {
                while position < line.endIndex, line[position] != comma {
                    guard line[position] != quote else { return nil }
                    cell.append(line[position])
                    position += 1
                }
            }
            count += 1
            if count <= most { cells.append(String(decoding: cell, as: UTF8.self)) }
            guard position < line.endIndex else { return (cells, count) }
            position += 1
        }
    }
}
