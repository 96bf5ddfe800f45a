import HostSystem

/// The lines of a file, each checked for what no table may hold.
struct ContentText {
    /// A line without its end.
    struct Line {
        let number: Int
        let bytes: ArraySlice<UInt8>

        /// The column of a byte: characters are counted, from 1.
        func column(of offset: Int) -> Int {
            bytes[..<offset].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        }
    }

    /// The lines of a table that hold anything, in their order, as far as they were read.
    private(set) var lines: [Line] = []
    /// The numbers of the lines whose text cannot be used.
    private(set) var damaged: Set<Int> = []
    private let limits: ContentLimits
    private let isTable: Bool

    /// Cuts a file into lines and checks each.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - limits: How long a line may be, and how many rows may follow the first line.
    ///   - isTable: Whether each line is a row of a table; a document may be indented with tabs.
    ///   - findings: Where to note what is wrong.
    init(
        _ bytes: [UInt8],
        limits: ContentLimits,
        isTable: Bool,
        findings: inout ContentFindings
    ) {
        self.limits = limits
        self.isTable = isTable
        var rest = bytes[...]
        if bytes.starts(with: ContentEnvelope.byteOrderMark) {
            rest = rest.dropFirst(3)
            if !isTable {
                damaged.insert(1)
                findings.add(
                    line: 1,
                    column: 1,
                    found: "\\u{FEFF}",
                    "is a byte order mark, which JSON does not have. Save the document without one"
                )
            }
        }
        var number = 0
        var rows = -1
        var isLast = false
        while !isLast {
            let end = rest.firstIndex(of: 0x0A)
            let full = rest[..<(end ?? rest.endIndex)]
            rest = end.map { rest[($0 + 1)...] } ?? []
            isLast = end == nil
            number += 1
            let line = Line(number: number, bytes: full.last == 0x0D ? full.dropLast() : full)
            if isTable, line.bytes.isEmpty { continue }
            rows += 1
            if isTable, rows > limits.rows {
                findings.add(
                    line: number,
                    column: 1,
                    "row \(rows) stands here, and at most \(limits.rows) are read. "
                        + "Publish fewer rows"
                )
                return
            }
            check(line, &findings)
            if isTable { lines.append(line) }
        }
    }

    private mutating func check(_ line: Line, _ findings: inout ContentFindings) {
        if line.bytes.count > limits.lineBytes {
            if isTable { damaged.insert(line.number) }
            findings.add(
                line: line.number,
                column: 1,
                "the line holds \(line.bytes.count) bytes, and at most \(limits.lineBytes) are "
                    + "read. \(isTable ? "Shorten it" : "Break it into several")"
            )
        }
        guard let (offset, part, message) = firstProblem(of: line.bytes) else { return }
        damaged.insert(line.number)
        findings.add(
            line: line.number,
            column: line.column(of: offset),
            found: part.shown,
            message
        )
    }

    /// The first character of a line that no table may hold.
    private func firstProblem(of bytes: ArraySlice<UInt8>) -> (Int, UTF8Parts.Part, String)? {
        guard var offset = bytes.firstIndex(where: { !(0x20...0x7E).contains($0) }) else {
            return nil
        }
        for part in UTF8Parts(bytes[offset...]) {
            if let message = problem(part) { return (offset, part, message) }
            switch part {
            case .stray: offset += 1
            case .scalar(let scalar): offset += UTF8.width(scalar)
            }
        }
        return nil
    }

    private func problem(_ part: UTF8Parts.Part) -> String? {
        guard case .scalar(let scalar) = part else {
            return "is a byte that is not UTF-8. Save the file as UTF-8"
        }
        if scalar.isASCII {
            switch scalar.value {
            case 0x00: return "is a NUL. Save the file as UTF-8 text"
            case 0x09 where !isTable: return nil
            case 0x0D: return "is a carriage return without a line feed. End each line with both"
            default:
                return PrintableText.isHidden(scalar) ? "is a control character. Delete it" : nil
            }
        }
        return scalar.forbiddenWords.map { "is \($0). Delete it" }
    }
}

extension Unicode.Scalar {
    /// What the character is, where no text of a table may hold it.
    var forbiddenWords: String? {
        if isASCII { return PrintableText.isHidden(self) ? "a control character" : nil }
        if value == 0xFEFF { return "a byte order mark that is not the first of the file" }
        if properties.isBidiControl { return "a character that turns the order of the text" }
        return switch properties.generalCategory {
        case .control: "a control character"
        case .format, .lineSeparator, .paragraphSeparator: "a character that nobody sees"
        default: nil
        }
    }
}
