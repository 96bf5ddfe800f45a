/// Why a starting file was not made.
public enum TableTemplateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The tables cannot bear the name.
    case notAName(String)
    /// There is no folder of tables to write to.
    case noFolder(String)
    /// Files of that name are there, and none is replaced.
    case exists([String])
    /// The system did not take a file.
    case notWritten(String)

    /// What is wrong, a line for each file, and what to do.
    public var lines: [String] {
        switch self {
        case .notAName(let text):
            [
                "'\(text)' cannot be the name of a table. Write 1 to 100 letters, digits, "
                    + "hyphens, underscores and points, the first no point"
            ]
        case .noFolder(let folder):
            ["\(folder): is not a folder of tables. Check --tables, or create the folder"]
        case .exists(let files):
            files.map { "\($0): is there already, and is not replaced. Write another name" }
        case .notWritten(let file):
            ["\(file): cannot be written. Check the permissions of its folder"]
        }
    }

    /// The lines, one below the other.
    public var description: String { lines.joined(separator: "\n") }
}
