import JSONText
import Testing

@Suite("The JSON cursor")
struct JSONCursorTests {
    @Test("reads every kind of value")
    func everyKind() throws {
        let text =
            #" { "o": {}, "a": [1, 2], "s": "x", "n": -4.50e+2, "t": true, "f": false, "z": null } "#
        var cursor = JSONCursor(Array(text.utf8), maximumDepth: 2)

        try cursor.beginObject()
        #expect(try cursor.nextKey()?.name == "o")
        #expect(try cursor.kind() == .object)
        try cursor.beginObject()
        #expect(try cursor.nextKey() == nil)
        #expect(try cursor.nextKey()?.name == "a")
        #expect(try cursor.kind() == .array)
        try cursor.beginArray()
        #expect(try cursor.nextElement())
        #expect(try cursor.number() == "1")
        #expect(try cursor.nextElement())
        #expect(try cursor.number() == "2")
        #expect(try !cursor.nextElement())
        #expect(try cursor.nextKey()?.name == "s")
        #expect(try cursor.kind() == .string)
        #expect(try cursor.string() == "x")
        #expect(try cursor.nextKey()?.name == "n")
        #expect(try cursor.kind() == .number)
        #expect(try cursor.number() == "-4.50e+2")
        #expect(try cursor.nextKey()?.name == "t")
        #expect(try cursor.kind() == .boolean)
        #expect(try cursor.boolean())
        #expect(try cursor.nextKey()?.name == "f")
        #expect(try !cursor.boolean())
        #expect(try cursor.nextKey()?.name == "z")
        #expect(try cursor.kind() == .null)
        try cursor.null()
        #expect(try cursor.nextKey() == nil)
        try cursor.end()
    }

    @Test(
        "keeps a number as it is written",
        arguments: ["0", "-0", "45.10", "1e3", "10E-02", "-1.5"]
    )
    func numbersStayText(_ text: String) throws {
        var cursor = JSONCursor(Array(text.utf8), maximumDepth: 1)

        #expect(try cursor.number() == text)
        try cursor.end()
    }

    @Test("resolves escapes", arguments: Escaped.all)
    func escapes(_ escaped: Escaped) throws {
        var cursor = JSONCursor(Array(escaped.json.utf8), maximumDepth: 1)

        let text = try cursor.string()
        #expect(Array(text.unicodeScalars) == Array(escaped.expected.unicodeScalars))
        try cursor.end()
    }

    @Test("flags a name that stands twice, and only in its own object")
    func duplicates() throws {
        let text = #"{"a": {"a": 1}, "b": 2, "\u0061": 3}"#
        var cursor = JSONCursor(Array(text.utf8), maximumDepth: 2)
        var flagged: [Bool] = []
        var offsets: [Int] = []

        try cursor.beginObject()
        while let key = try cursor.nextKey() {
            flagged.append(key.isDuplicate)
            offsets.append(key.offset)
            if flagged.count == 1 {
                try cursor.beginObject()
                #expect(try cursor.nextKey()?.isDuplicate == false)
                #expect(try cursor.number() == "1")
                #expect(try cursor.nextKey() == nil)
            } else {
                try cursor.skip()
            }
        }

        // The escaped name is the same name, and each offset is that of its opening quote.
        #expect(flagged == [false, false, true])
        #expect(offsets == [1, 16, 24])
    }

    @Test("passes over any value", arguments: Skipped.all)
    func skipping(_ skipped: Skipped) throws {
        var cursor = JSONCursor(Array("[\(skipped.value), 7]".utf8), maximumDepth: 8)

        try cursor.beginArray()
        #expect(try cursor.nextElement())
        try cursor.skip()
        #expect(try cursor.nextElement())
        #expect(try cursor.number() == "7")
        #expect(try !cursor.nextElement())
        try cursor.end()
    }

    @Test("can start again at a value that it came past")
    func restart() throws {
        var cursor = JSONCursor(Array(#"{"late": [1, 2], "early": true}"#.utf8), maximumDepth: 2)
        try cursor.beginObject()
        _ = try cursor.nextKey()
        let value = cursor.offset
        try cursor.skip()

        var again = cursor.restarted(at: value)
        try again.beginArray()
        #expect(try again.nextElement())
        #expect(try again.number() == "1")
        #expect(try cursor.nextKey()?.name == "early")
    }

    @Test("allows exactly the depth that it was given", arguments: [1, 2, 32])
    func depth(_ limit: Int) throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array(
                (String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8
            )
        }
        var allowed = JSONCursor(nested(limit), maximumDepth: limit)
        try allowed.skip()
        try allowed.end()

        var refused = JSONCursor(nested(limit + 1), maximumDepth: limit)
        let error = #expect(throws: JSONSyntaxError.self) { try refused.skip() }
        #expect(error?.problem == .tooDeep(limit: limit))
        #expect(error?.position == TextPosition(line: 1, column: limit + 1))
    }

    @Test("counts objects and lists alike as depth")
    func mixedDepth() {
        var cursor = JSONCursor(Array(#"{"a":[{"b":[1]}]}"#.utf8), maximumDepth: 3)
        let error = #expect(throws: JSONSyntaxError.self) { try cursor.skip() }

        #expect(error?.problem == .tooDeep(limit: 3))
    }

    @Test("answers 200 KB of opening brackets at once", .timeLimit(.minutes(1)))
    func manyBrackets() {
        let limit = 32
        var cursor = JSONCursor(
            Array(repeating: UInt8(ascii: "["), count: 200 * 1_024),
            maximumDepth: limit
        )
        let error = #expect(throws: JSONSyntaxError.self) { try cursor.skip() }

        #expect(error?.problem == .tooDeep(limit: limit))
        // It stopped at the bracket that is too deep, and read nothing after it.
        #expect(cursor.offset == limit)
    }
}

extension JSONCursorTests {
    struct Escaped: CustomTestStringConvertible, Sendable {
        let json: String
        let expected: String
        var testDescription: String { json }

        static let all = [
            Escaped(json: #""""#, expected: ""),
            Escaped(json: #""\"\\\/""#, expected: "\"\\/"),
            Escaped(json: #""\b\f\n\r\t""#, expected: "\u{8}\u{C}\n\r\t"),
            Escaped(json: #""\u0041\u00e9\u00E9""#, expected: "Aéé"),
            Escaped(json: #""\u20ac""#, expected: "€"),
            Escaped(json: #""\ud83d\ude00""#, expected: "😀"),
            Escaped(json: #""\uD800\uDC00\uDBFF\uDFFF""#, expected: "\u{10000}\u{10FFFF}"),
            Escaped(json: #""\u0000""#, expected: "\u{0}"),
            Escaped(json: #""\uFFFF\uE000\uD7FF""#, expected: "\u{FFFF}\u{E000}\u{D7FF}"),
            Escaped(json: "\"é€😀\u{7F}\"", expected: "é€😀\u{7F}"),
            Escaped(json: #""a\u0062c""#, expected: "abc"),
        ]
    }

    struct Skipped: CustomTestStringConvertible, Sendable {
        let value: String
        var testDescription: String { value }

        static let all = [
            "{}", "[]", "1", "-0.5e1", "true", "false", "null", #""a]b}\"""#,
            #"{"a": [1, {"b": {}}, []], "c": null}"#, "[[[[[]]]], [], {}]",
            #"{"a":1,"b":{"c":[true,false]},"d":"}"}"#,
        ].map(Skipped.init)
    }
}
