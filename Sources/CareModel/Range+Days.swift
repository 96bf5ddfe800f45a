extension Range<CalendarDate> {
    /// Every day that a table or a request can name.
    public static let everyDay =
        CalendarDate(dayNumber: -1 << 30)..<CalendarDate(dayNumber: 1 << 30)

    /// The part of the days, cut in two at one of them, that holds a day.
    ///
    /// - Parameters:
    ///   - cut: The first day of the later part; days are cut only by one that lies among them.
    ///   - day: The day that the part holds.
    /// - Returns: The part.
    public func cut(at cut: CalendarDate, around day: CalendarDate) -> Range<CalendarDate> {
        cut <= day
            ? Swift.max(lowerBound, cut)..<upperBound : lowerBound..<Swift.min(upperBound, cut)
    }
}
