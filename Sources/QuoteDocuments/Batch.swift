import CareModel

/// Answers a stream of requests line by line, in their order, on several cores.
///
/// What is held at any time does not depend on the number of lines: a block that was read, and a
/// window of lines whose answers are made or wait for those before them.
package struct Batch: Sendable {
    private let answers: BatchAnswers
    private let jobs: Int
    private let isStopped: @Sendable () -> Bool

    /// Creates a batch.
    ///
    /// - Parameters:
    ///   - answers: Answers a line.
    ///   - jobs: How many tasks answer at once.
    ///   - isStopped: Whether it was asked to end after the lines that are answered.
    package init(
        _ answers: BatchAnswers,
        jobs: Int,
        isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
        self.answers = answers
        self.jobs = max(1, jobs)
        self.isStopped = isStopped
    }

    /// Answers every line of a stream.
    ///
    /// - Parameter stream: Where lines come from and answers go.
    /// - Returns: What was answered.
    /// - Throws: What the stream throws; whole answers are written before it.
    package func run<Stream: BatchStream>(
        on stream: inout Stream
    ) async throws(Stream.Failure) -> BatchTally {
        let result = await withTaskGroup(of: AnsweredShare.self) { group in
            let result = await run(on: &stream, with: &group)
            group.cancelAll()
            return result
        }
        return try result.get()
    }

    private func run<Stream: BatchStream>(
        on stream: inout Stream,
        with group: inout TaskGroup<AnsweredShare>
    ) async -> Result<BatchTally, Stream.Failure> {
        var lines = BatchLines(maximumBytes: DocumentLimits.lineBytes)
        var order = AnswerOrder(window: 4 * jobs)
        var tally = BatchTally()
        var running = 0
        var isAtEnd = false
        do throws(Stream.Failure) {
            try stream.write(answers.header)
            while true {
                while running < jobs, order.hasRoom, !isStopped(),
                    let share = lines.next(hurries: isAtEnd || !stream.isReady)
                {
                    start(share, as: order.begin(), in: &group)
                    running += 1
                }
                let wantsMore = !isAtEnd && !isStopped() && !lines.holdsShare
                if wantsMore, running == 0 || stream.isReady {
                    let block = try stream.read()
                    isAtEnd = block.isEmpty
                    if isAtEnd { lines.end() } else { lines.add(block) }
                    continue
                }
                guard let share = await group.next() else { return .success(tally) }
                running -= 1
                order.end(share)
                while let share = order.next() {
                    try stream.write(share.bytes)
                    tally.add(share)
                    stream.note(tally, warnings: share.warnings)
                }
            }
        } catch {
            return .failure(error)
        }
    }

    private func start(
        _ lines: [BatchLine],
        as number: Int,
        in group: inout TaskGroup<AnsweredShare>
    ) {
        group.addTask {
            var share = AnsweredShare(number: number)
            let asked = lines.lazy.prefix { _ in !isStopped() && !Task.isCancelled }
            answers.answer(asked) { share.add($0) }
            share.isWhole = share.lines == lines.count
            return share
        }
    }
}

/// Where the lines of a batch come from, and where its answers go.
package protocol BatchStream {
    /// Why it can break.
    associatedtype Failure: Error

    /// Whether there is something to read without a wait.
    var isReady: Bool { get }

    /// Waits for the next bytes; none is the end.
    mutating func read() throws(Failure) -> [UInt8]

    /// Takes some whole answers.
    mutating func write(_ bytes: [UInt8]) throws(Failure)

    /// Hears how far the batch is, and what a person should look at.
    mutating func note(_ tally: BatchTally, warnings: [String])
}

/// What a batch has answered.
package struct BatchTally: Hashable, Sendable {
    /// The lines that are answered.
    package private(set) var lines = 0
    /// Those of them that are wrong.
    package private(set) var failures = 0

    /// Creates a tally of nothing.
    package init() {}

    mutating func add(_ share: AnsweredShare) {
        lines += share.lines
        failures += share.failures
    }
}
