public import CareModel

/// The year after which a plan's accumulators start anew (rule S11).
public enum BenefitPeriod: Hashable, Sendable {
    /// From January 1.
    case calendarYear
    /// From the same day of every year, never February 29.
    case contractYear(month: Int, day: Int)

    /// The first day of the benefit year that holds a date.
    public func yearStart(containing date: CalendarDate) -> CalendarDate {
        year(containing: date).lowerBound
    }

    /// The first day of the benefit year after the one that holds a date.
    public func nextYearStart(after date: CalendarDate) -> CalendarDate {
        year(containing: date).upperBound
    }

    /// The benefit year that holds a date, up to the first day of the next.
    func year(containing date: CalendarDate) -> Range<CalendarDate> {
        let year = date.year
        let thisYear = start(in: year) ?? date
        return thisYear <= date
            ? thisYear..<(start(in: year + 1) ?? thisYear.adding(years: 1))
            : (start(in: year - 1) ?? thisYear.adding(years: -1))..<thisYear
    }

    private func start(in year: Int) -> CalendarDate? {
        let (month, day) = start
        return CalendarDate(year: year, month: month, day: day)
    }

    private var start: (month: Int, day: Int) {
        switch self {
        case .calendarYear: (1, 1)
        case .contractYear(let month, let day): (month, day)
        }
    }
}
