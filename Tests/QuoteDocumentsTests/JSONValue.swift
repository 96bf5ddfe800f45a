import JSONText

/// A JSON document as a tree, for tests that look at a few places of it.
indirect enum JSONValue: Hashable, Sendable {
    case object([Member])
    case array([JSONValue])
    case string(String)
    case number(String)
    case boolean(Bool)
    case null

    struct Member: Hashable, Sendable {
        let name: String
        let value: JSONValue
    }

    /// Reads a whole document.
    init(_ bytes: [UInt8]) throws {
        var cursor = JSONCursor(bytes, maximumDepth: 64)
        self = try JSONValue.value(&cursor)
        try cursor.end()
    }

    private static func value(_ cursor: inout JSONCursor) throws -> JSONValue {
        switch try cursor.kind() {
        case .object:
            var members: [Member] = []
            try cursor.beginObject()
            while let key = try cursor.nextKey() {
                members.append(Member(name: key.name, value: try value(&cursor)))
            }
            return .object(members)
        case .array:
            var elements: [JSONValue] = []
            try cursor.beginArray()
            while try cursor.nextElement() { elements.append(try value(&cursor)) }
            return .array(elements)
        case .string: return .string(try cursor.string())
        case .number: return .number(try cursor.number())
        case .boolean: return .boolean(try cursor.boolean())
        case .null:
            try cursor.null()
            return .null
        }
    }

    subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The elements of a list, none for anything else.
    var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The names of an object in their order, none for anything else.
    var names: [String] {
        if case .object(let members) = self { members.map(\.name) } else { [] }
    }

    /// The text of a string or the digits of a number.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        default: nil
        }
    }

    /// The same document with the names of every object the other way round.
    var reversed: JSONValue {
        switch self {
        case .object(let members):
            .object(
                members.reversed().map { Member(name: $0.name, value: $0.value.reversed) }
            )
        case .array(let elements): .array(elements.map(\.reversed))
        default: self
        }
    }

    /// The document as text.
    func bytes(_ layout: JSONWriter.Layout = .compact) -> [UInt8] {
        var writer = JSONWriter(layout: layout)
        write(to: &writer)
        return writer.bytes
    }

    private func write(to writer: inout JSONWriter) {
        switch self {
        case .object(let members):
            writer.beginObject()
            for member in members {
                writer.key(member.name)
                member.value.write(to: &writer)
            }
            writer.endObject()
        case .array(let elements):
            writer.beginArray()
            for element in elements { element.write(to: &writer) }
            writer.endArray()
        case .string(let text): writer.string(text)
        case .number(let text): writer.number(text)
        case .boolean(let value): writer.boolean(value)
        case .null: writer.null()
        }
    }
}
