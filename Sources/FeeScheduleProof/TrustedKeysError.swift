import HostSystem
package import PriceTableFiles

/// Why a document is no list of trusted keys; everything that is wrong is listed.
package struct TrustedKeysError: Error, Hashable, Sendable, CustomStringConvertible {
    package let findings: [DocumentFinding]
    package let description: String

    init(_ findings: [DocumentFinding]) {
        self.findings = findings
        description = findings.map { PrintableText.shown("\($0)", atMost: 1_000) }
            .joined(separator: "\n")
    }

    init(tooLarge count: Int) {
        findings = []
        description =
            "the list of trusted keys holds \(count) bytes, and at most "
            + "\(Manifest.maximumBytes) are read. Remove what is no key"
    }
}
