extension CalendarDate {
    /// Reads `YYYY-MM-DD`, or nothing where the text has another form or names no real day.
    public init?(isoText: String) {
        let bytes = Array(isoText.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-")
        else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
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
    public func write(to text: inout [UInt8]) {
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
