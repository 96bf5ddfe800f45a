import ArgumentParser
import CareQuote
import PriceTableFiles
import QuoteDocuments

/// Lists the care patterns of the tables.
struct PatternsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "patterns",
        abstract: "The care patterns; with a name, all that one rests on.",
        discussion: """
            Examples:
              carequote patterns
              carequote patterns lbp-acute
              carequote patterns maintenance --audience patient --language es
            """
    )

    @OptionGroup var options: CommonOptions

    @Argument(help: "One pattern, by its name, or maintenance.")
    var id: String?

    @Option(help: "The form of the answer: text or json.")
    var format: OutputFormat = .text

    mutating func validate() throws {
        try format.refuseAllButTextAndJSON(by: "patterns")
    }

    func run() throws {
        try reporting {
            var tables = PriceTables(try options.tableFolder())
            try tables.folder.check()
            let patterns = try tables.patternTables()
            let known = patterns.patterns.map(\.id) + [PriceTables.maintenanceID]
            if let id, !known.contains(id) {
                throw ProgramFailure(
                    .data,
                    ["'\(id)' is not a pattern. Write one of: \(known.joined(separator: ", "))"]
                )
            }
            var documents: [String: JSONTree] = [:]
            for name in id.map({ [$0] }) ?? known {
                documents[name] = try tables.patternDocument(name)
            }
            let listing = PatternListing(patterns, documents: documents, words: options.words)
            if let pattern = id.flatMap(patterns.pattern) {
                try answer(
                    format == .json
                        ? listing.json(of: pattern) : Array(listing.text(of: pattern).utf8)
                )
            } else if id != nil {
                try answer(
                    format == .json
                        ? listing.jsonOfMaintenance : Array(listing.textOfMaintenance.utf8)
                )
            } else {
                try answer(format == .json ? listing.json : Array(listing.text.utf8))
            }
        }
    }
}
