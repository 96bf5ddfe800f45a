import CareModel

extension CodedPlan {
    /// The allowed amount of a line (rule S1), with the write-off or the balance bill above it.
    func allow(
        _ line: PricedLine,
        benefit: Benefit,
        ledger: inout some Ledger
    ) throws(CodedError) -> Money {
        let units = line.line.units
        let billed = line.billed
        ledger.add(
            .charge,
            billed,
            because: .price(each: line.charge.amount, units: units),
            source: line.charge.source
        )
        if let medicare, let fee = line.allowed {
            return allowByMedicare(line, fee: fee, standing: medicare, ledger: &ledger)
        }
        let allowed: Money
        if let unit = line.allowed, line.line.stated.allowed == nil, network == .outOfNetwork,
            case .fractionOfMedicare(let ratio)? = benefit.outOfNetworkBasis
        {
            allowed = min(billed, ratio.of(unit.amount * units))
            ledger.add(
                .allowed,
                allowed,
                because: .partOfMedicare(ratio, of: unit.amount * units),
                source: unit.source
            )
        } else if let unit = line.allowed, let total = line.allowedTotal {
            allowed = total
            ledger.add(
                .allowed,
                allowed,
                because: allowedReason(of: line, unit: unit),
                source: unit.source
            )
        } else if network == .outOfNetwork,
            case .fractionOfCharge(let part)? = benefit.outOfNetworkBasis
        {
            allowed = min(billed, part.of(billed))
            ledger.add(
                .allowed,
                allowed,
                because: .partOfCharge(part),
                source: benefit.place.appending("/outOfNetworkAllowed")
            )
        } else {
            throw .noAllowedAmount
        }
        switch network {
        case .inNetwork:
            ledger.add(
                .writeOff,
                billed - allowed,
                because: .contractualWriteOff,
                source: line.allowed?.source
            )
        case .outOfNetwork where plan.type.forbidsBalanceBill:
            ledger.add(
                .writeOff,
                billed - allowed,
                because: .noBalanceBill(plan.type),
                source: plan.place.appending("/planType")
            )
        case .outOfNetwork:
            ledger.add(
                .balanceBill,
                billed - allowed,
                because: .aboveAllowed,
                source: line.charge.source
            )
        }
        return allowed
    }

    private func allowedReason(of line: PricedLine, unit: UnitPrice) -> StepReason {
        if line.reducedUnits > 0 {
            return .reducedPrice(
                full: min(unit.amount, line.charge.amount),
                fullUnits: line.line.units - line.reducedUnits,
                reduced: min(unit.reduced ?? unit.amount, unit.amount, line.charge.amount),
                reducedUnits: line.reducedUnits
            )
        }
        return unit.amount > line.charge.amount
            ? .chargeBelowRate(rate: unit.amount, units: line.line.units)
            : .price(each: unit.amount, units: line.line.units)
    }

    /// What Medicare approves for all units, and what lies above it.
    ///
    /// A clinic without assignment collects up to the limiting charge, and Medicare pays its part
    /// to the patient.
    private func allowByMedicare(
        _ line: PricedLine,
        fee: UnitPrice,
        standing: MedicareStanding,
        ledger: inout some Ledger
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
}
