import FeeScheduleStore
import FoundationEssentials
import PriceTableFiles
import Testing

@Suite("The audit log")
struct AuditLogTests {
    private let scratch = ScratchStore()

    private func log() throws -> AuditLog { AuditLog(try scratch.bytes("audit.jsonl")) }

    private func threeLines() throws -> [UInt8] {
        let store = try scratch.open()
        for number in 1...3 {
            try store.record(
                "checked",
                at: "2026-11-26T21:0\(number):00Z",
                [.init("source", .text("harbor"))]
            )
        }
        return try scratch.bytes("audit.jsonl")
    }

    @Test("chains its lines")
    func chain() throws {
        _ = try threeLines()
        #expect(try log().findings == [])
        #expect(try log().entries.map(\.at).last == "2026-11-26T21:03:00Z")
        #expect(try log().entries.count == 3)
    }

    @Test("tells of every change to a line that others follow")
    func changed() throws {
        let bytes = try threeLines()
        let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
        var told = 0
        for index in 0..<ends[1] {
            var changed = bytes
            changed[index] ^= 1
            #expect(!AuditLog(changed).findings.isEmpty, "byte \(index)")
            told += 1
        }
        #expect(told > 200)
    }

    @Test("tells of a line that was taken out")
    func removed() throws {
        let lines = try threeLines().split(separator: UInt8(ascii: "\n"))
        let text = Array(lines[0]) + [10] + Array(lines[2]) + [10]
        #expect(
            AuditLog(text).findings == [
                "line 2 does not follow from the line before it; no command mends that: look who "
                    + "could change the file, and put back a copy from before it"
            ]
        )
    }

    @Test("says of a last line that nobody can read that the next run marks it")
    func unreadable() throws {
        let bytes = try threeLines() + Array("nonsense\n".utf8)
        #expect(
            AuditLog(bytes).findings == ["line 4 is not a line of the log; the next run marks it"]
        )
        try scratch.write(bytes, to: "audit.jsonl")
        try scratch.open().record("checked", at: "2026-11-26T22:00:00Z", [])
        #expect(try log().findings == [])
    }

    @Test("keeps and marks a line that was cut off, at every length")
    func torn() throws {
        let bytes = try threeLines()
        let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
        for length in (ends[1] + 2)..<ends[2] {
            try scratch.write(Array(bytes[..<length]), to: "audit.jsonl")
            try scratch.open().record("checked", at: "2026-11-26T22:00:00Z", [])
            let after = try log()
            #expect(after.findings == [])
            #expect(after.entries.map(\.event) == ["checked", "checked", "torn", "checked"])
            #expect(try scratch.bytes("audit.jsonl").starts(with: bytes[..<length]))
        }
    }

    @Test("settles what a killed run began, by what the link says")
    func settles() throws {
        let first = ScratchStore.snapshot("41.00")
        try scratch.install(first)
        // Killed after the link was swapped: the log ends with the intent.
        var text = String(decoding: try scratch.bytes("audit.jsonl"), as: UTF8.self)
        let lines = text.split(separator: "\n")
        try scratch.write(Array((lines[0] + "\n").utf8), to: "audit.jsonl")
        #expect(try scratch.open().settle(at: "2026-11-26T22:00:00Z") == first.id)
        #expect(try log().entries.map(\.event) == ["intent", "confirmed"])
        #expect(try scratch.open().settle(at: "2026-11-26T22:00:00Z") == nil)

        // Killed before it was swapped.
        text = text.replacing(first.id, with: String(repeating: "a", count: 64))
        let intent = text.split(separator: "\n")[0]
        try scratch.write(Array((intent + "\n").utf8), to: "audit.jsonl")
        #expect(try scratch.open().settle(at: "2026-11-26T22:00:00Z") == nil)
        #expect(try log().entries.map(\.event) == ["intent", "abandoned"])
    }
}
