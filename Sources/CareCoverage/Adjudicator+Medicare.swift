import CareModel

extension Adjudicator {
    /// The patient's standing with Medicare, where the plan is its Part B.
    var medicare: MedicareStanding? {
        plan.type == .medicarePartB ? facts.medicare : nil
    }

    /// Whether the plan pays the patient and not the clinic: Medicare, of a clinic that does not
    /// take assignment.
    var paysPatient: Bool { medicare?.takesAssignment == false }

    /// Why Medicare does not pay a line of a row that it covers; nothing where it does.
    ///
    /// 1. A list of modifiers without the one for active treatment is not payable; where the
    ///    request gives no list, active care is understood.
    /// 2. With diagnoses given, one of them has to be a subluxation (rule S18).
    func medicareDenial(of line: ServiceLine) -> Denial? {
        guard let rules = medicare?.rules else { return nil }
        if line.hasStatedModifiers, !line.modifiers.contains(rules.modifiers.active) {
            return .modifierMissing(rules.modifiers.active)
        }
        let diagnoses = [facts.diagnosis].compactMap { $0 } + facts.furtherDiagnoses
        if !diagnoses.isEmpty, !diagnoses.contains(where: rules.pays) {
            return .diagnosisNotPayable
        }
        return nil
    }

    /// Whether a signed notice makes the patient responsible on a date.
    ///
    /// It holds so many months from its day, and ends with the first adjustment that Medicare covers
    /// from that day on; the lines of that date still stand under it.
    func hasNotice(on date: CalendarDate) -> Bool {
        guard let medicare, let signed = medicare.noticeSignedOn, signed <= date,
            date < signed.adding(months: medicare.rules.noticeMonths)
        else { return false }
        guard let covered = state.noticeEndedOn else { return true }
        return covered >= date
    }

    /// Ends a notice that was signed before Medicare covers a line.
    mutating func endNotice(on date: CalendarDate) {
        guard let signed = medicare?.noticeSignedOn, signed <= date, state.noticeEndedOn == nil
        else { return }
        state.noticeEndedOn = date
    }

    /// Whether a covered adjustment has ended the signed notice for every later date.
    public var hasNoticeEnded: Bool { state.noticeEndedOn != nil }

    /// The price of a line that Medicare does not pay: what the law excludes is the patient's, and
    /// what it finds unnecessary is the patient's only with a signed notice.
    func medicareUncoveredPrice(
        _ denial: Denial,
        stated: Benefit.UncoveredPrice?,
        on date: CalendarDate
    ) -> Benefit.UncoveredPrice {
        switch denial {
        case .maintenance, .modifierMissing, .diagnosisNotPayable:
            hasNotice(on: date) ? .billed : .notBillable
        case .planNotInForce, .noBenefit, .notCovered, .excluded, .authorizationMissing,
            .waitingPeriod, .limitReached:
            stated == .selfPay || stated == .notBillable ? stated ?? .billed : .billed
        }
    }

    /// A line with the modifiers that its claim carries, where the request leaves them open.
    func claimed(_ line: PricedLine, denial: Denial?, on date: CalendarDate) -> PricedLine {
        guard let modifiers = medicare?.rules.modifiers, !line.line.hasStatedModifiers else {
            return line
        }
        let isNoticed = hasNotice(on: date)
        let understood =
            switch denial {
            case nil: [modifiers.active]
            case .maintenance, .modifierMissing, .diagnosisNotPayable:
                [isNoticed ? modifiers.notice : modifiers.withoutNotice]
            case .noBenefit, .notCovered, .excluded:
                isNoticed ? [modifiers.voluntaryNotice, modifiers.excluded] : [modifiers.excluded]
            case .planNotInForce, .authorizationMissing, .waitingPeriod, .limitReached:
                [Modifier]()
            }
        return line.with(line.line.adding(understood))
    }

    /// What Medicare approves for all units, and what lies above it.
    ///
    /// A clinic without assignment collects up to the limiting charge, and Medicare pays its part
    /// to the patient.
    func allowByMedicare(
        _ line: PricedLine,
        fee: UnitPrice,
        standing: MedicareStanding,
        ledger: inout LineLedger
    ) -> Money {
        let units = line.line.units
        let approved = standing.approved(of: fee.amount)
        let allowed = min(approved, line.charge.amount) * units
        let fraction = standing.rules.nonParticipatingFraction
        ledger.add(
            .allowed,
            allowed,
            because: approved > line.charge.amount
                ? .chargeBelowRate(rate: approved, units: units)
                : standing.isParticipating
                    ? .price(each: approved, units: units)
                    : .nonParticipating(fraction, of: fee.amount, units: units),
            source: fee.source
        )
        guard !standing.takesAssignment else {
            ledger.add(
                .writeOff,
                line.billed - allowed,
                because: .assignment,
                source: standing.rules.place
            )
            return allowed
        }
        let limit = standing.rules.limitingChargeFactor.of(fee.amount)
        let collected = min(limit, line.charge.amount) * units
        let reason = StepReason.limitingCharge(
            standing.rules.limitingChargeFactor,
            of: fee.amount
        )
        ledger.add(
            .writeOff,
            line.billed - collected,
            because: reason,
            source: standing.rules.place
        )
        ledger.add(
            .balanceBill,
            collected - allowed,
            because: reason,
            source: standing.rules.place
        )
        return allowed
    }

    /// Forgives the shares of a qualified beneficiary; the deductible is used up all the same.
    func forgiveShares(ledger: inout LineLedger) {
        guard let medicare, medicare.isQualifiedBeneficiary else { return }
        for part in [LinePart.deductible, .copay, .coinsurance, .overLimit] {
            let share = ledger.amounts[part]
            ledger.add(
                part,
                -share,
                because: .qualifiedBeneficiary,
                source: medicare.rules.place
            )
            ledger.add(
                .writeOff,
                share,
                because: .qualifiedBeneficiary,
                source: medicare.rules.place
            )
        }
    }

    /// A line whose shares Medicaid did not take over, after they were forgiven.
    func forgiven(_ line: AdjudicatedLine) -> AdjudicatedLine {
        var ledger = LineLedger(line, recordsSteps: recordsSteps)
        forgiveShares(ledger: &ledger)
        ledger.add(
            .patientPays,
            line.amounts.writeOff - ledger.amounts.writeOff,
            because: .qualifiedBeneficiary,
            source: medicare?.rules.place
        )
        return ledger.close(line)
    }
}
