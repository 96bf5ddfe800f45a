import ArgumentParser

/// The program `carequote-refresh`.
@main
struct CareQuoteRefreshCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carequote-refresh",
        abstract: "Fetches fee schedules, proves and checks them, and installs them whole.",
        discussion: """
            The answer goes to standard output, everything else to standard error.

            Examples:
              carequote-refresh trust add harbor.pub --name harbor-office
              carequote-refresh publish PriceTables --key fees --out /srv/fees/harbor \\
                --group harbor --payer all --state CA
            """,
        subcommands: [
            RunCommand.self,
            PlanCommand.self,
            StatusCommand.self,
            ApproveCommand.self,
            RejectCommand.self,
            RollbackCommand.self,
            VerifyCommand.self,
            ImportCommand.self,
            TrustCommand.self,
            PublishCommand.self,
        ]
    )
}
