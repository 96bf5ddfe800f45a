import PriceTableFiles

extension Manifest {
    /// Reads a manifest; its bytes must be proven before.
    ///
    /// - Parameters:
    ///   - bytes: The document.
    ///   - client: The version of this program.
    /// - Throws: ``ManifestError`` with every finding, or that the manifest is for later programs:
    ///   it may then hold names that this one does not know.
    package init(_ bytes: [UInt8], client: ClientVersion) throws(ManifestError) {
        guard bytes.count <= Manifest.maximumBytes else {
            throw .tooLarge(bytes: bytes.count, limit: Manifest.maximumBytes)
        }
        let reader = DocumentReader(bytes)
        let draft = ManifestDraft(reader)
        reader.end()
        if let needed = draft.minClient, needed > client {
            throw .clientTooOld(needed: needed, ours: client)
        }
        guard reader.findings.isEmpty, let manifest = draft.manifest else {
            throw .findings(reader.findings)
        }
        self = manifest
    }
}
