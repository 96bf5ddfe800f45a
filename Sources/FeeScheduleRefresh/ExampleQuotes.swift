import CareCoverage
package import CareModel
import CareQuote
package import PriceTableFiles
import QuoteDocuments

/// What a set of tables does to quotes that a clinic knows: each request, quoted before and after.
package struct ExampleQuotes: Hashable, Sendable {
    /// A request, and what its patient pays in all.
    private struct Effect: Hashable, Sendable {
        let name: String
        let before: Money?
        let after: Money?
    }

    private let effects: [Effect]

    /// Quotes some requests.
    ///
    /// - Parameters:
    ///   - requests: Requests by their name; what is no request for these tables is left out.
    ///   - old: The tables as they are.
    ///   - new: The tables as they would be.
    ///   - today: The day of the quotes.
    package init(
        _ requests: [String: [UInt8]],
        from old: TableFolder,
        to new: TableFolder,
        today: CalendarDate
    ) {
        func cost(_ bytes: [UInt8], _ folder: TableFolder) -> Money? {
            try? QuoteMaker(tables: folder, today: today).quote(bytes).quote.totals.patientPays
        }
        effects = requests.sorted { $0.key < $1.key }.map { name, bytes in
            Effect(name: name, before: cost(bytes, old), after: cost(bytes, new))
        }
    }

    /// A line for each quote that changes, and how many do not.
    package var lines: [String] {
        let changed = effects.filter { $0.before != $0.after }
        let same = effects.count { $0.before == $0.after && $0.before != nil }
        let words = changed.map { effect in
            switch (effect.before, effect.after) {
            case (let before?, let after?):
                "\(effect.name): the patient pays \(PriceChange(old: before, new: after))"
            case (let before?, nil):
                "\(effect.name): the patient pays \(before.decimalText) now, and NO QUOTE CAN BE MADE"
            case (_, let after?):
                "\(effect.name): no quote can be made now, then the patient pays \(after.decimalText)"
            case (nil, nil): "\(effect.name): no quote"
            }
        }
        return words + ["\(same) of \(effects.count) example quotes stay as they are"]
    }
}
