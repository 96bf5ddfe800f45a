import CareModel
import CarePricing

/// Two versions of a file of prices, compared row by row.
///
/// A row is known by its service, its modifier and its first day; no file has two such rows, for
/// they would overlap.
struct PriceComparison {
    let old: [PriceRow]
    let new: [PriceRow]
    let file: String

    /// What differs: the rows of the old file in their order, then those that are new.
    var differences: [TableDifference] {
        let after = Dictionary(new.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(old.map(\.key))
        return old.flatMap { row in
            after[row.key].map { changes(from: row, to: $0) } ?? [whole(row, .removed)]
        }
            + new.filter { !known.contains($0.key) }.map { whole($0, .added) }
    }

    private func changes(from old: PriceRow, to new: PriceRow) -> [TableDifference] {
        var changes: [TableDifference] = []
        if old.amount != new.amount {
            let change = PriceChange(old: old.amount, new: new.amount)
            changes.append(
                cell(new.key, "amount_usd", "\(change)", old.amount, new.amount, \.decimalText)
            )
        }
        if old.reduced != new.reduced {
            let words =
                if let before = old.reduced, let after = new.reduced {
                    "\(PriceChange(old: before, new: after))"
                } else {
                    "\(old.reduced?.decimalText ?? "none") becomes "
                        + "\(new.reduced?.decimalText ?? "none")"
                }
            changes.append(
                cell(
                    new.key,
                    "reduced_usd",
                    "reduced price \(words)",
                    old.reduced,
                    new.reduced,
                    \.decimalText
                )
            )
        }
        if old.through != new.through {
            changes.append(
                cell(
                    new.key,
                    "effective_to",
                    "dates changed: \(old.endWords) becomes \(new.endWords)",
                    old.through,
                    new.through,
                    \.description
                )
            )
        }
        return changes
    }

    private func cell<Value>(
        _ key: TableDifference.RowKey,
        _ column: String,
        _ words: String,
        _ old: Value?,
        _ new: Value?,
        _ text: (Value) -> String
    ) -> TableDifference {
        TableDifference(
            file: file,
            place: .row(key, column: column),
            kind: .changed,
            words: words,
            old: old.map { .text(text($0)) },
            new: new.map { .text(text($0)) }
        )
    }

    private func whole(_ row: PriceRow, _ kind: TableDifference.Kind) -> TableDifference {
        let reduced = row.reduced.map { ", reduced price \($0.decimalText)" } ?? ""
        return TableDifference(
            file: file,
            place: .row(row.key, column: nil),
            kind: kind,
            words: "\(kind.rawValue), \(row.amount.decimalText)\(reduced), \(row.endWords)",
            old: kind == .removed ? row.cells : nil,
            new: kind == .added ? row.cells : nil
        )
    }
}

extension PriceRow {
    fileprivate var key: TableDifference.RowKey {
        TableDifference.RowKey(service: "\(service)", modifier: modifier?.description, from: from)
    }

    fileprivate var endWords: String {
        through.map { "through \($0)" } ?? "without an end"
    }

    /// What the row says of its key.
    fileprivate var cells: JSONTree {
        let values: [(String, String?)] = [
            ("amount_usd", amount.decimalText),
            ("reduced_usd", reduced?.decimalText),
            ("effective_to", through?.description),
        ]
        return .object(
            values.map { name, value in
                JSONTree.Member(name, value.map { .text($0) } ?? .null)
            }
        )
    }
}
