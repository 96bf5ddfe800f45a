import CurlTransfer
import HostSystem

/// Progress on standard error: a bar with bytes and rate on a terminal, a line a stage otherwise.
final class ProgressLine {
    private let isTerminal = StandardStream.error.isTerminal
    private var received: [Int: Int] = [:]
    private var expected: [Int: Int] = [:]
    private var began = ContinuousClock.now
    private var shown = ContinuousClock.now
    private var isDrawn = false

    /// A stage begins.
    func tell(_ words: String) {
        end()
        write("carequote-refresh: \(words)\n")
        received = [:]
        expected = [:]
        began = .now
    }

    /// Some bytes came.
    func show(_ progress: TransferProgress) {
        guard isTerminal else { return }
        received[progress.index] = progress.receivedBytes
        if let bytes = progress.expectedBytes { expected[progress.index] = bytes }
        guard ContinuousClock.now - shown > .milliseconds(100) else { return }
        shown = .now
        let sum = received.values.reduce(0, +)
        let whole = max(expected.values.reduce(0, +), sum, 1)
        let filled = 30 * sum / whole
        let bar =
            String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
        let seconds = max(1, Int((ContinuousClock.now - began).components.seconds))
        write("\r[\(bar)] \(sum / 1_024) KiB, \(sum / 1_024 / seconds) KiB/s ")
        isDrawn = true
    }

    /// A stage ends.
    func end() {
        guard isDrawn else { return }
        write("\r" + String(repeating: " ", count: 70) + "\r")
        isDrawn = false
    }

    private func write(_ text: String) {
        try? StandardStream.error.write(Array(text.utf8))
    }
}
