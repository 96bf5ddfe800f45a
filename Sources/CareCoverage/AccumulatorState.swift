import CareModel

/// The running figures of a plan while a course of visits is adjudicated.
///
/// Limits, benefit rows and categories stand at their positions in ``CodedPlan``.
struct AccumulatorState: Sendable {
    /// The running use of one limit.
    struct LimitState: Sendable {
        var used = 0
        var amount = Money.zero
        /// The last date that counted, so that two visits on it count once.
        var lastCounted: CalendarDate?
        /// Whether nobody knows what was used before.
        var isUnknown = false
    }

    /// The running use of one benefit row.
    struct RowState: Sendable {
        /// The copay taken on a day of care, and which day that was.
        var copayTaken = Money.zero
        var copayDay = 0
        /// On how many dates the row covered a line, and the last of them.
        var coveredDates = 0
        var lastCoveredDate: CalendarDate?
    }

    var isFirstYear = true
    var yearStart: CalendarDate
    private var nextYearStart: CalendarDate
    var latestDate: CalendarDate
    private var nextCalendarYear: CalendarDate
    /// The person's deductible in the running benefit year.
    var individualDeductibleTerm: Money?
    var individualDeductible: Money
    var familyDeductible: Money
    var membersMet: Int
    var individualOutOfPocket: Money
    var familyOutOfPocket: Money
    /// What is left of the general deductible; absent where the plan has none.
    var generalDeductibleLeft: Money?
    /// What is left under the out-of-pocket maximum; absent where the plan has none.
    var outOfPocketRoom: Money?
    /// What of the deductible of each category is met; empty where the plan has none.
    var categoryDeductible: [Money]
    var limits: [LimitState]
    /// The dates of use of each limit that looks twelve months back; empty where none does.
    var rollingDates: [[CalendarDate]]
    var rows: [RowState]
    /// The date of the last visit; two visits on one date are one.
    private var day: CalendarDate
    /// Counts the dates, so that what was taken on an earlier one is told from today's.
    private(set) var dayNumber = 1
    /// The rows with a copay by visit under which a line was covered today, in that order; kept
    /// only where a copay absorbs others.
    var copayRows: [Int] = []
    /// What each month of this benefit year put toward the deductible, January first; kept only
    /// where the plan carries over.
    var deductibleByMonth: [Money]
    /// The dates on which an authorization was used, counted.
    var authorizationVisitsUsed: Int
    var lastAuthorizedDate: CalendarDate?
    /// The date on which Medicare covered an adjustment, and so ended the notice signed before.
    var noticeEndedOn: CalendarDate?

    /// Starts from figures that are known; one that the plan does not need may be absent.
    init(_ known: Accumulators, coded: CodedPlan) {
        let plan = coded.plan
        yearStart = plan.benefitPeriod.yearStart(containing: known.asOf)
        nextYearStart = plan.benefitPeriod.nextYearStart(after: known.asOf)
        latestDate = known.asOf
        nextCalendarYear = BenefitPeriod.calendarYear.nextYearStart(after: known.asOf)
        individualDeductibleTerm = plan.deductible?.individual(inYearFrom: yearStart)
        individualDeductible = known.deductible.individual ?? .zero
        familyDeductible = known.deductible.family ?? .zero
        membersMet = known.membersMet ?? 0
        categoryDeductible = coded.categories.map { known.deductibleByCategory[$0] ?? .zero }
        individualOutOfPocket = known.outOfPocket.individual ?? .zero
        familyOutOfPocket = known.outOfPocket.family ?? .zero
        limits = plan.limits.map { LimitState($0, known: known) }
        let looksBack = plan.limits.contains { $0.period == .rolling12Months }
        rollingDates = looksBack ? plan.limits.map { $0.datesOfUse(known) } : []
        deductibleByMonth =
            plan.deductible?.carryover == nil
            ? [] : (1...12).map { known.deductibleByMonth?[$0] ?? .zero }
        authorizationVisitsUsed = known.authorizationVisitsUsed ?? 0
        rows = plan.benefits.map { row in
            guard case .category(let category) = row.selector else { return RowState() }
            return RowState(coveredDates: known.benefitVisits[category] ?? 0)
        }
        day = known.asOf
        findRooms(of: coded)
    }

    /// Starts anew every accumulator whose period ended before a date (rule S11).
    ///
    /// - Parameters:
    ///   - date: The date.
    ///   - coded: The plan.
    ///   - started: The day of the figures at the start.
    /// - Returns: Whether a new benefit year began.
    mutating func roll(to date: CalendarDate, coded: CodedPlan, started: CalendarDate) -> Bool {
        let isNewYear = date >= nextYearStart
        if isNewYear { beginYear(holding: date, coded: coded) }
        let isNewCalendarYear = date >= nextCalendarYear
        if isNewCalendarYear {
            nextCalendarYear = BenefitPeriod.calendarYear.nextYearStart(after: date)
        }
        for index in limits.indices {
            switch coded.limits[index].period {
            case .lifetime: break
            case .visit: limits[index] = LimitState()
            case .day: if date != day { limits[index] = LimitState() }
            case .benefitYear: if isNewYear { limits[index] = LimitState() }
            case .calendarYear: if isNewCalendarYear { limits[index] = LimitState() }
            case .rolling12Months: lookBack(twelveMonthsFrom: date, at: index, started: started)
            }
        }
        if date != day {
            day = date
            dayNumber += 1
            copayRows = []
        }
        latestDate = max(latestDate, date)
        return isNewYear
    }

    private mutating func beginYear(holding date: CalendarDate, coded: CodedPlan) {
        let plan = coded.plan
        let newYear = plan.benefitPeriod.yearStart(containing: date)
        let carried = carriedOver(into: newYear, plan: plan)
        yearStart = newYear
        nextYearStart = plan.benefitPeriod.nextYearStart(after: date)
        isFirstYear = false
        individualDeductibleTerm = plan.deductible?.individual(inYearFrom: yearStart)
        individualDeductible = carried
        familyDeductible = carried
        membersMet = 0
        individualOutOfPocket = .zero
        familyOutOfPocket = .zero
        for index in categoryDeductible.indices { categoryDeductible[index] = .zero }
        for index in deductibleByMonth.indices { deductibleByMonth[index] = .zero }
        for index in rows.indices {
            rows[index].coveredDates = 0
            rows[index].lastCoveredDate = nil
        }
        findRooms(of: coded)
    }

    private mutating func lookBack(
        twelveMonthsFrom date: CalendarDate,
        at index: Int,
        started: CalendarDate
    ) {
        let anniversary = date.adding(months: -12)
        rollingDates[index].removeAll { $0 <= anniversary }
        limits[index].used = rollingDates[index].count
        if started <= anniversary { limits[index].isUnknown = false }
    }
}

extension AccumulatorState.LimitState {
    fileprivate init(_ limit: UsageLimit, known: Accumulators) {
        switch known.limits[limit.id] {
        case .used(let count) where limit.remembersEarlierUse: used = count
        case .amount(let spent) where limit.remembersEarlierUse: amount = spent
        case .dates(let dates): used = dates.count
        case .used, .amount: break
        case nil: isUnknown = true
        }
    }
}

extension UsageLimit {
    /// The dates of use that are known of a limit that looks twelve months back.
    fileprivate func datesOfUse(_ known: Accumulators) -> [CalendarDate] {
        guard period == .rolling12Months else { return [] }
        switch known.limits[id] {
        case .used(let count):
            // Uses without their dates count as if all were as recent as can be.
            return Array(repeating: known.asOf, count: min(count, maximum))
        case .dates(let dates): return dates.sorted()
        case .amount, nil: return []
        }
    }
}
