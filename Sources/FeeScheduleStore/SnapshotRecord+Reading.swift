import CareModel
import PriceTableFiles

extension SnapshotRecord {
    private enum Name: String, CaseIterable { case sources, files }
    private enum SourceName: String, CaseIterable {
        case id, kind, version, digest, effective, expires, proof
    }
    private enum FileName: String, CaseIterable { case path, sha256, size, source }

    /// Reads a list; nothing where anything in it is wrong.
    ///
    /// What reads well is then compared with its own name, so a list that was changed by hand is
    /// refused even where each of its figures could be right.
    init?(_ bytes: [UInt8]) {
        let reader = DocumentReader(bytes)
        var sources: [Source] = []
        var files: [File] = []
        reader.object(Name.self, required: [.sources, .files]) { name in
            switch name {
            case .sources:
                reader.list(of: "sources") { _ in
                    if let source = SnapshotRecord.source(reader) { sources.append(source) }
                }
            case .files:
                reader.list(of: "files") { _ in
                    if let file = SnapshotRecord.file(reader) { files.append(file) }
                }
            }
        }
        reader.end()
        guard reader.findings.isEmpty else { return nil }
        self.init(sources: sources, files: files)
        guard self.bytes == bytes, files.allSatisfy({ SnapshotRecord.isPath($0.path) }) else {
            return nil
        }
    }

    private static func source(_ reader: DocumentReader) -> Source? {
        var id: String?
        var kind: String?
        var version: Int?
        var digest: String?
        var effective: CalendarDate?
        var expires: CalendarDate?
        var proof: [String] = []
        reader.object(SourceName.self, required: [.id, .kind, .digest, .proof]) { name in
            switch name {
            case .id: id = reader.text()
            case .kind: kind = reader.text()
            case .version: version = reader.integer(in: 0...Int.max, of: "versions")
            case .digest: digest = reader.text()
            case .effective: effective = reader.date()
            case .expires: expires = reader.date()
            case .proof:
                reader.list(of: "proofs") { _ in if let text = reader.text() { proof.append(text) }
                }
            }
        }
        guard let id, let kind, let digest else { return nil }
        return Source(
            id: id,
            kind: kind,
            version: version,
            digest: digest,
            effective: effective,
            expires: expires,
            proof: proof
        )
    }

    private static func file(_ reader: DocumentReader) -> File? {
        var path: String?
        var sha256: String?
        var size: Int?
        var source: String?
        reader.object(FileName.self, required: FileName.allCases) { name in
            switch name {
            case .path: path = reader.text()
            case .sha256: sha256 = reader.text()
            case .size: size = reader.integer(in: 0...Int.max, of: "bytes")
            case .source: source = reader.text()
            }
        }
        guard let path, let sha256, let size, let source else { return nil }
        return File(path: path, sha256: sha256, size: size, source: source)
    }

    /// Whether a path stays below the snapshot, whatever a list may say.
    static func isPath(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return ["tables", "proof"].contains(parts.first) && (2...5).contains(parts.count)
            && parts.allSatisfy { part in
                !part.isEmpty && !part.hasPrefix(".")
                    && part.utf8.allSatisfy { byte in
                        byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "\\")
                    }
            }
    }
}
