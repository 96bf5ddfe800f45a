/// Something wrong in a file of the price tables: where, what stands there, and what to write.
///
/// Its description is a line that an editor can jump to:
///
/// ```text
/// PriceTables/schedules/acme-ppo-2026.csv:42: amount_usd: '1O4.50' is not a dollar amount. …
/// ```
public struct TableFinding: Hashable, Sendable, CustomStringConvertible {
    /// How much a finding matters.
    public enum Severity: String, Hashable, Sendable {
        /// The tables cannot be used as they are.
        case error
        /// The tables can be used; a person should look.
        case warning
    }

    /// How much it matters.
    public let severity: Severity
    /// The file, with the folder of the tables in front.
    public let file: String
    /// The row of a CSV file or the line of a JSON file, from 1; absent for the file as a whole.
    public let row: Int?
    /// The column of a CSV file or the pointer into a JSON file; empty for the row as a whole.
    public let column: String
    /// What stands there, why it is wrong, and what to write instead.
    public let message: String

    /// Creates a finding.
    public init(
        severity: Severity = .error,
        file: String,
        row: Int? = nil,
        column: String = "",
        message: String
    ) {
        self.severity = severity
        self.file = file
        self.row = row
        self.column = column
        self.message = message
    }

    /// The place, then the message.
    public var description: String {
        let place = row.map { "\(file):\($0)" } ?? file
        return column.isEmpty ? "\(place): \(message)" : "\(place): \(column): \(message)"
    }
}

/// Why tables cannot be used: everything that was found in them, at once.
public struct PriceTableErrors: Error, Hashable, Sendable {
    /// The findings, in the order of the files.
    public let findings: [TableFinding]
    /// Whether a file was missing or unreadable rather than wrong.
    public let isMissingFile: Bool

    /// Creates the error.
    public init(_ findings: [TableFinding], isMissingFile: Bool = false) {
        self.findings = findings
        self.isMissingFile = isMissingFile
    }
}
