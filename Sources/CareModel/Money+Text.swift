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
        writeDecimals(to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }

    /// Adds the characters of ``decimalText`` to others.
    ///
    /// - Parameter text: The others.
    package func writeDecimals(to text: inout [UInt8]) {
        if cents < 0 { text.append(UInt8(ascii: "-")) }
        var unit: UInt = 100
        while cents.magnitude / unit >= 10 { unit *= 10 }
        while unit > 0 {
            if unit == 10 { text.append(UInt8(ascii: ".")) }
            text.append(UInt8(ascii: "0") + UInt8(cents.magnitude / unit % 10))
            unit /= 10
        }
    }

    /// The amount with two decimals and commas between the thousands: `1,093.40`.
    public var groupedText: String {
        var digits: [UInt8] = []
        writeDecimals(to: &digits)
        // The place of the point, from which each third digit before it is counted.
        let point = digits.count - 3
        var text: [UInt8] = []
        for (place, digit) in digits.enumerated() {
            let isBegun = text.last.map { $0 != UInt8(ascii: "-") } ?? false
            if isBegun, place < point, (point - place) % 3 == 0 { text.append(UInt8(ascii: ",")) }
            text.append(digit)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
