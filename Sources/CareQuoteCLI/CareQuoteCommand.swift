import ArgumentParser

/// The program `carequote`.
@main
struct CareQuoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carequote",
        abstract: "What a whole plan of spinal-manipulation care will cost a patient, and why.",
        discussion: """
            The answer goes to standard output, everything else to standard error.

            Example:
              carequote quote --plan acme-ppo-1500 --start 2026-11-23 --visits 8 \\
                --weekdays 1,3 --regions 3 --last-seen never --deductible-met 1320 \\
                --out-of-pocket-met 4000 --visits-used 12
            """,
        subcommands: [
            QuoteCommand.self, CompareCommand.self, BatchCommand.self, ExplainCommand.self,
            ScreenCommand.self, PatternsCommand.self, ServicesCommand.self, PlansCommand.self,
            ClinicsCommand.self,
            OffersCommand.self, TablesCommand.self,
        ]
    )

    /// Runs the program.
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            var command = try parseAsRoot(arguments)
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure,
                let failure = SignsFirst.failure(arguments)
            else { exit(withError: error) }
            let command = CareQuoteCommand()
            if !failure.answer.isEmpty { try? command.answer(failure.answer) }
            command.warn([fullMessage(for: error)])
            exit(withError: ExitCode(failure.code.rawValue))
        }
    }
}
