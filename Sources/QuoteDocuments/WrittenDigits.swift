import CareModel

extension UInt8 {
    /// Whether it is a digit.
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension CalendarDate {
    /// Reads a date that stands in a text as `YYYY-MM-DD`; nothing where none stands there.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - start: Where its first digit stands.
    init?(digits text: [UInt8], at start: Int) {
        guard start + CalendarDate.textLength <= text.count else { return nil }
        self.init(isoText: text.span.extracting(start..<(start + CalendarDate.textLength)))
    }
}

extension Int {
    /// Reads digits that stand in a text, at most nine of them; nothing where anything else does.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - place: Where they stand.
    init?(digits text: [UInt8], _ place: Range<Int>) {
        guard (1...9).contains(place.count) else { return nil }
        var value = 0
        for index in place {
            guard text[index].isDigit else { return nil }
            value = 10 * value + Int(text[index] - UInt8(ascii: "0"))
        }
        self = value
    }
}

extension Money {
    /// Reads an amount that stands in a text as dollars, or as dollars and two digits of cents;
    /// nothing where it is written in another way.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - place: Where it stands.
    init?(digits text: [UInt8], _ place: Range<Int>) {
        guard !text.hasNeedlessZero(place) else { return nil }
        let point = place.upperBound - 3
        let hasCents = point > place.lowerBound && text[point] == UInt8(ascii: ".")
        let whole = place.lowerBound..<(hasCents ? point : place.upperBound)
        let rest = hasCents ? Int(digits: text, (point + 1)..<place.upperBound) : 0
        guard let dollars = Int(digits: text, whole), let rest else { return nil }
        let amount = Money(cents: 100 * dollars + rest)
        guard amount <= .largestStated else { return nil }
        self = amount
    }
}

extension [UInt8] {
    /// Whether a number begins with a zero that could be left out.
    func hasNeedlessZero(_ place: Range<Int>) -> Bool {
        place.count > 1 && self[place.lowerBound] == UInt8(ascii: "0")
            && self[place.lowerBound + 1].isDigit
    }
}
