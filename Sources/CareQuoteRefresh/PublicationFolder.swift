import FeeScheduleProof
import FeeScheduleRefresh
import FoundationEssentials
import HostSystem

/// A folder of tables: the publisher's own, or the one that a web server shows.
struct PublicationFolder {
    static let manifestName = "manifest.json"
    static let signatureName = "manifest.json.sig"

    let path: String

    // MARK: Reading

    /// Reads the tables that may be published, or some of them, with the table of services.
    func tables(_ paths: [String]) throws -> [String: [UInt8]] {
        var wanted = paths
        if paths.isEmpty {
            do {
                wanted = try FileManager.default.subpathsOfDirectory(atPath: path)
            } catch {
                throw RefreshFailure(.usage, ["\(path): cannot be read. Check the path"])
            }
        }
        var tables: [String: [UInt8]] = [:]
        for name in wanted + ["services.csv"] where TableFileName(name) != nil {
            guard FileManager.default.fileExists(atPath: "\(path)/\(name)") else { continue }
            tables[name] = try HostFile.read(
                path: "\(path)/\(name)",
                maximumBytes: Manifest.maximumFileBytes
            )
        }
        return tables
    }

    /// The manifest that was published here last; absent where none was.
    func published() throws -> PublishedManifest? {
        let name = "\(path)/\(PublicationFolder.manifestName)"
        let bytes: [UInt8]
        do throws(HostFileError) {
            bytes = try HostFile.read(path: name, maximumBytes: Manifest.maximumBytes)
        } catch {
            if case .missing = error.reason { return nil }
            throw error
        }
        do throws(ManifestError) {
            return try PublishedManifest(bytes, client: .own)
        } catch {
            throw RefreshFailure(
                .content,
                ["\(name): \(error). Nothing is published over a manifest that cannot be read"]
            )
        }
    }

    // MARK: Writing

    /// Makes the folder where its parent is there.
    func makeIfMissing() throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: false
            )
        } catch {
            throw RefreshFailure(
                .cannotCreate,
                ["\(path): cannot be made. Check that its parent is there and may be written to"]
            )
        }
    }

    /// Has a manifest signed beside where it will stand, out of sight.
    ///
    /// - Parameters:
    ///   - manifest: The manifest.
    ///   - signer: The keys.
    /// - Returns: The signatures.
    /// - Throws: ``RefreshFailure``; nothing is left behind.
    func signing(_ manifest: [UInt8], by signer: ListSigner) throws -> [UInt8] {
        let hidden = "\(path)/.signing-\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try FileManager.default.createDirectory(
                atPath: hidden,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw RefreshFailure(
                .cannotCreate,
                ["\(path): cannot be written to. Check its permissions"]
            )
        }
        defer { try? FileManager.default.removeItem(atPath: hidden) }
        let name = "\(hidden)/\(PublicationFolder.manifestName)"
        try write(manifest, to: name)
        return try signer.sign(name)
    }

    /// Writes tables, then their manifest and its signature, each in one step.
    ///
    /// Who fetches in between finds bytes that are not those that are signed, refuses them, and
    /// fetches again.
    func write(_ publication: Publication, signature: [UInt8]) throws {
        for (name, bytes) in publication.files.sorted(by: { $0.key < $1.key }) {
            let file = "\(path)/\(name)"
            do {
                try FileManager.default.createDirectory(
                    at: URL(filePath: file).deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
            } catch {
                throw RefreshFailure(
                    .cannotCreate,
                    ["\(file): its folder cannot be made. Check the permissions of \(path)"]
                )
            }
            try write(bytes, to: file)
        }
        try write(publication.manifestBytes, to: "\(path)/\(PublicationFolder.manifestName)")
        try write(signature, to: "\(path)/\(PublicationFolder.signatureName)")
    }

    /// Reads what was written and proves it once more.
    func check(_ publication: Publication, by signer: ListSigner, at now: UTCInstant) throws {
        func written(_ name: String) throws -> [UInt8] {
            try HostFile.read(path: "\(path)/\(name)", maximumBytes: Manifest.maximumFileBytes)
        }
        let manifest = try written(PublicationFolder.manifestName)
        try signer.prove(manifest, try written(PublicationFolder.signatureName), at: now)
        for file in publication.manifest.files {
            guard SHA256Digest(of: try written(file.name.description)) == file.sha256 else {
                throw RefreshFailure(
                    .storeFailed,
                    ["\(path)/\(file.name): does not hold what was written. Check the disk"]
                )
            }
        }
    }

    /// Writes a file beside its place and moves it there.
    private func write(_ bytes: [UInt8], to name: String) throws {
        do {
            try Data(bytes).write(to: URL(filePath: name), options: .atomic)
        } catch {
            throw RefreshFailure(
                .storeFailed,
                ["\(name): cannot be written. Check its permissions and the room on the disk"]
            )
        }
    }
}
