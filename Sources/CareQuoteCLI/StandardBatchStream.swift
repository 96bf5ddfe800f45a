import HostSystem
import QuoteDocuments

/// A batch from a file or standard input to standard output, with its progress on a terminal.
struct StandardBatchStream: BatchStream {
    /// The most bytes that are read at once.
    private static let blockBytes = 1 << 18
    /// The most different warnings that are told; a million lines can have one each.
    private static let mostWarnings = 20

    private let input: HostInput
    private let showsProgress = StandardStream.error.isTerminal
    private var shown = ContinuousClock.now
    private var isDrawn = false
    private var told: Set<String> = []

    init(_ input: HostInput) {
        self.input = input
    }

    var isReady: Bool { input.isReady() }

    /// Waits for the next bytes; a signal to end is the end.
    mutating func read() throws(HostFileError) -> [UInt8] {
        while !input.isReady(within: 100) {
            guard TerminationSignals.received == nil else { return [] }
        }
        return try input.read(atMost: StandardBatchStream.blockBytes)
    }

    mutating func write(_ bytes: [UInt8]) throws(HostFileError) {
        try StandardStream.output.write(bytes)
    }

    mutating func note(_ tally: BatchTally, warnings: [String]) {
        for warning in warnings where told.count < StandardBatchStream.mostWarnings {
            guard told.insert(warning).inserted else { continue }
            tell("carequote: warning: \(warning)\n")
            if told.count == StandardBatchStream.mostWarnings {
                tell("carequote: warning: more are not shown\n")
            }
        }
        guard showsProgress, ContinuousClock.now - shown > .milliseconds(200) else { return }
        shown = .now
        erase()
        tell("carequote: \(tally.lines) lines, \(tally.failures) wrong")
        isDrawn = true
    }

    /// The batch ends.
    mutating func end() { erase() }

    private mutating func erase() {
        guard isDrawn else { return }
        write("\r" + String(repeating: " ", count: 70) + "\r")
        isDrawn = false
    }

    private mutating func tell(_ text: String) {
        erase()
        write(text)
    }

    private func write(_ text: String) {
        // Where even standard error is closed, the answers are all that is left to give.
        try? StandardStream.error.write(Array(text.utf8))
    }
}
