import ArgumentParser
import CareModel
import FoundationEssentials
import HostSystem
import PriceTableFiles
import QuoteDocuments

/// Answers many requests, one a line.
struct BatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Many quotes: a request a line in, an answer a line out, in order.",
        discussion: """
            The input is JSON Lines: each line is a request as `carequote quote --request` takes it, \
            of at most 64 KiB. The answer to a line is the quote as `carequote quote --format json` \
            prints it, without line breaks; a sign that needs care first is answered as there, \
            without a price. A line that is wrong is answered with \
            {"error": {"line": 3, "errors": [{"pointer", "found", "message"}]}}, and the run goes \
            on; the exit code is then 65 at the end. Tables are read once.

            With --summary an answer is short: id, asOf, outcome (that of the screening), visits, \
            and in dollars today, low, expected and high of what the patient pays, planPays, \
            secondaryPays, and for a plan of care p50, what half of all patients have paid when \
            care ends. --format csv gives the same as rows, and what is wrong in the column error.

            Examples:
              carequote batch Examples/batch-day/requests.jsonl
              carequote batch --summary < Examples/batch-day/requests.jsonl
              carequote batch --format csv Examples/batch-day/requests.jsonl > /tmp/day.csv
            """
    )

    @OptionGroup var options: CommonOptions

    @Argument(help: "The requests, a line each, or - for standard input.")
    var file = "-"

    @Flag(help: "A short line a quote.")
    var summary = false

    @Option(help: "The form of the answers: json, or csv for a short row a quote.")
    var format: OutputFormat = .json

    @Option(help: "How many tasks answer at once (default: one a core).")
    var jobs: Int?

    func validate() throws {
        guard format == .json || format == .csv else {
            throw ValidationError("batch writes json or csv.")
        }
        if let jobs, !(1...1_024).contains(jobs) {
            throw ValidationError("--jobs is a number from 1 to 1024.")
        }
    }

    func run() async throws {
        TerminationSignals.noteOnce()
        try await reporting {
            let input = file == "-" ? HostInput.standard : try HostInput(path: file)
            var stream = StandardBatchStream(input)
            let batch = Batch(
                try answers(),
                jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount
            ) { TerminationSignals.received != nil }
            let tally: BatchTally
            do throws(HostFileError) {
                tally = try await batch.run(on: &stream)
            } catch {
                stream.end()
                throw error.isReaderGone ? BatchCommand.readerGone : error
            }
            stream.end()
            try end(after: tally)
        }
    }

    /// What a shell says of a program whose reader has gone (128 and SIGPIPE).
    private static let readerGone = ExitCode(141)

    private func end(after tally: BatchTally) throws {
        guard let request = TerminationSignals.received else {
            if tally.failures > 0 { throw ExitCode(ProgramFailure.Code.data.rawValue) }
            return
        }
        warn(["carequote: stopped after line \(tally.lines), as asked"])
        switch request {
        case .interrupt: throw ExitCode(130)
        case .terminate: throw ExitCode(143)
        }
    }

    private func answers() throws -> BatchAnswers {
        let memory = TableMemory(of: try options.tableFolder())
        let maker = QuoteMaker(remembering: memory, today: try options.day())
        try maker.checkTables()
        return BatchAnswers(
            maker,
            words: options.words,
            form: format == .csv ? .rows : summary ? .summaries : .quotes
        )
    }
}
