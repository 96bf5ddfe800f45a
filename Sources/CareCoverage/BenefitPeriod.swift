public import CareModel

/// The year after which a plan's accumulators start anew (rule S11).
public enum BenefitPeriod: Hashable, Sendable {
    /// From January 1.
    case calendarYear
    /// From the same day of every year, never February 29.
    case contractYear(month: Int, day: Int)

    /// The first day of the benefit year that holds a date.
    public func yearStart(containing date: CalendarDate) -> CalendarDate {
        let (month, day) = start
        let thisYear = CalendarDate(year: date.year, month: month, day: day) ?? date
        return thisYear <= date ? thisYear : thisYear.adding(years: -1)
    }

    /// The first day of the benefit year after the one that holds a date.
    public func nextYearStart(after date: CalendarDate) -> CalendarDate {
        yearStart(containing: date).adding(years: 1)
    }

    private var start: (month: Int, day: Int) {
        switch self {
        case .calendarYear: (1, 1)
        case .contractYear(let month, let day): (month, day)
        }
    }
}
