public import CareModel

/// A patient's plans, one or two, that share the cost of visits in order of date.
///
/// The second plan adjudicates every line as if it were alone, with its own accumulators, and is
/// then coordinated with what the first one paid. Two policies depart from that: a Medigap plan
/// looks only at what Medicare leaves, and a health plan behind an auto policy is billed only for
/// lines on which the policy leaves something.
public struct PlanPair: Sendable {
    /// The plan that pays first.
    public private(set) var first: Adjudicator
    /// The plan that pays next; absent where there is one plan.
    public private(set) var second: Adjudicator?
    let recordsSteps: Bool
    /// The Medigap copay taken so far on a date.
    private var medigapCopay: (date: CalendarDate, taken: Money)?

    /// Creates a pair from plans with what was used of each.
    public init(first: Adjudicator, second: Adjudicator? = nil) {
        self.first = first
        self.second = second
        recordsSteps = first.recordsSteps
        self.first.leavesSharesToMedicaid = second?.plan.coordination == .medicaid
    }

    /// What has been used of each plan after the last visit.
    public var accumulators: [Accumulators] {
        [first.accumulators] + [second?.accumulators].compactMap { $0 }
    }

    /// Of each plan, whether a notice that Medicare will not pay has ended with a visit so far.
    public var endedNotices: [Bool] {
        [first.hasNoticeEnded] + [second?.hasNoticeEnded].compactMap { $0 }
    }

    /// Shares the cost of the next visit; visits come in order of date (rule S16).
    ///
    /// - Parameters:
    ///   - lines: The lines of the claim with the prices of the first plan.
    ///   - secondLines: The same lines with the prices of the second plan.
    ///   - date: The date of service.
    ///   - careType: Whether the care is active or maintenance.
    /// - Returns: The lines with their amounts, and what changed with this visit.
    /// - Throws: ``AdjudicationError`` where a figure is needed that nobody knows.
    public mutating func adjudicate(
        _ lines: [PricedLine],
        _ secondLines: [PricedLine],
        on date: CalendarDate,
        careType: CareType = .active
    ) throws(AdjudicationError) -> AdjudicatedVisit {
        let visit = try first.adjudicate(lines, on: date, careType: careType)
        guard var running = second else { return visit }
        if running.plan.coordination == .medigap {
            return AdjudicatedVisit(
                lines: visit.lines.map { supplemented($0, by: running.plan, on: date) },
                events: visit.events
            )
        }
        let billed = visit.lines.indices.filter { index in
            let line = visit.lines[index]
            return first.plan.type != .autoMedical || line.denial != nil
                || line.amounts.patientPays > .zero
        }
        guard !billed.isEmpty else {
            // The visit took place all the same: the next is not the first one.
            running.visitsSeen += 1
            second = running
            return visit
        }
        let alone = try running.adjudicate(
            billed.map { secondLines[$0] },
            on: date,
            careType: careType
        )
        second = running
        var coordinated = visit.lines
        for (index, own) in zip(billed, alone.lines) {
            coordinated[index] = joined(visit.lines[index], own, of: running)
                .beside(secondAlone: own.steps)
        }
        return AdjudicatedVisit(
            lines: coordinated,
            events: visit.events,
            secondEvents: alone.events
        )
    }

    /// A line after a Medigap plan took over shares that Medicare left.
    private mutating func supplemented(
        _ line: AdjudicatedLine,
        by plan: BenefitPlan,
        on date: CalendarDate
    ) -> AdjudicatedLine {
        guard let cover = plan.medigap, plan.isInForce(on: date), line.denial == nil else {
            return line
        }
        let deductible = cover.coversDeductible ? line.amounts.deductible : .zero
        var payment = line.amounts.coinsurance + deductible
        var copay = Money.zero
        if line.priced.line.category == cover.officeVisitCategory {
            let taken = medigapCopay.flatMap { $0.date == date ? $0.taken : nil } ?? .zero
            copay = min(max(cover.officeVisitCopay - taken, .zero), payment)
            medigapCopay = (date, taken + copay)
            payment -= copay
        }
        return paid(
            line,
            payment,
            reason: .medigap(
                deductible: deductible,
                coinsurance: line.amounts.coinsurance,
                copay: copay
            ),
            source: cover.place
        )
    }

    /// A line after the second plan's payment was coordinated with the first one's.
    private func joined(
        _ line: AdjudicatedLine,
        _ alone: AdjudicatedLine,
        of second: Adjudicator
    ) -> AdjudicatedLine {
        switch (first.plan.type, second.plan.type) {
        case (_, .discountPlan): return discounted(line, by: alone)
        case (.autoMedical, _): return succeeded(line, by: alone, of: second)
        case (_, .medicarePartB):
            // 42 CFR 411.33: the lowest of what the first payment leaves of the charge, of what
            // Medicare would pay alone, and of what it leaves of the higher allowed amount.
            let amounts = line.amounts
            let ofCharge = amounts.charge - amounts.planPays
            let ofAllowed = max(amounts.allowed, alone.amounts.allowed) - amounts.planPays
            let payment = kept(min(ofCharge, alone.amounts.planPays, ofAllowed), of: line)
            // A qualified beneficiary owes nothing of a line that Medicare covers.
            let writesOff = second.leavesNothing && alone.denial == nil
            return paid(
                line,
                payment,
                writeOff: writesOff ? amounts.patientPays - payment : .zero,
                reason: .medicareSecond(
                    ofCharge: ofCharge,
                    alone: alone.amounts.planPays,
                    ofAllowed: ofAllowed,
                    leftOfBill: max(ofCharge - amounts.writeOff, .zero)
                ),
                writeOffReason: second.restReason,
                source: second.plan.place,
                toPatient: second.paysPatient
            )
        default:
            let rule = second.plan.coordination
            if rule == .medicaid, alone.denial != nil { return first.forgiven(line) }
            let row = second.row(for: line).map { second.plan.benefits[$0] }
            let payment =
                alone.denial == nil
                ? rule.payment(after: line.amounts, alone: alone.amounts, row: row) : .zero
            let kept = kept(payment, of: line)
            let writesOff = second.leavesNothing && alone.denial == nil
            return paid(
                line,
                kept,
                writeOff: writesOff ? line.amounts.patientPays - kept : .zero,
                reason: .secondPlan(
                    SecondPayment(
                        rule,
                        after: line.amounts,
                        writingOff: line.amounts.writeOff,
                        alone: alone.amounts,
                        sharing: row?.sharing,
                        pays: kept
                    )
                ),
                writeOffReason: second.restReason,
                source: second.plan.place.appending("/coordination")
            )
        }
    }

    /// A payment kept within what the first plan and its write-off leave of the bill.
    private func kept(_ payment: Money, of line: AdjudicatedLine) -> Money {
        let amounts = line.amounts
        let room = max(amounts.charge - amounts.planPays - amounts.writeOff, .zero)
        return min(max(payment, .zero), room)
    }

    /// A line with what a second plan pays and writes off.
    func paid(
        _ line: AdjudicatedLine,
        _ payment: Money,
        writeOff: Money = .zero,
        reason: StepReason,
        writeOffReason: StepReason = .contractualWriteOff,
        source: SourcePlace?,
        toPatient: Bool = false
    ) -> AdjudicatedLine {
        var ledger = LineLedger(line, recordsSteps: recordsSteps)
        ledger.add(.secondaryPays, payment, because: reason, source: source)
        if toPatient { ledger.reimburse(payment) }
        if payment == .zero { ledger.note(.secondaryPays, because: reason, source: source) }
        ledger.addSecondWriteOff(writeOff, because: writeOffReason, source: source)
        ledger.add(.patientPays, -payment, because: reason, source: source)
        ledger.add(.patientPays, -writeOff, because: writeOffReason, source: source)
        return ledger.close(line)
    }
}

extension Adjudicator {
    /// Whether the patient owes nothing of a line that this plan covers second: Medicaid writes the
    /// rest off, and a qualified Medicare beneficiary owes no shares.
    var leavesNothing: Bool {
        plan.coordination == .medicaid || medicare?.isQualifiedBeneficiary == true
    }

    /// The position of the benefit row that holds for a line.
    func row(for line: AdjudicatedLine) -> Int? {
        plan.benefitIndex(for: line.priced.line, network: network, diagnosis: facts.diagnosis)
    }

    /// Why the rest of such a line is written off.
    var restReason: StepReason {
        medicare == nil ? .secondPlanWriteOff(plan.coordination) : .qualifiedBeneficiary
    }
}
