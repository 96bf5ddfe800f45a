import ArgumentParser
import PriceTableFiles

/// Works on the price tables themselves.
struct TablesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables",
        abstract: "Checks, compares and starts price tables.",
        discussion: """
            Example:
              carequote tables check PriceTables
            """,
        subcommands: [
            TablesCheckCommand.self, TablesDiffCommand.self, TablesNewCommand.self,
        ]
    )
}

/// Reads every file of the tables and reports everything that is wrong, at once.
struct TablesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Every check on the tables; all findings at once.",
        discussion: """
            Each finding is a line that an editor can jump to: file:row: column: what stands \
            there and why it is wrong. What to write. Exit 65 if there is any error.

            Prices that end within the days of rules/price-warnings.json are a warning.

            Examples:
              carequote tables check PriceTables
              carequote tables check PriceTables --as-of 2026-11-25
            """
    )

    @OptionGroup var options: CommonOptions

    @Argument(help: "The folder (default: the tables that quotes use).")
    var folder: String?

    func run() throws {
        try reporting {
            let tables = try folder.map { TableFolder($0) } ?? options.tableFolder()
            let check = TableCheck(tables, asOf: try options.day())
            warn(check.warnings.map { "warning: \($0)" })
            guard check.errors.isEmpty else {
                throw ProgramFailure(
                    check.isMissingFile ? .missingFile : .data,
                    check.errors.map(\.description)
                )
            }
            try answer(
                "\(tables.root): no errors. \(check.counts), warnings \(check.warnings.count).\n"
            )
        }
    }
}
