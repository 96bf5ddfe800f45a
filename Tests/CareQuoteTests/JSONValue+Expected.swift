import CareQuote
import TestSupport
import Testing

/// Figures of a document of expected ones: what the test reads must be there, of its kind.
extension JSONValue {
    /// The value of a name that must be there.
    func member(_ name: String) throws -> JSONValue {
        try #require(self[name], "there is no \(name)")
    }

    /// The elements of a list.
    func list() throws -> [JSONValue] {
        guard case .array(let elements) = self else { throw WrongKind() }
        return elements
    }

    /// The names and values of an object.
    func members() throws -> [String: JSONValue] {
        guard case .object(let members) = self else { throw WrongKind() }
        return Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.value) })
    }

    /// The text of a member, or its number as it is written.
    func text(_ name: String) throws -> String {
        try #require(try member(name).text, "\(name)")
    }

    /// A whole number.
    func count() throws -> Int {
        let count: Int = try #require(text.flatMap { Int($0) })
        return count
    }

    /// An amount of dollars in a member.
    func amount(_ name: String) throws -> Money {
        try #require(Money(decimalText: try text(name)), "\(name)")
    }

    /// The value is of another kind than the test reads.
    private struct WrongKind: Error {}
}
