/// The rows of an offered CSV file, where its header is right.
struct ContentTable {
    /// The rows that have a cell for each column.
    private(set) var rows: [ContentRow] = []
    /// Whether some line could not be cut into a row.
    private(set) var hasLostRows = false
    /// How many lines with text follow the header.
    let rowCount: Int

    /// Reads the header and cuts the rows.
    ///
    /// - Parameters:
    ///   - text: The lines of the file.
    ///   - columns: The exact columns, in their order.
    ///   - findings: Where to note what is wrong.
    init(_ text: ContentText, columns: [String], findings: inout ContentFindings) {
        rowCount = max(text.lines.count - 1, 0)
        guard let header = text.lines.first else {
            hasLostRows = true
            findings.add("holds no header. Write '\(columns.joined(separator: ","))'")
            return
        }
        guard ContentTable.isHeader(header, text, columns, &findings) else {
            hasLostRows = true
            return
        }
        for line in text.lines.dropFirst() {
            guard let cells = ContentTable.cells(of: line, text, &findings) else {
                hasLostRows = true
                continue
            }
            guard cells.count == columns.count else {
                hasLostRows = true
                let place = cells.dropFirst(columns.count).first?.offset ?? line.bytes.endIndex
                findings.add(
                    line: line.number,
                    column: line.column(of: place),
                    "the row has \(cells.count) cells. Write \(columns.count), one for each "
                        + "column, with quotes around a cell that holds a comma"
                )
                continue
            }
            rows.append(ContentRow(line, cells: cells, columns: columns))
        }
    }

    private static func cells(
        of line: ContentText.Line,
        _ text: ContentText,
        _ findings: inout ContentFindings
    ) -> [ContentCells.Cell]? {
        guard !text.damaged.contains(line.number) else { return nil }
        do throws(ContentCells.Problem) {
            return try ContentCells(line.bytes).cells
        } catch {
            findings.add(
                line: line.number,
                column: line.column(of: error.offset),
                found: ContentExcerpt(line.bytes[error.offset...]).description,
                error.message
            )
            return nil
        }
    }

    /// Whether the first line names the columns; the first that it does not is noted.
    private static func isHeader(
        _ line: ContentText.Line,
        _ text: ContentText,
        _ columns: [String],
        _ findings: inout ContentFindings
    ) -> Bool {
        guard let cells = cells(of: line, text, &findings) else { return false }
        guard cells.map(\.text) != columns else { return true }
        let common = zip(cells, columns).prefix { $0.text == $1 }.count
        let found = cells.dropFirst(common).first
        let wanted = columns.dropFirst(common).first
        let what =
            switch (found, wanted) {
            case (nil, let wanted?): "the column \(wanted) is missing"
            case (let found?, let wanted?) where found.text.isEmpty:
                "an empty cell stands where the column \(wanted) should"
            case (_, let wanted?): "stands where the column \(wanted) should"
            case (let found?, nil) where found.text.isEmpty: "the last column has no name"
            case (_, nil): "is one column too many"
            }
        findings.add(
            line: line.number,
            column: line.column(of: found?.offset ?? line.bytes.endIndex),
            found: found.map { ContentExcerpt($0.text).description } ?? "",
            "\(what). Write '\(columns.joined(separator: ","))'"
        )
        return false
    }
}
