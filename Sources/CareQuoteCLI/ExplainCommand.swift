import ArgumentParser
import PriceTableFiles
import QuoteDocuments

/// Shows every step behind one amount of a quote.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Every step behind one amount of a quote, down to the table row.",
        discussion: """
            Example:
              carequote explain Examples/used-elsewhere/request.json /visits/2/patientPays
            """
    )

    @OptionGroup var options: CommonOptions

    @Argument(help: "The request file, or - for standard input.")
    var request: String

    @Argument(help: "The amount: /today, /totals/planPays, /visits/3/lines/0/patientPays, …")
    var pointer: String

    @Option(help: "The form of the answer: text or json.")
    var format: OutputFormat = .text

    mutating func validate() throws {
        try format.refuseAllButTextAndJSON(by: "explain")
    }

    func run() throws {
        try reporting(as: format, options.words) {
            let maker = QuoteMaker(
                tables: try options.tableFolder(),
                today: try options.day()
            )
            let made = try maker.quote(try RequestFile.read(request))
            let words = options.words(naming: made.catalog)
            let explanation: Explanation
            do throws(ExplanationError) {
                explanation = try Explanation(of: made, at: pointer, words: words)
            } catch {
                throw ProgramFailure(.usage, [error.description])
            }
            try answer(format == .json ? explanation.json() : Array(explanation.text().utf8))
        }
    }
}
