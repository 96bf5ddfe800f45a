import CareModel
import PriceTableFiles

/// The rows of an offered file of prices, each cell checked.
struct PriceContent {
    /// A row whose service, modifier and days could be read.
    struct Row {
        let price: Price
        let from: CalendarDate
        let through: CalendarDate?
        let cells: ContentRow

        var line: Int { cells.line.number }
    }

    /// What a row prices.
    struct Price: Hashable, CustomStringConvertible {
        let service: ServiceKey
        let modifier: Modifier?

        var description: String { "\(service)" + (modifier.map { " \($0)" } ?? "") }
    }

    /// The rows that could be read.
    private(set) var rows: [Row] = []
    /// Whether every row could be read.
    private(set) var isWhole: Bool
    /// The sum of the amounts that could be read, in cents.
    private(set) var totalCents = 0
    private let limits: ContentLimits
    private let catalog: ServiceCatalog?

    /// Checks the rows.
    ///
    /// - Parameters:
    ///   - table: The rows.
    ///   - limits: What an amount may be.
    ///   - catalog: The services that a row may name; where it is absent, any name is one.
    ///   - findings: Where to note what is wrong.
    init(
        _ table: ContentTable,
        limits: ContentLimits,
        catalog: ServiceCatalog?,
        findings: inout ContentFindings
    ) {
        self.limits = limits
        self.catalog = catalog
        isWhole = !table.hasLostRows
        for cells in table.rows {
            if let row = read(cells, &findings) {
                rows.append(row)
            } else {
                isWhole = false
            }
        }
    }

    private mutating func read(_ row: ContentRow, _ findings: inout ContentFindings) -> Row? {
        let service = service(row, &findings)
        let modifier = modifier(row, &findings)
        amounts(row, service, &findings)
        let from = day(row, "effective_from", &findings)
        let hasEnd = !row.text("effective_to").isEmpty
        let through = hasEnd ? day(row, "effective_to", &findings) : nil
        guard let service, let modifier, let from, hasEnd == (through != nil) else { return nil }
        if let through, through < from {
            row.report(
                "effective_to",
                "lies before effective_from \(from). Write a later day, or nothing",
                to: &findings
            )
            return nil
        }
        let price = Price(service: service, modifier: modifier)
        return Row(price: price, from: from, through: through, cells: row)
    }

    private func service(_ row: ContentRow, _ findings: inout ContentFindings) -> ServiceKey? {
        let text = row.text("service")
        if row.reportFormula("service", to: &findings) { return nil }
        guard let catalog else {
            if let key = ServiceKey(text) { return key }
            row.report(
                "service",
                "is not the name of a service. Write a key such as adjust-spine-3-4",
                to: &findings
            )
            return nil
        }
        if let key = ServiceKey(text), catalog[key] != nil { return key }
        let named = ProcedureCode(text).flatMap { catalog[$0]?.key }
        row.report(
            "service",
            text.isEmpty
                ? "the service is missing. Write its key, such as adjust-spine-3-4"
                : named.map { "is a procedure code. Write the key of its service, \($0)" }
                    ?? "is not a service of services.csv. Write a key that stands there",
            to: &findings
        )
        return nil
    }

    /// The modifier: absent where the cell is wrong, an empty optional where it is empty.
    private func modifier(_ row: ContentRow, _ findings: inout ContentFindings) -> Modifier?? {
        let text = row.text("modifier")
        if text.isEmpty { return .some(nil) }
        if row.reportFormula("modifier", to: &findings) { return nil }
        if let modifier = Modifier(text) { return .some(modifier) }
        row.report(
            "modifier",
            "is not a modifier. Write two capital letters or digits such as GP, or nothing",
            to: &findings
        )
        return nil
    }

    private mutating func amounts(
        _ row: ContentRow,
        _ service: ServiceKey?,
        _ findings: inout ContentFindings
    ) {
        let mayBeZero = service.map(limits.servicesAtNoCharge.contains) ?? false
        var read: [Money?] = []
        for column in ["amount_usd", "reduced_usd"] {
            let text = row.text(column)
            if column == "reduced_usd", text.isEmpty { continue }
            let amount = AmountText(text, most: limits.mostAmount, mayBeZero: mayBeZero)
            if let problem = amount.problem { row.report(column, problem, to: &findings) }
            if column == "amount_usd" { totalCents += amount.amount?.cents ?? 0 }
            read.append(amount.problem == nil ? amount.amount : nil)
        }
        guard read.count == 2, let amount = read[0], let reduced = read[1], reduced > amount
        else { return }
        row.report(
            "reduced_usd",
            "is above the amount \(amount.decimalText). "
                + "Write the lower price of a further procedure, or nothing",
            to: &findings
        )
    }

    private func day(
        _ row: ContentRow,
        _ column: String,
        _ findings: inout ContentFindings
    ) -> CalendarDate? {
        let text = row.text(column)
        if let day = CalendarDate(isoText: text) { return day }
        if row.reportFormula(column, to: &findings) { return nil }
        row.report(
            column,
            (text.isEmpty ? "the day is missing" : "is not a day of the calendar")
                + ". Write YYYY-MM-DD, such as 2026-01-01",
            to: &findings
        )
        return nil
    }
}
