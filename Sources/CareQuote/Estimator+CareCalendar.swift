import CareModel
import CarePatterns

extension Estimator {
    /// The dates of a plan's visits; those that are left do not come before the day of the quote.
    func dates(
        of phases: [Phase],
        for care: RequestedCare,
        asOf day: CalendarDate
    ) throws(QuoteProblems) -> [CalendarDate] {
        let planned = try onCalendar(of: care, from: care.start) {
            calendar throws(VisitCalendarError) in
            try calendar.dates(of: phases, from: care.start)
        }
        let done = care.visitsDone
        guard done > 0, planned[done] < day else { return planned }
        let left = try onCalendar(of: care, from: day) { calendar throws(VisitCalendarError) in
            try calendar.dates(of: phases.dropping(visits: done), from: day)
        }
        return planned.prefix(done) + left
    }

    /// The first day on which a plan can begin.
    func firstOpenDay(for care: RequestedCare) throws(QuoteProblems) -> CalendarDate {
        try onCalendar(of: care, from: care.start) { calendar throws(VisitCalendarError) in
            try calendar.firstOpenDay(from: care.start)
        }
    }

    /// For how many days the holidays are looked up: a course of up to a year, another year of visits
    /// that keep up a gain, and as long as a visit may wait for an open day, each twice over.
    private static let daysOfHolidays = 4 * VisitCalendar.mostDaysBehind

    /// Looks something up in the days on which both the clinic and the patient can.
    ///
    /// - Parameters:
    ///   - care: What is asked, with the weekdays that suit the patient.
    ///   - day: The first day that is asked about; holidays before it stand in no calendar.
    ///   - look: What is looked up.
    /// - Returns: What was found.
    /// - Throws: ``QuoteProblems`` where there is no calendar, or no open day in it.
    func onCalendar<Value>(
        of care: RequestedCare,
        from day: CalendarDate,
        _ look: (VisitCalendar) throws(VisitCalendarError) -> Value
    ) throws(QuoteProblems) -> Value {
        guard let tables = patterns else { throw QuoteProblems([.noPatternTables(care.place)]) }
        guard let clinic else { throw QuoteProblems([.noClinic(place: care.place)]) }
        let weekdays = clinic.openWeekdays.intersection(care.weekdays ?? clinic.openWeekdays)
        guard !weekdays.isEmpty else {
            throw QuoteProblems([
                .noOpenWeekday(
                    open: clinic.openWeekdays.sorted { $0.rawValue < $1.rawValue },
                    place: care.place.appending("/weekdays")
                )
            ])
        }
        let holidays = tables.holidays.observedDays(
            from: day,
            through: day.adding(days: Estimator.daysOfHolidays)
        )
        let calendar = VisitCalendar(
            openWeekdays: weekdays,
            closedDays: clinic.closedDays.union(holidays),
            spacing: tables.spacing
        )
        do throws(VisitCalendarError) {
            return try look(calendar)
        } catch {
            throw QuoteProblems([.calendar(error, place: care.place.appending("/start"))])
        }
    }
}

extension [Phase] {
    /// The phases that are left after some visits.
    fileprivate func dropping(visits done: Int) -> [Phase] {
        var done = done
        return compactMap { phase in
            let dropped = Swift.min(done, phase.visits)
            done -= dropped
            guard phase.visits > dropped else { return nil }
            return Phase(kind: phase.kind, visits: phase.visits - dropped, pace: phase.pace)
        }
    }
}
