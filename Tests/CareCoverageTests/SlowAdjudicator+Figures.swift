import CareCoverage
import CareModel

extension SlowAdjudicator {
    /// S6: what is left of the deductible for a category on a date.
    func unmetDeductible(_ category: ServiceCategory, on day: Day) -> Int {
        guard let deductible = plan.deductible else { return 0 }
        let general = unmetGeneral(in: day.year)
        guard let limit = deductible.byCategory[category]?.cents else { return general ?? 0 }
        var used = 0
        if day.year == knownYear { used = known.deductibleByCategory[category]?.cents ?? 0 }
        for line in past where line.year == day.year && line.category == category {
            used += line.deductible
        }
        return min(max(limit - used, 0), general ?? .max)
    }

    /// S6: what is left of the general deductible after all lines of a year so far.
    private func unmetGeneral(in year: Int) -> Int? {
        guard let deductible = plan.deductible else { return nil }
        let isKnown = year == knownYear
        var paid = carried(into: year)
        for line in past where line.year == year { paid += line.deductible }
        let individual = (isKnown ? known.deductible.individual?.cents ?? 0 : 0) + paid
        let family = (isKnown ? known.deductible.family?.cents ?? 0 : 0) + paid
        let members = isKnown ? known.membersMet ?? 0 : 0

        let ofPerson = personDeductible(of: year).map { max($0 - individual, 0) }
        let ofFamily = deductible.family.map { max($0.cents - family, 0) }
        switch deductible.familyType {
        case .embedded: return [ofPerson, ofFamily].compactMap { $0 }.min()
        case .aggregate: return deductible.hasFamilyCoverage ? ofFamily : ofPerson
        case .perPerson: return ofPerson
        case .memberCount(let count):
            return members >= count ? ofPerson.map { _ in 0 } : ofPerson
        }
    }

    /// The person's deductible: the plan's, or the one that the table publishes for the year.
    private func personDeductible(of year: Int) -> Int? {
        guard let table = plan.deductible?.individualByYear else {
            return plan.deductible?.individual?.cents
        }
        return table.values.entries.filter { $0.from.year == year }.map(\.value.cents).last
    }

    /// S11: a year that is missing in the table is an error.
    func lacksDeductible(of year: Int) -> Bool {
        plan.deductible?.individualByYear != nil && personDeductible(of: year) == nil
    }

    /// S12: what the last months of the year before put toward the deductible.
    ///
    /// The known figures of their own year hold what was carried into it.
    private func carried(into year: Int) -> Int {
        guard let carryover = plan.deductible?.carryover, year > knownYear else { return 0 }
        if carryover.onlyIfNotMet, unmetGeneral(in: year - 1) == 0 { return 0 }
        var first = 1
        if case .contractYear(let month, _) = plan.benefitPeriod { first = month }
        let months = Set((1...carryover.months).map { (first - 1 - $0 + 12) % 12 + 1 })
        var sum = 0
        if year - 1 == knownYear {
            for (month, amount) in known.deductibleByMonth ?? [:] where months.contains(month) {
                sum += amount.cents
            }
        }
        for line in past where line.year == year - 1 && months.contains(line.date.month) {
            sum += line.deductible
        }
        return sum
    }

    /// S8: what is left under the maximum on a date; nothing where there is no maximum.
    func outOfPocketRoom(on day: Day) -> Int? {
        guard let maximum = plan.outOfPocketMaximum else { return nil }
        var paid = 0
        for line in past where line.year == day.year { paid += line.credited }
        let isKnown = day.year == knownYear
        let individual = (isKnown ? known.outOfPocket.individual?.cents ?? 0 : 0) + paid
        let family = (isKnown ? known.outOfPocket.family?.cents ?? 0 : 0) + paid
        let rooms = [
            maximum.individual.map { max($0.cents - individual, 0) },
            maximum.family.map { max($0.cents - family, 0) },
        ]
        return rooms.compactMap { $0 }.min()
    }

    /// S9: whether a limit covers one more line on a date.
    func hasRoom(_ limit: Int, on day: Day) -> Bool {
        let rule = plan.limits[limit]
        if rule.unit == .dollars || isFree(limit, on: day) { return true }
        let counted = countedDates(limit, on: day)
        if rule.unit == .visits, counted.contains(day.date) { return true }
        return uses(limit, on: day, counted: counted) < rule.maximum
    }

    /// S9: whether a covered line is counted by a limit.
    func counts(_ limit: Int, on day: Day, planPaid: Bool) -> Bool {
        if plan.limits[limit].unit == .dollars || isFree(limit, on: day) { return false }
        return planPaid || plan.limits[limit].counting == .allowed
    }

    /// S10: what is left of a limit of dollars on a date.
    func dollarRoom(_ limit: Int, on day: Day) -> Int {
        var used = 0
        if case .amount(let amount)? = known.limits[plan.limits[limit].id],
            earlierUseCounts(limit, on: day)
        {
            used = amount.cents
        }
        for line in past where isInPeriod(line, limit, of: day) {
            used += line.dollars[limit] ?? 0
        }
        return max(plan.limits[limit].maximum - used, 0)
    }

    /// Whether the limit leaves this first visit out: nothing of it is used.
    private func isFree(_ limit: Int, on day: Day) -> Bool {
        plan.limits[limit].excludesFirstVisit && visit == 1
            && uses(limit, on: day, counted: countedDates(limit, on: day)) == 0
    }

    private func uses(_ limit: Int, on day: Day, counted: [CalendarDate]) -> Int {
        let rule = plan.limits[limit]
        let earlier: Int
        switch known.limits[rule.id] {
        case .used(let count): earlier = earlierUseCounts(limit, on: day) ? count : 0
        case .dates(let dates):
            earlier = dates.count { isWithinTwelveMonths($0, of: day.date) }
        case .amount, nil: earlier = 0
        }
        return earlier + (rule.unit == .visits ? Set(counted).count : counted.count)
    }

    /// Whether a figure of what was used before the course lies in the period of a date.
    private func earlierUseCounts(_ limit: Int, on day: Day) -> Bool {
        switch plan.limits[limit].period {
        case .visit, .day, .rolling12Months: false
        case .benefitYear: day.year == knownYear
        case .calendarYear: known.asOf.year == day.date.year
        case .lifetime: true
        }
    }

    /// The dates of the lines of the course that a limit counts in the period of a date.
    private func countedDates(_ limit: Int, on day: Day) -> [CalendarDate] {
        var dates: [CalendarDate] = []
        for line in past where line.counting.contains(limit) && isInPeriod(line, limit, of: day) {
            dates.append(line.date)
        }
        return dates
    }

    private func isInPeriod(_ line: Past, _ limit: Int, of day: Day) -> Bool {
        switch plan.limits[limit].period {
        case .visit: line.visit == visit
        case .day: line.date == day.date
        case .benefitYear: line.year == day.year
        case .calendarYear: line.date.year == day.date.year
        case .rolling12Months: isWithinTwelveMonths(line.date, of: day.date)
        case .lifetime: true
        }
    }

    /// S9: a use counts if it is after the date less twelve months, the day cut to the month's end.
    private func isWithinTwelveMonths(_ use: CalendarDate, of date: CalendarDate) -> Bool {
        let isLeapDay = date.month == 2 && date.day == 29
        let yearAgo = (date.year - 1, date.month, isLeapDay ? 28 : date.day)
        return (use.year, use.month, use.day) > yearAgo
    }

    /// S11: the benefit year of a date, named by the calendar year in which it begins.
    static func benefitYear(of date: CalendarDate, plan: BenefitPlan) -> Int {
        switch plan.benefitPeriod {
        case .calendarYear: date.year
        case .contractYear(let month, let day):
            (date.month, date.day) >= (month, day) ? date.year : date.year - 1
        }
    }
}
