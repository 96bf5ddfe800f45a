import CareModel

extension Adjudicator {
    /// Why the plan does not cover a line, asked in the order of rule S2.
    @inline(__always)
    func denial(
        of line: CodedLine,
        on date: CalendarDate,
        careType: CareType
    ) -> CodedDenial? {
        guard isInForce(on: date) else { return .planNotInForce }
        guard let row = line.row else { return .noBenefit }
        switch coded.rows[row].coverage {
        case .notCovered: return .notCovered
        case .excluded: return .excluded
        case .covered: break
        }
        if careType == .maintenance, !coded.rows[row].coversMaintenance { return .maintenance }
        if let denial = line.medicareDenial { return denial }
        // With a penalty the line stays covered, and the plan pays less.
        if coded.rows[row].penalty == nil, isAuthorizationMissing(for: row, on: date) {
            return .authorizationMissing
        }
        if let end = coded.rows[row].waitingEndsOn, date < end {
            return .waitingPeriod(endsOn: end)
        }
        for position in coded.rows[row].limits {
            let index = coded.limitsOfRows[position]
            let limit = coded.limits[index]
            let hasRoom =
                limit.kind != .hard
                || state.hasRoom(
                    under: limit,
                    at: index,
                    on: date,
                    isFirstVisit: visitsSeen == 1
                )
            if !hasRoom { return .limitReached(index) }
        }
        return emptyBucket(of: row).map { .limitReached($0) }
    }

    @inline(__always)
    func isInForce(on date: CalendarDate) -> Bool {
        date >= coded.effectiveFrom && date <= coded.effectiveThrough
    }

    /// The limit of dollars of an auto policy that nothing is left of: the next payer is billed
    /// then, and where there is none the patient pays as one without insurance.
    @inline(__always)
    private func emptyBucket(of row: Int) -> Int? {
        guard coded.type == .autoMedical else { return nil }
        for position in coded.rows[row].limits {
            let index = coded.limitsOfRows[position]
            let limit = coded.limits[index]
            if limit.unit == .dollars, state.dollarRoom(under: limit, at: index) == .zero {
                return index
            }
        }
        return nil
    }
}
