import CareModel

/// What is left of the limits of dollars of a benefit row before a line; limits stand at their
/// positions.
struct DollarRooms {
    /// The least room under limits on what is allowed; absent where there are none.
    var allowed: Money?
    /// The least room under limits on what the plan pays; absent where there are none.
    var planPaid: Money?
    /// The first limit that has no room at all.
    var exhausted: Int?
    /// The limit that decides each room, for the steps.
    var allowedLimit = 0
    var planPaidLimit = 0
}

extension Adjudicator {
    /// What is left of the limits of dollars of a row.
    @inline(__always)
    func dollarRooms(of row: Int) -> DollarRooms {
        var rooms = DollarRooms()
        for position in coded.rows[row].limits {
            let index = coded.limitsOfRows[position]
            let limit = coded.limits[index]
            guard limit.unit == .dollars else { continue }
            let room = state.dollarRoom(under: limit, at: index)
            if room == .zero, rooms.exhausted == nil { rooms.exhausted = index }
            switch limit.dollarBasis {
            case .allowed:
                if rooms.allowed.map({ room < $0 }) ?? true {
                    rooms.allowed = room
                    rooms.allowedLimit = index
                }
            case .planPaid:
                if rooms.planPaid.map({ room < $0 }) ?? true {
                    rooms.planPaid = room
                    rooms.planPaidLimit = index
                }
            }
        }
        return rooms
    }

    /// Lowers the plan's payment where an authorization is missing and the document sets a penalty:
    /// after the maximum and before the limits of dollars (rule S13).
    @inline(__always)
    func takePenalty(row: Int, on date: CalendarDate, ledger: inout some Ledger) {
        guard let part = coded.rows[row].penalty, isAuthorizationMissing(for: row, on: date)
        else { return }
        let penalty = part.of(ledger.amounts.planPays)
        let term = "/authorization/ifMissing"
        ledger.add(
            .planPays,
            -penalty,
            because: .authorizationPenalty(part),
            source: plan.benefits[row].place.appending(term)
        )
        // Of an accepted claim the worker owes nothing, so the clinic bears the penalty.
        ledger.add(
            coded.type == .workersCompensation ? .writeOff : .notCovered,
            penalty,
            because: .authorizationPenalty(part),
            source: plan.benefits[row].place.appending(term)
        )
    }

    /// Cuts the plan's payment to the room under limits of dollars (rule S10).
    ///
    /// 1. What a limit on allowed amounts left out, and what lies over a limit on payments, goes to
    ///    the patient and counts nowhere.
    /// 2. Where a limit had no room before the line, the row may end the write-off too.
    /// 3. Each limit is used by what it limits.
    mutating func limitDollars(
        row: Int,
        rooms: DollarRooms,
        ineligible: Money,
        eligible: Money,
        ledger: inout some Ledger,
        events: inout EventLog
    ) {
        if let room = rooms.allowed {
            ledger.add(
                .overLimit,
                ineligible,
                because: .dollarRoom(room, plan.limits[rooms.allowedLimit]),
                source: coded.place(ofLimit: rooms.allowedLimit)
            )
        }
        if let room = rooms.planPaid {
            let over = max(ledger.amounts.planPays - room, .zero)
            let index = rooms.planPaidLimit
            ledger.add(
                .planPays,
                -over,
                because: .dollarRoom(room, plan.limits[index]),
                source: coded.place(ofLimit: index)
            )
            ledger.add(
                .overLimit,
                over,
                because: .dollarRoom(room, plan.limits[index]),
                source: coded.place(ofLimit: index)
            )
        }
        if let index = rooms.exhausted, coded.rows[row].exhaustedWriteOff == .zero {
            endWriteOff(row: row, limit: index, ledger: &ledger)
        }
        for position in coded.rows[row].limits {
            let index = coded.limitsOfRows[position]
            let limit = coded.limits[index]
            guard limit.unit == .dollars else { continue }
            let used = limit.dollarBasis == .allowed ? eligible : ledger.amounts.planPays
            let isUsedUp = state.spend(used, under: limit, at: index)
            if isUsedUp, limit.remembersEarlierUse {
                events.append(.limitReached(index, isDenied: false))
            }
        }
    }

    private func endWriteOff(row: Int, limit index: Int, ledger: inout some Ledger) {
        let dropped = ledger.amounts.writeOff
        ledger.add(
            .writeOff,
            -dropped,
            because: .writeOffEnds(plan.limits[index]),
            source: plan.benefits[row].place.appending("/writeOffAfterExhaustion")
        )
        ledger.add(
            .overLimit,
            dropped,
            because: .writeOffEnds(plan.limits[index]),
            source: plan.benefits[row].place.appending("/writeOffAfterExhaustion")
        )
    }
}
