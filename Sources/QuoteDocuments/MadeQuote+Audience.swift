import CareQuote
import JSONText
import PriceTableFiles

extension MadeQuote {
    /// Checks that a reader may be shown the quote.
    ///
    /// Where patients who leave by themselves are counted, most of what is saved is care that was
    /// broken off. That is for a clinic to compare with, and would tell a patient who comes to every
    /// visit too low a cost.
    ///
    /// - Parameter words: The language and the reader.
    /// - Throws: ``QuoteFailure`` with what to write instead.
    package func check(for words: Words) throws(QuoteFailure) {
        guard words.audience == .patient, quote.projection != nil,
            quote.request.care?.attendance == .typical
        else { return }
        throw QuoteFailure(request: [
            DocumentFinding(
                pointer: "/care/mode",
                position: TextPosition(line: 1, column: 1),
                found: "\"typical\"",
                message: "counts patients who leave by themselves, which tells one who comes to "
                    + "every visit too low a cost. Write adherent or leave it out, or ask for the "
                    + "desk's page"
            )
        ])
    }
}
