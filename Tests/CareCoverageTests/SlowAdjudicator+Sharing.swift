import CareCoverage
import CareModel

extension SlowAdjudicator {
    /// S1 and S4 to S8 for a covered line, in the order of operations.
    mutating func covered(_ line: PricedLine, _ row: Int, on date: CalendarDate) -> Outcome {
        let units = line.line.units
        let billed = line.charge.amount.cents * units
        let allowed = allowed(line, row, billed)
        let sharingRow = absorbingRow(for: line.line.category, row, on: date) ?? row
        let benefit = plan.benefits[sharingRow]
        let unmet = benefit.deductibleApplies ? unmetDeductible(line.line.category, on: date) : 0
        var record = Past(visit: visit, date: date, row: row, category: line.line.category)
        record.copayRow = sharingRow

        var deductible = 0
        var coinsurance = 0
        if plan.deductible?.order == .afterCoinsurance {
            coinsurance = patientPart(benefit, allowed: allowed, left: allowed)
            deductible = min(unmet, allowed - coinsurance)
        } else {
            let most = mostCopay(sharingRow, allowed: allowed, units: units, on: date)
            switch benefit.copay?.deductible {
            case nil: deductible = min(unmet, allowed)
            case .notSubject: record.copay = min(most, allowed)
            case .before:
                record.copay = min(most, allowed)
                deductible = min(unmet, allowed - record.copay)
            case .after:
                deductible = min(unmet, allowed)
                record.copay = min(most, allowed - deductible)
            }
            let left = allowed - deductible - record.copay
            coinsurance = patientPart(benefit, allowed: allowed, left: left)
        }

        var shares = Shares(
            deductible: deductible,
            copay: record.copay,
            coinsurance: coinsurance
        )
        record.credited = trim(&shares, benefit, on: date)
        record.deductible = shares.deductible
        shares.plan = allowed - shares.deductible - shares.copay - shares.coinsurance
        if network == .inNetwork {
            shares.writeOff = billed - allowed
        } else {
            shares.balanceBill = billed - allowed
        }
        let limits = plan.benefits[row].limits
        record.counting = limits.filter { counts($0, on: date, planPaid: shares.plan > 0) }
        past.append(record)
        return Outcome(allowed: allowed, shares: shares)
    }

    /// S1: the smaller of charge and rate; a part of the charge where only that is stated.
    private func allowed(_ line: PricedLine, _ row: Int, _ billed: Int) -> Int {
        if let rate = line.allowed { return min(billed, rate.amount.cents * line.line.units) }
        guard case .fractionOfCharge(let part) = plan.benefits[row].outOfNetworkBasis else {
            return 0
        }
        return min(billed, rounded(billed, part))
    }

    /// S4: the row of an earlier covered line of this date whose copay by visit absorbs a category.
    private func absorbingRow(
        for category: ServiceCategory,
        _ own: Int,
        on date: CalendarDate
    ) -> Int? {
        for line in past where line.date == date && line.row != own {
            guard let copay = plan.benefits[line.row].copay, copay.basis == .perVisit else {
                continue
            }
            if copay.absorbs.contains(category) { return line.row }
        }
        return nil
    }

    /// S4: the most that a copay may take of a line, whatever is left of the line.
    private func mostCopay(_ row: Int, allowed: Int, units: Int, on date: CalendarDate) -> Int {
        guard let copay = plan.benefits[row].copay else { return 0 }
        var most = copay.amount.cents
        if copay.basis == .perUnit { most *= units }
        if copay.basis == .perVisit {
            for line in past where line.date == date && line.copayRow == row { most -= line.copay }
        }
        if let cap = copay.capOfAllowed { most = min(most, rounded(allowed, cap)) }
        return most
    }

    /// S5 and S7, or what a fixed benefit leaves.
    private func patientPart(_ benefit: Benefit, allowed: Int, left: Int) -> Int {
        switch benefit.sharing {
        case .planPaysFixed(let fixed): return max(left - fixed.cents, 0)
        case .coinsurance(let part):
            let base = benefit.coinsuranceBase == .allowed ? allowed : left
            return min(rounded(base, part), left)
        }
    }

    /// S8: what is over the room goes, coinsurance first; the answer is what is credited.
    private func trim(_ shares: inout Shares, _ benefit: Benefit, on date: CalendarDate) -> Int {
        guard let room = outOfPocketRoom(on: date) else { return 0 }
        let share = shares.deductible + shares.copay + shares.coinsurance
        switch (benefit.countsTowardOutOfPocketMaximum, benefit.isWaivedAfterOutOfPocketMaximum) {
        case (true, true):
            // The parts are kept in the reverse of the order in which they are trimmed.
            shares.deductible = min(shares.deductible, room)
            shares.copay = min(shares.copay, room - shares.deductible)
            shares.coinsurance = min(
                shares.coinsurance,
                room - shares.deductible - shares.copay
            )
            return min(share, room)
        case (true, false): return min(share, room)
        case (false, true):
            if room == 0 { shares = Shares() }
            return 0
        case (false, false): return 0
        }
    }

    /// Half up, for an amount that is not negative.
    private func rounded(_ cents: Int, _ part: Percentage) -> Int {
        let exact = cents * part.billionths
        let down = exact / 1_000_000_000
        return exact - down * 1_000_000_000 >= 500_000_000 ? down + 1 : down
    }
}
