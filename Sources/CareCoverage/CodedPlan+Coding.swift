import CareModel

extension CodedPlan {
    /// Settles of a line what no earlier line can change.
    func coded(_ line: PricedLine) -> CodedLine {
        let row = plan.benefitIndex(
            for: line.line,
            network: network,
            diagnosis: facts.diagnosis
        )
        var covered = AmountLedger()
        var allowed: Money?
        if let row {
            allowed = try? allow(line, benefit: plan.benefits[row], ledger: &covered)
        }
        return CodedLine(
            row: row,
            category: position(of: line.line.category),
            units: line.line.units,
            billed: line.billed,
            allowed: allowed,
            writeOff: covered.amounts.writeOff,
            balanceBill: covered.amounts.balanceBill,
            contracted: line.allowedTotal,
            selfPay: line.selfPay.map { min($0.amount * line.line.units, line.billed) },
            medicareDenial: medicareDenial(of: line.line)
        )
    }

    /// Why Medicare does not pay a line of a row that it covers; nothing where it does.
    ///
    /// 1. A list of modifiers without the one for active treatment is not payable; where the
    ///    request gives no list, active care is understood.
    /// 2. With diagnoses given, one of them has to be a subluxation (rule S18).
    private func medicareDenial(of line: ServiceLine) -> CodedDenial? {
        guard let rules = medicare?.rules else { return nil }
        if line.hasStatedModifiers, !line.modifiers.contains(rules.modifiers.active) {
            return .modifierMissing
        }
        let diagnoses = [facts.diagnosis].compactMap { $0 } + facts.furtherDiagnoses
        if !diagnoses.isEmpty, !diagnoses.contains(where: rules.pays) {
            return .diagnosisNotPayable
        }
        return nil
    }
}
