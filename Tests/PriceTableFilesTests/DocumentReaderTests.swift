import CareModel
import JSONText
import PriceTableFiles
import Testing

@Suite("A document reader")
struct DocumentReaderTests {
    private enum Name: String, CaseIterable {
        case start, amount, note
        case slashed = "a/b~c"
    }

    /// What a pass over a small document gave.
    private struct Pass {
        var start: CalendarDate?
        var amount: Money?
        var note: String?
        let lines: [String]

        init(_ json: String, required: [Name] = []) {
            let reader = DocumentReader(Array(json.utf8))
            var start: CalendarDate?
            var amount: Money?
            var note: String?
            reader.object(Name.self, required: required) { name in
                switch name {
                case .start: start = reader.date()
                case .amount, .slashed: amount = reader.money()
                case .note: note = reader.words()
                }
            }
            reader.end()
            self.start = start
            self.amount = amount
            self.note = note
            lines = reader.findings.map(\.description)
        }
    }

    @Test("reads the names of an object in any order")
    func anyOrder() {
        let pass = Pass(#"{"note": "a", "amount": 25, "start": "2026-11-23"}"#)

        #expect(pass.lines == [])
        #expect(pass.note == "a")
        #expect(pass.amount == Money(cents: 25_00))
        #expect(pass.start == CalendarDate(year: 2026, month: 11, day: 23))
    }

    @Test("asks whether a name that is nearly right was meant")
    func suggestion() {
        #expect(
            Pass(#"{"amonut": 1}"#).lines == [
                "/amonut: is not a name that is known here. Did you mean \"amount\"?"
            ]
        )
    }

    @Test("lists the names that it knows where none is near")
    func noSuggestion() {
        #expect(
            Pass(#"{"visitors": 1}"#).lines == [
                "/visitors: is not a name that is known here. Leave it out; "
                    + "known are: start, amount, note, a/b~c"
            ]
        )
    }

    @Test("refuses a name that stands twice and keeps the first value")
    func duplicate() {
        let pass = Pass(#"{"amount": 1, "note": "a", "amount": 2}"#)

        #expect(pass.lines == ["/amount: stands twice in the same object. Write it once"])
        #expect(pass.amount == Money(cents: 1_00))
    }

    @Test("takes null for absent")
    func null() {
        #expect(Pass(#"{"amount": null}"#).lines == [])
        #expect(Pass(#"{"amount": null}"#).amount == nil)
        #expect(
            Pass(#"{"amount": null}"#, required: [.amount]).lines
                == ["/amount: is missing. Write it here"]
        )
    }

    @Test("writes a slash and a tilde in a pointer as RFC 6901 does")
    func pointer() {
        // RFC 6901, section 3: "~" becomes "~0" and "/" becomes "~1".
        #expect(
            Pass(#"{"a/b~c": "x"}"#).lines.map { $0.prefix(8) } == ["/a~1b~0c"]
        )
    }

    @Test("finds every error in one pass, each with its place, and reads on after it")
    func everyError() {
        let reader = DocumentReader(
            Array(
                """
                {
                  "start": "2026-02-30",
                  "begin": 1,
                  "amount": 45.10,
                  "note": "read on"
                }
                """.utf8
            )
        )
        var note: String?
        reader.object(Name.self, required: [.start, .slashed]) { name in
            switch name {
            case .start: _ = reader.date()
            case .amount, .slashed: _ = reader.money()
            case .note: note = reader.words()
            }
        }
        reader.end()

        #expect(note == "read on")
        #expect(reader.findings.map(\.pointer) == ["/start", "/begin", "/amount", "/a~1b~0c"])
        #expect(reader.findings.map(\.position.line) == [2, 3, 4, 1])
        #expect(reader.findings.map(\.found) == ["\"2026-02-30\"", "", "45.10", ""])
    }

    @Test("stops where the text is not JSON, with line and column")
    func notJSON() {
        let pass = Pass("{\n  \"start\": \"bad\",\n  \"amount\" 1, \"b\": 2}")

        // Two blanks and the eight characters of "amount" in quotes come before column 12.
        #expect(
            pass.lines == [
                "/start: \"bad\" is not a day of the calendar. "
                    + "Write YYYY-MM-DD, such as \"2026-11-23\"",
                "line 3, column 12: this is not a colon. Write a colon here",
            ]
        )
    }

    @Test("refuses a second value after the end")
    func moreAfterEnd() {
        #expect(
            Pass("{} {}").lines == [
                "line 1, column 4: something follows the end of the document. "
                    + "Write one value only"
            ]
        )
    }

    @Test("refuses another kind of document")
    func otherKind() {
        #expect(Pass("7").lines == ["line 1, column 1: 7 is not an object. Write an object here"])
        #expect(
            Pass("[]").lines.map { $0.hasSuffix("is not an object. Write an object here") } == [
                true
            ]
        )
    }

    @Test("cuts a long value short in its message")
    func longValue() {
        let text = String(repeating: "9", count: 100)
        let lines = Pass("{\"amount\": \"\(text)\"}").lines

        #expect(lines.count == 1)
        #expect(lines.allSatisfy { $0.hasPrefix("/amount: \"999") && $0.contains("9… is not") })
    }

    @Test("counts the elements of a list", arguments: [0, 4])
    func listCount(_ count: Int) {
        let elements = Array(repeating: "1", count: count).joined(separator: ", ")
        let reader = DocumentReader(Array("[\(elements)]".utf8))
        var read = 0
        reader.list(1...3, of: "teeth") { _ in
            _ = reader.integer(in: 0...9, of: "teeth")
            read += 1
        }

        #expect(read == min(count, 3))
        #expect(reader.findings.map(\.message) == ["holds \(count) teeth. Write 1 to 3"])
    }
}
