package import PriceTableFiles

/// Why no quote was made: what is wrong with the request, or with the tables that it needs.
package enum QuoteFailure: Error, Hashable, Sendable {
    /// The request is wrong, or lacks something; each finding has a JSON pointer.
    case request([DocumentFinding])
    /// The tables are wrong or lack a file.
    case tables(PriceTableErrors)
    /// A price that the quote needs is not in the tables.
    case prices([TableFinding], request: [DocumentFinding])
}
