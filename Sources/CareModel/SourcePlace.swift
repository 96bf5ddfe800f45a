/// Where a figure of a quote was read: a row of a table, or a place in a document.
public struct SourcePlace: Hashable, Sendable, CustomStringConvertible {
    /// The place as an editor or a reader finds it.
    ///
    /// `schedules/acme-ppo-2026.csv:14` is a row, `plans/acme.json#/deductible/individual` a JSON
    /// pointer in a file, and `#/visits/0/services/1/charge` one in the request.
    public let description: String

    /// A row of a table, counted as an editor counts: the header is row 1.
    public init(file: String, row: Int) {
        description = "\(file):\(row)"
    }

    /// A JSON pointer in a file, or in the request itself when `file` is empty.
    public init(file: String, pointer: String) {
        description = "\(file)#\(pointer)"
    }

    /// Whether the place stands in the request rather than in a file.
    public var isRequest: Bool { description.hasPrefix("#") }

    /// The file that holds the place, empty for the request.
    public var file: String {
        String(description.prefix { $0 != ":" && $0 != "#" })
    }

    /// A place below this one.
    public func appending(_ pointer: String) -> SourcePlace {
        SourcePlace(text: description + pointer)
    }

    private init(text: String) {
        description = text
    }
}
