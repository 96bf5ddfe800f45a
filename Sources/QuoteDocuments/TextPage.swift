/// A page of text, at most 80 columns wide, built line by line.
struct TextPage {
    static let width = 80

    private(set) var text = ""

    /// Adds a line as it is.
    mutating func line(_ line: String = "") {
        var end = line
        while end.last == " " { end.removeLast() }
        text += end + "\n"
    }

    /// Adds a line with one text at its left and one at its right edge.
    mutating func line(_ left: String, right: String) {
        let gap = TextPage.width - 1 - left.count - right.count
        guard gap > 0 else {
            line(left)
            return line(right.padded(left: TextPage.width - 1))
        }
        line(left + String(repeating: " ", count: gap) + right)
    }

    /// Adds rows as columns, each as wide as its widest cell; a row stays one line, for grep.
    mutating func rows(_ rows: [[String]], after first: String = "") {
        let columns = rows.first?.count ?? 0
        let widths = (0..<columns).map { column in
            rows.map { $0[column].count }.max() ?? 0
        }
        for row in rows {
            let cells = zip(row, widths).map { cell, width in cell.padded(right: width) }
            line(first + cells.joined(separator: "  "))
        }
    }

    /// Adds words after a first column, broken between words where they do not fit.
    mutating func wrapped(_ words: String, after first: String) {
        let room = max(TextPage.width - first.count, 20)
        let indent = String(repeating: " ", count: first.count)
        for (index, part) in words.broken(at: room).enumerated() {
            line((index == 0 ? first : indent) + part)
        }
    }
}

extension String {
    func padded(right width: Int) -> String {
        self + String(repeating: " ", count: max(width - count, 0))
    }

    func padded(left width: Int) -> String {
        String(repeating: " ", count: max(width - count, 0)) + self
    }

    /// The text in lines of at most so many characters.
    func broken(at width: Int) -> [String] {
        var lines: [String] = []
        let words = split(separator: " ").flatMap { word in
            // A word that is longer than the line, such as a path, is cut where the line ends.
            stride(from: 0, to: word.count, by: width).map { word.dropFirst($0).prefix(width) }
        }
        for word in words {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.isEmpty ? [""] : lines
    }
}
