public import CareModel

extension Clinic {
    /// The first days, from a start, on which the clinic is open on one of some weekdays.
    ///
    /// - Parameters:
    ///   - start: The first day that is looked at.
    ///   - count: How many days are wanted, at most `DocumentLimits.visits`.
    ///   - weekdays: The weekdays that suit the patient; those on which the clinic is closed are
    ///     passed over.
    /// - Returns: The days, fewer than wanted where none of the weekdays is an open one.
    public func openDays(
        from start: CalendarDate,
        count: Int,
        on weekdays: Set<Weekday>
    ) -> [CalendarDate] {
        let suitable = openWeekdays.intersection(weekdays)
        guard !suitable.isEmpty else { return [] }
        var days: [CalendarDate] = []
        var day = start
        // A clinic that is closed for years on end still ends the search.
        for _ in 0..<(7 * (count + closedDays.count + 1)) where days.count < count {
            if suitable.contains(day.weekday), !closedDays.contains(day) { days.append(day) }
            day = day.adding(days: 1)
        }
        return days
    }
}
