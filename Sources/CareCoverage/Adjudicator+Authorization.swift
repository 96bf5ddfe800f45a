import CareModel

extension Adjudicator {
    /// Whether a row needs an authorization on a date, and there is none (rule S13).
    ///
    /// With `afterVisit` n it is needed from the (n + 1)th date on which a line of the row is
    /// covered, and once a limit of the kind `authorizationAfter` is used up.
    func isAuthorizationMissing(for row: Int, on date: CalendarDate) -> Bool {
        needsAuthorization(for: row, on: date) && !isAuthorized(on: date)
    }

    /// Whether the authorization covers a date: in its span, while fewer dates than it allows have
    /// used it.
    func isAuthorized(on date: CalendarDate) -> Bool {
        guard let authorization = facts.authorization,
            (authorization.from...authorization.through).contains(date)
        else { return false }
        return state.lastAuthorizedDate == date
            || state.authorizationVisitsUsed < authorization.visits
    }

    /// Counts a covered line's date under its row and, where one was needed, the authorization.
    mutating func useAuthorization(for row: Int, on date: CalendarDate) {
        if needsAuthorization(for: row, on: date), isAuthorized(on: date),
            state.lastAuthorizedDate != date
        {
            state.authorizationVisitsUsed += 1
            state.lastAuthorizedDate = date
        }
        if state.lastCoveredDate[row] != date {
            state.coveredDates[row, default: 0] += 1
            state.lastCoveredDate[row] = date
        }
    }

    /// Whether a row's own term asks for an authorization on a date, or a limit that is used up.
    private func needsAuthorization(for row: Int, on date: CalendarDate) -> Bool {
        let isPastLimit = plan.benefits[row].limits.contains { index in
            let limit = plan.limits[index]
            return limit.kind == .authorizationAfter
                && !state.hasRoom(
                    under: limit,
                    at: index,
                    on: date,
                    isFirstVisit: visitsSeen == 1
                )
        }
        if isPastLimit { return true }
        guard let term = plan.benefits[row].authorization else { return false }
        let counted = state.coveredDates[row] ?? 0
        let number = state.lastCoveredDate[row] == date ? counted : counted + 1
        return number > term.afterVisit
    }
}
