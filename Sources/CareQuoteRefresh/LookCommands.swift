import ArgumentParser
import FeeScheduleRefresh
import FeeScheduleStore

/// Shows what is installed and what waits.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "What is installed of each source, what waits, and how the last run ended.",
        discussion: """
            A warning says where a list that is installed is no longer proven, because its key was \
            revoked or its last day is over. Status ends with 0 whatever it finds; verify does not. \
            A list for visits from a later day on is held, and the first run from that day on \
            installs it where nothing else holds it.

            Example:
              carequote-refresh status --format json
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var config: ConfigurationOptions
    @OptionGroup var form: FormatOptions

    func run() throws {
        try reporting {
            let session = try RefreshSession(config, store)
            let status = try StoreStatus(
                try StoreView(path: session.store),
                sources: session.configuration.sources,
                now: RefreshSession.now
            )
            switch form.format {
            case .text: try answer(status.text)
            case .json: try answer(status.json)
            }
        }
    }
}

/// Checks a store at rest.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Hash every snapshot anew; check proofs, keys, the audit log, owners, the clock.",
        discussion: """
            The configuration says whose proof counts; without one, a signature of any trusted key \
            does. Exit 74 where anything is damaged, belongs to another user, can be written to by \
            others, or is unknown to the audit log; 77 where what is installed is no longer proven \
            (a key revoked, a list ended), 78 where the clock is wrong; of several, the most severe: \
            78, 77, 74.

            Example:
              carequote-refresh verify
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var config: ConfigurationOptions
    @OptionGroup var form: FormatOptions

    func run() throws {
        try reporting {
            let verification = try StoreVerification(
                try StoreView(path: store.path),
                sources: try config.readIfPresent()?.sources ?? [],
                released: ProgramRelease.released,
                now: RefreshSession.now
            )
            warn(verification.findings)
            let words = verification.findings.isEmpty ? "all whole" : "see standard error"
            try answer("carequote-refresh: \(verification.covered): \(words)\n")
            try end(verification.exit)
        }
    }
}
