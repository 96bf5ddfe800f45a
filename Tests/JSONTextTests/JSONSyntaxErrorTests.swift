import JSONText
import Testing

@Suite("A JSON syntax error")
struct JSONSyntaxErrorTests {
    @Test("says what is wrong, and where", arguments: Faulty.all)
    func problems(_ faulty: Faulty) {
        let error = faulty.error()

        #expect(error?.problem == faulty.problem)
        #expect(error?.position == faulty.position)
    }

    @Test("puts the place before the problem")
    func description() {
        var cursor = JSONCursor(Array("[1,\n -x]".utf8), maximumDepth: 1)
        let error = #expect(throws: JSONSyntaxError.self) { try cursor.skip() }

        #expect(
            error?.description == "line 2, column 3: this is not a number. Write digits, such as 12"
        )
    }

    @Test("describes each problem in words of its own")
    func words() {
        let problems: [JSONSyntaxError.Problem] = [
            .byteOrderMark, .tooDeep(limit: 32), .endsEarly, .expected("a list"), .moreAfterEnd,
            .notUTF8, .controlCharacter, .unknownEscape, .loneSurrogate, .malformedNumber,
        ]

        #expect(Set(problems.map(\.description)).count == problems.count)
        #expect(JSONSyntaxError.Problem.tooDeep(limit: 32).description.contains("32"))
        #expect(
            JSONSyntaxError.Problem.expected("a list").description
                == "this is not a list. Write a list here"
        )
    }

    @Test("names the kind that was expected", arguments: Wanted.all)
    func expectedKinds(_ wanted: Wanted) {
        var cursor = JSONCursor(Array(wanted.found.utf8), maximumDepth: 4)
        let error = #expect(throws: JSONSyntaxError.self) {
            switch wanted.kind {
            case .object: try cursor.beginObject()
            case .array: try cursor.beginArray()
            case .string: _ = try cursor.string()
            case .number: _ = try cursor.number()
            case .boolean: _ = try cursor.boolean()
            case .null: try cursor.null()
            }
        }

        #expect(error?.problem == .expected(wanted.kind.rawValue))
        #expect(error?.position == TextPosition(line: 1, column: 1))
    }

    @Test("counts a line for each line feed, and a column for each character")
    func positions() {
        // Two lines with a carriage return and a line feed each; é is two bytes and 😀 is four.
        let bytes = Array("[\r\n\"é😀\",\r\n x".utf8)

        #expect(TextPosition(offset: 0, in: bytes) == TextPosition(line: 1, column: 1))
        #expect(TextPosition(offset: 3, in: bytes) == TextPosition(line: 2, column: 1))
        // Past the quote, the é and the 😀.
        #expect(TextPosition(offset: 10, in: bytes) == TextPosition(line: 2, column: 4))
        #expect(
            TextPosition(offset: bytes.count - 1, in: bytes) == TextPosition(line: 3, column: 2)
        )
    }
}

extension JSONSyntaxErrorTests {
    struct Wanted: CustomTestStringConvertible, Sendable {
        let kind: JSONKind
        let found: String
        var testDescription: String { "\(kind) where \(found) stands" }

        static let all = [
            Wanted(kind: .object, found: "[]"),
            Wanted(kind: .array, found: "{}"),
            Wanted(kind: .string, found: "1"),
            Wanted(kind: .number, found: "\"1\""),
            Wanted(kind: .boolean, found: "null"),
            Wanted(kind: .null, found: "true"),
        ]
    }

    /// A document with one fault, and the place of the fault.
    struct Faulty: CustomTestStringConvertible, Sendable {
        let bytes: [UInt8]
        let problem: JSONSyntaxError.Problem
        let position: TextPosition
        let testDescription: String

        init(_ text: String, _ problem: JSONSyntaxError.Problem, _ line: Int, _ column: Int) {
            self.init(Array(text.utf8), text, problem, line, column)
        }

        init(
            _ bytes: [UInt8],
            _ name: String,
            _ problem: JSONSyntaxError.Problem,
            _ line: Int,
            _ column: Int
        ) {
            self.bytes = bytes
            self.problem = problem
            position = TextPosition(line: line, column: column)
            testDescription = name
        }

        func error() -> JSONSyntaxError? {
            var cursor = JSONCursor(bytes, maximumDepth: 4)
            do throws(JSONSyntaxError) {
                try cursor.skip()
                try cursor.end()
                return nil
            } catch {
                return error
            }
        }

        static let all = structure + numbers + texts

        private static let structure = [
            Faulty("", .endsEarly, 1, 1),
            Faulty("  ", .endsEarly, 1, 3),
            Faulty("[1,\n 2", .endsEarly, 2, 3),
            Faulty("{\"a\"", .endsEarly, 1, 5),
            Faulty("\u{FEFF}{}", .byteOrderMark, 1, 1),
            Faulty("[[[[[]]]]]", .tooDeep(limit: 4), 1, 5),
            Faulty("{} {}", .moreAfterEnd, 1, 4),
            Faulty("[1]\n]", .moreAfterEnd, 2, 1),
            Faulty("1 2", .moreAfterEnd, 1, 3),
            Faulty("[1 2]", .expected("a comma or the closing bracket"), 1, 4),
            Faulty("[1}", .expected("a comma or the closing bracket"), 1, 3),
            Faulty("[1,]", .expected("a value after the comma"), 1, 4),
            Faulty("{\"a\":1,}", .expected("a value after the comma"), 1, 8),
            Faulty("[,1]", .expected("a value"), 1, 2),
            Faulty("{a: 1}", .expected("a name in quotes"), 1, 2),
            Faulty("{1: 1}", .expected("a name in quotes"), 1, 2),
            Faulty("{\"a\" 1}", .expected("a colon"), 1, 6),
            Faulty("{\"a\":}", .expected("a value"), 1, 6),
            Faulty("{\n  \"a\": nul\n}", .expected("null"), 2, 8),
            Faulty("tru", .expected("true"), 1, 1),
            Faulty("falsy", .expected("false"), 1, 1),
            Faulty("'a'", .expected("a value"), 1, 1),
            Faulty("NaN", .expected("a value"), 1, 1),
            Faulty("// note\n1", .expected("a value"), 1, 1),
            Faulty("truee", .moreAfterEnd, 1, 5),
            Faulty([0xA0, 0x31], "a blank that is not ASCII", .expected("a value"), 1, 1),
        ]

        private static let numbers = [
            Faulty("01", .malformedNumber, 1, 3),
            Faulty("-01", .malformedNumber, 1, 4),
            Faulty("00", .malformedNumber, 1, 3),
            Faulty("1.", .malformedNumber, 1, 3),
            Faulty("1.e3", .malformedNumber, 1, 3),
            Faulty("-", .malformedNumber, 1, 2),
            Faulty("-.5", .malformedNumber, 1, 2),
            Faulty("1e", .malformedNumber, 1, 3),
            Faulty("1e+", .malformedNumber, 1, 4),
            Faulty("[1,\n -x]", .malformedNumber, 2, 3),
            Faulty("+1", .expected("a value"), 1, 1),
            Faulty(".5", .expected("a value"), 1, 1),
            Faulty("0x1F", .moreAfterEnd, 1, 2),
            Faulty("1_000", .moreAfterEnd, 1, 2),
        ]

        private static let texts = [
            Faulty("\"a", .endsEarly, 1, 3),
            Faulty("\"a\\", .endsEarly, 1, 4),
            Faulty("\"a\u{1}\"", .controlCharacter, 1, 3),
            Faulty("\"a\n\"", .controlCharacter, 1, 3),
            Faulty("{\"a\tb\": 1}", .controlCharacter, 1, 4),
            Faulty(#""\x""#, .unknownEscape, 1, 3),
            Faulty(#""\u12G4""#, .unknownEscape, 1, 6),
            Faulty(#""\u12"#, .endsEarly, 1, 6),
            Faulty(#""\U0041""#, .unknownEscape, 1, 3),
            Faulty(#""\ud83d""#, .loneSurrogate, 1, 8),
            Faulty(#""\ude00""#, .loneSurrogate, 1, 8),
            Faulty(#""\ude00\ud83d""#, .loneSurrogate, 1, 8),
            Faulty(#""\ude00\ude00""#, .loneSurrogate, 1, 8),
            Faulty(#""\ud83dx""#, .loneSurrogate, 1, 8),
            Faulty(#""\ud83d\n""#, .loneSurrogate, 1, 9),
            Faulty(#""\ud83d\u0041""#, .loneSurrogate, 1, 14),
            Faulty(#""\ud83d\ud83d""#, .loneSurrogate, 1, 14),
        ]
    }
}

extension JSONSyntaxErrorTests {
    @Test("is raised for bytes that are not UTF-8", arguments: Mangled.all)
    func mangled(_ mangled: Mangled) {
        let text = [UInt8(ascii: "\"")] + mangled.bytes + [UInt8(ascii: "\"")]
        var value = JSONCursor(text, maximumDepth: 1)
        var name = JSONCursor(
            [UInt8(ascii: "{")] + text + Array(":1}".utf8),
            maximumDepth: 1
        )

        #expect(throws: JSONSyntaxError.self) { try value.string() }
        let error = #expect(throws: JSONSyntaxError.self) { try name.skip() }
        #expect(error?.problem == .notUTF8)
    }

    struct Mangled: CustomTestStringConvertible, Sendable {
        let bytes: [UInt8]
        let testDescription: String

        static let all = [
            Mangled(bytes: [0xFF], testDescription: "a byte of no character"),
            Mangled(bytes: [0x80], testDescription: "a continuation alone"),
            Mangled(bytes: [0xC3], testDescription: "a character cut short"),
            Mangled(bytes: [0xC0, 0xAF], testDescription: "an overlong slash"),
            Mangled(bytes: [0xED, 0xA0, 0x80], testDescription: "a surrogate as bytes"),
            Mangled(bytes: [0xF4, 0x90, 0x80, 0x80], testDescription: "above the last character"),
            Mangled(bytes: [0xE9], testDescription: "é of Latin 1"),
        ]
    }
}
