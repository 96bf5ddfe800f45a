/// The values of JSON, scanned without telling right from wrong.
extension OutlineScanner {
    /// Scans an object.
    ///
    /// - Parameter scan: Scans the value of a member, by the place of its name, and says whether it
    ///   is like that of most requests.
    /// - Returns: Whether all of it is.
    @inline(__always)
    mutating func members(
        _ scan: (inout OutlineScanner, Range<Int>) -> Bool
    ) -> Bool {
        guard take(UInt8(ascii: "{")) else { return false }
        if take(UInt8(ascii: "}")) { return true }
        repeat {
            skipSpace()
            let start = offset
            guard skipText() else { return false }
            let name = (start + 1)..<(offset - 1)
            guard take(UInt8(ascii: ":")), scan(&self, name) else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    func isNamed(_ name: Range<Int>, _ other: String) -> Bool {
        text[name].elementsEqual(other.utf8)
    }

    /// Passes over white space and a byte, if it is there.
    mutating func take(_ byte: UInt8) -> Bool {
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

    private mutating func skipText() -> Bool {
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

extension UInt8 {
    /// Whether it can stand in a number or a word of JSON.
    fileprivate var isOfWord: Bool {
        isDigit || self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z")
            || self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z")
            || self == UInt8(ascii: "-") || self == UInt8(ascii: "+")
            || self == UInt8(ascii: ".")
    }
}
