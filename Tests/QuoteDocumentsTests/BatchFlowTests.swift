import PriceTableFiles
import QuoteDocuments
import Synchronization
import TestSupport
import Testing

@Suite("The flow of a batch")
struct BatchFlowTests {
    /// Blocks of 100 lines that are wrong, which is quick to find.
    private func wrongLines(blocks: Int) -> BatchInMemory {
        let block = Array(String(repeating: "{}\n", count: 100).utf8)
        return BatchInMemory(blocks: Array(repeating: block, count: blocks))
    }

    /// Two tasks hold at most eight shares of 128 lines that are begun, the rest of a block of 100,
    /// and a share of the blocks before: below 1,024 + 100 + 128.
    @Test("holds no more lines at once, however many there are", arguments: [30, 300])
    func boundedMemory(_ blocks: Int) async throws {
        var batch = wrongLines(blocks: blocks)
        let tally = try await batch.run(jobs: 2)

        #expect(tally.lines == blocks * 100)
        let ahead = batch.answeredAtReads.enumerated().map { $0 * 100 - $1 }
        #expect(try #require(ahead.max()) < 1_024 + 100 + 128)
    }

    @Test("answers what has come before it waits for more")
    func answersBeforeWaiting() async throws {
        let request = Array((RequestText().json + "\n").utf8)
        var batch = BatchInMemory(blocks: Array(repeating: request, count: 5))
        batch.isReady = false
        let tally = try await batch.run(jobs: 4)

        #expect(tally.lines == 5)
        #expect(batch.answeredAtReads == [0, 1, 2, 3, 4, 5])
    }

    @Test("ends after whole lines where it is asked to, with no line left out between")
    func stops() async throws {
        let asked = Atomic(0)
        var batch = wrongLines(blocks: 50)
        let tally = try await batch.run(jobs: 2) {
            asked.add(1, ordering: .relaxed).newValue > 1_000
        }

        #expect((1..<5_000).contains(tally.lines))
        let numbers = try batch.answers().map { $0["error"]?["line"] }
        #expect(numbers == (1...tally.lines).map { .number("\($0)") })
        #expect(batch.written.last == UInt8(ascii: "\n"))
    }

    @Test("ends where its reader has gone")
    func readerGone() async throws {
        var batch = wrongLines(blocks: 50)
        batch.mostWrites = 3

        await #expect(throws: BatchInMemory.ReaderGone.self) { try await batch.run() }
        // The header, which is empty here, and two shares of 128 lines.
        #expect(batch.lines.count == 256)
    }

    @Test("tells what a person should look at, though a quote was made")
    func warnings() async throws {
        let line = RequestText(
            visits: RequestText.visit("2026-11-23", RequestText.service(#", "modifiers": ["ZZ"]"#))
        ).json
        var batch = BatchInMemory(line)
        _ = try await batch.run()

        #expect(batch.warnings == (try Desk.quote(line).warnings.map(\.description)))
        #expect(batch.warnings.count == 1)
    }
}
