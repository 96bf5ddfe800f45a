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
    ///
    /// What a membership costs beside a visit stands at the visit's first line, so that the columns of
    /// the membership and of the patient together are what the patient pays.
    package func text() -> String {
        let parts = LinePart.allCases
        let names = ["visit", "date", "kind", "service", "code", "units"]
        var text =
            (names + parts.map { "\($0.rawValue)_usd" } + ["membership_usd"])
            .joined(separator: ",") + "\n"
        for (visit, fee) in zip(made.quote.visits, made.quote.membershipFees) {
            for (index, line) in visit.lines.enumerated() {
                let cells =
                    [
                        "\(visit.number)", "\(visit.date)", visit.kind.rawValue,
                        line.priced.line.service?.description ?? "",
                        line.priced.line.code?.description ?? "",
                        "\(line.priced.line.units)",
                    ] + parts.map { line.amounts[$0].decimalText }
                    + [(index == 0 ? fee : .zero).decimalText]
                text += cells.joined(separator: ",") + "\n"
            }
        }
        return text
    }
}
