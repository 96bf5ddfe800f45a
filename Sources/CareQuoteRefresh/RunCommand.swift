import ArgumentParser
import FeeScheduleRefresh

/// Refreshes every source of the configuration, once.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Fetch, prove, check, compare, and install whole or leave everything.",
        discussion: """
            All sources of the configuration, once; doing it again changes nothing. What is \
            installed stays until everything that takes its place is proven and checked.

            Exit 0 updated or unchanged, 10 held for approval, 65 content, 69 unavailable, \
            73 and 74 store, 75 another run holds the lock, 76 server refused, 77 proof refused, \
            78 configuration or clock.

            Example:
              carequote-refresh run --config /etc/carequote/refresh.json
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var config: ConfigurationOptions
    @OptionGroup var form: FormatOptions

    func run() throws {
        try reporting {
            let session = try RefreshSession(config, store)
            let locked = try store.open(at: RefreshSession.now)
            let report = RefreshRun(session.terms, in: session.environment()).run(locked)
            try tell(report, as: form.format)
        }
    }
}

extension ParsableCommand {
    /// Prints what a run did.
    func tell(_ report: RunReport, as format: FormatOptions.Format) throws {
        warn(report.lines)
        switch format {
        case .text: try answer("carequote-refresh: \(report.summary)\n")
        case .json: try answer(report.json)
        }
        try end(report.exit)
    }

    /// Ends the program with an exit code, which is no failure where it is 0.
    func end(_ exit: RefreshExit) throws {
        guard exit == .done else { throw ExitCode(exit.rawValue) }
    }
}
