package import FeeScheduleProof

/// The manifest that a publisher signed last.
package struct PublishedManifest: Hashable, Sendable {
    package let manifest: Manifest
    package let bytes: [UInt8]

    /// Reads the last manifest of a publisher, from where it was written.
    package init(_ bytes: [UInt8], client: ClientVersion) throws(ManifestError) {
        manifest = try Manifest(bytes, client: client)
        self.bytes = bytes
    }

    /// The digest that the next manifest gives as its predecessor's.
    package var sha256: SHA256Digest { SHA256Digest(of: bytes) }
}
