public import CareModel

extension Adjudicator {
    /// Settles of a visit what no earlier visit can change.
    ///
    /// - Parameter lines: The lines with their prices under this plan, in the order of the claim.
    /// - Returns: The visit for ``total(of:on:careType:)``.
    public func coded(_ lines: [PricedLine]) -> CodedVisit {
        let coded = lines.map { self.coded.coded($0) }
        let limits = coded.limits(of: self.coded)
        guard self.coded.canSettle(coded), limits.count <= CodedVisit.mostLimits else {
            return CodedVisit(coded, limits: limits, phases: [])
        }
        let phases = (0..<2 << limits.count).map { phase in
            settled(
                coded,
                isDeductibleMet: phase & 1 == 1,
                limits: limits.enumerated().map { position, limit in
                    (limit, isUsedUp: phase >> (position + 1) & 1 == 1)
                }
            )
        }
        return CodedVisit(coded, limits: limits, phases: phases)
    }

    /// Shares a visit in one phase, where nothing can run out, and notes what it uses.
    private func settled(
        _ lines: [CodedLine],
        isDeductibleMet: Bool,
        limits: [(index: Int, isUsedUp: Bool)]
    ) -> SettledVisit? {
        guard isDeductibleMet || coded.deductible != nil else { return nil }
        var trial = self
        trial.state.open(
            isDeductibleMet: isDeductibleMet,
            usedUp: limits.filter(\.isUsedUp).map(\.index),
            coded: coded
        )
        let before = trial.state
        guard let amounts = trial.sum(lines, on: coded.effectiveFrom, careType: .active) else {
            return nil
        }
        let after = trial.state
        return SettledVisit(
            amounts: amounts,
            deductible: after.individualDeductible - before.individualDeductible,
            outOfPocket: after.individualOutOfPocket - before.individualOutOfPocket,
            uses: limits.map { index, isUsedUp in
                SettledVisit.Use(
                    limit: index,
                    isUsedUp: isUsedUp,
                    lines: lines.count { coded.limits(of: $0).contains(index) },
                    count: after.limits[index].used - before.limits[index].used,
                    amount: after.limits[index].amount - before.limits[index].amount
                )
            },
            copays: after.rows.indices.filter { after.rows[$0].copayDay == after.dayNumber }
                .map { ($0, after.rows[$0].copayTaken) }
        )
    }

    /// What a visit comes to where its phase is settled and nothing runs out on its date.
    @inline(__always)
    mutating func settledTotal(
        of visit: CodedVisit,
        on date: CalendarDate,
        careType: CareType
    ) -> LineAmounts? {
        guard careType == .active, !visit.phases.isEmpty, isInForce(on: date) else { return nil }
        let left = state.generalDeductibleLeft ?? .zero
        var phase = left == .zero ? 1 : 0
        for position in visit.limits.indices
        where state.isUsedUp(visit.limits[position], of: coded) {
            phase |= 2 << position
        }
        guard let settled = visit.phases[phase], settled.deductible <= left,
            state.outOfPocketRoom.map({ settled.outOfPocket < $0 }) ?? true
        else { return nil }
        for use in settled.uses where !use.isUsedUp {
            guard state.hasRoom(for: use, of: coded) else { return nil }
        }
        state.take(settled, on: date, coded: coded)
        return settled.amounts
    }
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
        guard standing == nil, type != .autoMedical, !hasAbsorbingCopay,
            deductible?.memberCount == nil, categoryDeductibles.allSatisfy({ $0 == nil })
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

    /// Stands at the beginning of a phase: the deductible is met or out of reach, some limits are
    /// used up, and everything else has room for any visit.
    fileprivate mutating func open(isDeductibleMet: Bool, usedUp: [Int], coded: CodedPlan) {
        let far = AccumulatorState.farAway
        individualDeductible = Money(cents: isDeductibleMet ? far : -far)
        familyDeductible = individualDeductible
        individualOutOfPocket = Money(cents: -far)
        familyOutOfPocket = individualOutOfPocket
        for index in limits.indices {
            let used = usedUp.contains(index) ? coded.limits[index].maximum : -far
            limits[index] = LimitState(used: used, amount: Money(cents: used))
        }
        for index in rows.indices { rows[index] = RowState() }
        findRooms(of: coded)
    }

    /// Whether nothing is left of a limit.
    @inline(__always)
    fileprivate func isUsedUp(_ limit: Int, of coded: CodedPlan) -> Bool {
        let used =
            coded.limits[limit].unit == .dollars ? limits[limit].amount.cents : limits[limit].used
        return used >= coded.limits[limit].maximum
    }

    /// Whether a limit covers all of a visit on a date that has used nothing of it so far.
    @inline(__always)
    fileprivate func hasRoom(for use: SettledVisit.Use, of coded: CodedPlan) -> Bool {
        let maximum = coded.limits[use.limit].maximum
        if coded.limits[use.limit].unit == .dollars {
            return limits[use.limit].amount + use.amount < Money(cents: maximum)
        }
        // A line that does not count is denied all the same where the one before used the limit up.
        let asked = coded.limits[use.limit].unit == .services ? use.lines : 1
        return limits[use.limit].used + asked <= maximum
    }

    /// Moves the figures by what a settled visit uses.
    @inline(__always)
    fileprivate mutating func take(
        _ settled: SettledVisit,
        on date: CalendarDate,
        coded: CodedPlan
    ) {
        creditDeductible(settled.deductible, category: -1, of: coded)
        creditOutOfPocket(settled.outOfPocket, of: coded)
        for use in settled.uses {
            limits[use.limit].amount += use.amount
            guard use.count > 0 else { continue }
            limits[use.limit].used += use.count
            limits[use.limit].lastCounted = date
        }
        for copay in settled.copays {
            rows[copay.row].copayTaken = copay.amount
            rows[copay.row].copayDay = dayNumber
        }
    }
}
