/// The findings of offered files as a person reads them: the first ones, and how many more.
package struct ContentReport: Hashable, Sendable, CustomStringConvertible {
    /// The most findings that are shown.
    package static let mostShown = 20

    /// The findings that are shown.
    package let shown: [ContentFinding]
    /// How many more there are.
    package let more: Int

    /// Reports what was found.
    ///
    /// - Parameters:
    ///   - findings: The findings, those of one file after those of another.
    ///   - count: How many there are, where not all of them were kept.
    package init(_ findings: [ContentFinding], count: Int? = nil) {
        shown = Array(findings.prefix(ContentReport.mostShown))
        more = max(count ?? 0, findings.count) - shown.count
    }

    /// Reports what was found in several files.
    package init(_ checks: [ContentCheck]) {
        self.init(
            checks.flatMap(\.findings),
            count: checks.reduce(0) { $0 + $1.findingCount }
        )
    }

    /// The lines of the report.
    package var lines: [String] {
        shown.map(\.description) + (more > 0 ? ["and \(more) more"] : [])
    }

    package var description: String { lines.map { $0 + "\n" }.joined() }
}
