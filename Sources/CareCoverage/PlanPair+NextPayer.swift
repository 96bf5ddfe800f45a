import CareModel

/// The second plans that take a line over, in place of adding to what the first one paid.
extension PlanPair {
    /// A line that an auto policy left to a health plan.
    ///
    /// The health plan is the next payer, and its contract holds: the one write-off is its own, so
    /// its rule meets a bill that the contract has lowered. The policy's payment counts toward what
    /// the contract allows (NAIC Model Regulation 120, section 3: a negotiated fee of the secondary
    /// plan is the allowable expense).
    func succeeded(
        _ line: AdjudicatedLine,
        by alone: AdjudicatedLine,
        of second: Adjudicator
    ) -> AdjudicatedLine {
        guard alone.denial == nil else { return line }
        var ledger = LineLedger(line, recordsSteps: recordsSteps)
        if line.denial != nil {
            // The price of a patient without insurance gives way to the charge, which is billed.
            let step = line.amounts.charge - line.amounts.notCovered - line.amounts.planPays
            ledger.add(.notCovered, step, because: .passedOn, source: second.plan.place)
            ledger.add(
                .writeOff,
                -line.amounts.writeOff,
                because: .passedOn,
                source: second.plan.place
            )
            ledger.add(.patientPays, step, because: .passedOn, source: second.plan.place)
        }
        let passed = ledger.close(line)
        let amounts = passed.amounts
        let left = amounts.charge - amounts.planPays
        // What Medicaid or a qualified beneficiary does not owe is no part of the contract.
        let contract =
            second.leavesNothing
            ? alone.amounts.charge - alone.amounts.allowed : alone.amounts.writeOff
        let writeOff = max(min(contract, left) - amounts.writeOff, .zero)
        let rule = second.medicare == nil ? second.plan.coordination : .standard
        var lowered = amounts
        lowered.writeOff += writeOff
        let row = second.row(for: line).map { second.plan.benefits[$0] }
        let payment = rule.payment(after: lowered, alone: alone.amounts, row: row)
        let room = left - lowered.writeOff
        let kept = max(min(payment, room), .zero)
        return paid(
            passed,
            kept,
            writeOff: second.leavesNothing ? left - amounts.writeOff - kept : writeOff,
            reason: .secondPlan(
                SecondPayment(
                    rule,
                    after: amounts,
                    writingOff: lowered.writeOff,
                    alone: alone.amounts,
                    sharing: row?.sharing,
                    pays: kept
                )
            ),
            writeOffReason: second.leavesNothing ? second.restReason : .contractualWriteOff,
            source: second.plan.place,
            toPatient: second.paysPatient
        )
    }

    /// A line at the price of a discount plan, where the first plan does not cover it.
    func discounted(
        _ line: AdjudicatedLine,
        by alone: AdjudicatedLine
    ) -> AdjudicatedLine {
        let price = alone.amounts.notCovered
        guard line.denial != nil, alone.denial == .notCovered, price < line.amounts.notCovered
        else { return line }
        let source = alone.priced.allowed?.source
        let saved = line.amounts.notCovered - price
        var ledger = LineLedger(line, recordsSteps: recordsSteps)
        ledger.add(.notCovered, -saved, because: .discountPlan(price: price), source: source)
        ledger.add(.writeOff, saved, because: .discountPlan(price: price), source: source)
        ledger.add(.patientPays, -saved, because: .discountPlan(price: price), source: source)
        return ledger.close(line)
    }
}
