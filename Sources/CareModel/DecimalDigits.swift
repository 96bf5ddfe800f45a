/// Decimal text read exactly, as a whole number of its smallest decimal.
package struct DecimalDigits {
    /// The number times ten to the power of the decimals asked for.
    package let scaled: Int128

    /// Reads digits with at most `decimals` more after a point; nothing else is accepted.
    package init?(_ text: String, decimals: Int) {
        var value: Int128 = 0
        var whole = 0
        var fraction: Int?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard whole + (fraction ?? 0) < 24 else { return nil }
                value = value * 10 + Int128(byte - UInt8(ascii: "0"))
                if let seen = fraction {
                    guard seen < decimals else { return nil }
                    fraction = seen + 1
                } else {
                    whole += 1
                }
            case UInt8(ascii: "."):
                guard fraction == nil else { return nil }
                fraction = 0
            default:
                return nil
            }
        }
        guard whole > 0, fraction != 0 else { return nil }
        for _ in (fraction ?? 0)..<decimals {
            value *= 10
        }
        scaled = value
    }
}
