import CareModel

/// The running figures of a plan while a course of visits is adjudicated.
struct AccumulatorState: Hashable, Sendable {
    /// The running use of one limit.
    struct LimitState: Hashable, Sendable {
        var used = 0
        var amount = Money.zero
        var dates: [CalendarDate] = []
        /// The last date that counted, so that two visits on it count once.
        var lastCounted: CalendarDate?
    }

    /// What a visit's date has used so far; two visits on one date are one.
    struct DayState: Hashable, Sendable {
        var date: CalendarDate
        /// The copay taken of each benefit row, by its position.
        var copayTaken: [Int: Money] = [:]
        /// The rows with a copay by visit under which a line was covered, in that order.
        var copayRows: [Int] = []
    }

    /// The figures at the start; one that was not known there stays so until its period ends.
    private let known: Accumulators
    private var isFirstYear = true
    /// The limits of which nobody knows what was used before, by their positions.
    private var unknownLimits: Set<Int>
    var yearStart: CalendarDate
    var latestDate: CalendarDate
    var individualDeductible: Money
    var familyDeductible: Money
    var membersMet: Int
    var categoryDeductible: [ServiceCategory: Money]
    var individualOutOfPocket: Money
    var familyOutOfPocket: Money
    var limits: [LimitState]
    var day: DayState
    /// What each month of this benefit year put toward the deductible.
    var deductibleByMonth: [Int: Money]
    /// The dates on which an authorization was used, counted.
    var authorizationVisitsUsed: Int
    var lastAuthorizedDate: CalendarDate?
    /// On how many dates each benefit row covered a line, by its position.
    var coveredDates: [Int: Int]
    var lastCoveredDate: [Int: CalendarDate] = [:]
    /// The date on which Medicare covered an adjustment, and so ended the notice signed before.
    var noticeEndedOn: CalendarDate?

    /// Starts from figures that are known; one that the plan does not need may be absent.
    init(_ known: Accumulators, plan: BenefitPlan) {
        self.known = known
        unknownLimits = Set(
            plan.limits.indices.filter { known.limits[plan.limits[$0].id] == nil }
        )
        yearStart = plan.benefitPeriod.yearStart(containing: known.asOf)
        latestDate = known.asOf
        individualDeductible = known.deductible.individual ?? .zero
        familyDeductible = known.deductible.family ?? .zero
        membersMet = known.membersMet ?? 0
        categoryDeductible = known.deductibleByCategory
        individualOutOfPocket = known.outOfPocket.individual ?? .zero
        familyOutOfPocket = known.outOfPocket.family ?? .zero
        limits = plan.limits.map { limit in
            switch known.limits[limit.id] {
            case .used(let count) where limit.period == .rolling12Months:
                // Uses without their dates count as if all were as recent as can be.
                LimitState(
                    used: count,
                    dates: Array(repeating: known.asOf, count: min(count, limit.maximum))
                )
            case .used(let count) where limit.remembersEarlierUse: LimitState(used: count)
            case .amount(let amount) where limit.remembersEarlierUse:
                LimitState(amount: amount)
            case .dates(let dates): LimitState(used: dates.count, dates: dates.sorted())
            case .used, .amount, nil: LimitState()
            }
        }
        deductibleByMonth = known.deductibleByMonth ?? [:]
        authorizationVisitsUsed = known.authorizationVisitsUsed ?? 0
        coveredDates = plan.benefits.enumerated().reduce(into: [:]) { counts, row in
            if case .category(let category) = row.element.selector {
                counts[row.offset] = known.benefitVisits[category]
            }
        }
        day = DayState(date: known.asOf)
    }

    /// Starts anew every accumulator whose period ended before a date (rule S11).
    ///
    /// - Returns: Whether a new benefit year began.
    mutating func roll(to date: CalendarDate, plan: BenefitPlan) -> Bool {
        let newYear = plan.benefitPeriod.yearStart(containing: date)
        let isNewYear = newYear > yearStart
        if isNewYear {
            let carried = carriedOver(into: newYear, plan: plan)
            yearStart = newYear
            isFirstYear = false
            individualDeductible = carried
            familyDeductible = carried
            deductibleByMonth = [:]
            coveredDates = [:]
            lastCoveredDate = [:]
            membersMet = 0
            categoryDeductible = [:]
            individualOutOfPocket = .zero
            familyOutOfPocket = .zero
        }
        for index in limits.indices {
            switch plan.limits[index].period {
            case .lifetime: break
            case .visit: restartLimit(at: index)
            case .day: if date != day.date { restartLimit(at: index) }
            case .benefitYear: if isNewYear { restartLimit(at: index) }
            case .calendarYear: if date.year > latestDate.year { restartLimit(at: index) }
            case .rolling12Months:
                let anniversary = date.adding(months: -12)
                limits[index].dates.removeAll { $0 <= anniversary }
                limits[index].used = limits[index].dates.count
                if known.asOf <= anniversary { unknownLimits.remove(index) }
            }
        }
        if date != day.date { day = DayState(date: date) }
        latestDate = max(latestDate, date)
        return isNewYear
    }

    private mutating func restartLimit(at index: Int) {
        limits[index] = LimitState()
        unknownLimits.remove(index)
    }

    /// A running figure, or nothing where it began in this year and was not known.
    private func figure(
        _ running: Money,
        began: Money?,
        term: Money?
    ) -> Money? {
        guard term != nil, !(isFirstYear && began == nil) else { return nil }
        return running
    }

    /// The figures in the shape in which a later request states them.
    func accumulators(of plan: BenefitPlan, source: String?) -> Accumulators {
        var uses: [String: Accumulators.LimitUse] = [:]
        for (index, limit) in plan.limits.enumerated()
        where limit.remembersEarlierUse && !unknownLimits.contains(index) {
            uses[limit.id] =
                limit.period == .rolling12Months
                ? .dates(limits[index].dates)
                : limit.unit == .dollars
                    ? .amount(limits[index].amount) : .used(limits[index].used)
        }
        return Accumulators(
            asOf: latestDate,
            source: source,
            deductible: Accumulators.Tier(
                individual: figure(
                    individualDeductible,
                    began: known.deductible.individual,
                    term: plan.deductible?.individual(inYearFrom: yearStart)
                ),
                family: figure(
                    familyDeductible,
                    began: known.deductible.family,
                    term: plan.deductible?.family
                )
            ),
            membersMet: plan.deductible?.memberCount.flatMap { _ in
                isFirstYear && known.membersMet == nil ? nil : membersMet
            },
            deductibleByCategory: (plan.deductible?.byCategory ?? [:]).reduce(into: [:]) {
                if !isFirstYear || known.deductibleByCategory[$1.key] != nil {
                    $0[$1.key] = categoryDeductible[$1.key] ?? .zero
                }
            },
            outOfPocket: Accumulators.Tier(
                individual: figure(
                    individualOutOfPocket,
                    began: known.outOfPocket.individual,
                    term: plan.outOfPocketMaximum?.individual
                ),
                family: figure(
                    familyOutOfPocket,
                    began: known.outOfPocket.family,
                    term: plan.outOfPocketMaximum?.family
                )
            ),
            limits: uses,
            deductibleByMonth: plan.deductible?.carryover.flatMap { carryover in
                let newYear = plan.benefitPeriod.nextYearStart(after: known.asOf)
                let isAsked = known.asOf >= newYear.adding(months: -carryover.months)
                // Figures of a day before the months that count leave nothing of them open.
                return isFirstYear && isAsked && known.deductibleByMonth == nil
                    ? nil : deductibleByMonth
            },
            authorizationVisitsUsed: known.authorizationVisitsUsed.map { _ in
                authorizationVisitsUsed
            },
            benefitVisits: plan.benefits.enumerated().reduce(into: [:]) { counts, row in
                guard case .category(let category) = row.element.selector,
                    row.element.authorization != nil
                else { return }
                if !isFirstYear || known.benefitVisits[category] != nil {
                    counts[category] = max(
                        counts[category] ?? 0,
                        coveredDates[row.offset] ?? 0
                    )
                }
            }
        )
    }
}
