import CareCoverage
import CareModel

/// The table of secondary payments, and the payers that depart from it.
extension SlowCoordinator {
    /// Whether the patient owes nothing of what the second plan covers: Medicaid writes the rest
    /// off, and a qualified Medicare beneficiary owes 0 for covered services.
    private var forgivesRest: Bool {
        guard let second else { return false }
        if second.plan.type == .medicarePartB {
            return second.facts.medicare?.isQualifiedBeneficiary == true
        }
        return second.plan.coordination == .medicaid
    }

    /// Whether the first plan is the Medicare of a qualified beneficiary.
    var isQualified: Bool {
        first.type == .medicarePartB && facts.medicare?.isQualifiedBeneficiary == true
    }

    /// A row of the table; every payment lies between 0 and billed − P.paid − P.writeOff.
    func coordinate(
        _ line: Line,
        _ alone: SlowAdjudicator.Outcome,
        _ outcome: inout Outcome
    ) {
        guard let second else { return }
        let paid = line.first.split.plan
        let left = line.charge - paid - line.first.split.writeOff
        let payment: Int
        if second.plan.type == .medicarePartB {
            let higher = max(line.first.allowed, alone.allowed)
            payment = [line.charge - paid, alone.split.plan, higher - paid].min() ?? 0
        } else {
            payment = self.payment(line, alone, by: second.plan.coordination, left: left)
        }
        outcome.second = payment < 0 ? 0 : payment > left ? left : payment
        payBack(&outcome)
        if forgivesRest { outcome.split.writeOff += left - outcome.second }
    }

    /// A row of the table before its bounds.
    private func payment(
        _ line: Line,
        _ alone: SlowAdjudicator.Outcome,
        by rule: CoordinationRule,
        left: Int
    ) -> Int {
        let paid = line.first.split.plan
        switch rule {
        case .standard: return min(alone.split.plan, left)
        case .basic, .medicaid: return min(alone.split.plan, alone.allowed - paid)
        case .carveOut: return alone.split.plan - paid
        case .maintenanceOfBenefits:
            return planPart(line, max(alone.allowed - paid - alone.split.deductible, 0))
        case .medigap: return 0
        }
    }

    /// What Medicare pays of an unassigned claim it pays to the patient, first or second.
    private func payBack(_ outcome: inout Outcome) {
        guard second?.plan.type == .medicarePartB, let standing = second?.facts.medicare,
            !standing.isParticipating, !standing.isAssigned, !standing.isQualifiedBeneficiary
        else { return }
        outcome.reimbursed += outcome.second
    }

    /// The plan's fraction of a base, the patient's part of which is rounded half up.
    private func planPart(_ line: Line, _ base: Int) -> Int {
        guard let rows, let row = rows.row(for: line.priced.line) else { return 0 }
        switch rows.plan.benefits[row].sharing {
        case .coinsurance(let part): return base - rows.rounded(base, part)
        case .planPaysFixed(let fixed): return min(fixed.cents, base)
        }
    }

    /// Auto medical payments, then the health plan: of what the bucket left of the charge, the
    /// health plan's contract writes its part off and the plan pays its own.
    func succeed(
        _ line: Line,
        _ alone: SlowAdjudicator.Outcome,
        _ outcome: inout Outcome
    ) {
        let left = line.charge - line.first.split.plan
        var writeOff = line.first.split.writeOff
        if line.first.denial != nil {
            // The whole charge is billed, and no price without insurance holds.
            writeOff = 0
            outcome.split.notCovered = line.charge
        }
        let contract = forgivesRest ? line.charge - alone.allowed : alone.split.writeOff
        writeOff = max(writeOff, min(contract, left))
        let rule = second?.plan.type == .medicarePartB ? .standard : second?.plan.coordination
        let payment = self.payment(line, alone, by: rule ?? .standard, left: left - writeOff)
        outcome.second = max(0, min(payment, left - writeOff))
        payBack(&outcome)
        outcome.split.writeOff = forgivesRest ? left - outcome.second : writeOff
    }

    /// Medigap: F the deductible and the coinsurance, G and N the coinsurance; N less one copay of
    /// at most 20.00 on a date with a covered office visit.
    ///
    /// Only on lines that Medicare covered.
    mutating func medigapPayment(_ line: Line) -> Int {
        guard let plan = second?.plan, let cover = plan.medigap, line.first.denial == nil,
            plan.effectiveFrom <= line.date, line.date <= plan.effectiveThrough ?? line.date
        else { return 0 }
        let split = line.first.split
        switch cover.letter {
        case .f: return split.deductible + split.coinsurance
        case .g: return split.coinsurance
        case .n:
            guard "\(line.priced.line.category)" == "officeVisit" else { return split.coinsurance }
            let copay = min(20_00 - copays[line.date, default: 0], split.coinsurance)
            copays[line.date, default: 0] += copay
            return split.coinsurance - copay
        }
    }

    /// A discount plan replaces the price of what is not covered, and only by a lower one.
    func discount(
        _ line: Line,
        _ alone: SlowAdjudicator.Outcome,
        _ outcome: inout Outcome
    ) {
        guard line.first.denial != nil, alone.denial == "notCovered" else { return }
        let price = min(line.first.split.notCovered, alone.split.notCovered)
        outcome.split.notCovered = price
        outcome.split.writeOff = line.charge - price
    }
}
