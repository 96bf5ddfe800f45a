import CareCoverage
import CareModel
import CareQuote

/// Writes the lines of a quote as CSV, one line of the claim a row.
package struct QuoteCSV {
    private let made: MadeQuote
    private let words: Words

    package init(_ made: MadeQuote, words: Words) {
        self.made = made
        self.words = words
    }

    /// The rows, the header first; amounts in US dollars.
    ///
    /// What a membership costs beside a visit stands at the visit's first line, so that the columns of
    /// the membership and of the patient together are what the patient pays. What is said before any
    /// price stands at the first row, in the last column. To a patient the services have their names
    /// in plain words, and no codes.
    package func text() -> String {
        let parts = LinePart.allCases
        let codes = words.audience == .patient ? [] : ["code"]
        let names = ["visit", "date", "kind", "service"] + codes + ["units"]
        var text =
            (names + parts.map { "\($0.rawValue)_usd" } + ["membership_usd", "note"])
            .joined(separator: ",") + "\n"
        var note = self.note
        for (visit, fee) in zip(made.quote.visits, made.quote.membershipFees) {
            for (index, line) in visit.lines.enumerated() {
                let cells =
                    ["\(visit.number)", "\(visit.date)", visit.kind.rawValue]
                    + service(of: line.priced.line) + ["\(line.priced.line.units)"]
                    + parts.map { line.amounts[$0].decimalText }
                    + [(index == 0 ? fee : .zero).decimalText, note]
                text += cells.map(\.csvCell).joined(separator: ",") + "\n"
                note = ""
            }
        }
        return text
    }

    private func service(of line: ServiceLine) -> [String] {
        words.audience == .patient
            ? [words.name(of: line)]
            : [line.service?.description ?? "", line.code?.description ?? ""]
    }

    /// What is said before any price, and that one visit is priced and nothing beyond it.
    private var note: String {
        let single = made.quote.notices.filter { notice in
            switch notice {
            case .consultationOnly, .singleVisit: true
            default: false
            }
        }
        let before = ProtectionWords([made], areOneDay: true, words: words).note
        return ([before] + single.map { words.notice($0).text }).filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}
