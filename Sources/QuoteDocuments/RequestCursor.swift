import CareModel
import CareQuote

/// Reads through the text of a request without telling right JSON from wrong.
struct RequestCursor {
    private let text: [UInt8]
    /// Where it reads next.
    var offset = 0

    init(_ text: [UInt8]) {
        self.text = text
    }

    var isAtEnd: Bool { offset == text.count }

    /// The byte that stands here; nothing at the end.
    var next: UInt8? { offset < text.count ? text[offset] : nil }

    /// Passes over white space and a byte, if it is there.
    mutating func take(afterSpace byte: UInt8) -> Bool {
        skipSpace()
        guard offset < text.count, text[offset] == byte else { return false }
        offset += 1
        return true
    }

    mutating func skipSpace() {
        while offset < text.count,
            text[offset] == 0x20 || text[offset] == 0x09
                || text[offset] == 0x0A || text[offset] == 0x0D
        { offset += 1 }
    }

    /// Passes over a value of any kind, without telling right JSON from wrong.
    mutating func skip() -> Bool {
        skipSpace()
        var depth = 0
        while offset < text.count {
            switch text[offset] {
            case UInt8(ascii: "\""):
                guard skipText() else { return false }
                if depth == 0 { return true }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                offset += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard depth > 0 else { return false }
                depth -= 1
                offset += 1
                if depth == 0 { return true }
            case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D:
                guard depth > 0 else { return false }
                offset += 1
            default:
                guard skipWord() else { return false }
                if depth == 0 { return true }
            }
        }
        return false
    }

    /// Passes over a number or a word.
    private mutating func skipWord() -> Bool {
        let start = offset
        while offset < text.count, text[offset].isOfWord { offset += 1 }
        return offset > start
    }

    /// Passes over a text.
    mutating func skipText() -> Bool {
        guard offset < text.count, text[offset] == UInt8(ascii: "\"") else { return false }
        offset += 1
        while offset < text.count {
            switch text[offset] {
            case UInt8(ascii: "\""):
                offset += 1
                return true
            case UInt8(ascii: "\\"):
                guard offset + 1 < text.count, text[offset + 1] >= 0x20 else { return false }
                offset += 2
            case 0..<0x20: return false
            default: offset += 1
            }
        }
        return false
    }
}

extension RequestCursor {
    /// Passes over a value that begins here.
    ///
    /// - Returns: Its place, and whether it begins with a digit; nothing where white space or no
    ///   value stands here.
    mutating func value() -> (hole: RequestValues.Hole, beginsWithDigit: Bool)? {
        let start = offset
        skipSpace()
        guard offset == start, skip() else { return nil }
        let isText = text[start] == UInt8(ascii: "\"")
        let place = isText ? (start + 1)..<(offset - 1) : start..<offset
        return (
            RequestValues.Hole(value: place, isText: isText),
            !place.isEmpty && text[place.lowerBound].isDigit
        )
    }

    /// Passes over a visit of a kind, where one stands here.
    ///
    /// - Parameters:
    ///   - kind: The position of the kind.
    ///   - bytes: Where the text of the kind stands.
    ///   - before: What of it comes before the date.
    ///   - after: What of it comes after the date.
    /// - Returns: The visit and where its date stands; nothing where something else stands here.
    @inline(__always)
    mutating func visit(
        of kind: Int,
        _ bytes: [UInt8],
        before: Range<Int>,
        after: Range<Int>
    ) -> (visit: RepeatedCourse.Patient.Visit, dateStart: Int)? {
        let dateStart = offset + before.count
        let dateEnd = dateStart + CalendarDate.textLength
        guard isSame(as: bytes, before, at: offset), isSame(as: bytes, after, at: dateEnd),
            let date = CalendarDate(digits: text, at: dateStart)
        else { return nil }
        offset = dateEnd + after.count
        return ((kind, date), dateStart)
    }

    /// Passes over a part of another text, where the same stands here.
    mutating func take(_ part: Range<Int>, of other: [UInt8]) -> Bool {
        guard isSame(as: other, part, at: offset) else { return false }
        offset += part.count
        return true
    }

    /// Whether a part of another text stands at a place.
    @inline(__always)
    private func isSame(as other: [UInt8], _ part: Range<Int>, at start: Int) -> Bool {
        guard start + part.count <= text.count else { return false }
        let here = text.span.extracting(start..<(start + part.count))
        let there = other.span.extracting(part)
        // A processor compares many bytes at once, where all of them are compared; so the last ones
        // are compared with some of those before them again.
        let step = 64
        guard part.count >= step else { return difference(here, there, 0..<part.count) == 0 }
        var offset = 0
        while offset + step < part.count {
            guard difference(here, there, offset..<(offset + step)) == 0 else { return false }
            offset += step
        }
        return difference(here, there, (part.count - step)..<part.count) == 0
    }
}

/// What sets two texts apart in a part of them: 0 where nothing does.
@inline(__always)
private func difference(_ left: Span<UInt8>, _ right: Span<UInt8>, _ part: Range<Int>) -> UInt8 {
    let (left, right) = (left.extracting(part), right.extracting(part))
    var greatest: UInt8 = 0
    for index in 0..<part.count { greatest = max(greatest, left[index] ^ right[index]) }
    return greatest
}

extension UInt8 {
    /// Whether it can stand in a number or a word of JSON.
    fileprivate var isOfWord: Bool {
        isDigit || self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z")
            || self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z")
            || self == UInt8(ascii: "-") || self == UInt8(ascii: "+")
            || self == UInt8(ascii: ".")
    }
}
