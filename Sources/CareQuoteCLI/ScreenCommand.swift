import ArgumentParser
import CareQuote
import CommandOptions
import HostSystem
import PriceTableFiles
import QuoteDocuments

/// Asks the questions that come before any price.
struct ScreenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract: "The screening questions, one by one, before any price.",
        discussion: """
            Answer each with y (yes), n (no) or ? (not sure). An emergency sign ends the \
            questions at once, with where to go (exit 3). At the end the answers stand as a \
            request and as options of a quote hold them. Answers broken off count as not asked.

            Examples:
              carequote screen --region low-back
              yes n | carequote screen --region neck --language es
            """
    )

    @OptionGroup var options: CommonOptions

    @Option(
        help:
            "Where it hurts (default: every question): low-back, neck, headache, leg-pain, other.",
        transform: OptionText.region
    )
    var region: BodyRegion?

    @Option(help: "The form of the answer: text or json.")
    var format: OutputFormat = .text

    mutating func validate() throws {
        try format.refuseAllButTextAndJSON(by: "screen")
    }

    func run() throws {
        try reporting(as: format, options.words) {
            let folder = try options.tableFolder()
            let day = try options.day()
            var tables = PriceTables(folder)
            try tables.folder.check()
            let screening = try tables.screening()
            var interview = ScreeningInterview(screening, region: region, askedOn: day)
            while let prompt = interview.prompt(options.words) {
                try StandardStream.error.write(Array(prompt.utf8))
                let line = readLine()
                if line == nil || !StandardStream.inputIsTerminal {
                    try StandardStream.error.write(Array("\n".utf8))
                }
                guard let line else { break }
                interview.answer(line)
            }
            if let result = interview.careFirst {
                let maker = QuoteMaker(tables: folder, today: day)
                let answers = interview.answers
                throw QuoteFailure(careFirst: maker.careFirst(after: answers, result, of: tables))
            }
            guard case .isOver(let result) = interview.state else {
                throw ProgramFailure(.data, [interview.brokenOff])
            }
            let record = ScreeningRecord(
                interview.answers,
                result: result,
                of: screening,
                askedOn: day,
                words: options.words
            )
            if format == .json {
                try answer(record.json())
            } else {
                try answer(record.text())
            }
        }
    }
}
