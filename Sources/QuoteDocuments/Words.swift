import CareCoverage
package import CareModel

/// The language and the reader of a document; every sentence of it is chosen here or beside it.
package struct Words: Hashable, Sendable {
    /// For whom a document is written.
    package enum Audience: String, CaseIterable, Hashable, Sendable {
        /// The front desk: codes are shown.
        case desk
        /// The patient: no codes.
        case patient
    }

    package let language: Language
    package let audience: Audience
    private let catalog: ServiceCatalog
    /// The days of which a year is understood; nothing where every day is said without its year.
    private var knownYear: KnownYear?

    package init(
        language: Language = .english,
        audience: Audience = .desk,
        catalog: ServiceCatalog = ServiceCatalog(services: [])
    ) {
        self.language = language
        self.audience = audience
        self.catalog = catalog
    }

    /// The service of a line: its key and code for the desk, plain words for the patient.
    func name(of line: ServiceLine) -> String {
        guard audience == .patient else { return line.name }
        return line.service.flatMap { catalog[$0] }?.words.text(in: language)
            ?? say("a service", "un servicio")
    }

    /// A service of the table: its key for the desk, plain words for the patient.
    func name(of service: ServiceKey) -> String {
        guard audience == .patient else { return service.description }
        return catalog[service]?.words.text(in: language) ?? say("a service", "un servicio")
    }

    /// A plan by the name that is printed on its card: in another language a proper name, in quotes.
    func name(of plan: BenefitPlan) -> String { say(plan.name, "«\(plan.name)»") }

    /// The text in the language of the document.
    func say(_ english: String, _ spanish: String) -> String {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }

    private static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let spanishMonths = [
        "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
    ]
    private static let englishDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let spanishDays = ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"]

    /// A day, with its year where that is not understood: `Nov 23`, `23 nov`, `Jan 7, 2028`.
    func day(_ date: CalendarDate) -> String { dayOnly(date) + year(of: date) }

    /// A day with its weekday: `Mon Nov 23`, `lun 23 nov`, `Fri Jan 7, 2028`.
    func weekday(_ date: CalendarDate) -> String { shortWeekday(date) + year(of: date) }

    /// A day with its weekday and without its year: `Mon Nov 23`, `lun 23 nov`.
    func shortWeekday(_ date: CalendarDate) -> String {
        let index = date.weekday.rawValue - 1
        return say(Words.englishDays[index], Words.spanishDays[index]) + " " + dayOnly(date)
    }

    /// A day with its weekday and its year: `Mon Nov 23, 2026`, `lun 23 nov 2026`.
    func fullDate(_ date: CalendarDate) -> String { shortWeekday(date) + inYear(date) }

    private func dayOnly(_ date: CalendarDate) -> String {
        say("\(month(date)) \(date.day)", "\(date.day) \(month(date))")
    }

    private func inYear(_ date: CalendarDate) -> String { say(", \(date.year)", " \(date.year)") }

    private func year(of date: CalendarDate) -> String {
        knownYear?.isUnderstood(date) ?? true ? "" : inYear(date)
    }

    /// The words for a document whose days are these, in order.
    ///
    /// - Parameter days: The days, the first of which is told with its year.
    /// - Returns: The words, which name the year of each day that would be read as another's.
    func naming(yearsBeside days: [CalendarDate]) -> Words {
        var words = self
        if let first = days.first, let last = days.last {
            words.knownYear = KnownYear(first: first, last: last)
        }
        return words
    }

    /// The month's short name.
    func month(_ date: CalendarDate) -> String {
        say(Words.englishMonths[date.month - 1], Words.spanishMonths[date.month - 1])
    }

    /// Some days, as short as they can be said: `Nov 23, 25`, `Dec 2 to 14`, `Jan 4 to Feb 1`.
    func days(_ dates: [CalendarDate]) -> String {
        guard let first = dates.first, let last = dates.last, dates.count > 1, first != last
        else { return dates.first.map(day) ?? "" }
        guard last < first.adding(months: 11) else {
            // Without its year a day would be read as one of the coming months.
            let joint = dates.count == 2 ? ", " : say(" to ", " a ")
            return "\(month(first)) ’\(first.year % 100)" + joint
                + "\(month(last)) ’\(last.year % 100)"
        }
        let isOneMonth = first.month == last.month
        let joint = dates.count == 2 ? ", " : say(" to ", " a ")
        // A year behind the last day is that of both, or follows from the order of the two.
        switch (language, isOneMonth) {
        case (.english, true): return dayOnly(first) + joint + "\(last.day)" + year(of: last)
        case (.spanish, true): return "\(first.day)" + joint + day(last)
        default: return dayOnly(first) + joint + day(last)
        }
    }

    /// `visit` or `visits`, with the number.
    func visits(_ count: Int) -> String {
        count == 1 ? say("1 visit", "1 visita") : say("\(count) visits", "\(count) visitas")
    }
}

/// Of which days of a document a reader knows the year without being told.
private struct KnownYear: Hashable, Sendable {
    let first: CalendarDate
    let last: CalendarDate

    /// Whether a day is in the year of the first, or one of the coming months.
    ///
    /// Where the document reaches so far that a day of a month could be one of two years, the year
    /// stands at every day that is not of the first one's.
    func isUnderstood(_ date: CalendarDate) -> Bool {
        guard date.year != first.year else { return true }
        let end = first.adding(months: 11)
        return date >= first && max(date, last) < end
    }
}
