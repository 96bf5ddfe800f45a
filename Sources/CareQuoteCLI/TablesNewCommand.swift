import ArgumentParser
import PriceTableFiles

/// Starts a plan, a clinic or a schedule.
struct TablesNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "A commented starting file for a plan, a clinic or a schedule.",
        discussion: """
            The file goes to standard output, a note on each of its terms to standard error. \
            No figure is made up: where it says "unknown" or "write …", only you know what \
            belongs there, and carequote tables check names what is still to be filled in.

            With --write the files are created in the folder of the tables; a file that is \
            there is not replaced.

            Examples:
              carequote tables new plan my-ppo-2000
              carequote tables new schedule my-ppo-2026 > /dev/null
            """
    )

    @OptionGroup var options: CommonOptions

    @Argument(help: "What to start: plan, clinic or schedule.", transform: TablesNewCommand.kind)
    var kind: TableTemplate.Kind

    @Argument(help: "Its name in the tables, such as my-ppo-2000.")
    var id: String

    @Flag(help: "Create the files in the folder of the tables.")
    var write = false

    func run() throws {
        try reporting {
            let template = try TableTemplate(kind, id: id, asOf: try options.day())
            if write {
                let written = try template.write(to: try options.tablesRoot())
                try answer(written.map { "\($0): written\n" }.joined())
            } else {
                try answer(template.text)
            }
            warn(template.noteLines)
        }
    }

    private static func kind(_ text: String) throws -> TableTemplate.Kind {
        guard let kind = TableTemplate.Kind(rawValue: text) else {
            throw ValidationError("'\(text)' cannot be started. Write plan, clinic or schedule.")
        }
        return kind
    }
}
