/// Cuts a stream of bytes into lines, however it arrives, and holds no more than one line of it.
///
/// ```swift
/// var cutter = LineCutter(maximumBytes: 65_536)
/// cutter.lines(of: Array("{}\n{\"a\"".utf8))  // {}
/// cutter.lines(of: Array(": 1}\n".utf8))      // {"a": 1}
/// cutter.rest()                               // nothing
/// ```
package struct LineCutter: Sendable {
    /// A line without the line feed that ends it.
    package enum Line: Hashable, Sendable {
        case text([UInt8])
        /// A line that holds more bytes than are kept of one.
        case tooLong

        /// The bytes that are kept of it.
        package var bytes: [UInt8] {
            switch self {
            case .text(let bytes): bytes
            case .tooLong: []
            }
        }
    }

    private let maximumBytes: Int
    private var begun: [UInt8] = []
    /// Whether more of the line came than is kept.
    private var isTooLong = false

    /// Creates a cutter that stands at the beginning of a line.
    ///
    /// - Parameter maximumBytes: The most bytes that a line may hold.
    package init(maximumBytes: Int) {
        self.maximumBytes = maximumBytes
    }

    /// The lines that some more bytes bring to their end.
    package mutating func lines(of block: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while let end = LineCutter.lineEnd(in: block, from: start) {
            add(block[start..<end])
            lines.append(take())
            start = end + 1
        }
        add(block[start...])
        return lines
    }

    /// Where the next line feed of a block stands.
    private static func lineEnd(in block: [UInt8], from start: Int) -> Int? {
        let bytes = block.span
        let step = 64
        var offset = start
        // Whether there is one among the next bytes is asked of all of them together: the least
        // difference of many bytes is an instruction of the processor, the first that is one is not.
        while offset + step <= bytes.count {
            let part = bytes.extracting(offset..<(offset + step))
            var least = UInt8.max
            for index in 0..<step { least = min(least, part[index] ^ UInt8(ascii: "\n")) }
            if least == 0 { break }
            offset += step
        }
        return (offset..<bytes.count).first { bytes[$0] == UInt8(ascii: "\n") }
    }

    /// The last line, where none ended it.
    package mutating func rest() -> Line? {
        begun.isEmpty && !isTooLong ? nil : take()
    }

    private mutating func add(_ part: ArraySlice<UInt8>) {
        guard !isTooLong, begun.count + part.count <= maximumBytes else {
            isTooLong = true
            begun = []
            return
        }
        begun += part
    }

    private mutating func take() -> Line {
        defer {
            begun = []
            isTooLong = false
        }
        return isTooLong ? .tooLong : .text(begun)
    }
}
