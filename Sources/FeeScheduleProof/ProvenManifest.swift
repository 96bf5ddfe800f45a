/// A manifest whose bytes enough trusted keys have signed; only a proof makes one.
package struct ProvenManifest: Hashable, Sendable {
    package let manifest: Manifest
    /// The digest of the signed bytes.
    package let sha256: SHA256Digest
    /// The names of the keys whose signatures counted, sorted.
    package let signers: [String]
    /// The signatures that did not count.
    package let uncounted: [SignatureRefusal]
}
