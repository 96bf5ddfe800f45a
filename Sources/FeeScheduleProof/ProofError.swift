/// Why a manifest is not proven.
package enum ProofError: Error, Hashable, Sendable {
    /// A signature is damaged, of another kind, or not over these bytes.
    case signature(SSHSignatureError)
    /// Too few signatures count.
    case notEnoughSignatures(required: Int, counted: [String], refused: [SignatureRefusal])
    /// The bytes are signed and still no manifest that can be used.
    case manifest(ManifestError)
}

extension ProofError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .signature(let error): "\(error)"
        case .notEnoughSignatures(let required, let counted, let refused):
            "\(counted.count) of \(required) required signatures count"
                + refused.map { "; \($0)" }.joined()
                + ". Compare fingerprints with the publisher by phone before you trust a key"
        case .manifest(let error): "\(error)"
        }
    }
}
