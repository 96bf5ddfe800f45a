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
        let (year, month, day) = parts
        guard (0...9999).contains(year) else { return "\(year)-\(month)-\(day)" }
        var text: [UInt8] = []
        for (number, least) in [(year, 1000), (month, 10), (day, 10)] {
            if !text.isEmpty { text.append(UInt8(ascii: "-")) }
            var unit = least
            while unit > 0 {
                text.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
                unit /= 10
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
