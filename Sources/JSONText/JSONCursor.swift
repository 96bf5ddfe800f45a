/// Reads JSON text value by value, in the order in which it stands (RFC 8259).
///
/// The caller asks for what it expects next, and decides what to do with anything else; nothing
/// is built that nobody asked for. Numbers stay text, so that `45.10` is read exactly.
///
/// ```swift
/// var cursor = JSONCursor(Array(#"{"units": 2}"#.utf8), maximumDepth: 32)
/// try cursor.beginObject()
/// while let key = try cursor.nextKey() {  // "units"
///     try cursor.number()                 // "2"
/// }
/// try cursor.end()
/// ```
package struct JSONCursor {
    /// A name in an object, with what the reader knows of it.
    package struct Key: Hashable, Sendable {
        package let name: String
        /// Whether the same name stands earlier in the same object.
        package let isDuplicate: Bool
        /// The byte at which the name begins.
        package let offset: Int
    }

    private struct Frame {
        let isObject: Bool
        var isFirst = true
        var names = JSONNames()
    }

    package let bytes: [UInt8]
    package let maximumDepth: Int
    /// The byte that is read next.
    package private(set) var offset = 0
    private var frames: [Frame] = []

    package init(_ bytes: [UInt8], maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    /// The kind of the value that comes next; white space before it is passed over.
    package mutating func kind() throws(JSONSyntaxError) -> JSONKind {
        if offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw error(.byteOrderMark) }
        skipSpace()
        switch try byte() {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        default: throw error(.expected("a value"))
        }
    }

    /// A cursor over the same bytes that stands at another value, in no object and no list.
    package func restarted(at offset: Int) -> JSONCursor {
        var cursor = JSONCursor(bytes, maximumDepth: maximumDepth)
        cursor.offset = offset
        return cursor
    }

    // MARK: Objects and lists

    /// Steps into an object; ``nextKey()`` then gives its names.
    package mutating func beginObject() throws(JSONSyntaxError) {
        try expect(.object)
        try enter(isObject: true)
    }

    /// The next name of the object that was stepped into, or nothing at its end.
    package mutating func nextKey() throws(JSONSyntaxError) -> Key? {
        guard try advance(closing: UInt8(ascii: "}")) else { return nil }
        guard try byte() == UInt8(ascii: "\"") else {
            throw error(.expected("a name in quotes"))
        }
        let start = offset
        let name = try text()
        skipSpace()
        guard try byte() == UInt8(ascii: ":") else { throw error(.expected("a colon")) }
        offset += 1
        let isNew = frames[frames.count - 1].names.insert(name)
        return Key(name: name, isDuplicate: !isNew, offset: start)
    }

    /// Steps into a list; ``nextElement()`` then tells whether a value follows.
    package mutating func beginArray() throws(JSONSyntaxError) {
        try expect(.array)
        try enter(isObject: false)
    }

    /// Whether the list that was stepped into holds another value; `false` leaves the list.
    package mutating func nextElement() throws(JSONSyntaxError) -> Bool {
        try advance(closing: UInt8(ascii: "]"))
    }

    // MARK: Single values

    /// Reads text, its escapes resolved.
    package mutating func string() throws(JSONSyntaxError) -> String {
        try expect(.string)
        return try text()
    }

    /// Reads a number as it is written.
    package mutating func number() throws(JSONSyntaxError) -> String {
        try expect(.number)
        let start = offset
        if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
        let leadingZero = peek() == UInt8(ascii: "0")
        let whole = skipDigits()
        guard whole > 0, !(leadingZero && whole > 1) else { throw error(.malformedNumber) }
        if peek() == UInt8(ascii: ".") {
            offset += 1
            guard skipDigits() > 0 else { throw error(.malformedNumber) }
        }
        if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
            offset += 1
            if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { offset += 1 }
            guard skipDigits() > 0 else { throw error(.malformedNumber) }
        }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    /// Reads `true` or `false`.
    package mutating func boolean() throws(JSONSyntaxError) -> Bool {
        try expect(.boolean)
        let isTrue = bytes[offset] == UInt8(ascii: "t")
        try literal(isTrue ? "true" : "false")
        return isTrue
    }

    /// Reads `null`.
    package mutating func null() throws(JSONSyntaxError) {
        try expect(.null)
        try literal("null")
    }

    /// Passes over the next value, whatever it is, and checks it on the way.
    package mutating func skip() throws(JSONSyntaxError) {
        let outside = frames.count
        repeat {
            switch try kind() {
            case .object: try beginObject()
            case .array: try beginArray()
            case .string: _ = try text()
            case .number: _ = try number()
            case .boolean: _ = try boolean()
            case .null: try null()
            }
            while frames.count > outside {
                let more =
                    frames[frames.count - 1].isObject
                    ? try nextKey() != nil
                    : try nextElement()
                if more { break }
            }
        } while frames.count > outside
    }

    /// Checks that nothing but white space follows.
    package mutating func end() throws(JSONSyntaxError) {
        skipSpace()
        if offset < bytes.count { throw error(.moreAfterEnd) }
    }

    /// An error at the byte that is read next.
    package func error(_ problem: JSONSyntaxError.Problem) -> JSONSyntaxError {
        JSONSyntaxError(problem: problem, position: TextPosition(offset: offset, in: bytes))
    }
}

extension JSONCursor {
    private mutating func expect(_ expected: JSONKind) throws(JSONSyntaxError) {
        guard try kind() == expected else { throw error(.expected(expected.rawValue)) }
    }

    private mutating func enter(isObject: Bool) throws(JSONSyntaxError) {
        guard frames.count < maximumDepth else { throw error(.tooDeep(limit: maximumDepth)) }
        frames.append(Frame(isObject: isObject))
        offset += 1
    }

    /// Moves past the comma to the next member, or past the closing bracket out of the frame.
    private mutating func advance(closing: UInt8) throws(JSONSyntaxError) -> Bool {
        skipSpace()
        let next = try byte()
        if next == closing {
            offset += 1
            frames.removeLast()
            return false
        }
        if frames[frames.count - 1].isFirst {
            frames[frames.count - 1].isFirst = false
            return true
        }
        guard next == UInt8(ascii: ",") else {
            throw error(.expected("a comma or the closing bracket"))
        }
        offset += 1
        skipSpace()
        guard try byte() != closing else { throw error(.expected("a value after the comma")) }
        return true
    }

    private mutating func literal(_ word: String) throws(JSONSyntaxError) {
        guard bytes[offset...].starts(with: word.utf8) else { throw error(.expected(word)) }
        offset += word.utf8.count
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while let next = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) {
            offset += 1
        }
        return offset - start
    }

    private mutating func skipSpace() {
        while let next = peek(), next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 {
            offset += 1
        }
    }

    private func peek() -> UInt8? {
        offset < bytes.count ? bytes[offset] : nil
    }

    private func byte() throws(JSONSyntaxError) -> UInt8 {
        guard offset < bytes.count else { throw error(.endsEarly) }
        return bytes[offset]
    }
}

extension JSONCursor {
    /// Reads text from its opening quote to past its closing one.
    private mutating func text() throws(JSONSyntaxError) -> String {
        offset += 1
        if let plain = plainText() { return plain }
        var decoded: [UInt8] = []
        var runStart = offset
        while true {
            switch try byte() {
            case UInt8(ascii: "\""):
                decoded += bytes[runStart..<offset]
                guard let text = String(validating: decoded, as: UTF8.self) else {
                    throw error(.notUTF8)
                }
                offset += 1
                return text
            case UInt8(ascii: "\\"):
                decoded += bytes[runStart..<offset]
                offset += 1
                try appendEscape(to: &decoded)
                runStart = offset
            case 0..<0x20:
                throw error(.controlCharacter)
            default:
                offset += 1
            }
        }
    }

    /// Reads text without escapes, all of it ASCII, to past its closing quote; nothing where it is
    /// not like that, and then nothing is read.
    private mutating func plainText() -> String? {
        var end = offset
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            guard (0x20..<0x80).contains(bytes[end]), bytes[end] != UInt8(ascii: "\\") else {
                return nil
            }
            end += 1
        }
        guard end < bytes.count else { return nil }
        let text = String(decoding: bytes[offset..<end], as: UTF8.self)
        offset = end + 1
        return text
    }

    private mutating func appendEscape(to decoded: inout [UInt8]) throws(JSONSyntaxError) {
        let escape = try byte()
        switch escape {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(escape)
        case UInt8(ascii: "b"): decoded.append(0x08)
        case UInt8(ascii: "f"): decoded.append(0x0C)
        case UInt8(ascii: "n"): decoded.append(0x0A)
        case UInt8(ascii: "r"): decoded.append(0x0D)
        case UInt8(ascii: "t"): decoded.append(0x09)
        case UInt8(ascii: "u"):
            offset += 1
            let scalar = try escapedScalar()
            decoded += Array(String(Character(scalar)).utf8)
            return
        default: throw error(.unknownEscape)
        }
        offset += 1
    }

    private mutating func escapedScalar() throws(JSONSyntaxError) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, peek() == UInt8(ascii: "\\") else { throw error(.loneSurrogate) }
        offset += 1
        guard peek() == UInt8(ascii: "u") else { throw error(.loneSurrogate) }
        offset += 1
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw error(.loneSurrogate) }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(try byte())).hexDigitValue else {
                throw error(.unknownEscape)
            }
            value = value << 4 + UInt32(digit)
            offset += 1
        }
        return value
    }
}
