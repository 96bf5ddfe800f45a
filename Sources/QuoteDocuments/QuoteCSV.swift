import CareCoverage
import CareModel
import CareQuote

/// Writes the lines of a quote as CSV, one line of the claim a row.
package struct QuoteCSV {
    private let made: MadeQuote

    package init(_ made: MadeQuote) {
        self.made = made
    }

    /// The rows, the header first; amounts in US dollars.
    package func text() -> String {
        let parts = LinePart.allCases
        let names = ["visit", "date", "kind", "service", "code", "units"]
        var text = (names + parts.map { "\($0.rawValue)_usd" }).joined(separator: ",") + "\n"
        for visit in made.quote.visits {
            for line in visit.lines {
                let cells =
                    [
                        "\(visit.number)", "\(visit.date)", visit.kind.rawValue,
                        line.priced.line.service?.description ?? "",
                        line.priced.line.code?.description ?? "",
                        "\(line.priced.line.units)",
                    ] + parts.map { line.amounts[$0].decimalText }
                text += cells.joined(separator: ",") + "\n"
            }
        }
        return text
    }
}
