package import JSONText

/// A JSON value with all that stands below it, kept to be compared with another.
package enum JSONTree: Hashable, Sendable {
    /// A name in an object and its value.
    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: JSONTree

        package init(_ name: String, _ value: JSONTree) {
            self.name = name
            self.value = value
        }
    }

    case object([Member])
    case list([JSONTree])
    case text(String)
    /// A number as it is written.
    case number(String)
    case boolean(Bool)
    case null

    /// Reads a document.
    ///
    /// A name whose value is `null` is left out of its object: in the tables both mean that there
    /// is no such term.
    package init(_ bytes: [UInt8], maximumDepth: Int) throws(JSONSyntaxError) {
        var cursor = JSONCursor(bytes, maximumDepth: maximumDepth)
        self = try JSONTree.next(&cursor)
        try cursor.end()
    }

    private static func next(_ cursor: inout JSONCursor) throws(JSONSyntaxError) -> JSONTree {
        switch try cursor.kind() {
        case .object:
            var members: [Member] = []
            try cursor.beginObject()
            while let key = try cursor.nextKey() {
                let value = try next(&cursor)
                if value != .null { members.append(Member(key.name, value)) }
            }
            return .object(members)
        case .array:
            var elements: [JSONTree] = []
            try cursor.beginArray()
            while try cursor.nextElement() { elements.append(try next(&cursor)) }
            return .list(elements)
        case .string: return .text(try cursor.string())
        case .number: return .number(try cursor.number())
        case .boolean: return .boolean(try cursor.boolean())
        case .null:
            try cursor.null()
            return .null
        }
    }

    /// The value of a name, of an object.
    package subscript(name: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// Writes the value.
    package func write(to json: inout JSONWriter) {
        switch self {
        case .object(let members):
            json.beginObject()
            for member in members {
                json.key(member.name)
                member.value.write(to: &json)
            }
            json.endObject()
        case .list(let elements):
            json.beginArray()
            for element in elements { element.write(to: &json) }
            json.endArray()
        case .text(let text): json.string(text)
        case .number(let digits): json.number(digits)
        case .boolean(let isTrue): json.boolean(isTrue)
        case .null: json.null()
        }
    }

    /// The value as JSON text on one line.
    package var oneLine: String {
        var json = JSONWriter(layout: .compact)
        write(to: &json)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
