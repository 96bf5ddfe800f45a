import CareModel

extension Adjudicator {
    /// Shares the cost of a covered line under a benefit row, in the order of operations.
    ///
    /// 1. the allowed amount, and what lies above it (S1);
    /// 2. copay and deductible, in the row's order (S4, S6);
    /// 3. coinsurance on what is left (S5, S7);
    /// 4. the out-of-pocket maximum trims the share (S8);
    /// 5. the plan pays the rest, and the accumulators move.
    ///
    /// A line under ordinary terms is shared by the same rules, in numbers alone, where an
    /// `OrdinaryLine` is: what changes here changes there.
    mutating func shareCovered(
        _ line: CodedLine,
        row: Int,
        on date: CalendarDate,
        ledger: inout some Ledger,
        events: inout EventLog
    ) throws(CodedError) {
        guard let whole = line.allowed else { throw .noAllowedAmount }
        ledger.openCovered(line, by: coded)
        // A limit on what is allowed lets only the eligible part into the sharing (S10).
        let hasDollarLimit = coded.rows[row].hasDollarLimit
        let rooms = hasDollarLimit ? dollarRooms(of: row) : DollarRooms()
        let allowed = min(whole, rooms.allowed ?? whole)

        let sharingRow = sharingRow(of: line, row: row, ledger: &ledger)
        var left = allowed
        if coded.deductible?.isAfterCoinsurance == true {
            takeCoinsurance(row: sharingRow, allowed: allowed, from: &left, ledger: &ledger)
            takeDeductible(row: sharingRow, line: line, from: &left, ledger: &ledger)
        } else {
            switch coded.rows[sharingRow].copay?.deductible {
            case .notSubject:
                takeCopay(row: sharingRow, line: line, allowed: allowed, from: &left, &ledger)
            case .before:
                takeCopay(row: sharingRow, line: line, allowed: allowed, from: &left, &ledger)
                takeDeductible(row: sharingRow, line: line, from: &left, ledger: &ledger)
            case .after:
                takeDeductible(row: sharingRow, line: line, from: &left, ledger: &ledger)
                takeCopay(row: sharingRow, line: line, allowed: allowed, from: &left, &ledger)
            case nil:
                takeDeductible(row: sharingRow, line: line, from: &left, ledger: &ledger)
            }
            takeCoinsurance(row: sharingRow, allowed: allowed, from: &left, ledger: &ledger)
        }

        trimToMaximum(row: sharingRow, ledger: &ledger)
        let share =
            ledger.amounts.deductible + ledger.amounts.copay + ledger.amounts.coinsurance
        ledger.add(
            .planPays,
            allowed - share,
            because: .restOfAllowed,
            source: plan.benefits[sharingRow].place
        )
        takePenalty(row: row, on: date, ledger: &ledger)
        if hasDollarLimit {
            limitDollars(
                row: row,
                rooms: rooms,
                ineligible: whole - allowed,
                eligible: allowed,
                ledger: &ledger,
                events: &events
            )
        }
        state.creditDeductible(ledger.amounts.deductible, category: line.category, of: coded)
        if !leavesSharesToMedicaid { forgiveShares(ledger: &ledger) }
        if paysPatient { ledger.reimburse(ledger.amounts.planPays) }
    }

    /// The row whose terms share a line: its own, or that of an earlier line in this visit whose
    /// copay takes the place of them.
    @inline(__always)
    private mutating func sharingRow(
        of line: CodedLine,
        row: Int,
        ledger: inout some Ledger
    ) -> Int {
        guard coded.hasAbsorbingCopay else { return row }
        let absorbing = state.copayRows.first { earlier in
            earlier != row && coded.absorbs(row: earlier, category: line.category)
        }
        if coded.rows[row].copay?.basis == .perVisit, !state.copayRows.contains(row) {
            state.copayRows.append(row)
        }
        guard let absorbing else { return row }
        ledger.note(
            .copay,
            because: .copayAbsorbs,
            source: plan.benefits[absorbing].place.appending("/copay")
        )
        return absorbing
    }

    @inline(__always)
    private func takeDeductible(
        row: Int,
        line: CodedLine,
        from left: inout Money,
        ledger: inout some Ledger
    ) {
        guard coded.rows[row].deductibleApplies,
            let room = state.deductibleLeft(for: line.category, of: coded)
        else { return }
        let taken = min(room, left)
        left -= taken
        ledger.add(
            .deductible,
            taken,
            because: deductibleReason(for: line.category, left: room),
            source: place(ofDeductibleFor: line.category)
        )
    }

    /// Takes the copay of a row: what of it was not yet taken on this date, never more than is
    /// left of the allowed amount or than the law lets it take (rule S4).
    @inline(__always)
    private mutating func takeCopay(
        row: Int,
        line: CodedLine,
        allowed: Money,
        from left: inout Money,
        _ ledger: inout some Ledger
    ) {
        guard let copay = coded.rows[row].copay else { return }
        let isToday = state.copays[row].day == state.dateCount
        let taken = isToday ? state.copays[row].taken : .zero
        let due =
            switch copay.basis {
            case .perVisit: copay.amount - taken
            case .perService: copay.amount
            case .perUnit: copay.amount * line.units
            }
        let uncapped = min(due, left)
        let amount = copay.capOfAllowed.map { min($0.of(allowed), uncapped) } ?? uncapped
        left -= amount
        if copay.basis == .perVisit {
            state.copays[row].taken = taken + amount
            state.copays[row].day = state.dateCount
        }
        ledger.add(
            .copay,
            amount,
            because: amount < uncapped
                ? .copayCapped(copay.capOfAllowed ?? .whole)
                : .copay(amount: copay.amount, left: due),
            source: plan.benefits[row].place.appending("/copay/amount")
        )
    }

    @inline(__always)
    private func takeCoinsurance(
        row: Int,
        allowed: Money,
        from left: inout Money,
        ledger: inout some Ledger
    ) {
        switch coded.rows[row].sharing {
        case .coinsurance(let part):
            let base = coded.rows[row].coinsuranceBase == .allowed ? allowed : left
            let taken = min(part.of(base), left)
            left -= taken
            ledger.add(
                .coinsurance,
                taken,
                because: .coinsurance(part, of: base),
                source: plan.benefits[row].place.appending("/coinsurance")
            )
        case .planPaysFixed(let fixed):
            let taken = left - min(fixed, left)
            left -= taken
            ledger.add(
                .coinsurance,
                taken,
                because: .planPaysFixed(fixed),
                source: plan.benefits[row].place.appending("/planPaysFixed")
            )
        }
    }

    /// Trims the counted share to what is left under the maximum and credits it (rule S8).
    @inline(__always)
    private mutating func trimToMaximum(row: Int, ledger: inout some Ledger) {
        guard let room = state.outOfPocketRoom else { return }
        let share =
            ledger.amounts.deductible + ledger.amounts.copay + ledger.amounts.coinsurance
        let counts = coded.rows[row].countsTowardOutOfPocketMaximum
        if coded.rows[row].isWaivedAfterOutOfPocketMaximum {
            // A share that does not count is owed in full while there is any room at all.
            var excess = counts ? max(share - room, .zero) : (room == .zero ? share : .zero)
            cut(.coinsurance, by: &excess, room: room, ledger: &ledger)
            cut(.copay, by: &excess, room: room, ledger: &ledger)
            cut(.deductible, by: &excess, room: room, ledger: &ledger)
        }
        if counts { state.creditOutOfPocket(min(share, room), of: coded) }
    }

    /// Takes as much of an excess as a part holds off it.
    @inline(__always)
    private func cut(
        _ part: LinePart,
        by excess: inout Money,
        room: Money,
        ledger: inout some Ledger
    ) {
        guard excess > .zero else { return }
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
