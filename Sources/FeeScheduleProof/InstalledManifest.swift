/// What is known of the manifest that a new one would follow.
package struct InstalledManifest: Hashable, Sendable {
    package let version: Int
    /// The digest of its bytes.
    package let sha256: SHA256Digest

    package init(version: Int, sha256: SHA256Digest) {
        self.version = version
        self.sha256 = sha256
    }
}
