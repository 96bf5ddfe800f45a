import CareModel

/// What is left of the limits of dollars of a benefit row before a line.
struct DollarRooms {
    /// The least room under limits on what is allowed; absent where there are none.
    let allowed: Money?
    /// The least room under limits on what the plan pays; absent where there are none.
    let planPaid: Money?
    /// The first limit that has no room at all.
    let exhausted: UsageLimit?
    /// The limit that decides each room, for the steps.
    let allowedLimit: UsageLimit?
    let planPaidLimit: UsageLimit?

    init(of benefit: Benefit, plan: BenefitPlan, state: AccumulatorState) {
        var allowed: (room: Money, limit: UsageLimit)?
        var planPaid: (room: Money, limit: UsageLimit)?
        var exhausted: UsageLimit?
        for index in benefit.limits where plan.limits[index].unit == .dollars {
            let limit = plan.limits[index]
            let room = state.dollarRoom(under: limit, at: index)
            if room == .zero, exhausted == nil { exhausted = limit }
            switch limit.dollarBasis {
            case .allowed: if room < (allowed?.room ?? .unlimited) { allowed = (room, limit) }
            case .planPaid: if room < (planPaid?.room ?? .unlimited) { planPaid = (room, limit) }
            }
        }
        self.allowed = allowed?.room
        allowedLimit = allowed?.limit
        self.planPaid = planPaid?.room
        planPaidLimit = planPaid?.limit
        self.exhausted = exhausted
    }
}

extension Money {
    fileprivate static let unlimited = Money(cents: .max)
}

extension Adjudicator {
    /// Lowers the plan's payment where an authorization is missing and the document sets a penalty:
    /// after the maximum and before the limits of dollars (rule S13).
    func takePenalty(row: Int, on date: CalendarDate, ledger: inout LineLedger) {
        guard case .penalty(let part)? = plan.benefits[row].authorization?.consequence(in: network),
            isAuthorizationMissing(for: row, on: date)
        else { return }
        let penalty = part.of(ledger.amounts.planPays)
        let place = plan.benefits[row].place.appending("/authorization/ifMissing")
        ledger.add(.planPays, -penalty, because: .authorizationPenalty(part), source: place)
        // Of an accepted claim the worker owes nothing, so the clinic bears the penalty.
        let bearer = plan.type == .workersCompensation ? LinePart.writeOff : .notCovered
        ledger.add(bearer, penalty, because: .authorizationPenalty(part), source: place)
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
        ledger: inout LineLedger,
        events: inout [CoverageEvent]
    ) {
        let benefit = plan.benefits[row]
        if let limit = rooms.allowedLimit {
            ledger.add(
                .overLimit,
                ineligible,
                because: .dollarRoom(rooms.allowed ?? .zero, limit),
                source: place(of: limit)
            )
        }
        if let room = rooms.planPaid, let limit = rooms.planPaidLimit {
            let over = max(ledger.amounts.planPays - room, .zero)
            ledger.add(
                .planPays,
                -over,
                because: .dollarRoom(room, limit),
                source: place(of: limit)
            )
            ledger.add(
                .overLimit,
                over,
                because: .dollarRoom(room, limit),
                source: place(of: limit)
            )
        }
        if let limit = rooms.exhausted, benefit.exhaustedWriteOff == .zero {
            let dropped = ledger.amounts.writeOff
            let place = benefit.place.appending("/writeOffAfterExhaustion")
            ledger.add(.writeOff, -dropped, because: .writeOffEnds(limit), source: place)
            ledger.add(.overLimit, dropped, because: .writeOffEnds(limit), source: place)
        }
        for index in benefit.limits where plan.limits[index].unit == .dollars {
            let limit = plan.limits[index]
            let used = limit.dollarBasis == .allowed ? eligible : ledger.amounts.planPays
            let isUsedUp = state.spend(used, under: limit, at: index)
            if isUsedUp, limit.remembersEarlierUse {
                events.append(.limitReached(limit, isDenied: false))
            }
        }
    }

    private func place(of limit: UsageLimit) -> SourcePlace? {
        plan.limits.firstIndex(of: limit).map { plan.place.appending("/limits/\($0)/maximum") }
    }
}
