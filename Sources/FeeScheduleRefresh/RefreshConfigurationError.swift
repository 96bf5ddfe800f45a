import JSONText
package import PriceTableFiles

/// Why a configuration cannot be used: everything that is wrong, at once.
package struct RefreshConfigurationError: Error, Hashable, Sendable {
    /// What is wrong, each with its line, its JSON pointer, what stands there and what to write.
    package let findings: [TableFinding]

    init(_ findings: [DocumentFinding], file: String) {
        self.findings = findings.map { finding in
            TableFinding(
                file: file,
                row: finding.position.line,
                column: finding.pointer,
                message: finding.found.isEmpty
                    ? finding.message : "\(finding.found) \(finding.message)"
            )
        }
    }

    init(tooLarge bytes: Int, file: String) {
        findings = [
            TableFinding(
                file: file,
                message: "holds \(bytes) bytes, and at most "
                    + "\(RefreshConfiguration.maximumBytes) are read. Write less"
            )
        ]
    }

    /// A line for each finding.
    package var lines: [String] { findings.map(\.description) }
}
