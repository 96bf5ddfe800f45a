public import CareModel

/// Prices by service and date: a clinic's charges, its self-pay prices, or contracted rates.
///
/// A price is chosen by date of service. Where no row is in force there is no price, and none is
/// made up.
public struct FeeSchedule: Hashable, Sendable {
    /// The name by which plans refer to the schedule.
    public let id: String
    /// The file that holds the rows, as an error names it.
    public let file: String
    let rowsByService: [ServiceKey: [PriceRow]]

    /// Creates a schedule from rows that were checked by their reader.
    public init(id: String, file: String, rows: [PriceRow]) {
        self.id = id
        self.file = file
        rowsByService = Dictionary(grouping: rows, by: \.service)
    }

    /// Whether the schedule has a row of its own for a modifier of a service.
    public func hasRow(for service: ServiceKey, modifier: Modifier) -> Bool {
        rowsByService[service]?.contains { $0.modifier == modifier } == true
    }

    /// The price of one unit of a service on a date.
    ///
    /// A row for one of the line's modifiers is preferred to the row without any.
    ///
    /// - Parameters:
    ///   - service: The service.
    ///   - modifiers: The modifiers of the line.
    ///   - date: The date of service.
    ///   - assumingPricesContinue: Whether the last price of a service goes on after its end.
    /// - Returns: The price and its row.
    /// - Throws: ``PriceGap`` where no row is in force.
    public func price(
        of service: ServiceKey,
        modifiers: [Modifier] = [],
        on date: CalendarDate,
        assumingPricesContinue: Bool = false
    ) throws(PriceGap) -> UnitPrice {
        let rows = rowsByService[service] ?? []
        let preferred = modifiers.map(Optional.some) + [nil]
        for modifier in preferred {
            let inForce = rows.first { $0.modifier == modifier && $0.isInForce(on: date) }
            guard let row = inForce else { continue }
            return UnitPrice(
                amount: row.amount,
                reduced: row.reduced,
                source: row.place,
                through: row.through
            )
        }
        for modifier in preferred {
            let ended = rows.filter { $0.modifier == modifier && $0.ends(before: date) }
            guard let last = ended.max(by: { $0.from < $1.from }) else { continue }
            guard assumingPricesContinue else { throw .ended(row: last, date: date) }
            return UnitPrice(
                amount: last.amount,
                reduced: last.reduced,
                source: last.place,
                isAssumedToContinue: true
            )
        }
        let usable = rows.filter { row in
            row.modifier.map(modifiers.contains) ?? true
        }
        if let next = usable.min(by: { $0.from < $1.from }) {
            throw .notYetInForce(row: next, date: date)
        }
        throw .noRow(file: file)
    }
}

/// One row of a price table.
public struct PriceRow: Hashable, Sendable {
    /// The service.
    public let service: ServiceKey
    /// The modifier that the price is for; absent for the plain service.
    public let modifier: Modifier?
    /// The price of one unit.
    public let amount: Money
    /// The reduced price of a further procedure on the same day, where a contract prints one.
    public let reduced: Money?
    /// The first day on which the price holds.
    public let from: CalendarDate
    /// The last day on which the price holds; absent where it goes on.
    public let through: CalendarDate?
    /// The row in its file.
    public let place: SourcePlace

    /// Creates a row.
    public init(
        service: ServiceKey,
        modifier: Modifier? = nil,
        amount: Money,
        reduced: Money? = nil,
        from: CalendarDate,
        through: CalendarDate? = nil,
        place: SourcePlace
    ) {
        self.service = service
        self.modifier = modifier
        self.amount = amount
        self.reduced = reduced
        self.from = from
        self.through = through
        self.place = place
    }

    /// Whether the price holds on a date; both ends count.
    public func isInForce(on date: CalendarDate) -> Bool {
        from <= date && !ends(before: date)
    }

    /// Whether some day is priced by both rows.
    public func overlaps(_ other: PriceRow) -> Bool {
        service == other.service && modifier == other.modifier
            && !ends(before: other.from) && !other.ends(before: from)
    }

    func ends(before date: CalendarDate) -> Bool {
        guard let through else { return false }
        return through < date
    }
}

/// Why a schedule has no price for a service on a date.
public enum PriceGap: Error, Hashable, Sendable {
    /// The file has no row for the service.
    case noRow(file: String)
    /// The first row begins after the date.
    case notYetInForce(row: PriceRow, date: CalendarDate)
    /// The last row ended before the date.
    case ended(row: PriceRow, date: CalendarDate)
}
