public import CareModel

/// Shares the cost of visits between the patient and one plan, in order of date.
///
/// Each line meets what the lines before it have used. The value carries the accumulators, so a
/// copy of it is a branch: adjudicate two courses from the same point by copying it.
///
/// A figure that ``BenefitPlan/unknownNeeds(of:network:known:facts:)`` names and that is not known
/// counts here as nothing used; the caller asks first.
public struct Adjudicator: Sendable {
    /// The plan.
    public let plan: BenefitPlan
    /// Whether the clinic is contracted with it.
    public let network: Network
    /// What the patient brings beside the plan.
    public let facts: CoverageFacts
    let recordsSteps: Bool
    var state: AccumulatorState
    private let source: String?
    var visitsSeen = 0
    /// Whether Medicaid pays next, so that a qualified beneficiary's shares go to it before what is
    /// left of them is forgiven.
    var leavesSharesToMedicaid = false

    /// Starts from what was used so far.
    public init(
        plan: BenefitPlan,
        network: Network,
        accumulators: Accumulators,
        facts: CoverageFacts = CoverageFacts(),
        recordsSteps: Bool = true
    ) {
        self.plan = plan
        self.network = network
        self.facts = facts
        self.recordsSteps = recordsSteps
        state = AccumulatorState(accumulators, plan: plan)
        source = accumulators.source
    }

    /// What has been used after the last visit, from which a later course can go on.
    public var accumulators: Accumulators {
        state.accumulators(of: plan, source: source)
    }

    /// What of the general deductible is left on a date, before any visit of it; nothing where the
    /// plan has none.
    public func deductibleLeft(on date: CalendarDate) -> Money? {
        var ahead = state
        _ = ahead.roll(to: date, plan: plan)
        return ahead.generalDeductibleLeft(of: plan)
    }

    /// Shares the cost of the next visit; visits come in order of date (rule S16).
    ///
    /// - Parameters:
    ///   - lines: The lines of the claim, in its order.
    ///   - date: The date of service.
    ///   - careType: Whether the care is active or maintenance.
    /// - Returns: The lines with their amounts, and what changed with this visit.
    /// - Throws: ``AdjudicationError`` where a price is needed that nobody knows.
    public mutating func adjudicate(
        _ lines: [PricedLine],
        on date: CalendarDate,
        careType: CareType = .active
    ) throws(AdjudicationError) -> AdjudicatedVisit {
        visitsSeen += 1
        var events: [CoverageEvent] = []
        if state.roll(to: date, plan: plan) { events.append(.benefitYearReset) }
        if let yearly = plan.deductible?.individualByYear,
            yearly.amount(of: state.yearStart.year) == nil
        {
            throw .noDeductible(year: state.yearStart.year, file: yearly.file)
        }
        var adjudicated: [AdjudicatedLine] = []
        adjudicated.reserveCapacity(lines.count)
        for line in lines {
            adjudicated.append(
                try adjudicate(line, on: date, careType: careType, events: &events)
            )
        }
        return AdjudicatedVisit(lines: adjudicated, events: events)
    }

    private mutating func adjudicate(
        _ line: PricedLine,
        on date: CalendarDate,
        careType: CareType,
        events: inout [CoverageEvent]
    ) throws(AdjudicationError) -> AdjudicatedLine {
        let row = plan.benefitIndex(
            for: line.line,
            network: network,
            diagnosis: facts.diagnosis
        )
        let denial = denial(of: line.line, row: row, on: date, careType: careType)
        let line = claimed(line, denial: denial, on: date)
        if let denial {
            if case .limitReached(let limit) = denial {
                let isKnown = events.contains { event in
                    if case .limitReached(limit, _) = event { true } else { false }
                }
                if !isKnown { events.append(.limitReached(limit, isDenied: true)) }
            }
            return try uncovered(
                line,
                denial: denial,
                benefit: row.map { plan.benefits[$0] },
                on: date
            )
        }
        guard let row else {
            return try uncovered(line, denial: .noBenefit, benefit: nil, on: date)
        }
        return try covered(line, row: row, on: date, events: &events)
    }

    /// Why the plan does not cover a line, asked in the order of rule S2.
    private func denial(
        of line: ServiceLine,
        row: Int?,
        on date: CalendarDate,
        careType: CareType
    ) -> Denial? {
        guard plan.isInForce(on: date) else { return .planNotInForce }
        guard let row else { return .noBenefit }
        let benefit = plan.benefits[row]
        switch benefit.coverage {
        case .notCovered: return .notCovered
        case .excluded: return .excluded
        case .covered: break
        }
        if careType == .maintenance, !benefit.coversMaintenance { return .maintenance }
        if let denial = medicareDenial(of: line) { return denial }
        if isAuthorizationMissing(for: row, on: date) {
            // With a penalty the line stays covered, and the plan pays less.
            guard case .penalty? = benefit.authorization?.consequence(in: network) else {
                return .authorizationMissing
            }
        }
        if benefit.waitingPeriodMonths > 0 {
            let joined = facts.memberSince ?? plan.effectiveFrom
            let end = joined.adding(months: benefit.waitingPeriodMonths)
            if date < end { return .waitingPeriod(endsOn: end) }
        }
        for index in benefit.limits where plan.limits[index].kind == .hard {
            let limit = plan.limits[index]
            let hasRoom = state.hasRoom(
                under: limit,
                at: index,
                on: date,
                isFirstVisit: visitsSeen == 1
            )
            if !hasRoom { return .limitReached(limit) }
        }
        return emptyBucket(of: benefit).map { .limitReached($0) }
    }

    /// The limit of dollars of an auto policy that nothing is left of: the next payer is billed
    /// then, and where there is none the patient pays as one without insurance.
    private func emptyBucket(of benefit: Benefit) -> UsageLimit? {
        guard plan.type == .autoMedical else { return nil }
        return benefit.limits.first { index in
            plan.limits[index].unit == .dollars
                && state.dollarRoom(under: plan.limits[index], at: index) == .zero
        }
        .map { plan.limits[$0] }
    }

    private mutating func covered(
        _ line: PricedLine,
        row: Int,
        on date: CalendarDate,
        events: inout [CoverageEvent]
    ) throws(AdjudicationError) -> AdjudicatedLine {
        let deductibleBefore = state.generalDeductibleLeft(of: plan)
        let roomBefore = state.outOfPocketRoom(of: plan)
        let shared = try share(line, row: row, on: date, events: &events)

        let benefit = plan.benefits[row]
        useAuthorization(for: row, on: date)
        endNotice(on: date)
        for index in benefit.limits {
            let isUsedUp = state.count(
                under: plan.limits[index],
                at: index,
                on: date,
                isFirstVisit: visitsSeen == 1,
                planPaid: shared.amounts.planPays > .zero
            )
            if isUsedUp, plan.limits[index].remembersEarlierUse {
                events.append(.limitReached(plan.limits[index], isDenied: false))
            }
        }
        let deductibleAfter = state.generalDeductibleLeft(of: plan)
        if let before = deductibleBefore, before > .zero, deductibleAfter == .zero {
            events.append(.deductibleMet)
        }
        if let before = roomBefore, before > .zero, state.outOfPocketRoom(of: plan) == .zero {
            events.append(.outOfPocketMaximumMet)
        }
        return shared
    }
}
