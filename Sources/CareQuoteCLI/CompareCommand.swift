import ArgumentParser
import CareQuote
import CommandOptions
import HostSystem
import PriceTableFiles
import QuoteDocuments

/// Shows what the same care costs under several requests, or under several plans.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "The same care side by side, under several requests or several plans.",
        discussion: """
            Several requests must be for the same visits: the same dates, and the same done on \
            each. With --plans one request's care is shown under each plan instead of its own. \
            The plan that the request names keeps what was used of it; what was used of one plan \
            was not used of another.

            Examples:
              carequote compare Examples/everything-stated/request.json \\
                Examples/used-elsewhere/request.json
              carequote compare Examples/compare-three-plans/request.json \\
                --plans acme-ppo-1500,bluebird-hmo-30,self-pay
            """
    )

    @OptionGroup var options: CommonOptions

    @Argument(help: "The request files, or - for standard input.")
    var requests: [String]

    @Option(
        help: "The plans under which one request is shown: names of the tables, or self-pay."
    )
    var plans: String?

    @Option(
        help:
            "With --plans: in or out, how the clinic stands to plans that the request does not name.",
        transform: OptionText.network
    )
    var network: Network?

    @Option(help: "The form of the answer: text, json or csv.")
    var format: OutputFormat = .text

    private var planNames: [String]? {
        plans?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    mutating func validate() throws {
        guard format != .html else {
            throw ValidationError("compare writes text, json or csv.")
        }
        guard let planNames else {
            guard network == nil else {
                throw ValidationError(
                    "--network goes with --plans; a request file says it in its coverage."
                )
            }
            guard requests.count > 1 else {
                throw ValidationError("Write two requests or more, or one and --plans a,b.")
            }
            guard Set(requests).count == requests.count else {
                throw ValidationError("Write each request once.")
            }
            return
        }
        guard requests.count == 1 else {
            throw ValidationError("--plans goes with one request.")
        }
        guard planNames.count > 1, !planNames.contains("") else {
            throw ValidationError(
                "Write two plans or more after --plans, with commas between and no blanks, such as "
                    + "acme-ppo-1500,self-pay."
            )
        }
        guard Set(planNames).count == planNames.count else {
            throw ValidationError("Write each plan once after --plans.")
        }
    }

    func run() throws {
        try reporting(as: format, options.words) {
            let maker = QuoteMaker(tables: try options.tableFolder(), today: try options.day())
            let comparison = try compare(maker)
            warn(comparison.warnings.map { "carequote: warning: \($0)" })
            guard let catalog = comparison.entries.first?.made.catalog else { return }
            let words = options.words(naming: catalog)
            for entry in comparison.entries { try entry.made.check(for: words) }
            switch format {
            case .json: try answer(comparison.json(words: words))
            case .csv: try answer(comparison.csv(words: words))
            // Of the others html is refused before.
            case .text, .html: try answer(ComparisonText(comparison, words: words).text())
            }
        }
    }

    private func compare(_ maker: QuoteMaker) throws -> Comparison {
        var read: [(name: String, bytes: [UInt8])] = []
        var unreadable: [String] = []
        for name in requests {
            do {
                read.append((name, try RequestFile.read(name)))
            } catch let error as HostFileError {
                unreadable += ProgramFailure(error).lines
            }
        }
        let comparison: Comparison
        guard let first = read.first else { throw ProgramFailure(.missingFile, unreadable) }
        do throws(ComparisonError) {
            comparison =
                if let planNames {
                    try maker.compare(
                        first.bytes,
                        name: first.name,
                        under: planNames,
                        network: network
                    )
                } else {
                    try maker.compare(read)
                }
        } catch {
            if let careFirst = error.careFirst {
                warn(unreadable + error.lines)
                throw QuoteFailure(careFirst: careFirst)
            }
            if unreadable.isEmpty, let planEnded = error.planEnded {
                warn(error.lines + ["carequote: so nothing is compared"])
                throw QuoteFailure(planEnded: planEnded)
            }
            throw ProgramFailure(
                error.isMissingFile ? .missingFile : .data,
                unreadable + error.lines
            )
        }
        guard unreadable.isEmpty else { throw ProgramFailure(.missingFile, unreadable) }
        return comparison
    }
}
