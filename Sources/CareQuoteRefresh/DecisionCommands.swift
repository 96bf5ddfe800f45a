import ArgumentParser
import FeeScheduleRefresh

/// Installs a candidate that a person has looked at.
struct ApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Install a candidate that was held.",
        discussion: """
            The candidate is proven anew, and must have been compared with what is installed now.

            Example:
              carequote-refresh approve 3f2a91c07b55 --reason "confirmed by phone with Acme"
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var config: ConfigurationOptions
    @OptionGroup var form: FormatOptions

    @Argument(help: "The candidate's name, or its first characters, at least eight.")
    var candidate: String

    @Option(help: "Why, for the audit log.")
    var reason: String

    func run() throws {
        try reporting {
            let session = try RefreshSession(config, store)
            let locked = try store.open(at: RefreshSession.now)
            let run = RefreshRun(session.terms, in: session.environment())
            try tell(
                run.approve(candidate, reason: reason, in: locked),
                as: form.format
            )
        }
    }
}

/// Rejects a candidate.
struct RejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Drop a candidate that was held; it is not held or installed again.",
        discussion: """
            Example:
              carequote-refresh reject 3f2a91c07b55 --reason "Acme sent last year's list"
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var config: ConfigurationOptions
    @OptionGroup var form: FormatOptions

    @Argument(help: "The candidate's name, or its first characters, at least eight.")
    var candidate: String

    @Option(help: "Why, for the audit log.")
    var reason: String

    func run() throws {
        try reporting {
            let session = try RefreshSession(config, store)
            let locked = try store.open(at: RefreshSession.now)
            let run = RefreshRun(session.terms, in: session.environment())
            try tell(run.reject(candidate, reason: reason, in: locked), as: form.format)
        }
    }
}

/// Goes back to an earlier snapshot.
struct RollbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Go back to an earlier snapshot.",
        discussion: """
            What is left behind is not installed again by itself; a later version is.

            Examples:
              carequote-refresh rollback --reason "prices of the wrong state"
              carequote-refresh rollback --to 9c41d2e8aa10 --reason "back to October"
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var config: ConfigurationOptions
    @OptionGroup var form: FormatOptions

    @Option(help: "The snapshot's name, or its first characters (default: the one before).")
    var to: String?

    @Option(help: "Why, for the audit log.")
    var reason: String

    func run() throws {
        try reporting {
            let session = try RefreshSession(config, store)
            let locked = try store.open(at: RefreshSession.now)
            let run = RefreshRun(session.terms, in: session.environment())
            try tell(
                run.rollback(to: to, reason: reason, in: locked),
                as: form.format
            )
        }
    }
}
