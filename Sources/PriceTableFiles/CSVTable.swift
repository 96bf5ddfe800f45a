import CareModel

/// A CSV file with the columns that it must have, read row by row into values.
struct CSVTable {
    let file: String
    private(set) var findings: [TableFinding] = []
    /// Whether some line of the file could not be cut into a row of the table.
    let hasLostRows: Bool
    private let columns: [String]
    private let rows: [CSVText.Row]

    /// How many rows there are below the header.
    var rowCount: Int { rows.count }

    /// Reads the header and cuts the rows.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - file: The file's name for findings.
    ///   - columns: The exact columns, in their order.
    init(_ bytes: [UInt8], file: String, columns: [String]) {
        self.file = file
        self.columns = columns
        let text = CSVText(bytes, columns: columns.count)
        var findings = text.problems.map { problem in
            TableFinding(file: file, row: problem.row, message: problem.message)
        }
        let header = text.rows.first
        let isHeaderRight = header?.cells == columns
        if !isHeaderRight, !text.problems.contains(where: { $0.row == 1 }) {
            let expected = columns.joined(separator: ",")
            let found = header.map { "'\($0.cells.joined(separator: ","))'" } ?? "nothing"
            findings.append(
                TableFinding(
                    file: file,
                    row: header?.number ?? 1,
                    message: "\(found) stands where the header should. Write '\(expected)'"
                )
            )
        }
        var rows: [CSVText.Row] = []
        for row in text.rows.dropFirst() where isHeaderRight {
            if row.cellCount == columns.count {
                rows.append(row)
            } else {
                findings.append(
                    TableFinding(
                        file: file,
                        row: row.number,
                        message: "has \(row.cellCount) cells. Write \(columns.count), one for "
                            + "each column, with quotes around a cell that holds a comma"
                    )
                )
            }
        }
        self.rows = rows
        hasLostRows = !findings.isEmpty
        self.findings = findings
    }

    /// Reads every row with a function that returns nothing where the row is wrong; after very many
    /// findings no more are read.
    mutating func read<Value>(_ body: (inout CSVRow) -> Value?) -> [Value] {
        var values: [Value] = []
        for row in rows where findings.count < CSVText.mostProblems {
            var reader = CSVRow(row: row, columns: columns, file: file)
            if let value = body(&reader) { values.append(value) }
            findings += reader.findings
        }
        return values
    }
}

/// One row of a CSV table: each cell is read as the value that it should hold.
struct CSVRow {
    let number: Int
    private(set) var findings: [TableFinding] = []
    private let cells: [String]
    private let columns: [String]
    private let file: String

    init(row: CSVText.Row, columns: [String], file: String) {
        number = row.number
        cells = row.cells
        self.columns = columns
        self.file = file
    }

    /// Where the row stands.
    var place: SourcePlace { SourcePlace(file: file, row: number) }

    /// The text of a cell.
    func text(_ column: String) -> String {
        columns.firstIndex(of: column).map { cells[$0] } ?? ""
    }

    /// The text of a cell that must not be empty.
    mutating func words(_ column: String) -> String? {
        let text = text(column)
        guard !text.isEmpty, text.count <= 500 else {
            report(column, "is empty or longer than 500 characters. Write a few words")
            return nil
        }
        return text
    }

    /// A cell of a form of its own, such as a code.
    mutating func parsed<Value>(
        _ column: String,
        as what: String,
        write advice: String? = nil,
        _ parse: (String) -> Value?
    ) -> Value? {
        guard let value = parse(text(column)) else {
            report(column, "'\(text(column))' is not \(what). Write \(advice ?? what)")
            return nil
        }
        return value
    }

    /// A cell of a form of its own that may be empty.
    ///
    /// - Returns: Nothing where the cell is wrong; an empty optional where it is empty.
    mutating func parsedIfPresent<Value>(
        _ column: String,
        as what: String,
        _ parse: (String) -> Value?
    ) -> Value?? {
        if text(column).isEmpty { return .some(nil) }
        return parsed(column, as: what, parse).map { .some($0) }
    }

    /// Notes that a cell is wrong.
    mutating func report(_ column: String, _ message: String) {
        findings.append(
            TableFinding(file: file, row: number, column: column, message: message)
        )
    }
}
