import CareModel
import CarePricing
import PriceTableFiles

/// Two versions of a file of prices, compared row by row.
///
/// A row is known by its service, its modifier and its first day; where that day was moved, by a
/// row of the same price that holds on some of its days.
struct RowComparison {
    private let old: PriceList
    private let new: PriceList
    private let units: (old: ServiceCatalog, new: ServiceCatalog)?

    init(
        _ old: PriceList,
        _ new: PriceList,
        units: (old: ServiceCatalog, new: ServiceCatalog)?
    ) {
        self.old = old
        self.new = new
        self.units = units
    }

    /// What becomes of the rows of the old list in their order, then the rows that are new.
    var differences: [RowDifference] {
        var successors: [TableDifference.RowKey: PriceRow] = [:]
        let after = Dictionary(new.rows.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
        for row in old.rows { successors[row.key] = after[row.key] }
        let known = Set(successors.values.map(\.key))
        for (old, new) in moved(
            from: old.rows.filter { successors[$0.key] == nil },
            to: new.rows.filter { !known.contains($0.key) }
        ) {
            successors[old.key] = new
        }
        let taken = Set(successors.values.map(\.key))
        return old.rows.map { row in
            successors[row.key].map { difference(from: row, to: $0) }
                ?? RowDifference(
                    file: old.file,
                    row: row.key,
                    changes: [.removed(row.amount, row.period)]
                )
        }
            + new.rows.filter { !taken.contains($0.key) }.map { row in
                RowDifference(
                    file: new.file,
                    row: row.key,
                    changes: [.added(row.amount, row.period)]
                )
            }
    }

    /// Rows of the same price that hold on some of the same days, each taken once.
    private func moved(from old: [PriceRow], to new: [PriceRow]) -> [(PriceRow, PriceRow)] {
        let offered = Dictionary(grouping: new, by: \.price)
        return Dictionary(grouping: old, by: \.price).flatMap { price, rows in
            var rest = (offered[price] ?? []).sorted { $0.from < $1.from }[...]
            return rows.sorted { $0.from < $1.from }.compactMap { row -> (PriceRow, PriceRow)? in
                rest = rest.drop { !$0.overlaps(row) && $0.from <= row.from }
                guard let next = rest.first, next.overlaps(row) else { return nil }
                rest = rest.dropFirst()
                return (row, next)
            }
        }
    }

    private func difference(from old: PriceRow, to new: PriceRow) -> RowDifference {
        var changes: [RowDifference.Change] = []
        if old.amount != new.amount {
            changes.append(.amountChanged(PriceChange(old: old.amount, new: new.amount)))
        }
        if old.reduced != new.reduced {
            changes.append(.reducedPriceChanged(old: old.reduced, new: new.reduced))
        }
        if old.period != new.period {
            changes.append(.datesChanged(old: old.period, new: new.period))
        }
        if let before = units?.old[old.service]?.unit, let after = units?.new[old.service]?.unit,
            before != after
        {
            changes.append(.unitChanged(old: before, new: after))
        }
        return RowDifference(
            file: self.new.file,
            row: new.key,
            changes: changes.isEmpty ? [.same] : changes
        )
    }
}

extension PriceRow {
    /// What the row prices, on whichever days.
    fileprivate var price: [String] { ["\(service)", modifier.map { "\($0)" } ?? ""] }

    fileprivate var key: TableDifference.RowKey {
        TableDifference.RowKey(
            service: "\(service)",
            modifier: modifier.map { "\($0)" },
            from: from
        )
    }

    fileprivate var period: PricePeriod { PricePeriod(from: from, through: through) }
}
