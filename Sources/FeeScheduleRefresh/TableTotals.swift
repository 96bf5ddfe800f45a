import CareModel
import CarePricing
import FeeScheduleProof
import JSONText
import PriceTableFiles

/// The control totals of a table: how many rows follow its header, and what their amounts make.
///
/// A JSON document has no rows, and only files of prices have amounts.
struct TableTotals: Hashable, Sendable {
    let rows: Int
    let totalCents: Int
    /// Everything wrong with the file; its totals mean nothing then.
    let findings: [TableFinding]

    /// Counts a table.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - name: Its place among the tables.
    ///   - catalog: The services that rows of prices may name.
    init(of bytes: [UInt8], name: TableFileName, catalog: ServiceCatalog) {
        let path = name.description
        guard path.hasSuffix(".csv") else {
            findings = TableTotals.findings(inJSON: bytes, path: path)
            (rows, totalCents) = (0, 0)
            return
        }
        guard path.contains("/") else {
            let services = ServicesFile(bytes, file: path)
            findings = services.findings
            (rows, totalCents) = (services.catalog.services.count, 0)
            return
        }
        let prices = PriceRowsFile(bytes, path: path, file: path, catalog: catalog)
        findings = prices.findings
        rows = prices.rows.count
        totalCents = prices.rows.reduce(0) { $0 + $1.amount.cents }
    }

    private static func findings(inJSON bytes: [UInt8], path: String) -> [TableFinding] {
        let reader = DocumentReader(bytes)
        reader.dictionary { _ in reader.skip() }
        reader.end()
        return reader.findings.map { finding in
            TableFinding(
                file: path,
                row: finding.position.line,
                column: finding.pointer,
                message: finding.found.isEmpty
                    ? finding.message : "\(finding.found) \(finding.message)"
            )
        }
    }
}
