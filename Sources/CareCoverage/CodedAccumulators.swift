import CareModel

/// What a patient has used so far as one plan counts it, for a ``CourseAdjudicator``.
///
/// Most plans count a deductible, a maximum and a few limits. These are numbers that stand here one
/// beside the other, so that those of many patients are read like a table. A figure that is not known
/// counts as nothing used, as in an ``Adjudicator``; the caller asks first.
public struct CodedAccumulators: Sendable {
    /// The limits whose use stands here.
    static let mostLimits = Used(repeating: 0).count

    /// How much of each of the first limits is used.
    typealias Used = InlineArray<4, Int>

    let asOf: CalendarDate
    let yearStart: CalendarDate
    let nextYearStart: CalendarDate
    let nextCalendarYear: CalendarDate
    let individualDeductible: Money
    let familyDeductible: Money
    let individualOutOfPocket: Money
    let familyOutOfPocket: Money
    let used: Used
    /// All figures, where the plan counts more than these.
    let whole: WholeFigures?

    init(_ figures: Accumulators, coded: CodedPlan) {
        let year = coded.benefitPeriod.year(containing: figures.asOf)
        let limits = coded.plan.limits
        asOf = figures.asOf
        yearStart = year.lowerBound
        nextYearStart = year.upperBound
        nextCalendarYear = BenefitPeriod.calendarYear.nextYearStart(after: figures.asOf)
        individualDeductible = figures.deductible.individual ?? .zero
        familyDeductible = figures.deductible.family ?? .zero
        individualOutOfPocket = figures.outOfPocket.individual ?? .zero
        familyOutOfPocket = figures.outOfPocket.family ?? .zero
        used = InlineArray { index in
            guard index < limits.count else { return 0 }
            return AccumulatorState.LimitState(limits[index], known: figures).used
        }
        whole =
            coded.countsFewFigures ? nil : WholeFigures(AccumulatorState(figures, coded: coded))
    }
}

/// All running figures of a plan at the start of a course.
final class WholeFigures: Sendable {
    let state: AccumulatorState

    init(_ state: AccumulatorState) {
        self.state = state
    }
}

extension CodedPlan {
    /// Whether all that the plan counts is a deductible, a maximum and a few limits.
    fileprivate var countsFewFigures: Bool {
        limits.count <= CodedAccumulators.mostLimits && !canNeedAuthorization
            && categoryDeductibles.allSatisfy { $0 == nil } && standing == nil
            && deductible?.memberCount == nil
            && deductible?.hasCarryover != true && deductible?.isYearly != true
            && limits.allSatisfy { $0.period != .rolling12Months }
    }
}

extension AccumulatorState {
    /// Starts anew from what another patient has used so far.
    ///
    /// Lists are written over in place: to allocate those of each patient anew took longer than to
    /// share a course.
    mutating func restart(from known: CodedAccumulators, coded: CodedPlan) {
        if let whole = known.whole {
            self = whole.state
            return
        }
        restart(
            on: known.asOf,
            year: known.yearStart..<known.nextYearStart,
            nextCalendarYear: known.nextCalendarYear
        )
        individualDeductible = known.individualDeductible
        familyDeductible = known.familyDeductible
        individualOutOfPocket = known.individualOutOfPocket
        familyOutOfPocket = known.familyOutOfPocket
        for index in limits.indices { limits[index] = LimitState(used: known.used[index]) }
        for index in copays.indices { copays[index].day = 0 }
        for index in categoryDeductible.indices { categoryDeductible[index] = .zero }
        copayRows.removeAll(keepingCapacity: true)
        findRooms(of: coded)
    }
}
