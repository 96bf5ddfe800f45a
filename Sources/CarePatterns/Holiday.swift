public import CareModel

/// A holiday that comes every year, as the law fixes it.
public struct Holiday: Hashable, Sendable {
    /// How the day of a year is found.
    public enum Rule: Hashable, Sendable {
        /// The same day of the same month.
        case fixed(month: Int, day: Int)
        /// The first, second, … of a weekday in a month.
        case weekday(Weekday, ordinal: Int, month: Int)
        /// The last of a weekday in a month.
        case lastWeekday(Weekday, month: Int)
    }

    /// Its name.
    public let words: LocalizedWords
    /// How its day is found.
    public let rule: Rule

    /// Creates a holiday.
    public init(words: LocalizedWords, rule: Rule) {
        self.words = words
        self.rule = rule
    }

    /// The day in a year, or nothing in a year that has no such day.
    public func day(inYear year: Int) -> CalendarDate? {
        switch rule {
        case .fixed(let month, let day):
            return CalendarDate(year: year, month: month, day: day)
        case .weekday(let weekday, let ordinal, let month):
            guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
            let ahead = (weekday.rawValue - first.weekday.rawValue + 7) % 7
            let day = first.adding(days: ahead + 7 * (ordinal - 1))
            return day.month == month ? day : nil
        case .lastWeekday(let weekday, let month):
            guard (1...12).contains(month) else { return nil }
            let length = CalendarDate.days(inMonth: month, of: year)
            guard let last = CalendarDate(year: year, month: month, day: length)
            else { return nil }
            return last.adding(days: -((last.weekday.rawValue - weekday.rawValue + 7) % 7))
        }
    }
}

/// The holidays of a country, and what happens to those that fall on a weekend.
public struct HolidayTable: Hashable, Sendable {
    /// The holidays.
    public let holidays: [Holiday]
    /// By how many days a holiday on a weekday is moved, such as a day back from Saturday.
    public let shifts: [Weekday: Int]
    /// The law.
    public let source: String

    /// Creates a table.
    public init(holidays: [Holiday], shifts: [Weekday: Int], source: String) {
        self.holidays = holidays
        self.shifts = shifts
        self.source = source
    }

    /// The days from one to another on which a holiday is observed.
    ///
    /// The holiday of a year may be observed on the last day of the year before.
    public func observedDays(
        from first: CalendarDate,
        through last: CalendarDate
    ) -> Set<CalendarDate> {
        guard first <= last else { return [] }
        var days: Set<CalendarDate> = []
        for year in (first.year - 1)...(last.year + 1) {
            for day in holidays.compactMap({ $0.day(inYear: year) }) {
                let observed = day.adding(days: shifts[day.weekday] ?? 0)
                if (first...last).contains(observed) { days.insert(observed) }
            }
        }
        return days
    }
}
