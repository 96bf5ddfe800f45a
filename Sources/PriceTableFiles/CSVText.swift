import JSONText

/// The rows of a CSV file, cut into cells with their places.
///
/// The dialect is small on purpose: UTF-8, which may begin with one byte order mark as
/// spreadsheets write it, commas, LF or CRLF, and double quotes around a cell that holds a comma
/// or a quote (written twice). A cell never spans lines.
struct CSVText {
    /// One row: its number as an editor counts, and its cells.
    struct Row {
        let number: Int
        let cells: [String]
    }

    private(set) var rows: [Row] = []
    private(set) var problems: [(row: Int, message: String)] = []

    init(_ bytes: [UInt8]) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        if text.starts(with: mark) {
            problems.append((1, "begins with two byte order marks. Save the file without them"))
        }
        var number = 0
        for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            if line.isEmpty { continue }
            guard String(validating: line, as: UTF8.self) != nil else {
                problems.append((number, "is not UTF-8 text. Save the file as UTF-8"))
                continue
            }
            if line.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
                problems.append((number, "holds a control character. Delete it"))
                continue
            }
            guard let cells = CSVText.cells(of: line) else {
                problems.append(
                    (
                        number,
                        "has a quote that is not closed, or one in the middle of a cell. "
                            + "Put quotes around the whole cell and write a quote in it twice"
                    )
                )
                continue
            }
            rows.append(Row(number: number, cells: cells))
        }
    }

    private static func cells(of line: ArraySlice<UInt8>) -> [String]? {
        let quote = UInt8(ascii: "\"")
        let comma = UInt8(ascii: ",")
        var cells: [String] = []
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
            cells.append(String(decoding: cell, as: UTF8.self))
            guard position < line.endIndex else { return cells }
            position += 1
        }
    }
}
