import JSONText
import TestSupport
import Testing

@Suite("A line cutter")
struct LineCutterTests {
    private func lines(_ text: String, inBlocksOf size: Int, maximumBytes: Int = 100) -> [String] {
        var cutter = LineCutter(maximumBytes: maximumBytes)
        let bytes = Array(text.utf8)
        var lines: [LineCutter.Line] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            lines += cutter.lines(of: Array(bytes[start..<min(start + size, bytes.count)]))
        }
        if let rest = cutter.rest() { lines.append(rest) }
        return lines.map { line in
            switch line {
            case .text(let bytes): String(decoding: bytes, as: UTF8.self)
            case .tooLong: "too long"
            }
        }
    }

    @Test("gives the same lines in whatever blocks they arrive", arguments: 1...20)
    func blocks(_ size: Int) {
        let lines = lines("{}\n\n{\"a\": 1}\r\nlast", inBlocksOf: size)

        #expect(lines == ["{}", "", "{\"a\": 1}\r", "last"])
    }

    @Test("ends no line at the end of a stream that a line break ends")
    func finalBreak() {
        #expect(lines("a\n", inBlocksOf: 5) == ["a"])
        #expect(lines("a\n\n", inBlocksOf: 5) == ["a", ""])
        #expect(lines("", inBlocksOf: 5) == [])
    }

    @Test("passes over a line above the limit, and goes on with the next", arguments: 1...12)
    func limit(_ size: Int) {
        let lines = lines("1234\n12345\n1234\n123456789", inBlocksOf: size, maximumBytes: 4)

        #expect(lines == ["1234", "too long", "1234", "too long"])
    }

    @Test("keeps bytes that are no text as they are")
    func anyBytes() {
        var cutter = LineCutter(maximumBytes: 10)

        #expect(cutter.lines(of: [0, 0xFF, 0x0A]) == [.text([0, 0xFF])])
    }

    @Test("finds a line break wherever it stands in a block", arguments: 0..<200)
    func place(_ place: Int) {
        var cutter = LineCutter(maximumBytes: 1_000)
        var block = [UInt8](repeating: UInt8(ascii: "a"), count: 200)
        block[place] = UInt8(ascii: "\n")
        let first = cutter.lines(of: block)
        #expect(first == [.text(Array(block[..<place]))])
        #expect(cutter.rest() == (place == 199 ? nil : .text(Array(block[(place + 1)...]))))
    }

    @Test("takes no other byte for a line break", arguments: UInt8.min...UInt8.max)
    func otherBytes(_ byte: UInt8) {
        var cutter = LineCutter(maximumBytes: 1_000)
        let block = [UInt8](repeating: byte, count: 130)
        #expect(cutter.lines(of: block).count == (byte == UInt8(ascii: "\n") ? 130 : 0))
    }
}
