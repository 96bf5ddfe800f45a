import JSONText
import PriceTableFiles

/// What is wrong with a line of a batch.
struct BatchRefusal {
    /// One thing that is wrong: where, what stands there, and what to write instead.
    private struct Entry {
        var pointer = ""
        var found = ""
        let message: String

        /// A finding at a place of the line; text that is no JSON has a column instead of a pointer.
        init(_ finding: DocumentFinding) {
            pointer = finding.pointer
            found = finding.found
            let hasPlace = !pointer.isEmpty || finding.position.column == 1
            message =
                hasPlace
                ? finding.message : "column \(finding.position.column): \(finding.message)"
        }

        /// A finding in the tables, with its file and row in front; it is at no place of the line.
        init(_ finding: TableFinding) {
            message = finding.description
        }

        var text: String {
            [pointer.isEmpty ? "" : "\(pointer):", found, message].filter { !$0.isEmpty }
                .joined(separator: " ")
        }
    }

    private let line: Int
    private let entries: [Entry]

    init(line: Int, failure: QuoteFailure) {
        self.line = line
        entries = failure.request.map(Entry.init) + failure.tables.map(Entry.init)
    }

    /// One line of JSON with its line break.
    func json() -> [UInt8] {
        var json = JSONWriter(layout: .compact)
        json.beginObject()
        json.key("error")
        json.beginObject()
        json.key("line")
        json.integer(line)
        json.key("errors")
        json.beginArray()
        for entry in entries {
            json.beginObject()
            json.member("pointer", entry.pointer)
            json.member("found", entry.found)
            json.member("message", entry.message)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// One row of the summary with its line break.
    func csv() -> String {
        QuoteSummary.csv(error: "line \(line): " + entries.map(\.text).joined(separator: "; "))
    }
}
