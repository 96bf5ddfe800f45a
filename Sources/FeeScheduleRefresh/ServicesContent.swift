import PriceTableFiles

/// The offered services table: no formulas, and whatever its reader finds.
struct ServicesContent {
    /// Checks the table.
    ///
    /// - Parameters:
    ///   - table: The rows.
    ///   - bytes: The file, for its reader.
    ///   - findings: Where to note what is wrong.
    static func check(
        _ table: ContentTable,
        bytes: [UInt8],
        findings: inout ContentFindings
    ) {
        for row in table.rows {
            for column in ServicesFile.columns {
                _ = row.reportFormula(column, to: &findings)
            }
        }
        let known = findings.lines
        let rows = Dictionary(
            table.rows.map { ($0.line.number, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for finding in ServicesFile(bytes, file: findings.file).findings
        where finding.row.map({ !known.contains($0) }) ?? known.isEmpty {
            findings.add(finding, in: finding.row.flatMap { rows[$0] })
        }
    }
}

extension ContentFindings {
    /// Notes what the reader of a table found.
    ///
    /// - Parameters:
    ///   - finding: What it found.
    ///   - row: The row, where it could be cut.
    mutating func add(_ finding: TableFinding, in row: ContentRow?) {
        let text = row?.text(finding.column) ?? ""
        let start = "'\(text)' "
        let isQuoted = finding.message.hasPrefix(start)
        let message = isQuoted ? String(finding.message.dropFirst(start.count)) : finding.message
        add(
            line: finding.row,
            column: finding.row.map { _ in row?.place(of: finding.column) ?? 1 },
            found: isQuoted ? ContentExcerpt(text).description : "",
            ContentExcerpt(message, atMost: 300).description
        )
    }
}
