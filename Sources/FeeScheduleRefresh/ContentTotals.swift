import CareModel

/// The control totals of a file, which its publisher states beside it.
package struct ContentTotals: Hashable, Sendable {
    /// How many rows follow the header; 0 for a JSON document.
    package let rows: Int
    /// The sum of the amounts (the column `amount_usd`) in cents; 0 for a file without prices.
    package let totalCents: Int

    package init(rows: Int, totalCents: Int) {
        self.rows = rows
        self.totalCents = totalCents
    }

    /// Holds the totals of a file against those that its publisher states.
    ///
    /// - Parameters:
    ///   - stated: The totals of the manifest.
    ///   - file: The file's path below the tables.
    /// - Returns: A finding for each that differs.
    package func findings(against stated: ContentTotals, file: String) -> [ContentFinding] {
        var findings: [ContentFinding] = []
        if rows != stated.rows {
            findings.append(
                ContentFinding(
                    file: file,
                    message: "holds \(rows) rows, and the manifest states \(stated.rows). "
                        + "Publish the file and its control totals anew"
                )
            )
        }
        if totalCents != stated.totalCents {
            findings.append(
                ContentFinding(
                    file: file,
                    message: "holds amounts of \(Money(cents: totalCents).decimalText) in all, "
                        + "and the manifest states \(Money(cents: stated.totalCents).decimalText). "
                        + "Publish the file and its control totals anew"
                )
            )
        }
        return findings
    }
}
