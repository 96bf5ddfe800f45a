extension Money {
    /// Reads an amount written as decimal text: digits, and at most two decimals after a point.
    ///
    /// `"45.10"`, `"45.1"` and `"45"` are amounts. A sign, an exponent, a thousands separator, a
    /// blank, a digit that is not ASCII, or an amount above ``largestStated`` is not.
    public init?(decimalText: String) {
        guard let digits = DecimalDigits(decimalText, decimals: 2) else { return nil }
        guard digits.scaled <= Int128(Money.largestStated.cents) else { return nil }
        self.init(cents: Int(digits.scaled))
    }

    /// The amount with two decimals and nothing else, as the documents write it: `1093.40`.
    public var decimalText: String {
        var digits: [UInt8] = []
        var rest = cents.magnitude
        // From the last digit to the first, so that there are at least three.
        while rest > 0 || digits.count < 4 {
            if digits.count == 2 { digits.append(UInt8(ascii: ".")) }
            digits.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        if cents < 0 { digits.append(UInt8(ascii: "-")) }
        digits.reverse()
        return String(decoding: digits, as: UTF8.self)
    }

    /// The amount with two decimals and commas between the thousands: `1,093.40`.
    public var groupedText: String {
        var text = decimalText
        var end = text.index(text.endIndex, offsetBy: -3)
        let first = cents < 0 ? text.index(after: text.startIndex) : text.startIndex
        while text.distance(from: first, to: end) > 3 {
            end = text.index(end, offsetBy: -3)
            text.insert(",", at: end)
        }
        return text
    }
}
