public import CareModel

/// Shares the cost of visits between the patient and one plan, in order of date.
///
/// Each line meets what the lines before it have used. The value carries the accumulators, so a
/// copy of it is a branch: adjudicate two courses from the same point by copying it.
///
/// ``adjudicate(_:on:careType:)`` gives every line with the arithmetic behind it. Where only the
/// sums of many courses are asked for, ``coded(_:)`` settles each visit once and
/// ``total(of:on:careType:)`` shares it any number of times, by the same rules; a ``CodedCourse``
/// joins visits that are alike, so that ``total(of:from:)`` shares many of them at once.
///
/// A figure that ``BenefitPlan/unknownNeeds(of:network:known:facts:)`` names and that is not known
/// counts here as nothing used; the caller asks first.
public struct Adjudicator: Sendable {
    // What is asked of every line is always inlined: a call on a value of this size copies it, and
    // the copies were the largest part of the time of a course.
    let coded: CodedPlan
    let recordsSteps: Bool
    var state: AccumulatorState
    /// The figures at the start.
    private let known: KnownFigures
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
        coded = CodedPlan(plan, network: network, facts: facts)
        self.recordsSteps = recordsSteps
        state = AccumulatorState(accumulators, coded: coded)
        known = KnownFigures(accumulators)
    }

    /// The plan.
    public var plan: BenefitPlan { coded.plan }
    /// Whether the clinic is contracted with it.
    public var network: Network { coded.network }
    /// What the patient brings beside the plan.
    public var facts: CoverageFacts { coded.facts }

    /// What has been used after the last visit, from which a later course can go on.
    public var accumulators: Accumulators {
        state.accumulators(of: coded, known: known.figures)
    }

    /// The same plan and patient with other figures to start from.
    ///
    /// - Parameter accumulators: What was used so far.
    /// - Returns: An adjudicator that has seen no visit.
    public func starting(from accumulators: Accumulators) -> Adjudicator {
        Adjudicator(restarting: self, from: accumulators)
    }

    /// Starts anew from what another patient has used so far, for sums alone.
    mutating func restart(from accumulators: CodedAccumulators) {
        state.restart(from: accumulators, coded: coded)
        visitsSeen = 0
    }

    private init(restarting other: Adjudicator, from accumulators: Accumulators) {
        coded = other.coded
        recordsSteps = other.recordsSteps
        state = AccumulatorState(accumulators, coded: coded)
        known = KnownFigures(accumulators)
        leavesSharesToMedicaid = other.leavesSharesToMedicaid
    }

    /// What of the general deductible is left on a date, before any visit of it; nothing where the
    /// plan has none.
    public func deductibleLeft(on date: CalendarDate) -> Money? {
        var ahead = state
        _ = ahead.roll(to: date, coded: coded, started: known.asOf)
        return ahead.generalDeductibleLeft
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
        var events = EventLog(isKept: true)
        try open(date, events: &events)
        var adjudicated: [AdjudicatedLine] = []
        adjudicated.reserveCapacity(lines.count)
        for line in lines {
            var ledger = LineLedger(line, recordsSteps: recordsSteps)
            let denied: CodedDenial?
            do throws(CodedError) {
                denied = try share(
                    coded.coded(line),
                    on: date,
                    careType: careType,
                    ledger: &ledger,
                    events: &events
                )
            } catch {
                throw AdjudicationError(error, of: line.line)
            }
            ledger.close()
            let denial = denied.map { coded.denial($0) }
            adjudicated.append(
                ledger.closed(claimed(line, denial: denial, on: date), denial: denial)
            )
        }
        return AdjudicatedVisit(lines: adjudicated, events: events.events.map { coded.event($0) })
    }

    /// Turns to the date of a visit: what has ended starts anew.
    private mutating func open(
        _ date: CalendarDate,
        events: inout EventLog
    ) throws(AdjudicationError) {
        if roll(to: date) { events.append(.benefitYearReset) }
        if lacksDeductible, let yearly = plan.deductible?.individualByYear {
            throw .noDeductible(year: state.yearStart.year, file: yearly.file)
        }
    }

    /// Counts a visit and starts anew what has ended before its date.
    ///
    /// - Returns: Whether a new benefit year began.
    @inline(__always)
    mutating func roll(to date: CalendarDate) -> Bool {
        visitsSeen += 1
        return state.roll(to: date, coded: coded, started: known.asOf)
    }

    /// Whether a table that publishes the plan's deductible lacks the running year.
    var lacksDeductible: Bool {
        coded.deductible?.isYearly == true && state.individualDeductibleTerm == nil
    }

    /// Shares one line: asks whether the plan covers it (rule S2), then goes the one way or the
    /// other.
    ///
    /// - Returns: Why the plan does not cover it; nothing where it does.
    @inline(__always)
    mutating func share(
        _ line: CodedLine,
        on date: CalendarDate,
        careType: CareType,
        ledger: inout some Ledger,
        events: inout EventLog
    ) throws(CodedError) -> CodedDenial? {
        let denial = denial(of: line, on: date, careType: careType)
        guard denial == nil, let row = line.row else {
            let denial = denial ?? .noBenefit
            if case .limitReached(let limit) = denial { events.appendDenial(byLimit: limit) }
            try priceUncovered(line, denial: denial, on: date, ledger: &ledger)
            return denial
        }
        try cover(line, row: row, on: date, ledger: &ledger, events: &events)
        return nil
    }

    @inline(__always)
    private mutating func cover(
        _ line: CodedLine,
        row: Int,
        on date: CalendarDate,
        ledger: inout some Ledger,
        events: inout EventLog
    ) throws(CodedError) {
        let deductibleBefore = state.generalDeductibleLeft
        let roomBefore = state.outOfPocketRoom
        try shareCovered(line, row: row, on: date, ledger: &ledger, events: &events)

        countDate(for: row, on: date)
        endNotice(on: date)
        let planPaid = ledger.amounts.planPays > .zero
        for position in coded.rows[row].limits {
            let index = coded.limitsOfRows[position]
            let isUsedUp = state.count(
                under: coded.limits[index],
                at: index,
                on: date,
                isFirstVisit: visitsSeen == 1,
                planPaid: planPaid
            )
            if isUsedUp, coded.limits[index].remembersEarlierUse {
                events.append(.limitReached(index, isDenied: false))
            }
        }
        if let before = deductibleBefore, before > .zero,
            state.generalDeductibleLeft == .zero
        {
            events.append(.deductibleMet)
        }
        if let before = roomBefore, before > .zero, state.outOfPocketRoom == .zero {
            events.append(.outOfPocketMaximumMet)
        }
    }
}

/// The figures from which a course starts, shared by all its branches.
private final class KnownFigures: Sendable {
    let figures: Accumulators
    let asOf: CalendarDate

    init(_ figures: Accumulators) {
        self.figures = figures
        asOf = figures.asOf
    }
}

extension AdjudicationError {
    fileprivate init(_ error: CodedError, of line: ServiceLine) {
        switch error {
        case .noAllowedAmount: self = .noAllowedAmount(line)
        case .noSelfPayPrice: self = .noSelfPayPrice(line)
        }
    }
}
