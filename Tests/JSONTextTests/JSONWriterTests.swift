import JSONText
import Testing

@Suite("The JSON writer")
struct JSONWriterTests {
    @Test("lays the same document out three ways", arguments: Laid.all)
    func layouts(_ laid: Laid) {
        var writer = JSONWriter(layout: laid.layout)
        writer.beginObject()
        writer.key("visits")
        writer.beginArray()
        writer.integer(1)
        writer.beginObject()
        writer.key("paid")
        writer.string("45.10")
        writer.key("date")
        writer.null()
        writer.endObject()
        writer.endArray()
        writer.key("asOf")
        writer.boolean(true)
        writer.key("none")
        writer.beginArray()
        writer.endArray()
        writer.key("empty")
        writer.beginObject()
        writer.endObject()
        writer.endObject()

        #expect(String(decoding: writer.bytes, as: UTF8.self) == laid.expected)
    }

    @Test("writes a name that is kept, and a plain text, as any other", arguments: Laid.all)
    func keptNames(_ laid: Laid) {
        let (paid, odd) = (JSONWriter.Name("paid"), JSONWriter.Name(#"a"b"#))
        var (kept, plain) = (
            JSONWriter(layout: laid.layout, size: 64), JSONWriter(layout: laid.layout)
        )
        kept.beginObject()
        plain.beginObject()
        for (name, text) in [(paid, "paid"), (odd, #"a"b"#)] {
            kept.key(name)
            kept.plainString { $0 += "45.10".utf8 }
            plain.key(text)
            plain.string("45.10")
        }
        kept.endObject()
        plain.endObject()

        #expect(kept.bytes == plain.bytes)
    }

    @Test("sorts canonical names by their bytes, in every object")
    func canonicalOrder() {
        var writer = JSONWriter(layout: .canonical)
        writer.beginObject()
        for name in ["b", "é", "a", "B", "aa", "", "😀", "10", "9", "\u{FFFD}"] {
            writer.key(name)
            writer.beginObject()
            writer.key("z")
            writer.integer(1)
            writer.key("y")
            writer.beginArray()
            writer.beginObject()
            writer.key("2")
            writer.null()
            writer.key("1")
            writer.null()
            writer.endObject()
            writer.endArray()
            writer.endObject()
        }
        writer.endObject()

        // Digits, capitals, small letters, then é (C3), the replacement character (EF), 😀 (F0).
        let inner = #"{"y":[{"1":null,"2":null}],"z":1}"#
        let names = ["", "10", "9", "B", "a", "aa", "b", "é", "\u{FFFD}", "😀"]
        let members = names.map { "\"\($0)\":\(inner)" }.joined(separator: ",")
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "{\(members)}")
    }

    @Test("escapes quotes, backslashes and control characters", arguments: Quoted.all)
    func escaping(_ quoted: Quoted) throws {
        var writer = JSONWriter(layout: .compact)
        writer.string(quoted.text)

        #expect(String(decoding: writer.bytes, as: UTF8.self) == quoted.json)
        var cursor = JSONCursor(writer.bytes, maximumDepth: 1)
        #expect(try cursor.string() == quoted.text)
    }

    @Test("writes every character of the first plane so that the cursor reads it back")
    func everyCharacter() throws {
        let scalars = (UInt32(0)...0xFFFF).compactMap(Unicode.Scalar.init)
        let text = String(String.UnicodeScalarView(scalars))
        var writer = JSONWriter(layout: .compact)
        writer.beginObject()
        writer.key(text)
        writer.string(text)
        writer.endObject()

        var cursor = JSONCursor(writer.bytes, maximumDepth: 1)
        try cursor.beginObject()
        let name = try #require(try cursor.nextKey()).name
        #expect(Array(name.unicodeScalars) == scalars)
        #expect(Array(try cursor.string().unicodeScalars) == scalars)
    }

    @Test("writes single values and numbers as they are", arguments: JSONWriter.Layout.all)
    func singleValues(_ layout: JSONWriter.Layout) {
        var number = JSONWriter(layout: layout)
        number.number("0.27")
        var integer = JSONWriter(layout: layout)
        integer.integer(Int.min)
        var boolean = JSONWriter(layout: layout)
        boolean.boolean(false)

        #expect(String(decoding: number.bytes, as: UTF8.self) == "0.27")
        #expect(String(decoding: integer.bytes, as: UTF8.self) == "-9223372036854775808")
        #expect(String(decoding: boolean.bytes, as: UTF8.self) == "false")
    }
}

extension JSONWriter.Layout {
    static let all: [JSONWriter.Layout] = [.canonical, .compact, .indented]
}

extension JSONWriterTests {
    struct Laid: CustomTestStringConvertible, Sendable {
        let layout: JSONWriter.Layout
        let expected: String
        var testDescription: String { "\(layout)" }

        static let all = [
            Laid(
                layout: .canonical,
                expected:
                    #"{"asOf":true,"empty":{},"none":[],"visits":[1,{"date":null,"paid":"45.10"}]}"#
            ),
            Laid(
                layout: .compact,
                expected:
                    #"{"visits":[1,{"paid":"45.10","date":null}],"asOf":true,"none":[],"empty":{}}"#
            ),
            Laid(
                layout: .indented,
                expected: """
                    {
                      "visits": [
                        1,
                        {
                          "paid": "45.10",
                          "date": null
                        }
                      ],
                      "asOf": true,
                      "none": [],
                      "empty": {}
                    }
                    """
            ),
        ]
    }

    struct Quoted: CustomTestStringConvertible, Sendable {
        let text: String
        let json: String
        var testDescription: String { json }

        static let all = [
            Quoted(text: "", json: #""""#),
            Quoted(text: "a\"b\\c/d", json: #""a\"b\\c/d""#),
            Quoted(text: "\u{0}", json: #""\u0000""#),
            Quoted(text: "a\nb\tc", json: #""a\u000ab\u0009c""#),
            Quoted(text: "\u{1F}\u{7F}", json: #""\u001f\u007f""#),
            Quoted(text: "\u{80}é😀", json: "\"\u{80}é😀\""),
        ]
    }
}
