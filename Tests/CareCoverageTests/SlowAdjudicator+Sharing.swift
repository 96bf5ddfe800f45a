import CareCoverage
import CareModel

extension SlowAdjudicator {
    /// S1, S4 to S8, S10 and S13 for a covered line, in the order of operations.
    mutating func covered(_ line: PricedLine, _ row: Int, on day: Day) -> Outcome {
        let units = line.line.units
        let billed = line.charge.amount.cents * units
        let allowed = allowed(line, row, billed)
        // S10: of an allowed amount only what a limit leaves room for is shared.
        let dollarLimits = plan.benefits[row].limits.filter { plan.limits[$0].unit == .dollars }
        let rooms = dollarLimits.map { (limit: $0, left: dollarRoom($0, on: day)) }
        let eligible = rooms.filter { plan.limits[$0.limit].dollarBasis == .allowed }
            .map(\.left).reduce(allowed, min)

        var record = Past(
            visit: visit,
            date: day.date,
            year: day.year,
            row: row,
            category: line.line.category
        )
        var split = shared(eligible, line, row, on: day, &record)
        split.plan = eligible - split.deductible - split.copay - split.coinsurance
        let patients = aboveAllowed(line, allowed, billed)
        split.balanceBill = patients
        split.writeOff = billed - allowed - patients

        // S13: a penalty after the maximum and before the limits of dollars.
        let isNeeded = needsAuthorization(row, on: day) || limitsNeedAuthorization(row, on: day)
        let isMissing = isNeeded && !isAuthorized(day.date)
        if isMissing, let part = penaltyPart(row) {
            let penalty = rounded(split.plan, part)
            split.plan -= penalty
            // A worker owes nothing of an accepted claim.
            if plan.type == .workersCompensation {
                split.writeOff += penalty
            } else {
                split.notCovered = penalty
            }
        }
        let most = rooms.filter { plan.limits[$0.limit].dollarBasis == .planPaid }
            .map(\.left).reduce(split.plan, min)
        split.overLimit = allowed - eligible + split.plan - most
        split.plan = most
        let hadNoRoom = rooms.contains { $0.left == 0 }
        if hadNoRoom, plan.benefits[row].exhaustedWriteOff == .zero {
            split.overLimit += split.writeOff
            split.writeOff = 0
        }

        for limit in dollarLimits {
            let isOfAllowed = plan.limits[limit].dollarBasis == .allowed
            record.dollars[limit] = isOfAllowed ? eligible : split.plan
        }
        record.usesAuthorization =
            isAuthorized(day.date)
            && (needsAuthorization(row, on: day) || limitsNeedAuthorization(row, on: day))
        record.counting = plan.benefits[row].limits.filter {
            counts($0, on: day, planPaid: split.plan > 0)
        }
        past.append(record)
        if forgivesShares, standing?.isQualifiedBeneficiary == true { split.forgive() }
        return Outcome(
            allowed: allowed,
            split: split,
            reimbursed: isPaidToPatient ? split.plan : 0
        )
    }

    /// S1: what the patient owes of what lies above the allowed amount.
    ///
    /// In network nothing; Medicaid and workers' compensation have no balance bill.
    private func aboveAllowed(_ line: PricedLine, _ allowed: Int, _ billed: Int) -> Int {
        if standing != nil { return aboveApproved(line, allowed) }
        let hasBalance = network == .outOfNetwork
        let isForbidden = plan.type == .medicaid || plan.type == .workersCompensation
        return hasBalance && !isForbidden ? billed - allowed : 0
    }

    /// S4 to S8: the shares of what is eligible, with what they use up noted in the record.
    private func shared(
        _ allowed: Int,
        _ line: PricedLine,
        _ row: Int,
        on day: Day,
        _ record: inout Past
    ) -> Split {
        let category = line.line.category
        let sharingRow = absorbingRow(for: category, row, on: day.date) ?? row
        let benefit = plan.benefits[sharingRow]
        let unmet = benefit.deductibleApplies ? unmetDeductible(category, on: day) : 0
        record.copayRow = sharingRow

        var deductible = 0
        var coinsurance = 0
        if plan.deductible?.order == .afterCoinsurance {
            coinsurance = patientPart(benefit, allowed: allowed, left: allowed)
            deductible = min(unmet, allowed - coinsurance)
        } else {
            let most = mostCopay(
                sharingRow,
                allowed: allowed,
                units: line.line.units,
                on: day.date
            )
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

        var split = Split(
            deductible: deductible,
            copay: record.copay,
            coinsurance: coinsurance
        )
        record.credited = trim(&split, benefit, on: day)
        record.deductible = split.deductible
        return split
    }

    /// S1: the smaller of charge and rate; a ratio of Medicare's amount, or a part of the charge,
    /// where the row says so outside the network.
    private func allowed(_ line: PricedLine, _ row: Int, _ billed: Int) -> Int {
        if standing != nil { return approved(line) }
        let basis = plan.benefits[row].outOfNetworkBasis
        if let rate = line.allowed {
            let whole = rate.amount.cents * line.line.units
            if network == .outOfNetwork, case .fractionOfMedicare(let ratio) = basis {
                return min(billed, rounded(whole, ratio))
            }
            return min(billed, whole)
        }
        guard case .fractionOfCharge(let part) = basis else { return 0 }
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
    private func trim(_ split: inout Split, _ benefit: Benefit, on day: Day) -> Int {
        guard let room = outOfPocketRoom(on: day) else { return 0 }
        let share = split.deductible + split.copay + split.coinsurance
        switch (benefit.countsTowardOutOfPocketMaximum, benefit.isWaivedAfterOutOfPocketMaximum) {
        case (true, true):
            // The parts are kept in the reverse of the order in which they are trimmed.
            split.deductible = min(split.deductible, room)
            split.copay = min(split.copay, room - split.deductible)
            split.coinsurance = min(
                split.coinsurance,
                room - split.deductible - split.copay
            )
            return min(share, room)
        case (true, false): return min(share, room)
        case (false, true):
            if room == 0 { split = Split() }
            return 0
        case (false, false): return 0
        }
    }

    /// Half up, for an amount that is not negative.
    func rounded(_ cents: Int, _ part: Percentage) -> Int {
        let exact = cents * part.billionths
        let down = exact / 1_000_000_000
        return exact - down * 1_000_000_000 >= 500_000_000 ? down + 1 : down
    }
}
