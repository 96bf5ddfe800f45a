import FeeScheduleProof
import FeeScheduleStore

extension SourceFetch {
    /// What is asked first: the manifest of a bundle, or the one list.
    var firstDownload: Download {
        var download = listDownload
        // What is installed must be what is pinned now before it is enough that nothing changed.
        if case .csv(_, let pinned?) = source.kind,
            pinned.description != installed?.record.digest
        {
            return download
        }
        // Nor is it enough where not all of it is where it belongs now.
        guard isInstalledWhole else { return download }
        download.ifNoneMatch = installed?.etag
        return download
    }

    /// Whether all of what is installed is there, at its place by the configuration.
    var isInstalledWhole: Bool {
        guard let installed, installed.isWhole else { return false }
        guard case .csv(let path, _) = source.kind else { return true }
        return installed.table(path.description) != nil
    }

    var listDownload: Download {
        switch source.kind {
        case .bundle: download(manifestURL, atMost: Manifest.maximumBytes)
        case .csv: download(source.url, atMost: Manifest.maximumFileBytes)
        }
    }

    var signatureDownload: Download {
        download(signatureURL, atMost: BundleProof.maximumSignatureBytes)
    }

    func download(of file: ManifestFile) -> Download {
        download(source.url + file.name.description, atMost: file.size)
    }

    func download(_ url: String, atMost maximumBytes: Int) -> Download {
        Download(url: url, source: source.id, maximumBytes: maximumBytes)
    }

    var manifestURL: String { source.url + BundleProof.manifestName }
    var signatureURL: String { source.url + BundleProof.signatureName }

    mutating func advance(now: UTCInstant) {
        switch source.kind {
        case .csv(let path, let sha256): takeList(path, pinned: sha256)
        case .bundle(let channel, let keysRequired):
            if proven != nil { return takeFiles() }
            guard received[signatureURL] != nil else {
                wants = [
                    signatureDownload
                ]
                return
            }
            prove(channel: channel, keysRequired: keysRequired, now: now)
        }
    }

    mutating func takeList(_ path: TableFileName, pinned: SHA256Digest?) {
        guard let list = received[source.url] else { return }
        let digest = SHA256Digest(of: list.bytes)
        if let pinned, digest != pinned {
            return refetch(
                [listDownload],
                or: SourceProblem(
                    .proofRefused,
                    "the file's SHA-256 is \(digest), and \(pinned) is pinned",
                    code: "pin",
                    advice: "compare it with what the publisher says, and pin the new one"
                )
            )
        }
        if isInstalledWhole, installed?.record.digest == digest.description {
            outcome = .unchanged(notices: [])
            return
        }
        outcome = .offer(
            Offer(
                record: .init(
                    id: source.id,
                    kind: source.kind.name,
                    version: nil,
                    digest: digest.description,
                    effective: nil,
                    expires: nil,
                    proof: [pinned == nil ? "approved" : "pinned"]
                ),
                tables: [path.description: list.bytes],
                proof: [:],
                manifest: nil,
                holds: pinned == nil ? ["no SHA-256 is pinned for it"] : [],
                notices: [],
                etag: list.etag
            )
        )
    }
}
