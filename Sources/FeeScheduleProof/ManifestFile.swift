/// A table that a manifest publishes, with what it must hold to be taken.
package struct ManifestFile: Hashable, Sendable {
    /// Where the table lies among the tables, and below the manifest's address.
    package let name: TableFileName
    /// The digest of its bytes.
    package let sha256: SHA256Digest
    /// How many bytes it holds.
    package let size: Int
    /// How many rows follow its header; 0 for a JSON document.
    package let rows: Int
    /// The sum of its amounts in cents, a control total; 0 where it has none.
    package let totalCents: Int

    package init(
        name: TableFileName,
        sha256: SHA256Digest,
        size: Int,
        rows: Int,
        totalCents: Int
    ) {
        self.name = name
        self.sha256 = sha256
        self.size = size
        self.rows = rows
        self.totalCents = totalCents
    }
}
