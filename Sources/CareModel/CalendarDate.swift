/// A day of the Gregorian calendar, without a time and without a time zone.
///
/// A date of service is a day on the clinic's wall calendar; no clock can move it.
///
/// ```swift
/// let visit = CalendarDate(isoText: "2026-11-23")
/// visit?.weekday            // .monday
/// visit?.adding(months: 3)  // 2027-02-23
/// ```
public struct CalendarDate: Hashable, Sendable {
    /// Days since 1970-01-01, negative before it.
    public let dayNumber: Int

    /// Creates the day that lies so many days after 1970-01-01.
    public init(dayNumber: Int) {
        self.dayNumber = dayNumber
    }

    /// Creates a day from its parts, or nothing where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month) else { return nil }
        guard day >= 1, day <= CalendarDate.days(inMonth: month, of: year) else { return nil }
        self.init(
            dayNumber: CalendarDate.dayNumber(ofYear: year, month: month, day: day)
        )
    }

    /// The years that a document may name; a typing error such as `0226` lies outside.
    public static let statedYears = 1900...2199
}

extension CalendarDate: Comparable {
    /// Whether the first day is the earlier.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.dayNumber < right.dayNumber
    }
}
