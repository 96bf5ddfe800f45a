import JSONText
import TestSupport
import Testing

@Suite("Generated JSON text")
struct JSONPropertyTests {
    @Test("reads back as the value that was written", arguments: JSONWriter.Layout.all)
    func roundTrip(_ layout: JSONWriter.Layout) throws {
        for seed in 0..<3_000 {
            var random = SplitMix64(seed: UInt64(seed))
            let tree = JSONValue.random(depth: 5, using: &random)
            let written = tree.bytes(layout)
            let read = try JSONValue(written, maximumDepth: 16)

            try #require(read.bytes(layout) == written, "seed \(seed)")
            if layout != .canonical { try #require(read == tree, "seed \(seed)") }
        }
    }

    @Test("is the same canonical text in whatever order it is written")
    func canonical() throws {
        for seed in 0..<3_000 {
            var random = SplitMix64(seed: UInt64(seed))
            let tree = JSONValue.random(depth: 5, using: &random)
            let canonical = tree.bytes(.canonical)

            try #require(
                tree.shuffled(using: &random).bytes(.canonical) == canonical,
                "seed \(seed)"
            )
            let indented = try JSONValue(tree.bytes(.indented), maximumDepth: 16)
            try #require(indented.bytes(.canonical) == canonical, "seed \(seed)")
        }
    }

    @Test("is passed over exactly as it is read")
    func skipping() throws {
        for seed in 0..<3_000 {
            var random = SplitMix64(seed: UInt64(seed))
            let bytes = JSONValue.random(depth: 5, using: &random).bytes(.indented)
            var cursor = JSONCursor(bytes, maximumDepth: 16)

            try cursor.skip()
            try #require(cursor.offset == bytes.count, "seed \(seed)")
        }
    }

    @Test("cut short anywhere is an error at its end")
    func truncation() {
        let text = #"""
            {"a": [1, -2.5e+3, "\u00e9\ud83d\ude00\n", true, false, null], "é": {"b": {}, "c": []}}
            """#
        let bytes = Array(text.utf8)
        for length in 0..<bytes.count {
            let error = #expect(throws: JSONSyntaxError.self) {
                try JSONValue(Array(bytes.prefix(length)), maximumDepth: 16)
            }
            #expect(error?.position.line == 1, "the first \(length) bytes")
            #expect((error?.position.column ?? 0) <= length + 1, "the first \(length) bytes")
        }
    }

    @Test("with any byte changed is either read or refused, and reads the same twice")
    func mutation() {
        var refused = 0
        for seed in 0..<5_000 {
            var random = SplitMix64(seed: UInt64(seed))
            var bytes = JSONValue.random(depth: 4, using: &random).bytes(.indented)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                default: if bytes.count > 1 { bytes.remove(at: place) }
                }
            }
            do throws(JSONSyntaxError) {
                let tree = try JSONValue(bytes, maximumDepth: 16)
                let again = try JSONValue(tree.bytes(.compact), maximumDepth: 16)
                #expect(again == tree, "seed \(seed)")
            } catch {
                refused += 1
                let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
                #expect((1...lines).contains(error.position.line), "seed \(seed)")
            }
        }
        // Most changes break the text; were none refused, nothing would have been checked.
        #expect(refused > 1_000)
    }
}
