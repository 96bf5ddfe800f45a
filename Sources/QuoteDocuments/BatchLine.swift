package import JSONText

/// A line of a batch with its number, from 1.
package struct BatchLine: Hashable, Sendable {
    package let number: Int
    package let text: LineCutter.Line

    package init(number: Int, text: LineCutter.Line) {
        self.number = number
        self.text = text
    }
}

/// Lines that came and that nobody answers yet, in shares of a size that one task takes at once.
struct BatchLines {
    /// The most lines, and about the most bytes, that one task takes at once.
    private static let (shareLines, shareBytes) = (128, 1 << 20)

    private var cutter: LineCutter
    private var shares: [[BatchLine]] = []
    private var begun: [BatchLine] = []
    private var begunBytes = 0
    private var count = 0

    init(maximumBytes: Int) {
        cutter = LineCutter(maximumBytes: maximumBytes)
    }

    /// Whether a whole share waits, so that nothing more need be read.
    var holdsShare: Bool { !shares.isEmpty }

    /// Takes in the next bytes.
    mutating func add(_ block: [UInt8]) {
        for line in cutter.lines(of: block) { add(line) }
    }

    /// Takes in the end, which may end a line.
    mutating func end() {
        if let line = cutter.rest() { add(line) }
    }

    /// The next lines to answer together.
    ///
    /// - Parameter hurries: Whether a share that is not full is given too.
    /// - Returns: The lines; nothing where there are not enough.
    mutating func next(hurries: Bool) -> [BatchLine]? {
        if hurries, shares.isEmpty { closeShare() }
        return shares.isEmpty ? nil : shares.removeFirst()
    }

    private mutating func add(_ line: LineCutter.Line) {
        count += 1
        begun.append(BatchLine(number: count, text: line))
        begunBytes += line.bytes.count
        if begun.count >= BatchLines.shareLines || begunBytes >= BatchLines.shareBytes {
            closeShare()
        }
    }

    private mutating func closeShare() {
        guard !begun.isEmpty else { return }
        shares.append(begun)
        begun = []
        begunBytes = 0
    }
}
