import CareModel

extension AccumulatorState {
    /// Whether a limit still covers a line on a date, before the line is shared (rule S9).
    @inline(__always)
    func hasRoom(
        under limit: CodedLimit,
        at index: Int,
        on date: CalendarDate,
        isFirstVisit: Bool
    ) -> Bool {
        if limit.unit == .dollars || limit.kind == .notice { return true }
        if limit.excludesFirstVisit, isFirstVisit, limits[index].used == 0 { return true }
        switch limit.unit {
        case .dollars: return true
        case .services: return limits[index].used < limit.maximum
        case .visits:
            return limits[index].lastCounted == date || limits[index].used < limit.maximum
        }
    }

    /// Counts a covered line against a limit.
    ///
    /// - Returns: Whether the limit is used up by it.
    @inline(__always)
    mutating func count(
        under limit: CodedLimit,
        at index: Int,
        on date: CalendarDate,
        isFirstVisit: Bool,
        planPaid: Bool
    ) -> Bool {
        if limit.unit == .dollars { return false }
        if limit.excludesFirstVisit, isFirstVisit, limits[index].used == 0 { return false }
        if limit.counting == .planPaid, !planPaid { return false }
        if limit.unit == .visits, limits[index].lastCounted == date { return false }
        limits[index].used += 1
        limits[index].lastCounted = date
        if limit.period == .rolling12Months { rollingDates[index].append(date) }
        return limits[index].used == limit.maximum
    }

    /// What is left of a limit of dollars.
    @inline(__always)
    func dollarRoom(under limit: CodedLimit, at index: Int) -> Money {
        Money(cents: max(limit.maximum - limits[index].used, 0))
    }

    /// Uses up dollars of a limit.
    ///
    /// - Returns: Whether the limit is used up by it.
    @inline(__always)
    mutating func spend(_ amount: Money, under limit: CodedLimit, at index: Int) -> Bool {
        let hadRoom = dollarRoom(under: limit, at: index) > .zero
        limits[index].used += amount.cents
        return hadRoom && dollarRoom(under: limit, at: index) == .zero
    }
}
