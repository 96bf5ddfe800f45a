import CareModel

extension Adjudicator {
    /// The patient's standing with Medicare, where the plan is its Part B.
    var medicare: MedicareStanding? { coded.medicare }

    /// Whether the plan pays the patient and not the clinic: Medicare, of a clinic that does not
    /// take assignment.
    var paysPatient: Bool { coded.standing?.takesAssignment == false }

    /// Whether a signed notice makes the patient responsible on a date.
    ///
    /// It holds so many months from its day, and ends with the first adjustment that Medicare covers
    /// from that day on; the lines of that date still stand under it.
    @inline(__always)
    func hasNotice(on date: CalendarDate) -> Bool {
        guard let notice = coded.standing?.notice, notice.contains(date) else { return false }
        guard let covered = state.noticeEndedOn else { return true }
        return covered >= date
    }

    /// Ends a notice that was signed before Medicare covers a line.
    @inline(__always)
    mutating func endNotice(on date: CalendarDate) {
        guard let notice = coded.standing?.notice, notice.lowerBound <= date,
            state.noticeEndedOn == nil
        else { return }
        state.noticeEndedOn = date
    }

    /// Whether a covered adjustment has ended the signed notice for every later date.
    public var hasNoticeEnded: Bool { state.noticeEndedOn != nil }

    /// The price of a line that Medicare does not pay: what the law excludes is the patient's, and
    /// what it finds unnecessary is the patient's only with a signed notice.
    func medicareUncoveredPrice(
        _ denial: CodedDenial,
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

    /// Forgives the shares of a qualified beneficiary; the deductible is used up all the same.
    @inline(__always)
    func forgiveShares(ledger: inout some Ledger) {
        guard coded.standing?.isQualifiedBeneficiary == true else { return }
        for part in [LinePart.deductible, .copay, .coinsurance, .overLimit] {
            let share = ledger.amounts[part]
            ledger.add(
                part,
                -share,
                because: .qualifiedBeneficiary,
                source: medicare?.rules.place
            )
            ledger.add(
                .writeOff,
                share,
                because: .qualifiedBeneficiary,
                source: medicare?.rules.place
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
