import CareModel

extension AccumulatorState {
    /// Whether a limit still covers a line on a date, before the line is shared (rule S9).
    func hasRoom(
        under limit: UsageLimit,
        at index: Int,
        on date: CalendarDate,
        isFirstVisit: Bool
    ) -> Bool {
        let state = limits[index]
        if limit.excludesFirstVisit, isFirstVisit, state.used == 0 { return true }
        switch limit.unit {
        case .services: return state.used < limit.maximum
        case .visits: return state.lastCounted == date || state.used < limit.maximum
        }
    }

    /// Counts a covered line against a limit.
    ///
    /// - Returns: Whether the limit is used up by it.
    mutating func count(
        under limit: UsageLimit,
        at index: Int,
        on date: CalendarDate,
        isFirstVisit: Bool,
        planPaid: Bool
    ) -> Bool {
        if limit.excludesFirstVisit, isFirstVisit, limits[index].used == 0 { return false }
        if limit.counting == .planPaid, !planPaid { return false }
        if limit.unit == .visits, limits[index].lastCounted == date { return false }
        limits[index].used += 1
        limits[index].lastCounted = date
        if limit.period == .rolling12Months { limits[index].dates.append(date) }
        return limits[index].used == limit.maximum
    }
}
