import CareQuote
import FoundationEssentials
import JSONText
import Testing

/// The oracles that are shared beside the repository and are no part of it.
enum SharedOracles {
    /// The folder that holds `oracles/`, where the environment names it.
    static let folder = ProcessInfo.processInfo.environment["CAREQUOTE_REAL_DATA"]
}

/// A value of a document of expected figures, its numbers and texts as they are written.
enum OracleValue {
    case object([String: OracleValue])
    case list([OracleValue])
    case text(String)
    case other

    /// Reads a document.
    static func document(at path: String) throws -> OracleValue {
        let bytes = try #require(
            FileManager.default.contents(atPath: path),
            "there is no file \(path)"
        )
        var cursor = JSONCursor(Array(bytes), maximumDepth: 32)
        let value = try OracleValue(&cursor)
        try cursor.end()
        return value
    }

    private init(_ cursor: inout JSONCursor) throws(JSONSyntaxError) {
        switch try cursor.kind() {
        case .object:
            var members: [String: OracleValue] = [:]
            try cursor.beginObject()
            while let key = try cursor.nextKey() {
                members[key.name] = try OracleValue(&cursor)
            }
            self = .object(members)
        case .array:
            var elements: [OracleValue] = []
            try cursor.beginArray()
            while try cursor.nextElement() { elements.append(try OracleValue(&cursor)) }
            self = .list(elements)
        case .string: self = .text(try cursor.string())
        case .number: self = .text(try cursor.number())
        case .boolean, .null:
            try cursor.skip()
            self = .other
        }
    }

    /// The value of a name; absent where there is none.
    func optional(_ name: String) -> OracleValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The value of a name that must be there.
    func member(_ name: String) throws -> OracleValue {
        try #require(optional(name), "there is no \(name)")
    }

    /// The elements of a list.
    func elements() throws -> [OracleValue] {
        guard case .list(let elements) = self else { throw WrongKind() }
        return elements
    }

    /// The names and values of an object.
    func members() throws -> [String: OracleValue] {
        guard case .object(let members) = self else { throw WrongKind() }
        return members
    }

    /// The text of a text or of a number.
    func text() throws -> String {
        guard case .text(let text) = self else { throw WrongKind() }
        return text
    }

    /// The text of a member.
    func text(_ name: String) throws -> String { try member(name).text() }

    /// A whole number.
    func count() throws -> Int {
        let count: Int = try #require(Int(try text()))
        return count
    }

    /// An amount of dollars in a member.
    func amount(_ name: String) throws -> Money {
        try #require(Money(decimalText: try text(name)), "\(name)")
    }

    /// The value is of another kind than the test reads.
    struct WrongKind: Error {}
}

/// How many cases of an oracle are met, and which are neither met nor excused.
struct OracleTally {
    let name: String
    /// The cases that need not be met, each with its reason.
    let exceptions: [String: String]
    private(set) var met = 0
    private(set) var total = 0
    private(set) var excused: [String] = []
    private(set) var missed: [String] = []

    init(_ name: String, exceptions: [String: String] = [:]) {
        self.name = name
        self.exceptions = exceptions
    }

    /// Counts a case.
    mutating func count(_ id: String, isMet: Bool) {
        total += 1
        if isMet {
            met += 1
        } else if exceptions[id] != nil {
            excused.append(id)
        } else {
            missed.append(id)
        }
    }

    /// The exceptions that excused nothing and should be deleted.
    var idleExceptions: [String] { exceptions.keys.filter { !excused.contains($0) }.sorted() }

    /// Prints the count, and each exception with its reason.
    func report() {
        print("oracle \(name): \(met)/\(total) met")
        for id in excused.sorted() { print("  not met: \(id): \(exceptions[id] ?? "")") }
    }
}
