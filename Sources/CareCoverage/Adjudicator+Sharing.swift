import CareModel

extension Adjudicator {
    /// Shares the cost of a covered line under a benefit row, in the order of operations.
    ///
    /// 1. the allowed amount, and what lies above it (S1);
    /// 2. copay and deductible, in the row's order (S4, S6);
    /// 3. coinsurance on what is left (S5, S7);
    /// 4. the out-of-pocket maximum trims the share (S8);
    /// 5. the plan pays the rest, and the accumulators move.
    mutating func share(
        _ line: PricedLine,
        row: Int,
        on date: CalendarDate,
        events: inout [CoverageEvent]
    ) throws(AdjudicationError) -> AdjudicatedLine {
        var ledger = LineLedger(recordsSteps: recordsSteps)
        let whole = try allow(line, benefit: plan.benefits[row], ledger: &ledger)
        // A limit on what is allowed lets only the eligible part into the sharing (S10).
        let rooms = DollarRooms(of: plan.benefits[row], plan: plan, state: state)
        let allowed = min(whole, rooms.allowed ?? whole)

        // The copay of an earlier line in this visit may take the place of this row's sharing.
        let absorbing = state.day.copayRows.first { earlier in
            earlier != row
                && plan.benefits[earlier].copay?.absorbs.contains(line.line.category) == true
        }
        let sharingRow = absorbing ?? row
        let benefit = plan.benefits[sharingRow]
        if absorbing != nil {
            ledger.note(.copay, because: .copayAbsorbs, source: benefit.place.appending("/copay"))
        }
        let isAfterCoinsurance = plan.deductible?.order == .afterCoinsurance

        var left = allowed
        if isAfterCoinsurance {
            takeCoinsurance(of: benefit, allowed: allowed, from: &left, ledger: &ledger)
            takeDeductible(of: benefit, line: line, from: &left, ledger: &ledger)
        } else {
            switch benefit.copay?.deductible {
            case .notSubject:
                takeCopay(row: sharingRow, line: line, allowed: allowed, from: &left, &ledger)
            case .before:
                takeCopay(row: sharingRow, line: line, allowed: allowed, from: &left, &ledger)
                takeDeductible(of: benefit, line: line, from: &left, ledger: &ledger)
            case .after:
                takeDeductible(of: benefit, line: line, from: &left, ledger: &ledger)
                takeCopay(row: sharingRow, line: line, allowed: allowed, from: &left, &ledger)
            case nil:
                takeDeductible(of: benefit, line: line, from: &left, ledger: &ledger)
            }
            takeCoinsurance(of: benefit, allowed: allowed, from: &left, ledger: &ledger)
        }

        if plan.benefits[row].copay?.basis == .perVisit, !state.day.copayRows.contains(row) {
            state.day.copayRows.append(row)
        }
        trimToMaximum(benefit, ledger: &ledger)
        let share =
            ledger.amounts.deductible + ledger.amounts.copay + ledger.amounts.coinsurance
        let payment = allowed - share
        ledger.add(.planPays, payment, because: .restOfAllowed, source: benefit.place)
        takePenalty(row: row, on: date, ledger: &ledger)
        limitDollars(
            row: row,
            rooms: rooms,
            ineligible: whole - allowed,
            eligible: allowed,
            ledger: &ledger,
            events: &events
        )
        state.creditDeductible(
            ledger.amounts.deductible,
            category: line.line.category,
            plan: plan
        )
        if !leavesSharesToMedicaid { forgiveShares(ledger: &ledger) }
        if paysPatient { ledger.reimburse(ledger.amounts.planPays) }
        return ledger.close(line, denial: nil)
    }

    /// The allowed amount of a line (rule S1), with the write-off or the balance bill above it.
    private func allow(
        _ line: PricedLine,
        benefit: Benefit,
        ledger: inout LineLedger
    ) throws(AdjudicationError) -> Money {
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
            throw .noAllowedAmount(line.line)
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

    private func takeDeductible(
        of benefit: Benefit,
        line: PricedLine,
        from left: inout Money,
        ledger: inout LineLedger
    ) {
        guard benefit.deductibleApplies,
            let room = state.deductibleLeft(for: line.line.category, of: plan)
        else { return }
        let taken = min(room.left, left)
        left -= taken
        ledger.add(
            .deductible,
            taken,
            because: .deductibleUnmet(left: room.left, of: room.whole),
            source: room.table ?? plan.place.appending("/deductible/\(room.term)")
        )
    }

    /// Takes the copay of a row: what of it was not yet taken on this date, never more than is
    /// left of the allowed amount or than the law lets it take (rule S4).
    private mutating func takeCopay(
        row: Int,
        line: PricedLine,
        allowed: Money,
        from left: inout Money,
        _ ledger: inout LineLedger
    ) {
        guard let copay = plan.benefits[row].copay else { return }
        let taken = state.day.copayTaken[row] ?? .zero
        let due =
            switch copay.basis {
            case .perVisit: copay.amount - taken
            case .perService: copay.amount
            case .perUnit: copay.amount * line.line.units
            }
        let cap = copay.capOfAllowed.map { $0.of(allowed) }
        let amount = [due, left, cap].compactMap { $0 }.min() ?? due
        left -= amount
        if copay.basis == .perVisit { state.day.copayTaken[row] = taken + amount }
        let isCapped = amount == cap && amount < min(due, left + amount)
        ledger.add(
            .copay,
            amount,
            because: isCapped
                ? .copayCapped(copay.capOfAllowed ?? .whole)
                : .copay(amount: copay.amount, left: due),
            source: plan.benefits[row].place.appending("/copay/amount")
        )
    }

    private func takeCoinsurance(
        of benefit: Benefit,
        allowed: Money,
        from left: inout Money,
        ledger: inout LineLedger
    ) {
        switch benefit.sharing {
        case .coinsurance(let part):
            let base = benefit.coinsuranceBase == .allowed ? allowed : left
            let taken = min(part.of(base), left)
            left -= taken
            ledger.add(
                .coinsurance,
                taken,
                because: .coinsurance(part, of: base),
                source: benefit.place.appending("/coinsurance")
            )
        case .planPaysFixed(let fixed):
            let taken = left - min(fixed, left)
            left -= taken
            ledger.add(
                .coinsurance,
                taken,
                because: .planPaysFixed(fixed),
                source: benefit.place.appending("/planPaysFixed")
            )
        }
    }

    /// Trims the counted share to what is left under the maximum and credits it (rule S8).
    private mutating func trimToMaximum(_ benefit: Benefit, ledger: inout LineLedger) {
        guard let room = state.outOfPocketRoom(of: plan) else { return }
        let share =
            ledger.amounts.deductible + ledger.amounts.copay + ledger.amounts.coinsurance
        let counts = benefit.countsTowardOutOfPocketMaximum
        if benefit.isWaivedAfterOutOfPocketMaximum {
            // A share that does not count is owed in full while there is any room at all.
            var excess = counts ? max(share - room, .zero) : (room == .zero ? share : .zero)
            for part in [LinePart.coinsurance, .copay, .deductible] {
                let cut = min(ledger.amounts[part], excess)
                excess -= cut
                ledger.add(
                    part,
                    -cut,
                    because: .outOfPocketRoom(room),
                    source: plan.place.appending("/outOfPocketMaximum")
                )
            }
        }
        if counts { state.creditOutOfPocket(min(share, room)) }
    }
}
