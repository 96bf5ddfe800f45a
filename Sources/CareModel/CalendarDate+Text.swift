extension CalendarDate {
    /// The characters of a date as the documents write it.
    package static let textLength = 10

    /// Reads `YYYY-MM-DD`, or nothing where the text has another form or names no real day.
    public init?(isoText: String) {
        self.init(isoText: isoText.utf8.span)
    }

    /// Reads the bytes of `YYYY-MM-DD`, or nothing where they are others or name no real day.
    package init?(isoText: Span<UInt8>) {
        guard isoText.count == CalendarDate.textLength else { return nil }
        var greatest: UInt8 = 0
        func number(_ digits: Range<Int>) -> Int {
            var value = 0
            for index in digits {
                let digit = isoText[index] &- UInt8(ascii: "0")
                greatest = max(greatest, digit)
                value = 10 * value + Int(digit)
            }
            return value
        }
        let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
        guard greatest < 10, isoText[4] == UInt8(ascii: "-"), isoText[7] == UInt8(ascii: "-"),
            CalendarDate.statedYears.contains(year)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The day as `YYYY-MM-DD`.
    public var description: String {
        var text: [UInt8] = []
        write(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Adds the characters of ``description`` to others.
    ///
    /// - Parameter text: The others.
    package func write(to text: inout [UInt8]) {
        let (year, month, day) = parts
        guard (0...9999).contains(year) else {
            text += Array("\(year)-\(month)-\(day)".utf8)
            return
        }
        func write(_ number: Int) {
            text.append(UInt8(ascii: "0") + UInt8(number / 10))
            text.append(UInt8(ascii: "0") + UInt8(number % 10))
        }
        write(year / 100)
        write(year % 100)
        text.append(UInt8(ascii: "-"))
        write(month)
        text.append(UInt8(ascii: "-"))
        write(day)
    }
}
