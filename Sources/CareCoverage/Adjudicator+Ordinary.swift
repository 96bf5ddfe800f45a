import CareModel

extension Adjudicator {
    /// Shares the lines of a visit on a later date than the one before.
    mutating func add(
        ordinary lines: Range<Int>,
        on sheet: CodedSheet,
        date: CalendarDate,
        to total: inout LineAmounts
    ) {
        var rooms = VisitRooms(state)
        for position in lines {
            let line = sheet.ordinary[position]
            total.charge += line.billed
            if line.isCovered, hasVisitRoom(for: line, on: date) {
                cover(line, on: date, rooms: &rooms, total: &total)
            } else {
                total.notCovered += line.uncoveredPrice
                total.patientPays += line.uncoveredPrice
                total.writeOff += line.billed - line.uncoveredPrice
            }
        }
        state.creditDeductible(rooms.takenOfDeductible, category: -1, of: coded)
        if state.outOfPocketRoom != nil {
            state.creditOutOfPocket(rooms.takenOfOutOfPocket, of: coded)
        }
    }

    /// Whether the line's limit of visits still covers the date.
    @inline(__always)
    private func hasVisitRoom(for line: OrdinaryLine, on date: CalendarDate) -> Bool {
        guard let limit = line.visitLimit else { return true }
        return state.hasRoom(
            under: coded.limits[limit],
            at: limit,
            on: date,
            isFirstVisit: false
        )
    }

    /// Shares a covered line.
    ///
    /// 1. copay and deductible, in the row's order (S4, S6);
    /// 2. coinsurance on what is left (S5, S7);
    /// 3. the out-of-pocket maximum trims coinsurance, copay and deductible (S8);
    /// 4. the plan pays the rest, up to the limit of dollars (S10);
    /// 5. the visit counts (S9).
    @inline(__always)
    private mutating func cover(
        _ line: OrdinaryLine,
        on date: CalendarDate,
        rooms: inout VisitRooms,
        total: inout LineAmounts
    ) {
        var left = line.allowed
        var copay = min(line.copayBefore, left)
        left -= copay
        var deductible = min(line.deductible, rooms.deductible, left)
        left -= deductible
        let copayAfter = min(line.copayAfter, left)
        copay += copayAfter
        left -= copayAfter
        if let row = line.copayRow {
            state.copays[row] = AccumulatorState.CopayState(taken: copay, day: state.dateCount)
        }
        let base = line.isCoinsuranceOfAllowed ? line.allowed : left
        var coinsurance = min(line.coinsurance.of(base), left)

        let share = copay + deductible + coinsurance
        let counted = min(share, rooms.outOfPocket)
        var excess = share - counted
        coinsurance.give(to: &excess)
        copay.give(to: &excess)
        deductible.give(to: &excess)
        rooms.deductible -= deductible
        rooms.outOfPocket -= counted
        rooms.takenOfDeductible += deductible
        rooms.takenOfOutOfPocket += counted

        var payment = line.allowed - counted
        var over = Money.zero
        if let limit = line.dollarLimit {
            over = max(payment - state.dollarRoom(under: coded.limits[limit], at: limit), .zero)
            payment -= over
            _ = state.spend(payment, under: coded.limits[limit], at: limit)
        }
        if let limit = line.visitLimit {
            _ = state.count(
                under: coded.limits[limit],
                at: limit,
                on: date,
                isFirstVisit: false,
                planPaid: payment > .zero
            )
        }
        total.allowed += line.allowed
        total.writeOff += line.writeOff
        total.balanceBill += line.balanceBill
        total.deductible += deductible
        total.copay += copay
        total.coinsurance += coinsurance
        total.overLimit += over
        total.planPays += payment
        total.patientPays += counted + over + line.balanceBill
    }
}

extension Money {
    /// Gives as much as there is to an excess over a limit.
    @inline(__always)
    fileprivate mutating func give(to excess: inout Money) {
        let given = min(self, excess)
        self -= given
        excess -= given
    }
}

/// What is left before a line, and what the lines of a visit took of it so far.
private struct VisitRooms {
    var deductible: Money
    var outOfPocket: Money
    var takenOfDeductible = Money.zero
    var takenOfOutOfPocket = Money.zero

    init(_ state: AccumulatorState) {
        deductible = state.generalDeductibleLeft ?? .zero
        outOfPocket = state.outOfPocketRoom ?? Money(cents: .max)
    }
}
