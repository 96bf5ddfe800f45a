import ArgumentParser
import FeeScheduleRefresh
import FeeScheduleStore

/// Shows what is installed and what waits.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "What is installed of each source, what waits, and how the last run ended.",
        discussion: """
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
                sources: session.configuration.sources.map(\.id),
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
        abstract: "Hash every snapshot anew, and check the audit log, permissions and the clock.",
        discussion: """
            Exit 74 where anything is damaged, 77 where an installed list has ended, 78 where the \
            clock is wrong.

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
