import CareModel

/// The periods of the prices of a file: none twice, none over another, and no day between them.
struct PricePeriods {
    private let rows: [PriceContent.Row]
    private let isWhole: Bool

    /// Looks at the rows of a file.
    ///
    /// - Parameter content: The file; where some row could not be read, days that seem to lack a
    ///   price may be the days of that row, and only what stands twice is found.
    init(_ content: PriceContent) {
        rows = content.rows
        isWhole = content.isWhole
    }

    /// Notes rows that stand twice or overlap, and days between rows that none prices.
    func check(_ findings: inout ContentFindings) {
        let prices = Dictionary(grouping: rows, by: \.price)
        for (_, periods) in prices where periods.count > 1 {
            let sorted = periods.sorted { ($0.from, $0.line) < ($1.from, $1.line) }
            var last = sorted[0]
            for row in sorted.dropFirst() {
                if let message = problem(row, after: last) {
                    row.cells.report("effective_from", message, to: &findings)
                }
                guard let end = last.through else { continue }
                if row.through.map({ $0 > end }) ?? true { last = row }
            }
        }
    }

    /// What is wrong between a row and the one before it that lasts longest.
    private func problem(_ row: PriceContent.Row, after last: PriceContent.Row) -> String? {
        if row.from == last.from {
            return "begins a second price of \(row.price) on that day; line \(last.line) has one. "
                + "Delete one of the two"
        }
        guard let end = last.through, end < row.from else {
            return "overlaps line \(last.line), which also prices \(row.price) then. "
                + "End one row before the other begins"
        }
        let next = end.adding(days: 1)
        guard isWhole, next < row.from else { return nil }
        return "leaves \(row.price) without a price after \(end), where line \(last.line) ends. "
            + "Write \(next), or end that row on \(row.from.adding(days: -1))"
    }

    /// Notes each demanded service that has no price on a day.
    ///
    /// - Parameters:
    ///   - services: The services.
    ///   - day: The day from which the file is used.
    ///   - findings: Where to note what is missing.
    func demand(
        _ services: [ServiceKey],
        on day: CalendarDate,
        _ findings: inout ContentFindings
    ) {
        guard isWhole else { return }
        let priced = Set(
            rows.filter { row in row.from <= day && row.through.map { $0 >= day } ?? true }
                .map(\.price.service)
        )
        for service in services where !priced.contains(service) {
            findings.add(
                "has no price of \(service) on \(day), which the configuration demands. "
                    + "Add its row"
            )
        }
    }
}
