import CareModel
import PriceTableFiles
import QuoteDocuments
import TestSupport

/// A batch of a test: blocks that arrive one after another, and all that was written.
struct BatchInMemory: BatchStream {
    /// Whoever reads the answers has gone.
    struct ReaderGone: Error {}

    var blocks: [[UInt8]]
    var isReady = true
    /// After how many writes the reader goes.
    var mostWrites = Int.max
    private(set) var written: [UInt8] = []
    private(set) var warnings: [String] = []
    private(set) var tally = BatchTally()
    private(set) var writes = 0
    /// How many lines were answered when each block was read.
    private(set) var answeredAtReads: [Int] = []

    init(_ text: String) {
        blocks = [Array(text.utf8)]
    }

    init(blocks: [[UInt8]]) {
        self.blocks = blocks
    }

    mutating func read() throws(ReaderGone) -> [UInt8] {
        answeredAtReads.append(tally.lines)
        return blocks.isEmpty ? [] : blocks.removeFirst()
    }

    mutating func write(_ bytes: [UInt8]) throws(ReaderGone) {
        guard writes < mostWrites else { throw ReaderGone() }
        writes += 1
        written += bytes
    }

    mutating func note(_ tally: BatchTally, warnings: [String]) {
        self.tally = tally
        self.warnings += warnings
    }

    /// The answers, a line each.
    var lines: [String] {
        String(decoding: written, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    func answers() throws -> [JSONValue] {
        try lines.map { try JSONValue(Array($0.utf8)) }
    }

    /// Runs a batch on the repository's tables.
    mutating func run(
        jobs: Int = 2,
        form: BatchAnswers.Form = .quotes,
        words: Words = Words(),
        isStopped: @escaping @Sendable () -> Bool = { false }
    ) async throws -> BatchTally {
        let memory = TableMemory(of: TableFolder(Repository.tables))
        let maker = QuoteMaker(remembering: memory, today: Desk.today)
        let answers = BatchAnswers(maker, words: words, form: form)
        return try await Batch(answers, jobs: jobs, isStopped: isStopped).run(on: &self)
    }
}
