import ArgumentParser
import FeeScheduleRefresh
import FeeScheduleStore

/// What every decision of a person needs.
struct DecisionOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions
    @OptionGroup var config: ConfigurationOptions
    @OptionGroup var form: FormatOptions

    @Option(help: "Why, for the audit log.")
    var reason: String
}

/// Which candidate is decided about.
struct CandidateOptions: ParsableArguments {
    @Argument(help: "The candidate's name, or its first characters, at least eight.")
    var candidate: String
}

extension ParsableCommand {
    /// Carries out a decision under the store's lock, and tells what became of it.
    fileprivate func decide(
        _ options: DecisionOptions,
        _ carryOut: (RefreshRun, LockedStore) -> RunReport
    ) throws {
        try reporting {
            let session = try RefreshSession(options.config, options.store)
            let store = try options.store.open(at: RefreshSession.now)
            let run = RefreshRun(session.terms, in: session.environment())
            try tell(carryOut(run, store), as: options.form.format)
        }
    }
}

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

    @OptionGroup var decision: DecisionOptions
    @OptionGroup var on: CandidateOptions

    func run() throws {
        try decide(decision) { run, store in
            run.approve(on.candidate, reason: decision.reason, in: store)
        }
    }
}

/// Rejects a candidate.
struct RejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Drop a candidate that was held; it is not held or installed again.",
        discussion: """
            A later version comes as before. With --undo the same list comes again, too: the next \
            run looks at it anew. Status names what was rejected.

            Examples:
              carequote-refresh reject 3f2a91c07b55 --reason "Acme sent last year's list"
              carequote-refresh reject 3f2a91c07b55 --undo --reason "it was the right list"
            """
    )

    @OptionGroup var decision: DecisionOptions
    @OptionGroup var on: CandidateOptions

    @Flag(help: "Take a rejection back: the next run looks at the list anew.")
    var undo = false

    func run() throws {
        try decide(decision) { run, store in
            undo
                ? run.undoRejection(on.candidate, reason: decision.reason, in: store)
                : run.reject(on.candidate, reason: decision.reason, in: store)
        }
    }
}

/// Goes back to an earlier snapshot.
struct RollbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Go back to an earlier snapshot.",
        discussion: """
            What is left behind is not installed again by itself; a later version is. With --to \
            none the installed lists are taken out, and the tables' own prices count again.

            Examples:
              carequote-refresh rollback --reason "prices of the wrong state"
              carequote-refresh rollback --to 9c41d2e8aa10 --reason "back to October"
              carequote-refresh rollback --to none --source acme --reason "contract ended"
            """
    )

    @OptionGroup var decision: DecisionOptions

    @Option(
        help: "The snapshot's name, or its first characters (default: the one before), or none."
    )
    var to: String?

    @Option(help: "With --to none: the source whose list is taken out (default: all).")
    var source: String?

    func validate() throws {
        if source != nil, to != Self.none {
            throw ValidationError("--source goes with --to none. Write both, or neither.")
        }
    }

    /// The word for what was before anything was installed.
    private static let none = "none"

    func run() throws {
        try decide(decision) { run, store in
            to == Self.none
                ? run.uninstall(source, reason: decision.reason, in: store)
                : run.rollback(to: to, reason: decision.reason, in: store)
        }
    }
}
