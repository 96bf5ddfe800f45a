/// Two versions of the services table, compared service by service.
struct ServiceComparison {
    let old: [ServicesFile.Cells]
    let new: [ServicesFile.Cells]
    let file: String

    /// The columns besides the key, and what a line calls them.
    private static let columns = [
        ("code", "code"), ("category", "category"), ("unit", "unit"),
        ("service_type", "service type"), ("words_en", "English words"),
        ("words_es", "Spanish words"), ("source", "source"),
    ]

    /// What differs: the services of the old table in their order, then those that are new.
    var differences: [TableDifference] {
        let after = Dictionary(
            new.map { ($0.service, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let known = Set(old.map(\.service))
        return old.flatMap { service in
            after[service.service].map { changes(from: service, to: $0) }
                ?? [whole(service, .removed)]
        }
            + new.filter { !known.contains($0.service) }.map { whole($0, .added) }
    }

    private func changes(
        from old: ServicesFile.Cells,
        to new: ServicesFile.Cells
    ) -> [TableDifference] {
        ServiceComparison.columns.compactMap { column, name in
            let before = old.text(column)
            let after = new.text(column)
            guard before != after else { return nil }
            return TableDifference(
                file: file,
                place: .row(TableDifference.RowKey(service: new.service), column: column),
                kind: .changed,
                words: "\(name) \(shown(before, column)) becomes \(shown(after, column))",
                old: before.isEmpty ? nil : .text(before),
                new: after.isEmpty ? nil : .text(after)
            )
        }
    }

    private func whole(
        _ service: ServicesFile.Cells,
        _ kind: TableDifference.Kind
    ) -> TableDifference {
        let cells = JSONTree.object(
            ServiceComparison.columns.map { column, _ in
                let text = service.text(column)
                return JSONTree.Member(column, text.isEmpty ? .null : .text(text))
            }
        )
        let words = ["category", "unit", "words_en"].map { shown(service.text($0), $0) }
        return TableDifference(
            file: file,
            place: .row(TableDifference.RowKey(service: service.service), column: nil),
            kind: kind,
            words: "\(kind.rawValue), code \(shown(service.text("code"), "code")), "
                + words.joined(separator: ", "),
            old: kind == .removed ? cells : nil,
            new: kind == .added ? cells : nil
        )
    }

    /// A cell as a line shows it: words in quotes, and an empty one by name.
    private func shown(_ text: String, _ column: String) -> String {
        if text.isEmpty { return "none" }
        return column.hasPrefix("words") || column == "source" ? "\"\(text)\"" : text
    }
}

extension ServicesFile {
    /// The cells of a row, to be compared as they are written.
    struct Cells {
        let service: String
        private let cells: [String: String]

        fileprivate init(_ row: CSVRow) {
            service = row.text("service")
            cells = Dictionary(
                ServicesFile.columns.map { ($0, row.text($0)) },
                uniquingKeysWith: { first, _ in first }
            )
        }

        /// The text of a cell.
        func text(_ column: String) -> String { cells[column] ?? "" }
    }

    /// The cells of a table that was checked.
    static func cells(_ bytes: [UInt8], file: String) -> [Cells] {
        var table = CSVTable(bytes, file: file, columns: columns)
        return table.read { Cells($0) }
    }
}
