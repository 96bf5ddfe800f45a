import CareModel
package import CarePricing

/// The price rows of one file, checked and without an overlap.
package struct PriceList: Hashable, Sendable {
    /// The file's path below the tables.
    package let file: String
    /// Its rows.
    package let rows: [PriceRow]

    package init(file: String, rows: [PriceRow]) {
        self.file = file
        self.rows = rows
    }

    /// The sum of the amounts in cents, as a manifest states it.
    var totalCents: Int { rows.reduce(0) { $0 + $1.amount.cents } }
}

/// The prices of one service in a file, by day.
struct PriceHistory {
    private let rows: [Modifier?: [PriceRow]]

    init(_ rows: [PriceRow]) {
        self.rows = Dictionary(grouping: rows, by: \.modifier)
            .mapValues { rows in rows.sorted { $0.from < $1.from } }
    }

    /// The modifiers that have rows; none for the plain service.
    var modifiers: Set<Modifier?> { Set(rows.keys) }

    var isEmpty: Bool { rows.isEmpty }

    /// The row that prices a line with a modifier, or without one, on a day.
    ///
    /// As in a quote, the plain price holds where there is none for the modifier.
    func row(_ modifier: Modifier?, on day: CalendarDate) -> PriceRow? {
        for key in modifier == nil ? [nil] : [modifier, nil] {
            if let row = latest(key, by: day), row.isInForce(on: day) { return row }
        }
        return nil
    }

    /// The price before a day on which there is none, or else the first after it.
    func nearest(_ modifier: Modifier?, to day: CalendarDate) -> PriceRow? {
        for key in modifier == nil ? [nil] : [modifier, nil] {
            if let row = latest(key, by: day) ?? rows[key]?.first { return row }
        }
        return nil
    }

    /// The days on which a price begins, or has just ended, for a modifier or without one.
    func turns(_ modifier: Modifier?) -> Set<CalendarDate> {
        let own = (rows[modifier] ?? []) + (modifier == nil ? [] : rows[nil] ?? [])
        return Set(
            own.flatMap { row in
                [row.from] + (row.through.map { [$0.adding(days: 1)] } ?? [])
            }
        )
    }

    /// The last row that has begun by a day.
    private func latest(_ modifier: Modifier?, by day: CalendarDate) -> PriceRow? {
        guard let sorted = rows[modifier] else { return nil }
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].from <= day { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? sorted[low - 1] : nil
    }
}
