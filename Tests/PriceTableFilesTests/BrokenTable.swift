import Testing

/// A folder of tables with one mistake, and the finding that must tell of it.
struct BrokenTable: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The file that is changed.
    let file: String
    let edit: Edit
    /// The row or line of the finding.
    let row: Int?
    /// The column or the JSON pointer of the finding.
    let column: String
    /// A piece of its message.
    let message: String
    /// The file of the finding, where it is not the changed one.
    let found: String
    /// How many errors the mistake causes in all.
    let count: Int

    init(
        _ what: String,
        _ file: String,
        _ edit: Edit,
        row: Int? = nil,
        at column: String = "",
        _ message: String,
        found: String? = nil,
        count: Int = 1
    ) {
        testDescription = what
        self.file = file
        self.edit = edit
        self.row = row
        self.column = column
        self.message = message
        self.found = found ?? file
        self.count = count
    }

    /// Where the finding stands, as it is printed below a folder.
    func place(in root: String) -> String {
        let line = row.map { ":\($0)" } ?? ""
        return "\(root)/\(found)\(line): " + (column.isEmpty ? "" : "\(column): ")
    }
}
