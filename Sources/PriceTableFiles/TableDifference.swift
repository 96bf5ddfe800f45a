public import CareModel
import JSONText

/// One thing that differs between two folders of tables.
///
/// Its description is a line for a person:
///
/// ```text
/// schedules/acme-ppo-2026.csv: adjust-spine-3-4 from 2026-01-01: 45.10 becomes 46.20 (+2.4 %)
/// ```
public struct TableDifference: Hashable, Sendable, CustomStringConvertible {
    /// What became of it.
    public enum Kind: String, Hashable, Sendable {
        /// It stands in the new folder only.
        case added
        /// It stands in the old folder only.
        case removed
        /// It stands in both, and differs.
        case changed
    }

    /// What names a row of a CSV file: a service, or a price of a service from a day on.
    public struct RowKey: Hashable, Sendable, CustomStringConvertible {
        /// The service.
        public let service: String
        /// The modifier of a price, if it is for one.
        public let modifier: String?
        /// The first day of a price.
        public let from: CalendarDate?

        /// Creates a key.
        public init(service: String, modifier: String? = nil, from: CalendarDate? = nil) {
            self.service = service
            self.modifier = modifier
            self.from = from
        }

        /// The key as a line names it: `adjust-spine-3-4 from 2026-01-01`.
        public var description: String {
            service + (modifier.map { " \($0)" } ?? "") + (from.map { " from \($0)" } ?? "")
        }
    }

    /// The place in a file.
    public enum Place: Hashable, Sendable {
        /// The file as a whole.
        case file
        /// A row of a CSV file, and the column where it is in both files.
        case row(RowKey, column: String?)
        /// A JSON pointer.
        case pointer(String)
    }

    /// The file's path below the folder.
    public let file: String
    /// Where in the file.
    public let place: Place
    /// What became of it.
    public let kind: Kind
    /// What became of it, in words.
    public let words: String
    /// What stood there.
    package let old: JSONTree?
    /// What stands there now.
    package let new: JSONTree?

    package init(
        file: String,
        place: Place,
        kind: Kind,
        words: String,
        old: JSONTree? = nil,
        new: JSONTree? = nil
    ) {
        self.file = file
        self.place = place
        self.kind = kind
        self.words = words
        self.old = old
        self.new = new
    }

    /// The file, the place, and what became of it.
    public var description: String {
        switch place {
        case .file: "\(file): \(words)"
        case .row(let key, _): "\(file): \(key): \(words)"
        case .pointer(let pointer) where pointer.isEmpty: "\(file): \(words)"
        case .pointer(let pointer): "\(file): \(pointer): \(words)"
        }
    }
}

extension TableDifference {
    /// Writes the difference as an object; rows and cells bear the names of their columns.
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("file")
        json.string(file)
        switch place {
        case .file: break
        case .row(let key, let column):
            json.key("row")
            key.write(to: &json)
            if let column {
                json.key("column")
                json.string(column)
            }
        case .pointer(let pointer):
            json.key("pointer")
            json.string(pointer)
        }
        json.key("kind")
        json.string(kind.rawValue)
        json.key("old")
        (old ?? .null).write(to: &json)
        json.key("new")
        (new ?? .null).write(to: &json)
        json.endObject()
    }
}

extension TableDifference.RowKey {
    fileprivate func write(to json: inout JSONWriter) {
        var members = [JSONTree.Member("service", .text(service))]
        if let modifier { members.append(.init("modifier", .text(modifier))) }
        if let from { members.append(.init("effective_from", .text(from.description))) }
        JSONTree.object(members).write(to: &json)
    }
}
