import CareModel

/// The running figures of a plan while a course of visits is adjudicated.
///
/// Limits, benefit rows and categories stand at their positions in ``CodedPlan``.
struct AccumulatorState: Sendable {
    /// The running use of one limit.
    struct LimitState: Sendable {
        /// Visits or services, or cents of a limit of dollars.
        var used = 0
        /// The last date that counted, so that two visits on it count once.
        var lastCounted: CalendarDate?
        /// Whether nobody knows what was used before.
        var isUnknown = false
    }

    /// The copay taken under a benefit row on a day of care, and which day that was.
    struct CopayState: Sendable {
        var taken = Money.zero
        var day = 0
    }

    /// On how many dates a benefit row covered a line, and the last of them.
    struct CoveredDates: Sendable {
        var count = 0
        var last: CalendarDate?
    }

    /// The date of the last visit; two visits on one date are one.
    private var day: CalendarDate
    var latestDate: CalendarDate
    var yearStart: CalendarDate
    private(set) var nextYearStart: CalendarDate
    private(set) var nextCalendarYear: CalendarDate
    var individualDeductible: Money
    var familyDeductible: Money
    var individualOutOfPocket: Money
    var familyOutOfPocket: Money
    /// What is left of the general deductible; absent where the plan has none.
    var generalDeductibleLeft: Money?
    /// What is left under the out-of-pocket maximum; absent where the plan has none.
    var outOfPocketRoom: Money?
    var limits: [LimitState]
    /// The person's deductible in the running benefit year.
    var individualDeductibleTerm: Money?
    var membersMet: Int
    /// The dates on which an authorization was used, counted.
    var authorizationVisitsUsed: Int
    var isFirstYear = true
    /// Counts the dates, so that what was taken on an earlier one is told from today's.
    private(set) var dateCount = 1
    /// The copay of each row.
    var copays: [CopayState]
    var lastAuthorizedDate: CalendarDate?
    /// The date on which Medicare covered an adjustment, and so ended the notice signed before.
    var noticeEndedOn: CalendarDate?
    /// What of the deductible of each category is met; empty where the plan has none.
    var categoryDeductible: [Money]
    /// The dates of use of each limit that looks twelve months back; empty where none does.
    var rollingDates: [[CalendarDate]]
    /// The covered dates of each row; empty where no row can need an authorization.
    var coveredDates: [CoveredDates]
    /// The rows with a copay by visit under which a line was covered today, in that order; kept
    /// only where a copay absorbs others.
    var copayRows: [Int] = []
    /// What each month of this benefit year put toward the deductible, January first; kept only
    /// where the plan carries over.
    var deductibleByMonth: [Money]

    /// Starts from figures that are known; one that the plan does not need may be absent.
    init(_ known: Accumulators, coded: CodedPlan) {
        let plan = coded.plan
        let year = plan.benefitPeriod.year(containing: known.asOf)
        (yearStart, nextYearStart) = (year.lowerBound, year.upperBound)
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
        copays = plan.benefits.map { _ in CopayState() }
        coveredDates =
            coded.canNeedAuthorization
            ? plan.benefits.map { row in
                guard case .category(let category) = row.selector else { return CoveredDates() }
                return CoveredDates(count: known.benefitVisits[category] ?? 0)
            } : []
        day = known.asOf
        findRooms(of: coded)
    }

    /// Starts anew on a day, with nothing of the visits that were seen before.
    mutating func restart(
        on date: CalendarDate,
        year: Range<CalendarDate>,
        nextCalendarYear: CalendarDate
    ) {
        day = date
        latestDate = date
        yearStart = year.lowerBound
        nextYearStart = year.upperBound
        self.nextCalendarYear = nextCalendarYear
        isFirstYear = true
        dateCount = 1
    }

    /// The first day on which a year of the plan or of the calendar begins anew.
    var nextNewYear: CalendarDate { min(nextYearStart, nextCalendarYear) }

    /// Starts anew every accumulator whose period ended before a date (rule S11).
    ///
    /// - Parameters:
    ///   - date: The date.
    ///   - coded: The plan.
    ///   - started: The day of the figures at the start.
    /// - Returns: Whether a new benefit year began.
    @inline(__always)
    mutating func roll(to date: CalendarDate, coded: CodedPlan, started: CalendarDate) -> Bool {
        var isNewYear = false
        if date >= nextNewYear || coded.hasShortLimit {
            isNewYear = startAnew(on: date, coded: coded, started: started)
        }
        if date != day {
            day = date
            dateCount += 1
            if !copayRows.isEmpty { copayRows.removeAll(keepingCapacity: true) }
        }
        latestDate = max(latestDate, date)
        return isNewYear
    }

    /// Starts anew what ended before a date, or has to be looked at on every date.
    ///
    /// - Returns: Whether a new benefit year began.
    private mutating func startAnew(
        on date: CalendarDate,
        coded: CodedPlan,
        started: CalendarDate
    ) -> Bool {
        let isNewYear = date >= nextYearStart
        if isNewYear { beginYear(holding: date, coded: coded) }
        let isNewCalendarYear = date >= nextCalendarYear
        if isNewCalendarYear {
            nextCalendarYear =
                coded.benefitPeriod == .calendarYear
                ? nextYearStart : BenefitPeriod.calendarYear.nextYearStart(after: date)
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
        return isNewYear
    }

    private mutating func beginYear(holding date: CalendarDate, coded: CodedPlan) {
        let newYear = coded.benefitPeriod.year(containing: date)
        let carried =
            coded.deductible?.hasCarryover == true
            ? carriedOver(into: newYear.lowerBound, plan: coded.plan) : .zero
        yearStart = newYear.lowerBound
        nextYearStart = newYear.upperBound
        isFirstYear = false
        if coded.deductible?.isYearly == true {
            individualDeductibleTerm = coded.plan.deductible?.individual(inYearFrom: yearStart)
        }
        individualDeductible = carried
        familyDeductible = carried
        membersMet = 0
        individualOutOfPocket = .zero
        familyOutOfPocket = .zero
        for index in categoryDeductible.indices { categoryDeductible[index] = .zero }
        for index in deductibleByMonth.indices { deductibleByMonth[index] = .zero }
        for index in coveredDates.indices { coveredDates[index] = CoveredDates() }
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
    init(_ limit: UsageLimit, known: Accumulators) {
        let isOfDollars = limit.unit == .dollars
        switch known.limits[limit.id] {
        case .used(let count) where limit.remembersEarlierUse && !isOfDollars: used = count
        case .amount(let spent) where limit.remembersEarlierUse && isOfDollars: used = spent.cents
        case .dates(let dates) where !isOfDollars: used = dates.count
        case .used, .amount, .dates: break
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
