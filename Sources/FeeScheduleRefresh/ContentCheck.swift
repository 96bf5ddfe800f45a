package import CareModel
import PriceTableFiles

/// Everything wrong in one offered file, found before the reader of its table sees it.
///
/// ```swift
/// let check = ContentCheck(
///     name: "schedules/acme-ppo-2027.csv", bytes: bytes, limits: limits, catalog: catalog,
///     effective: manifest.effective
/// )
/// print(ContentReport([check]))
/// ```
///
/// A file without a finding is one that the reader of its table takes without a finding.
package struct ContentCheck: Sendable {
    /// The file's path below the tables.
    package let name: String
    /// What is wrong, in the order of the file; of very many, the first ones.
    package let findings: [ContentFinding]
    /// How many findings there are, also those that were not kept.
    package let findingCount: Int
    /// The control totals, right where nothing is wrong.
    package let totals: ContentTotals

    /// Checks a file.
    ///
    /// - Parameters:
    ///   - name: The file's path below the tables, such as `schedules/acme-ppo-2027.csv`.
    ///   - bytes: The file.
    ///   - limits: How much it may hold, and what it must.
    ///   - catalog: The services that prices may name; where it is absent, any name is one.
    ///   - effective: The day from which the file is used.
    package init(
        name: String,
        bytes: [UInt8],
        limits: ContentLimits,
        catalog: ServiceCatalog?,
        effective: CalendarDate
    ) {
        self.name = name
        var findings = ContentFindings(file: ContentExcerpt(name, atMost: 80).description)
        var totals = ContentTotals(rows: 0, totalCents: 0)
        if let refusal = ContentEnvelope.refusal(of: bytes) {
            findings.add(line: 1, column: 1, refusal)
        } else {
            let kind = ContentKind(name)
            let text = ContentText(
                bytes,
                limits: limits,
                isTable: kind != .document,
                findings: &findings
            )
            switch kind {
            case .prices:
                totals = ContentCheck.prices(
                    text,
                    bytes: bytes,
                    path: name,
                    limits: limits,
                    catalog: catalog,
                    effective: effective,
                    &findings
                )
            case .services:
                let table = ContentTable(text, columns: ServicesFile.columns, findings: &findings)
                ServicesContent.check(table, bytes: bytes, findings: &findings)
                totals = ContentTotals(rows: table.rowCount, totalCents: 0)
            case .document:
                guard text.damaged.isEmpty else { break }
                var document = DocumentContent(bytes, depth: limits.jsonDepth)
                document.check(&findings)
            case nil:
                findings.add("is no table that a refresh installs. Leave it out")
            }
        }
        self.findings = findings.sorted
        findingCount = findings.count
        self.totals = totals
    }

    private static func prices(
        _ text: ContentText,
        bytes: [UInt8],
        path: String,
        limits: ContentLimits,
        catalog: ServiceCatalog?,
        effective: CalendarDate,
        _ findings: inout ContentFindings
    ) -> ContentTotals {
        let table = ContentTable(text, columns: PriceRowsFile.columns, findings: &findings)
        let content = PriceContent(table, limits: limits, catalog: catalog, findings: &findings)
        let periods = PricePeriods(content)
        periods.check(&findings)
        periods.demand(limits.demandedServices, on: effective, &findings)
        if findings.count == 0, let catalog {
            let file = PriceRowsFile(bytes, path: path, file: path, catalog: catalog)
            for finding in file.findings { findings.add(finding, in: nil) }
        }
        return ContentTotals(rows: table.rowCount, totalCents: content.totalCents)
    }
}
