import CareModel

/// The running figures of a plan while a course of visits is adjudicated.
struct AccumulatorState: Hashable, Sendable {
    /// The running use of one limit.
    struct LimitState: Hashable, Sendable {
        var used = 0
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

    /// Starts from figures that are known; one that the plan does not need may be absent.
    init(_ known: Accumulators, plan: BenefitPlan) {
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
            case .used(let count) where limit.remembersEarlierUse: LimitState(used: count)
            case .dates(let dates): LimitState(used: dates.count, dates: dates.sorted())
            case .used, nil: LimitState()
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
            yearStart = newYear
            individualDeductible = .zero
            familyDeductible = .zero
            membersMet = 0
            categoryDeductible = [:]
            individualOutOfPocket = .zero
            familyOutOfPocket = .zero
        }
        for index in limits.indices {
            switch plan.limits[index].period {
            case .visit, .lifetime: break
            case .day: if date != day.date { limits[index] = LimitState() }
            case .benefitYear: if isNewYear { limits[index] = LimitState() }
            case .calendarYear: if date.year > latestDate.year { limits[index] = LimitState() }
            case .rolling12Months:
                let anniversary = date.adding(months: -12)
                limits[index].dates.removeAll { $0 <= anniversary }
                limits[index].used = limits[index].dates.count
            }
        }
        if date != day.date { day = DayState(date: date) }
        latestDate = max(latestDate, date)
        return isNewYear
    }

    /// The figures in the shape in which a later request states them.
    func accumulators(of plan: BenefitPlan, source: String?) -> Accumulators {
        var uses: [String: Accumulators.LimitUse] = [:]
        for (limit, state) in zip(plan.limits, limits) where limit.remembersEarlierUse {
            uses[limit.id] =
                limit.period == .rolling12Months ? .dates(state.dates) : .used(state.used)
        }
        return Accumulators(
            asOf: latestDate,
            source: source,
            deductible: Accumulators.Tier(
                individual: plan.deductible?.individual.map { _ in individualDeductible },
                family: plan.deductible?.family.map { _ in familyDeductible }
            ),
            membersMet: plan.deductible?.memberCount.map { _ in membersMet },
            deductibleByCategory: (plan.deductible?.byCategory ?? [:]).reduce(into: [:]) {
                $0[$1.key] = categoryDeductible[$1.key] ?? .zero
            },
            outOfPocket: Accumulators.Tier(
                individual: plan.outOfPocketMaximum?.individual.map { _ in individualOutOfPocket },
                family: plan.outOfPocketMaximum?.family.map { _ in familyOutOfPocket }
            ),
            limits: uses
        )
    }
}
