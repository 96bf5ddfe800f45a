public import CareModel

extension FeeSchedule {
    /// The days around a date on which every price is what it is on that date.
    ///
    /// - Parameter date: The date.
    /// - Returns: The days from the last on which some row began or had ended to the next.
    public func days(around date: CalendarDate) -> Range<CalendarDate> {
        rowsByService.values.joined().reduce(.everyDay) { days, row in
            let days = days.cut(at: row.from, around: date)
            return row.through.map { days.cut(at: $0.adding(days: 1), around: date) } ?? days
        }
    }
}

extension MedicareFeeSchedule {
    /// The days around a date on which every price is what it is on that date.
    ///
    /// - Parameter date: The date.
    /// - Returns: The days from the last on which a release or a conversion factor began, or a
    ///   release had ended, to the next.
    public func days(around date: CalendarDate) -> Range<CalendarDate> {
        let released = releases.reduce(Range.everyDay) { days, release in
            days.cut(at: release.from, around: date)
                .cut(at: release.through.adding(days: 1), around: date)
        }
        return conversionFactors.entries.reduce(released) { $0.cut(at: $1.from, around: date) }
    }
}
