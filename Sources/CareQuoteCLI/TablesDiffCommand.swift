import ArgumentParser
import PriceTableFiles

/// Compares two folders of tables, in words.
struct TablesDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What differs between two folders of tables, in words.",
        discussion: """
            One line for each price, service, plan term or file that differs, sorted by file. \
            Both folders must pass carequote tables check; exit 65 if either does not. Exit 0 \
            with and without differences.

            Example:
              cp -r PriceTables/. /tmp/new-tables
              sed -i s/,45.10,/,46.20,/ /tmp/new-tables/schedules/acme-ppo-2026.csv
              carequote tables diff PriceTables /tmp/new-tables
            """
    )

    @Argument(help: ArgumentHelp("The earlier folder.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The later folder.", valueName: "new"))
    var new: String

    @Option(help: "The form of the answer: text or json.")
    var format: OutputFormat = .text

    mutating func validate() throws {
        guard [.text, .json].contains(format) else {
            throw ValidationError("tables diff writes text or json.")
        }
    }

    func run() throws {
        try reporting {
            let diff = try TableDiff(from: old, to: new)
            if format == .json { try answer(diff.json) } else { try answer(diff.text) }
        }
    }
}
