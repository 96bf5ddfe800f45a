import JSONText

/// A JSON document that is written together with a note on each of its terms.
struct TemplateDocument {
    private var json = JSONWriter(layout: .indented)
    private var place = DocumentReader([]).root
    private(set) var notes: [TableTemplate.Note] = []

    /// Writes a document that is an object.
    init(_ write: (inout TemplateDocument) -> Void) {
        json.beginObject()
        write(&self)
        json.endObject()
    }

    /// The document as text.
    var bytes: [UInt8] { json.bytes + [UInt8(ascii: "\n")] }

    /// Writes a term.
    mutating func term(_ name: String, _ value: JSONTree, _ words: String) {
        note(name, words)
        json.key(name)
        value.write(to: &json)
    }

    /// Writes a term that is an object.
    mutating func object(
        _ name: String,
        _ words: String,
        _ write: (inout TemplateDocument) -> Void
    ) {
        note(name, words)
        json.key(name)
        step(into: name) { document in
            document.json.beginObject()
            write(&document)
            document.json.endObject()
        }
    }

    /// Writes a term that is a list with one object in it, to be copied.
    mutating func list(
        _ name: String,
        _ words: String,
        _ write: (inout TemplateDocument) -> Void
    ) {
        note(name, words)
        json.key(name)
        step(into: name) { document in
            document.json.beginArray()
            document.step(into: "0") { element in
                element.json.beginObject()
                write(&element)
                element.json.endObject()
            }
            document.json.endArray()
        }
    }

    private mutating func note(_ name: String, _ words: String) {
        notes.append(TableTemplate.Note(place: place.child(name).pointer, words: words))
    }

    private mutating func step(into name: String, _ write: (inout TemplateDocument) -> Void) {
        let outside = place
        place = place.child(name)
        write(&self)
        place = outside
    }
}

extension JSONTree {
    /// The mark of a figure that only the user can know.
    static let unknown = JSONTree.text("unknown")

    /// The mark of words that only the user can know.
    static func mark(_ mark: TemplateMark) -> JSONTree { .text(mark.rawValue) }
}
