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
            options. With --after, the quote is for the visits that are left of an earlier one.

            Examples:
              carequote quote --request Examples/new-patient-january/request.json
              carequote quote --plan bluebird-hmo-30 --start 2026-11-30 --visits 6 \\
                --weekdays 1,4 --regions 2 --last-seen never --out-of-pocket-met 0 \\
                --visits-used 0
              carequote quote --self-pay --start 2026-11-30 --visits 1 --regions 3 \\
                --last-seen never
              carequote quote --request Examples/new-patient-january/request.json \\
                --format json > /tmp/quote.json
              carequote quote --after /tmp/quote.json --visits-done 8 --as-of 2026-12-16
            """
    )

    @OptionGroup var options: CommonOptions
    @OptionGroup var desk: DeskOptions

    @Option(help: ArgumentHelp("A request file, or - for standard input.", valueName: "file"))
    var request: String?

    @Option(
        help: ArgumentHelp(
            "Go on in the middle of an earlier quote: what --format json printed, or - for "
                + "standard input. Goes with --visits-done.",
            valueName: "file"
        )
    )
    var after: String?

    @Option(help: "How many visits of the earlier quote are done, by date.")
    var visitsDone: Int?

    @Option(help: "The form of the answer: text, json, csv or html.")
    var format: OutputFormat = .text

    mutating func validate() throws {
        if after != nil {
            guard request == nil, !desk.isGiven else {
                throw ValidationError(
                    "--after FILE has a request of its own. Write it with --visits-done and "
                        + "without --request or the options of a request."
                )
            }
            guard let visitsDone, visitsDone > 0 else {
                throw ValidationError("Write --visits-done N, the number of visits done, from 1.")
            }
            return
        }
        guard visitsDone == nil else {
            throw ValidationError("--visits-done goes with --after FILE.")
        }
        if request != nil, desk.isGiven {
            throw ValidationError("Write --request FILE or the options of a request, not both.")
        }
        if request == nil { try desk.validateTogether() }
    }

    func run() throws {
        try reporting(as: format, options.words) {
            let folder = try options.tablesFolder()
            let maker = QuoteMaker(root: folder, today: try options.day())
            let made = try after.map { try rest(of: $0, maker) } ?? quote(folder, maker)
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
            case .html: try answer(QuoteHTML(made, words: words).text())
            }
        }
    }

    private func quote(_ folder: String, _ maker: QuoteMaker) throws -> MadeQuote {
        let bytes = try request.map(RequestFile.read) ?? desk.request(tables: folder)
        do throws(QuoteFailure) {
            return try maker.quote(bytes)
        } catch {
            // Options make one visit after another: one mistake would be told for each.
            throw request == nil ? error.withoutRepetition : error
        }
    }

    private func rest(of file: String, _ maker: QuoteMaker) throws -> MadeQuote {
        let bytes = try RequestFile.read(file, maximumBytes: EarlierQuote.maximumBytes)
        let continued: ContinuedQuote
        do throws(ContinuationError) {
            continued = try maker.quote(after: bytes, visitsDone: visitsDone ?? 0)
        } catch {
            throw ProgramFailure(error, file: file, in: options.language)
        }
        warn(continued.warnings(in: options.language).map { "carequote: warning: \($0)" })
        warn(continued.remarks(in: options.language).map { "carequote: \($0)" })
        return continued.made
    }
}
