package import CareModel
import JSONText

extension DocumentReader {
    /// Reads an amount: text with at most two decimals, or a whole number.
    package func money() -> Money? {
        if let end = unknownEnd(among: [Money.zero, .largestStated]) { return end }
        let here = mark()
        switch kind() {
        case .string:
            guard let text = text() else { return nil }
            guard let money = Money(decimalText: text) else {
                report(here, unknownAdvice(text) ?? DocumentReader.moneyAdvice)
                return nil
            }
            return money
        case .number:
            guard let text = numberText() else { return nil }
            if let money = Money(decimalText: text), !text.contains(".") { return money }
            report(
                here,
                text.contains(where: { ".eE".contains($0) })
                    ? "is a number with a fraction. Write the amount as text, such as \"45.10\""
                    : DocumentReader.moneyAdvice
            )
            return nil
        default:
            if kind() != nil { report(here, DocumentReader.moneyAdvice) }
            skip()
            return nil
        }
    }

    /// Reads a part of a whole: text between `"0"` and `"1"`.
    ///
    /// - Parameter limit: The largest part that makes sense here.
    /// - Returns: The part.
    package func percentage(atMost limit: Percentage = .whole) -> Percentage? {
        if let end = unknownEnd(among: [.zero, limit]) { return end }
        let here = mark()
        guard let text = text(of: "a fraction as text, such as \"0.20\"") else { return nil }
        guard let part = Percentage(decimalText: text) else {
            let over = Money(decimalText: text)
            report(
                here,
                over.map { DocumentReader.timesAdvice($0) } ?? unknownAdvice(text)
                    ?? "is not a fraction. Write text from \"0\" to \"1\" with at most 9 decimals, "
                    + "such as \"0.20\" for 20 percent"
            )
            return nil
        }
        guard part <= limit else {
            report(
                here,
                DocumentReader.timesAdvice(Money(cents: part.billionths / 10_000_000))
            )
            return nil
        }
        return part
    }

    /// Reads a date.
    package func date() -> CalendarDate? {
        if refusesUnknown() { return nil }
        let here = mark()
        guard let text = text(of: "a date as text") else { return nil }
        guard let date = CalendarDate(isoText: text) else {
            report(
                here,
                "is not a day of the calendar. Write YYYY-MM-DD, such as \"2026-11-23\""
            )
            return nil
        }
        return date
    }

    /// Reads a whole number in a range.
    package func integer(in range: ClosedRange<Int>, of what: String) -> Int? {
        if let end = unknownEnd(among: [range.lowerBound, range.upperBound]) { return end }
        let here = mark()
        guard let text = numberText() else { return nil }
        guard let number = Int(text), range.contains(number) else {
            report(
                here,
                "is not a number of \(what). "
                    + "Write a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
            return nil
        }
        return number
    }

    /// Reads a whole number of which each may cost a patient most or least, where nobody knows it:
    /// one that parts the visits of a plan of care in two.
    func anyInteger(in range: ClosedRange<Int>, of what: String) -> Int? {
        unknownCount(among: Array(range)) ?? integer(in: range, of: what)
    }

    /// Reads text that names a case of an enumeration.
    package func choice<Choice>(_ choices: Choice.Type) -> Choice?
    where Choice: CaseIterable & RawRepresentable, Choice.RawValue == String {
        if let end = unknownEnd(among: Array(Choice.allCases)) { return end }
        let here = mark()
        guard let text = text() else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            report(here, unknownAdvice(text) ?? "is not known here. Write one of: \(known)")
            return nil
        }
        return choice
    }

    /// Reads text that must not be empty, at most 2,000 characters, without control characters.
    package func words() -> String? {
        if refusesUnknown() { return nil }
        let here = mark()
        guard let text = text() else { return nil }
        let isClean = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        guard !text.isEmpty, text.count <= 2_000, isClean else {
            report(here, "is not a line of text. Write 1 to 2,000 characters on one line")
            return nil
        }
        if TemplateMark(rawValue: text) != nil {
            warn(here, "stands there from a starting file. Write what it asks for")
        }
        return text
    }

    /// Reads text into a value that has a form of its own, such as a code.
    package func parsed<Value>(as what: String, _ parse: (String) -> Value?) -> Value? {
        if refusesUnknown() { return nil }
        let here = mark()
        guard let text = text(of: what) else { return nil }
        guard let value = parse(text) else {
            report(here, "is not \(what). Write \(what) here")
            return nil
        }
        return value
    }

    private static let moneyAdvice =
        "is not an amount. Write digits and at most two decimals, up to 9999999.99, "
        + "such as \"45.10\""

    private static func timesAdvice(_ times: Money) -> String {
        let isPercent = times.cents % 100 == 0 && (200...10_000).contains(times.cents)
        guard isPercent else {
            return "is more than the whole price. Write a fraction from \"0\" to \"1\""
        }
        let percent = times.cents / 100
        return "is \(percent) times the price; "
            + "write \"\(Money(cents: percent).decimalText)\" for \(percent) percent"
    }

    private func unknownAdvice(_ text: String) -> String? {
        guard text == "unknown" else { return nil }
        return "is a term that nobody knows, and this version needs it. Ask the insurer"
    }
}

extension String {
    /// How many letters must change to make one word of the other (Levenshtein).
    func editDistance(to other: String) -> Int {
        let from = Array(self.utf8.prefix(64))
        let to = Array(other.utf8.prefix(64))
        var row = Array(0...to.count)
        for (i, left) in from.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in to.enumerated() {
                let next = Swift.min(row[j] + 1, row[j + 1] + 1, diagonal + (left == right ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = next
            }
        }
        return row[to.count]
    }
}
