import ArgumentParser
import CareModel
import QuoteDocuments

/// Makes one quote, from a request file or from options.
struct QuoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote",
        abstract: "One quote: what each visit costs the patient, and why.",
        discussion: """
            A request comes from a file (--request FILE, or - for standard input), or from \
            options.

            Examples:
              carequote quote --request Examples/new-patient-january/request.json
              carequote quote --plan bluebird-hmo-30 --start 2026-11-30 --visits 6 \\
                --weekdays 1,4 --regions 2 --last-seen never --out-of-pocket-met 0 \\
                --visits-used 0
              carequote quote --self-pay --start 2026-11-30 --visits 1 --regions 3 \\
                --last-seen never
            """
    )

    @OptionGroup var options: CommonOptions
    @OptionGroup var desk: DeskOptions

    @Option(help: ArgumentHelp("A request file, or - for standard input.", valueName: "file"))
    var request: String?

    @Option(help: "The form of the answer: text, json or csv.")
    var format: OutputFormat = .text

    mutating func validate() throws {
        if request != nil, desk.isGiven {
            throw ValidationError("Write --request FILE or the options of a request, not both.")
        }
        if request == nil { try desk.validateTogether() }
    }

    func run() throws {
        try reporting {
            let folder = try options.tablesFolder()
            let bytes =
                try request.map(RequestFile.read) ?? desk.request(tables: folder)
            let maker = QuoteMaker(root: folder, today: try options.day())
            let made: MadeQuote
            do throws(QuoteFailure) {
                made = try maker.quote(bytes)
            } catch {
                // Options make one visit after another: one mistake would be told for each.
                throw ProgramFailure(request == nil ? error.withoutRepetition : error)
            }
            warn(made.warnings.map { "carequote: warning: \($0)" })
            let words = Words(
                language: options.language,
                audience: options.audience,
                catalog: made.catalog
            )
            switch format {
            case .text: try answer(QuoteText(made, words: words).text())
            case .json: try answer(QuoteJSON(made, words: words).bytes())
            case .csv: try answer(QuoteCSV(made).text())
            }
        }
    }
}
