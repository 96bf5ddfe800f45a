package import CareModel
package import CarePricing

/// Reads a file of prices: a clinic's charges or self-pay prices, or contracted rates.
package struct PriceRowsFile {
    /// The columns, in their order.
    package static let columns = [
        "service", "modifier", "amount_usd", "reduced_usd", "effective_from", "effective_to",
    ]

    /// The rows that could be read.
    package let rows: [PriceRow]
    /// Everything wrong with the file.
    package let findings: [TableFinding]

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - path: The file's path below the tables, which a quote gives as the source.
    ///   - file: The file's name for findings.
    ///   - catalog: The services that a row may name.
    package init(_ bytes: [UInt8], path: String, file: String, catalog: ServiceCatalog) {
        var table = CSVTable(bytes, file: file, columns: PriceRowsFile.columns)
        let read = table.read { row -> (price: PriceRow, number: Int)? in
            let service = row.parsed("service", as: "a service of services.csv") { text in
                ServiceKey(text).flatMap { catalog[$0]?.key }
            }
            let modifier = row.parsedIfPresent(
                "modifier",
                as: "a modifier such as GP, or nothing",
                Modifier.init
            )
            let amount = row.money("amount_usd")
            let reduced: Money?? =
                row.text("reduced_usd").isEmpty
                ? .some(nil) : row.money("reduced_usd").map { .some($0) }
            let from = row.date("effective_from")
            let through: CalendarDate?? =
                row.text("effective_to").isEmpty
                ? .some(nil) : row.date("effective_to").map { .some($0) }
            guard let service, let modifier, let amount, let reduced, let from, let through
            else { return nil }
            if let reduced, reduced > amount {
                row.report(
                    "reduced_usd",
                    "'\(reduced.decimalText)' is above the amount \(amount.decimalText). "
                        + "Write the lower price of a further procedure, or nothing"
                )
            }
            if let through, through < from {
                row.report(
                    "effective_to",
                    "'\(through)' lies before effective_from \(from). Write a later day, or nothing"
                )
                return nil
            }
            let price = PriceRow(
                service: service,
                modifier: modifier,
                amount: amount,
                reduced: reduced,
                from: from,
                through: through,
                place: SourcePlace(file: path, row: row.number)
            )
            return (price, row.number)
        }
        let prices = read.map(\.price)
        rows = prices
        findings =
            table.findings
            + PriceRowOverlaps(prices).found.prefix(CSVText.mostProblems).map { row, earlier in
                TableFinding(
                    file: file,
                    row: read[row].number,
                    column: "effective_from",
                    message:
                        "'\(prices[row].from)' overlaps row \(read[earlier].number), which also "
                        + "prices \(prices[row].service) then. End one row before the other begins"
                )
            }
    }
}

extension CSVRow {
    mutating func money(_ column: String) -> Money? {
        parsed(
            column,
            as: "a dollar amount",
            write: "digits and at most two decimals, such as 118.40"
        ) { Money(decimalText: $0) }
    }

    mutating func date(_ column: String) -> CalendarDate? {
        parsed(
            column,
            as: "a day of the calendar",
            write: "YYYY-MM-DD, such as 2026-01-01"
        ) { CalendarDate(isoText: $0) }
    }
}
