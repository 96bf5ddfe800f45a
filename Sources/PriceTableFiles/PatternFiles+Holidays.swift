import CareModel
import CarePatterns

extension PatternFiles {
    private enum HolidaysName: String, CaseIterable {
        case label, holidays, shifts, source
    }

    private enum HolidayName: String, CaseIterable {
        case words, month, day, weekday, ordinal, lastWeekday
    }

    private enum ShiftName: String, CaseIterable {
        case weekday, days
    }

    /// Reads the federal holidays.
    static func holidays(_ reader: DocumentReader) -> HolidayTable? {
        var holidays: [Holiday] = []
        var shifts: [(weekday: Weekday, days: Int)] = []
        var source: String?
        reader.object(HolidaysName.self, required: HolidaysName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .holidays:
                reader.list(0...100, of: "holidays") { _ in
                    if let holiday = holiday(reader) { holidays.append(holiday) }
                }
            case .shifts:
                shifts = reader.entries(
                    0...7,
                    of: "shifts",
                    named: "weekday",
                    by: \.weekday
                ) { shift(reader) }
            case .source: source = reader.words()
            }
        }
        reader.end()
        guard let source, reader.findings.isEmpty else { return nil }
        return HolidayTable(
            holidays: holidays,
            shifts: Dictionary(shifts.map { ($0.weekday, $0.days) }) { first, _ in first },
            source: source
        )
    }

    private static func holiday(_ reader: DocumentReader) -> Holiday? {
        let here = reader.mark()
        let before = reader.findings.count
        var words: LocalizedWords?
        var month: Int?
        var day: Int?
        var weekday: Weekday?
        var ordinal: Int?
        var last: Weekday?
        reader.object(HolidayName.self, required: [.words, .month]) { name in
            switch name {
            case .words: words = BillingRuleFiles.readWords(reader)
            case .month: month = reader.integer(in: 1...12, of: "a month")
            case .day: day = reader.integer(in: 1...31, of: "a day")
            case .weekday: weekday = readWeekday(reader)
            case .ordinal: ordinal = reader.integer(in: 1...5, of: "a week in the month")
            case .lastWeekday: last = readWeekday(reader)
            }
        }
        guard let words, let month, reader.findings.count == before else { return nil }
        switch (day, weekday, ordinal, last) {
        case (let day?, nil, nil, nil):
            // A leap year has every day that any year has.
            guard CalendarDate(year: 2000, month: month, day: day) != nil else {
                reader.report(
                    here.child("day"),
                    "is \(day), which month \(month) has not. Write a day of the month"
                )
                return nil
            }
            return Holiday(words: words, rule: .fixed(month: month, day: day))
        case (nil, let weekday?, let ordinal?, nil):
            return Holiday(
                words: words,
                rule: .weekday(weekday, ordinal: ordinal, month: month)
            )
        case (nil, nil, nil, let weekday?):
            return Holiday(words: words, rule: .lastWeekday(weekday, month: month))
        default:
            reader.report(
                here.child("day"),
                "is one of three ways to say it. Write day, or weekday and ordinal, or lastWeekday"
            )
            return nil
        }
    }

    private static func shift(_ reader: DocumentReader) -> (weekday: Weekday, days: Int)? {
        var weekday: Weekday?
        var days: Int?
        reader.object(ShiftName.self, required: ShiftName.allCases) { name in
            switch name {
            case .weekday: weekday = readWeekday(reader)
            case .days: days = reader.integer(in: -6...6, of: "days")
            }
        }
        guard let weekday, let days else { return nil }
        return (weekday, days)
    }

    private static func readWeekday(_ reader: DocumentReader) -> Weekday? {
        reader.integer(in: 1...7, of: "a weekday (Monday is 1)").flatMap(Weekday.init(rawValue:))
    }
}
