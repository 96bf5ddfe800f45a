import CareModel
import JSONText
import PriceTableFiles

/// A quote that was printed as JSON before, of which only the request and the names matter.
package struct EarlierQuote {
    /// The most bytes that are read: a quote holds every step, so it is larger than a request.
    package static let maximumBytes = 64 << 20

    /// Its name, twelve hexadecimal digits.
    let id: String
    /// The digest of the tables that it was made from.
    let digest: String?
    /// Its request as understood, as JSON.
    let request: [UInt8]
    /// The visits that were made before it; absent where it is the first, or does not say.
    let before: VisitsBefore?

    /// Finds the request in a quote.
    init(_ bytes: [UInt8]) throws(ContinuationError) {
        guard bytes.count <= EarlierQuote.maximumBytes else {
            throw .notAQuote(.tooLarge(bytes: EarlierQuote.maximumBytes))
        }
        let members: Members
        do throws(JSONSyntaxError) {
            members = try Members(bytes)
        } catch {
            throw .notAQuote(.notJSON("\(error.position): \(error.problem)"))
        }
        guard let id = members.id, id.utf8.count == 12,
            id.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { throw .notAQuote(.noName) }
        guard let request = members.request else {
            throw .notAQuote(.noRequest)
        }
        self.id = id
        digest = members.digest
        self.request = request
        before = members.before
    }

    /// The members of the document that matter.
    private struct Members {
        var id: String?
        var digest: String?
        var request: [UInt8]?
        var before: VisitsBefore?

        init(_ bytes: [UInt8]) throws(JSONSyntaxError) {
            // The request may be as deep as a request is by itself.
            var cursor = JSONCursor(bytes, maximumDepth: DocumentLimits.depth + 1)
            try cursor.beginObject()
            while let key = try cursor.nextKey() {
                switch (key.name, try cursor.kind()) {
                case ("id", .string): id = try cursor.string()
                case ("tables", .object): digest = try Members.digest(&cursor)
                case ("request", .object):
                    let start = cursor.offset
                    try cursor.skip()
                    request = Array(bytes[start..<cursor.offset])
                case ("visitsBefore", .object):
                    let start = cursor.offset
                    try cursor.skip()
                    let text = Array(bytes[start..<cursor.offset])
                    before = VisitsBefore(try JSONTree(text, maximumDepth: 2))
                default: try cursor.skip()
                }
            }
            try cursor.end()
        }

        private static func digest(
            _ cursor: inout JSONCursor
        ) throws(JSONSyntaxError) -> String? {
            var digest: String?
            try cursor.beginObject()
            while let key = try cursor.nextKey() {
                if key.name == "digest", try cursor.kind() == .string {
                    digest = try cursor.string()
                } else {
                    try cursor.skip()
                }
            }
            return digest
        }
    }
}
