import CareModel

extension Adjudicator {
    /// Whether a row needs an authorization on a date, and there is none (rule S13).
    ///
    /// With `afterVisit` n it is needed from the (n + 1)th date on which a line of the row is
    /// covered, and once a limit of the kind `authorizationAfter` is used up.
    @inline(__always)
    func isAuthorizationMissing(for row: Int, on date: CalendarDate) -> Bool {
        needsAuthorization(for: row, on: date) && !isAuthorized(on: date)
    }

    /// Whether the authorization covers a date: in its span, while fewer dates than it allows have
    /// used it.
    @inline(__always)
    private func isAuthorized(on date: CalendarDate) -> Bool {
        guard let authorization = coded.authorization,
            authorization.from <= date, date <= authorization.through
        else { return false }
        return state.lastAuthorizedDate == date
            || state.authorizationVisitsUsed < authorization.visits
    }

    /// Counts a covered line's date under its row and, where one was needed, the authorization.
    @inline(__always)
    mutating func countDate(for row: Int, on date: CalendarDate) {
        guard coded.rows[row].canNeedAuthorization else { return }
        if state.lastAuthorizedDate != date, needsAuthorization(for: row, on: date),
            isAuthorized(on: date)
        {
            state.authorizationVisitsUsed += 1
            state.lastAuthorizedDate = date
        }
        if state.coveredDates[row].last != date {
            state.coveredDates[row].count += 1
            state.coveredDates[row].last = date
        }
    }

    /// Whether a row's own term asks for an authorization on a date, or a limit that is used up.
    @inline(__always)
    private func needsAuthorization(for row: Int, on date: CalendarDate) -> Bool {
        guard coded.rows[row].canNeedAuthorization else { return false }
        for position in coded.rows[row].limits {
            let index = coded.limitsOfRows[position]
            let limit = coded.limits[index]
            let hasRoom =
                limit.kind != .authorizationAfter
                || state.hasRoom(
                    under: limit,
                    at: index,
                    on: date,
                    isFirstVisit: visitsSeen == 1
                )
            if !hasRoom { return true }
        }
        guard let covered = coded.rows[row].authorizationAfter else { return false }
        let counted = state.coveredDates[row].count
        let number = state.coveredDates[row].last == date ? counted : counted + 1
        return number > covered
    }
}
