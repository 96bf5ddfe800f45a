package import CareModel
package import PriceTableFiles

/// What becomes of one row of a file of prices, in words.
///
/// ```text
/// schedules/acme-ppo-2026.csv: adjust-spine-3-4 from 2026-01-01: amount changed: 45.10 becomes …
/// ```
package struct RowDifference: Hashable, Sendable, CustomStringConvertible {
    /// One thing that becomes of a row.
    package enum Change: Hashable, Sendable {
        case same
        case amountChanged(PriceChange)
        case reducedPriceChanged(old: Money?, new: Money?)
        case datesChanged(old: PricePeriod, new: PricePeriod)
        case unitChanged(old: Service.Unit, new: Service.Unit)
        case added(Money, PricePeriod)
        case removed(Money, PricePeriod)
    }

    /// The file's path below the tables.
    package let file: String
    /// The row as it is offered; as it is installed, where it is removed.
    package let row: TableDifference.RowKey
    /// What becomes of it, at least one thing.
    package let changes: [Change]

    package init(file: String, row: TableDifference.RowKey, changes: [Change]) {
        self.file = file
        self.row = row
        self.changes = changes
    }

    package var description: String {
        "\(file): \(row): " + changes.map(\.description).joined(separator: "; ")
    }
}

/// The days on which a price holds.
package struct PricePeriod: Hashable, Sendable, CustomStringConvertible {
    package let from: CalendarDate
    package let through: CalendarDate?

    package init(from: CalendarDate, through: CalendarDate?) {
        self.from = from
        self.through = through
    }

    package var description: String {
        "from \(from) " + (through.map { "through \($0)" } ?? "without an end")
    }
}

extension RowDifference.Change: CustomStringConvertible {
    package var description: String {
        switch self {
        case .same:
            return "same"
        case .amountChanged(let change):
            return "amount changed: \(change)"
        case .reducedPriceChanged(let old?, let new?):
            return "reduced price changed: \(PriceChange(old: old, new: new))"
        case .reducedPriceChanged(let old, let new):
            let words = [old, new].map { $0?.decimalText ?? "none" }
            return "reduced price changed: \(words[0]) becomes \(words[1])"
        case .datesChanged(let old, let new):
            return "dates changed: \(old) becomes \(new)"
        case .unitChanged(let old, let new):
            return "unit changed: \(old.rawValue) becomes \(new.rawValue)"
        case .added(let amount, let period):
            return "added, \(amount.decimalText), \(period)"
        case .removed(let amount, let period):
            return "removed, \(amount.decimalText), \(period)"
        }
    }
}
