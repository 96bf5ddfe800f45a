import CareModel
import CareQuote
import JSONText

/// What is said before any price: what the answers about warning signs mean, and when care stops.
struct ProtectionWords: Hashable, Sendable {
    /// What the screening says; nothing where it found nothing.
    let screening: [String]
    /// When care stops; nothing where the request gives the visits.
    let stopRules: [String]
    private let words: Words

    /// What stands before the prices of some quotes, each sentence once.
    ///
    /// - Parameters:
    ///   - quotes: The quotes.
    ///   - areOneDay: Whether all of them begin on one day, so that a checkpoint has a date.
    ///   - words: The language and the reader.
    init(_ quotes: [MadeQuote], areOneDay: Bool, words: Words) {
        let sentences = quotes.map { QuoteWords($0, words: words) }
        screening = sentences.flatMap(\.screening).once
        stopRules =
            sentences.flatMap { quote in
                areOneDay
                    ? quote.stopRules : quote.projection?.stopRulesOnAnyDays ?? quote.stopRules
            }
            .once
        self.words = words
    }

    /// All of it in one cell of a table.
    var note: String { (screening + stopRules).joined(separator: " ") }

    /// Adds it to a page, under its headings.
    func add(to page: inout TextPage) {
        for (heading, sentences) in [
            (QuoteHeading.first, screening), (.whenCareStops, stopRules),
        ] where !sentences.isEmpty {
            page.line(" " + words.heading(heading))
            for sentence in sentences { page.wrapped(sentence, after: "   ") }
        }
    }
}

extension JSONWriter {
    /// Writes what the screening of a quote means and when its care stops, as members.
    mutating func protection(of made: MadeQuote, words: Words) {
        screening(made.quote.screening, words: words)
        list("stopRules", ProtectionWords([made], areOneDay: true, words: words).stopRules)
    }
}

extension [String] {
    /// Each text once, in the order of the first.
    fileprivate var once: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
