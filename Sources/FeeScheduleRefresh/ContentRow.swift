/// A row of an offered table: its cells by column, and the findings that they lead to.
struct ContentRow {
    let line: ContentText.Line
    private let cells: [ContentCells.Cell]
    private let columns: [String]

    init(_ line: ContentText.Line, cells: [ContentCells.Cell], columns: [String]) {
        self.line = line
        self.cells = cells
        self.columns = columns
    }

    /// The text of a cell.
    func text(_ column: String) -> String {
        columns.firstIndex(of: column).map { cells[$0].text } ?? ""
    }

    /// Where a cell begins, in characters from 1; the row's own beginning for no column.
    func place(of column: String) -> Int {
        columns.firstIndex(of: column).map { line.column(of: cells[$0].offset) } ?? 1
    }

    /// Notes that a cell is wrong.
    func report(_ column: String, _ message: String, to findings: inout ContentFindings) {
        findings.add(
            line: line.number,
            column: place(of: column),
            found: ContentExcerpt(text(column)).description,
            message
        )
    }

    /// Notes a cell that a spreadsheet would take for a formula.
    ///
    /// - Returns: Whether it is one.
    func reportFormula(_ column: String, to findings: inout ContentFindings) -> Bool {
        guard let first = text(column).unicodeScalars.first, "=+-@".unicodeScalars.contains(first)
        else { return false }
        report(
            column,
            "begins with \(first), which a spreadsheet takes for a formula. "
                + "Write text that begins with a letter or a digit",
            to: &findings
        )
        return true
    }
}
