import CareCoverage
import CareModel

/// Medicare Part B for a chiropractor, from the specification's chapter on special payers.
extension SlowAdjudicator {
    /// How clinic and patient stand to Medicare, where the plan is its Part B.
    var standing: MedicareStanding? { plan.type == .medicarePartB ? facts.medicare : nil }

    /// Whether a clinic without assignment has the patient pay, whom Medicare pays back; for a
    /// qualified beneficiary assignment is implied.
    var isPaidToPatient: Bool {
        guard let standing else { return false }
        return !standing.isParticipating && !standing.isAssigned
            && !standing.isQualifiedBeneficiary
    }

    /// A list of modifiers without AT is not payable, and with codes given one has to begin with
    /// M99.0 (S18).
    func medicareDenial(_ line: ServiceLine) -> String? {
        guard let standing else { return nil }
        let active = standing.rules.modifiers.active
        if line.hasStatedModifiers, !line.modifiers.contains(active) { return "modifierMissing" }
        let codes = (facts.diagnosis.map { [$0] } ?? []) + facts.furtherDiagnoses
        let subluxations = codes.filter { code in
            standing.rules.payableDiagnoses.contains { code.starts(with: $0) }
        }
        return !codes.isEmpty && subluxations.isEmpty ? "diagnosisNotPayable" : nil
    }

    /// A notice holds from its day for twelve months, and is void after a covered adjustment.
    private func holdsNotice(on date: CalendarDate) -> Bool {
        guard let standing, let signed = standing.noticeSignedOn, date >= signed else {
            return false
        }
        let voiding = past.filter { $0.date >= signed && $0.date < date }
        return voiding.isEmpty && isWithin(standing.rules.noticeMonths, from: signed, date)
    }

    /// What Medicare might pay and does not is the patient's with a notice and the clinic's
    /// without; all else is the patient's at the regular charge, or at the row's own price.
    func medicarePrice(
        _ line: PricedLine,
        _ benefit: Benefit?,
        _ denial: String,
        on date: CalendarDate
    ) -> Int {
        let billed = line.charge.amount.cents * line.line.units
        if ["maintenance", "modifierMissing", "diagnosisNotPayable"].contains(denial) {
            return holdsNotice(on: date) ? billed : 0
        }
        switch benefit?.afterExhaustion {
        case .selfPay: return (line.selfPay?.amount.cents ?? 0) * line.line.units
        case .notBillable: return 0
        case .billed, .contracted, nil: return billed
        }
    }

    /// Where the request gives no modifiers: AT for active care, GA or GZ with and without a
    /// notice, GY for what is excluded, with GX for a notice all the same.
    func claimModifiers(
        _ line: ServiceLine,
        _ denial: String?,
        on date: CalendarDate
    ) -> [Modifier] {
        guard let names = standing?.rules.modifiers, !line.hasStatedModifiers else {
            return line.modifiers
        }
        let isNoticed = holdsNotice(on: date)
        switch denial {
        case nil: return line.modifiers + [names.active]
        case "maintenance", "modifierMissing", "diagnosisNotPayable":
            return line.modifiers + [isNoticed ? names.notice : names.withoutNotice]
        case "noBenefit", "notCovered", "excluded":
            return line.modifiers + (isNoticed ? [names.voluntaryNotice] : []) + [names.excluded]
        default: return line.modifiers
        }
    }

    /// The fee schedule amount, or 95 percent of it, of each unit, never above the charge.
    func approved(_ line: PricedLine) -> Int {
        guard let standing, let fee = line.allowed?.amount.cents else { return 0 }
        let unit =
            standing.isParticipating
            ? fee : rounded(fee, standing.rules.nonParticipatingFraction)
        return min(unit, line.charge.amount.cents) * line.line.units
    }

    /// What a clinic without assignment collects above the approved amount, up to the limiting
    /// charge.
    func aboveApproved(_ line: PricedLine, _ allowed: Int) -> Int {
        guard let standing, isPaidToPatient, let fee = line.allowed?.amount.cents else { return 0 }
        let limit = rounded(fee, standing.rules.limitingChargeFactor)
        return min(limit, line.charge.amount.cents) * line.line.units - allowed
    }
}

extension Split {
    /// What a qualified beneficiary would owe of a covered line is nobody's.
    mutating func forgive() {
        writeOff += deductible + copay + coinsurance + overLimit
        (deductible, copay, coinsurance, overLimit) = (0, 0, 0, 0)
    }
}
