import CareCoverage
import CareModel

extension SlowAdjudicator {
    /// S6: what is left of the deductible for a category on a date.
    func unmetDeductible(_ category: ServiceCategory, on date: CalendarDate) -> Int {
        guard let deductible = plan.deductible else { return 0 }
        let paid = past.filter { isSameYear($0.date, date) }.map(\.deductible).reduce(0, +)
        let isKnown = isSameYear(known.asOf, date)
        let individual = (isKnown ? known.deductible.individual?.cents ?? 0 : 0) + paid
        let family = (isKnown ? known.deductible.family?.cents ?? 0 : 0) + paid
        let members = isKnown ? known.membersMet ?? 0 : 0

        let ofPerson = deductible.individual.map { max($0.cents - individual, 0) }
        let ofFamily = deductible.family.map { max($0.cents - family, 0) }
        let general: Int?
        switch deductible.familyType {
        case .embedded: general = [ofPerson, ofFamily].compactMap { $0 }.min()
        case .aggregate: general = deductible.hasFamilyCoverage ? ofFamily : ofPerson
        case .perPerson: general = ofPerson
        case .memberCount(let count):
            general = members >= count ? ofPerson.map { _ in 0 } : ofPerson
        }

        guard let limit = deductible.byCategory[category]?.cents else { return general ?? 0 }
        let known = isKnown ? known.deductibleByCategory[category]?.cents ?? 0 : 0
        let used = past.filter { isSameYear($0.date, date) && $0.category == category }
            .map(\.deductible).reduce(known, +)
        return min(max(limit - used, 0), general ?? .max)
    }

    /// S8: what is left under the maximum on a date; nothing where there is no maximum.
    func outOfPocketRoom(on date: CalendarDate) -> Int? {
        guard let maximum = plan.outOfPocketMaximum else { return nil }
        let paid = past.filter { isSameYear($0.date, date) }.map(\.credited).reduce(0, +)
        let isKnown = isSameYear(known.asOf, date)
        let individual = (isKnown ? known.outOfPocket.individual?.cents ?? 0 : 0) + paid
        let family = (isKnown ? known.outOfPocket.family?.cents ?? 0 : 0) + paid
        let rooms = [
            maximum.individual.map { max($0.cents - individual, 0) },
            maximum.family.map { max($0.cents - family, 0) },
        ]
        return rooms.compactMap { $0 }.min()
    }

    /// S9: whether a limit covers one more line on a date.
    func hasRoom(_ limit: Int, on date: CalendarDate) -> Bool {
        let rule = plan.limits[limit]
        if isFree(limit, on: date) { return true }
        if rule.unit == .visits, countedDates(limit, on: date).contains(date) { return true }
        return uses(limit, on: date) < rule.maximum
    }

    /// S9: whether a covered line is counted by a limit.
    func counts(_ limit: Int, on date: CalendarDate, planPaid: Bool) -> Bool {
        if isFree(limit, on: date) { return false }
        return planPaid || plan.limits[limit].counting == .allowed
    }

    /// Whether the limit leaves this first visit out: nothing of it is used.
    private func isFree(_ limit: Int, on date: CalendarDate) -> Bool {
        plan.limits[limit].excludesFirstVisit && visit == 1 && uses(limit, on: date) == 0
    }

    private func uses(_ limit: Int, on date: CalendarDate) -> Int {
        let rule = plan.limits[limit]
        let here = countedDates(limit, on: date)
        let earlier: Int
        switch known.limits[rule.id] {
        case .used(let count):
            switch rule.period {
            case .visit, .day, .rolling12Months: earlier = 0
            case .benefitYear: earlier = isSameYear(known.asOf, date) ? count : 0
            case .calendarYear: earlier = known.asOf.year == date.year ? count : 0
            case .lifetime: earlier = count
            }
        case .dates(let dates):
            earlier = dates.filter { isWithinTwelveMonths($0, of: date) }.count
        case .amount, nil: earlier = 0
        }
        return earlier + (rule.unit == .visits ? Set(here).count : here.count)
    }

    /// The dates of the lines of the course that a limit counts in the period of a date.
    private func countedDates(_ limit: Int, on date: CalendarDate) -> [CalendarDate] {
        past.filter { line in
            guard line.counting.contains(limit) else { return false }
            switch plan.limits[limit].period {
            case .visit: return line.visit == visit
            case .day: return line.date == date
            case .benefitYear: return isSameYear(line.date, date)
            case .calendarYear: return line.date.year == date.year
            case .rolling12Months: return isWithinTwelveMonths(line.date, of: date)
            case .lifetime: return true
            }
        }.map(\.date)
    }

    /// S9: a use counts if it is after the date less twelve months, the day cut to the month's end.
    private func isWithinTwelveMonths(_ use: CalendarDate, of date: CalendarDate) -> Bool {
        let isLeapDay = date.month == 2 && date.day == 29
        let yearAgo = (date.year - 1, date.month, isLeapDay ? 28 : date.day)
        return (use.year, use.month, use.day) > yearAgo
    }

    /// S11: whether two dates lie in the same benefit year.
    private func isSameYear(_ one: CalendarDate, _ other: CalendarDate) -> Bool {
        benefitYear(one) == benefitYear(other)
    }

    private func benefitYear(_ date: CalendarDate) -> Int {
        switch plan.benefitPeriod {
        case .calendarYear: date.year
        case .contractYear(let month, let day):
            (date.month, date.day) >= (month, day) ? date.year : date.year - 1
        }
    }
}
