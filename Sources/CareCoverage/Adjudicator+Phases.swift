import CareModel

extension Adjudicator {
    /// The settled part that a visit is on a date, by its position on a sheet, and how many such
    /// visits at most lie in its phase one after the other.
    ///
    /// - Returns: Nothing where the phase is not settled, or something runs out at once.
    @inline(__always)
    func settled(
        _ place: CodedSheet.Place,
        on sheet: CodedSheet,
        date: CalendarDate,
        atMost most: Int
    ) -> (part: Int, most: Int)? {
        guard !place.phases.isEmpty, isInForce(on: date) else { return nil }
        let part = place.phases.lowerBound + phase(of: place, on: sheet)
        guard sheet.parts[part].isSettled else { return nil }
        let times = state.times(part, on: sheet, atMost: most, coded: coded)
        return times > 0 ? (part, times) : nil
    }

    /// The phase of a visit before any of its lines.
    @inline(__always)
    private func phase(of place: CodedSheet.Place, on sheet: CodedSheet) -> Int {
        var phase = state.generalDeductibleLeft ?? .zero == .zero ? 1 : 0
        if state.outOfPocketRoom == .zero { phase |= 2 }
        var bit = 4
        for position in place.limits {
            let limit = sheet.limits[position]
            if state.limits[limit].used >= coded.limits[limit].maximum { phase |= bit }
            bit <<= 1
        }
        return phase
    }

    /// Shares the lines of a visit with which something runs out, or of which nothing is settled.
    ///
    /// - Returns: Whether every price that was needed is known.
    @inline(__always)
    mutating func add(
        linesOf place: CodedSheet.Place,
        on sheet: CodedSheet,
        date: CalendarDate,
        careType: CareType,
        isLater: Bool,
        to total: inout LineAmounts
    ) -> Bool {
        if isLater, careType == .active, !place.ordinary.isEmpty, isInForce(on: date) {
            add(ordinary: place.ordinary, on: sheet, date: date, to: &total)
            return true
        }
        guard let sum = sum(sheet.lines, place.lines, on: date, careType: careType) else {
            return false
        }
        total += sum
        return true
    }
}

extension AccumulatorState {
    /// How often a settled part fits under all that is left, on one date after the other.
    ///
    /// 1. The deductible takes its part of each visit in full.
    /// 2. The out-of-pocket maximum is not reached, not even to the cent, where it was not before.
    /// 3. Each limit that was not used up before covers all that the visit asks for.
    @inline(__always)
    func times(_ part: Int, on sheet: CodedSheet, atMost most: Int, coded: CodedPlan) -> Int {
        var most = most
        let deductible = sheet.parts[part].deductible
        if deductible > .zero {
            most = most.times(deductible.cents, in: (generalDeductibleLeft ?? .zero).cents)
            // What each month puts toward the deductible is told apart.
            if coded.deductible?.hasCarryover == true { most = min(most, 1) }
        }
        if let room = outOfPocketRoom {
            most = most.times(sheet.parts[part].outOfPocket.cents, in: max(room.cents - 1, 0))
        }
        for position in sheet.parts[part].uses where !sheet.uses[position].isUsedUp {
            let limit = sheet.uses[position].limit
            let left =
                coded.limits[limit].maximum - limits[limit].used - sheet.uses[position].asked
            guard left >= 0 else { return 0 }
            if !sheet.uses[position].isOfOneDate {
                most = (most - 1).times(sheet.uses[position].used, in: left) + 1
            }
        }
        return most
    }

    /// Moves the figures, turned to the last date, by what a settled part uses on so many dates.
    @inline(__always)
    mutating func take(
        _ part: Int,
        on sheet: CodedSheet,
        times: Int,
        through date: CalendarDate,
        coded: CodedPlan
    ) {
        creditDeductible(sheet.parts[part].deductible * times, category: -1, of: coded)
        creditOutOfPocket(sheet.parts[part].outOfPocket * times, of: coded)
        for position in sheet.parts[part].uses where sheet.uses[position].used > 0 {
            let limit = sheet.uses[position].limit
            let counted = sheet.uses[position].isOfOneDate ? 1 : times
            limits[limit].used += sheet.uses[position].used * counted
            limits[limit].lastCounted = date
        }
        for position in sheet.parts[part].copays {
            copays[sheet.copays[position].row].taken = sheet.copays[position].amount
            copays[sheet.copays[position].row].day = dateCount
        }
        for position in sheet.parts[part].copayRows { copayRows.append(sheet.copayRows[position]) }
    }
}

extension Int {
    /// So many times, or fewer where not all of them fit; the division is for these alone.
    @inline(__always)
    fileprivate func times(_ each: Int, in room: Int) -> Int {
        each * self <= room ? self : room / each
    }
}
