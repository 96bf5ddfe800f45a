package import JSONText

/// Any JSON value with all that stands below it: written, read back, or looked at in a few places.
package indirect enum JSONValue: Hashable, Sendable {
    case object([Member])
    case array([JSONValue])
    case string(String)
    case number(String)
    case boolean(Bool)
    case null

    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: JSONValue

        package init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// Reads a whole document.
    package init(_ bytes: [UInt8], maximumDepth: Int = 64) throws(JSONSyntaxError) {
        var cursor = JSONCursor(bytes, maximumDepth: maximumDepth)
        self = try JSONValue.value(&cursor)
        try cursor.end()
    }

    private static func value(_ cursor: inout JSONCursor) throws(JSONSyntaxError) -> JSONValue {
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

    /// The value of a name of an object.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The value at a position of a list.
    package subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The elements of a list, none for anything else.
    package var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The names of an object in their order, none for anything else.
    package var names: [String] {
        if case .object(let members) = self { members.map(\.name) } else { [] }
    }

    /// The text of a string or the digits of a number.
    package var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        default: nil
        }
    }

    /// The same document with the names of every object the other way round.
    package var reversed: JSONValue {
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
    package func bytes(_ layout: JSONWriter.Layout = .compact) -> [UInt8] {
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
