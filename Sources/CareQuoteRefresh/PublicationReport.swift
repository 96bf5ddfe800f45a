import FeeScheduleProof
import FeeScheduleRefresh
import JSONText

/// What was published, for the publisher to pass on.
struct PublicationReport {
    private let manifest: Manifest
    private let sha256: SHA256Digest
    private let isAgain: Bool
    private let fingerprints: [String]
    private let folder: String

    init(_ publication: Publication, signer: ListSigner, folder: String) {
        manifest = publication.manifest
        sha256 = SHA256Digest(of: publication.manifestBytes)
        isAgain = publication.isPublishedAlready
        fingerprints = signer.fingerprints
        self.folder = folder
    }

    /// A sentence for people.
    var text: String {
        let count = manifest.files.count == 1 ? "1 table" : "\(manifest.files.count) tables"
        let again = isAgain ? " again, as it was" : ""
        return "\(manifest.channel): version \(manifest.version) with \(count) is in "
            + "\(folder)\(again), from \(manifest.effective), to be used through "
            + "\(manifest.expires); signed by \(fingerprints.joined(separator: " and ")). "
            + "Tell those who fetch it the fingerprint by phone.\n"
    }

    /// The same for programs.
    var json: [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.beginObject()
        json.key("channel")
        json.string("\(manifest.channel)")
        json.key("version")
        json.integer(manifest.version)
        json.key("issued")
        json.string("\(manifest.issued)")
        json.key("effective")
        json.string("\(manifest.effective)")
        json.key("expires")
        json.string("\(manifest.expires)")
        json.key("manifestSha256")
        json.string("\(sha256)")
        json.key("wasPublishedAlready")
        json.boolean(isAgain)
        json.key("fingerprints")
        json.beginArray()
        for fingerprint in fingerprints { json.string(fingerprint) }
        json.endArray()
        json.key("files")
        json.beginArray()
        for file in manifest.files { write(file, to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ file: ManifestFile, to json: inout JSONWriter) {
        json.beginObject()
        json.key("name")
        json.string("\(file.name)")
        json.key("rows")
        json.integer(file.rows)
        json.key("totalCents")
        json.integer(file.totalCents)
        json.endObject()
    }
}
