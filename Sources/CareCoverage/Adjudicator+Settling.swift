public import CareModel

extension Adjudicator {
    /// Settles of a visit what no earlier visit can change.
    ///
    /// - Parameter lines: The lines with their prices under this plan, in the order of the claim.
    /// - Returns: The visit for ``total(of:on:careType:)`` and for a ``CodedCourse``.
    public func coded(_ lines: [PricedLine]) -> CodedVisit {
        let lines = lines.map { coded.coded($0) }
        let limits = lines.limits(of: coded)
        var place = CodedSheet.Place(lines: lines.indices, limits: limits.indices)
        guard coded.canSettle(lines), limits.count <= CodedVisit.mostLimits else {
            return CodedVisit(CodedSheet(lines: lines, limits: limits), at: place)
        }
        let phases = (0..<4 << limits.count).map { phase in
            Phase(
                isDeductibleMet: phase & 1 != 0,
                isMaximumMet: phase & 2 != 0,
                usedUp: limits.indices.filter { phase & 4 << $0 != 0 }.map { limits[$0] }
            )
        }
        var notes = SettledNotes(coded: coded)
        for phase in phases { settle(lines, in: phase, notes: &notes) }
        place.phases = notes.parts.indices
        let ordinary = coded.ordinary(lines, uncovered: lines.map { price(ofUncovered: $0) })
        place.ordinary = ordinary.indices
        let sheet = CodedSheet(
            lines: lines,
            limits: limits,
            ordinary: ordinary,
            parts: notes.parts,
            uses: notes.uses,
            copays: notes.copays,
            copayRows: notes.copayRows
        )
        return CodedVisit(sheet, at: place)
    }

    /// Shares a visit in one phase, where nothing can run out, and notes what it uses.
    private func settle(_ lines: [CodedLine], in phase: Phase, notes: inout SettledNotes) {
        var trial = self
        trial.state.open(phase, coded: coded)
        let before = trial.state
        let amounts = trial.sum(lines, lines.indices, on: coded.effectiveFrom, careType: .active)
        notes.add(amounts, of: lines, in: phase, from: before, to: trial.state)
    }

    /// The price of a line where a limit, or its row, does not cover it.
    private func price(ofUncovered line: CodedLine) -> Money? {
        var ledger = AmountLedger()
        let coverage = line.row.map { coded.rows[$0].coverage }
        let denial: CodedDenial =
            switch coverage {
            case .covered: .limitReached(0)
            case .excluded: .excluded
            case .notCovered: .notCovered
            case nil: .noBenefit
            }
        do throws(CodedError) {
            try priceUncovered(line, denial: denial, on: coded.effectiveFrom, ledger: &ledger)
        } catch {
            return nil
        }
        return ledger.amounts.notCovered
    }
}

/// What is met and used up before a visit.
private struct Phase {
    let isDeductibleMet: Bool
    let isMaximumMet: Bool
    let usedUp: [Int]

    /// Whether a plan has all that is met.
    func exists(in coded: CodedPlan) -> Bool {
        (isDeductibleMet || coded.deductible != nil) && (!isMaximumMet || coded.maximum != nil)
    }
}

/// What is settled so far of a visit.
private struct SettledNotes {
    let coded: CodedPlan
    var parts: [SettledPart] = []
    var uses: [LimitUse] = []
    var copays: [CopayTaken] = []
    var copayRows: [Int] = []

    /// Notes what lines come to, and by what they move the figures.
    mutating func add(
        _ amounts: LineAmounts?,
        of lines: [CodedLine],
        in phase: Phase,
        from before: AccumulatorState,
        to after: AccumulatorState
    ) {
        let (firstUse, firstCopay, firstRow) = (uses.count, copays.count, copayRows.count)
        for limit in lines.limits(of: coded) {
            let use = LimitUse(
                of: limit,
                isUsedUp: phase.usedUp.contains(limit),
                used: after.limits[limit].used - before.limits[limit].used,
                lines: lines.count { coded.limits(of: $0).contains(limit) },
                in: coded
            )
            if use.matters { uses.append(use) }
        }
        for row in after.copays.indices
        where after.copays[row].day == after.dateCount {
            copays.append(CopayTaken(row: row, amount: after.copays[row].taken))
        }
        copayRows += after.copayRows
        parts.append(
            SettledPart(
                isSettled: amounts != nil && phase.exists(in: coded),
                deductible: after.individualDeductible - before.individualDeductible,
                outOfPocket: after.individualOutOfPocket - before.individualOutOfPocket,
                uses: firstUse..<uses.count,
                copays: firstCopay..<copays.count,
                copayRows: firstRow..<copayRows.count,
                amounts: amounts ?? LineAmounts()
            )
        )
    }
}

extension LimitUse {
    /// Tells how much of a limit some lines ask for and use.
    fileprivate init(of limit: Int, isUsedUp: Bool, used: Int, lines: Int, in coded: CodedPlan) {
        self.limit = limit
        self.isUsedUp = isUsedUp
        self.used = used
        isOfOneDate = !coded.plan.limits[limit].remembersEarlierUse
        asked =
            switch coded.limits[limit].unit {
            case .dollars: used + 1
            // A line that does not count is denied all the same where the one before used the
            // limit up.
            case .services: lines
            case .visits: used
            }
    }

    /// Whether the limit can run out with the use, or is moved by it: one that has any room at all
    /// covers what uses nothing of it.
    fileprivate var matters: Bool { used > 0 || (!isUsedUp && asked > 1) }
}

extension CodedPlan {
    /// The limits of the row that is about a line.
    fileprivate func limits(of line: CodedLine) -> ArraySlice<Int> {
        line.row.map { limitsOfRows[rows[$0].limits] } ?? []
    }

    /// Whether a visit of some lines costs the same in each phase.
    ///
    /// Terms by which the date, an earlier visit or the order of payers decides are left to the
    /// sharing line by line.
    fileprivate func canSettle(_ lines: [CodedLine]) -> Bool {
        guard standing == nil, type != .autoMedical, deductible?.memberCount == nil,
            deductible?.isYearly != true, categoryDeductibles.allSatisfy({ $0 == nil })
        else { return false }
        let used = lines.compactMap(\.row)
        return used.allSatisfy { !rows[$0].canNeedAuthorization && rows[$0].waitingEndsOn == nil }
            && lines.limits(of: self).allSatisfy { index in
                !limits[index].excludesFirstVisit && limits[index].period != .rolling12Months
            }
    }
}

extension [CodedLine] {
    /// The limits of the rows that are about the lines, each once.
    fileprivate func limits(of coded: CodedPlan) -> [Int] {
        Set(flatMap { coded.limits(of: $0) }).sorted()
    }
}

extension AccumulatorState {
    /// More than any document can state, and little enough that sums of it do not overflow.
    private static let farAway = 1 << 48

    /// Stands at the beginning of a phase: the deductible and the maximum are met or out of reach,
    /// some limits are used up, and everything else has room for any visit.
    fileprivate mutating func open(_ phase: Phase, coded: CodedPlan) {
        let far = AccumulatorState.farAway
        individualDeductible = Money(cents: phase.isDeductibleMet ? far : -far)
        familyDeductible = individualDeductible
        individualOutOfPocket = Money(cents: phase.isMaximumMet ? far : -far)
        familyOutOfPocket = individualOutOfPocket
        for index in limits.indices {
            limits[index] = LimitState(
                used: phase.usedUp.contains(index) ? coded.limits[index].maximum : -far
            )
        }
        for index in copays.indices { copays[index] = CopayState() }
        copayRows = []
        findRooms(of: coded)
    }
}
