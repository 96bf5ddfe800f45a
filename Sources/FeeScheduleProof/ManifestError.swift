import HostSystem
package import PriceTableFiles

/// Why a proven document is no manifest that can be used.
package enum ManifestError: Error, Hashable, Sendable {
    /// The document is larger than manifests are.
    case tooLarge(bytes: Int, limit: Int)
    /// The document is for a later version of this program.
    case clientTooOld(needed: ClientVersion, ours: ClientVersion)
    /// Something is wrong in the document; all of it is listed.
    case findings([DocumentFinding])
}

extension ManifestError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooLarge(let bytes, let limit):
            "the manifest holds \(bytes) bytes, and at most \(limit) are read. "
                + "Ask the publisher for a smaller one"
        case .clientTooOld(let needed, let ours):
            "the manifest needs version \(needed) of this program, and this is \(ours). "
                + "Install the newer version"
        case .findings(let findings):
            findings.map { "manifest: " + PrintableText.shown("\($0)", atMost: 1_000) }
                .joined(separator: "\n")
        }
    }
}
