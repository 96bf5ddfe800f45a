public import CareModel

extension Adjudicator {
    /// Shares the cost of the next visit and gives its sums alone; visits come in order of date.
    ///
    /// - Parameters:
    ///   - visit: The visit, made by ``coded(_:)`` of this adjudicator or of one with the same plan
    ///     and facts.
    ///   - date: The date of service.
    ///   - careType: Whether the care is active or maintenance.
    /// - Returns: The amounts of all lines together; nothing where a figure is needed that nobody
    ///   knows, and then ``adjudicate(_:on:careType:)`` says which.
    public mutating func total(
        of visit: CodedVisit,
        on date: CalendarDate,
        careType: CareType = .active
    ) -> LineAmounts? {
        guard let isLater = turn(to: date) else { return nil }
        if isLater, careType == .active,
            let (part, _) = settled(visit.place, on: visit.sheet, date: date, atMost: 1)
        {
            state.take(part, on: visit.sheet, times: 1, through: date, coded: coded)
            return visit.sheet.parts[part].amounts
        }
        var total = LineAmounts()
        let isKnown = add(
            linesOf: visit.place,
            on: visit.sheet,
            date: date,
            careType: careType,
            isLater: isLater,
            to: &total
        )
        return isKnown ? total : nil
    }

    /// Shares lines of a visit on whose date the figures stand already.
    mutating func sum(
        _ lines: [CodedLine],
        _ positions: Range<Int>,
        on date: CalendarDate,
        careType: CareType
    ) -> LineAmounts? {
        var events = EventLog(isKept: false)
        var total = LineAmounts()
        for position in positions {
            var ledger = AmountLedger()
            do throws(CodedError) {
                _ = try share(
                    lines[position],
                    on: date,
                    careType: careType,
                    ledger: &ledger,
                    events: &events
                )
            } catch {
                return nil
            }
            ledger.close()
            total += ledger.amounts
        }
        return total
    }

    /// Turns to the date of a visit of which only the sums are asked for.
    ///
    /// - Returns: Whether the visit before was on another date; nothing where the plan has no
    ///   deductible for the year.
    @inline(__always)
    mutating func turn(to date: CalendarDate) -> Bool? {
        let earlierDay = state.dateCount
        _ = roll(to: date)
        return lacksDeductible ? nil : state.dateCount != earlierDay
    }
}
