import FeeScheduleProof
import FeeScheduleStore

/// Asks one source for what it offers, a step at a time, so that several go on at once.
///
/// A step is some downloads; what they bring decides the next. No file but the bytes in memory is
/// touched before the whole offer is proven.
struct SourceFetch {
    /// What the steps have in common.
    struct Terms {
        let keys: TrustedKeys
        let client: ClientVersion
        let retry: RetryPolicy
    }

    /// The bytes that came, under their address.
    struct Received {
        let bytes: [UInt8]
        let etag: String?
    }

    let source: SourceConfiguration
    let installed: InstalledSource?
    let terms: Terms
    /// The downloads of this step that are still to be made.
    private(set) var wants: [Download] = []
    /// How long to wait before them.
    private(set) var waitMilliseconds = 0
    private(set) var outcome: FetchOutcome?
    private var received: [String: Received] = [:]
    private var proven: BundleProof?
    private var attempts = 0
    private var waitedMilliseconds = 0
    /// Whether something was fetched anew past caches; that is done once.
    private var hasRefetched = false

    init(_ source: SourceConfiguration, installed: InstalledSource?, terms: Terms) {
        self.source = source
        self.installed = installed
        self.terms = terms
        wants = [firstDownload]
    }

    /// Takes what the downloads of this step brought.
    ///
    /// - Parameters:
    ///   - results: The result of each download of ``wants``, in their order.
    ///   - now: The time.
    ///   - jitter: A number from 0 to 1 for the wait before another attempt.
    mutating func take(
        _ results: [Result<DownloadAnswer, DownloadFailure>],
        now: UTCInstant,
        jitter: Double
    ) {
        var failed: [(Download, DownloadFailure)] = []
        var isUnchanged = false
        for (download, result) in zip(wants, results) {
            do throws(DownloadFailure) {
                switch try judgement(of: try result.get(), to: download, now: now) {
                case .bytes(let bytes, let etag):
                    received[download.url] = Received(bytes: bytes, etag: etag)
                case .unchanged: isUnchanged = true
                }
            } catch {
                failed.append((download, error))
            }
        }
        waitMilliseconds = 0
        guard failed.isEmpty else { return retry(failed, jitter: jitter) }
        attempts = 0
        wants = []
        if isUnchanged { outcome = confirmed(now: now) } else { advance(now: now) }
    }

    private func judgement(
        of answer: DownloadAnswer,
        to download: Download,
        now: UTCInstant
    ) throws(DownloadFailure) -> AnswerJudgement {
        // A list without a signature is one that proves nothing, not a server out of order.
        if download.url == signatureURL, [404, 410].contains(answer.status) {
            throw DownloadFailure(
                .proofRefused,
                .once,
                "the list has no signature beside it",
                code: "HTTP \(answer.status)",
                advice: "ask the publisher to sign it, as carequote-refresh publish does"
            )
        }
        return try AnswerJudgement.of(answer, to: download, now: now)
    }

    /// Some of the wait has passed.
    mutating func waited(milliseconds: Int) {
        waitMilliseconds = max(0, waitMilliseconds - milliseconds)
    }

    /// Ends the fetching from outside.
    mutating func end(_ problem: SourceProblem) {
        if outcome == nil { outcome = .problem(problem) }
        wants = []
    }

    // MARK: Trying again

    private mutating func retry(_ failed: [(Download, DownloadFailure)], jitter: Double) {
        let failures = failed.map(\.1)
        if let never = failures.first(where: { $0.retry == .never }) {
            return end(SourceProblem(never))
        }
        if let once = failures.first(where: { $0.retry == .once }) {
            guard !hasRefetched else { return end(SourceProblem(once)) }
        }
        attempts += 1
        guard attempts < terms.retry.attempts,
            waitedMilliseconds < terms.retry.totalSeconds * 1_000
        else { return end(SourceProblem(failures[0])) }
        if let later = failures.first(where: { $0.retry == .later }) {
            waitMilliseconds = terms.retry.delayMilliseconds(
                after: attempts,
                jitter: jitter,
                retryAfterSeconds: later.retryAfterSeconds
            )
            waitedMilliseconds += waitMilliseconds
        }
        hasRefetched = hasRefetched || failures.contains { $0.retry == .once }
        wants = failed.map { download, failure in
            var again = download
            again.refetches = again.refetches || failure.retry == .once
            return again
        }
    }

    /// Fetches some files anew past caches, where that was not done yet.
    private mutating func refetch(_ downloads: [Download], or problem: SourceProblem) {
        guard !hasRefetched else { return end(problem) }
        hasRefetched = true
        wants = downloads.map { download in
            var again = download
            again.refetches = true
            again.ifNoneMatch = nil
            received[download.url] = nil
            return again
        }
    }

    // MARK: Steps

    private var firstDownload: Download {
        var download = listDownload
        // What is installed must be what is pinned now before it is enough that nothing changed.
        if case .csv(_, let pinned?) = source.kind,
            pinned.description != installed?.record.digest
        {
            return download
        }
        download.ifNoneMatch = installed?.etag
        return download
    }

    private var listDownload: Download {
        switch source.kind {
        case .bundle: download(manifestURL, atMost: Manifest.maximumBytes)
        case .csv: download(source.url, atMost: Manifest.maximumFileBytes)
        }
    }

    private var signatureDownload: Download {
        download(signatureURL, atMost: BundleProof.maximumSignatureBytes)
    }

    private func download(of file: ManifestFile) -> Download {
        download(source.url + file.name.description, atMost: file.size)
    }

    private func download(_ url: String, atMost maximumBytes: Int) -> Download {
        Download(url: url, source: source.id, maximumBytes: maximumBytes)
    }

    private var manifestURL: String { source.url + BundleProof.manifestName }
    private var signatureURL: String { source.url + BundleProof.signatureName }

    private mutating func advance(now: UTCInstant) {
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

    private mutating func takeList(_ path: TableFileName, pinned: SHA256Digest?) {
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
        if let installed, installed.isWhole, installed.record.digest == digest.description {
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

    private mutating func prove(channel: FeeChannel, keysRequired: Int, now: UTCInstant) {
        guard let list = received[manifestURL], let signature = received[signatureURL] else {
            return
        }
        do throws(BundleProof.Refusal) {
            let proof = try BundleProof(
                manifest: list.bytes,
                signature: signature.bytes,
                channel: channel,
                keysRequired: keysRequired,
                installed: installed,
                terms: terms,
                now: now
            )
            guard !proof.succession.isInstalled || installed?.isWhole == false else {
                outcome = .unchanged(notices: proof.notices)
                return
            }
            let size = proof.manifest.files.reduce(0) { $0 + $1.size }
            guard size <= BundleProof.maximumTotalBytes else {
                return end(
                    SourceProblem(
                        .peerRefused,
                        "its files are \(size) bytes together, larger than "
                            + "\(BundleProof.maximumTotalBytes)",
                        code: "size",
                        advice: "ask the publisher to publish less in one bundle"
                    )
                )
            }
            proven = proof
            wants = proof.manifest.files.filter { file in
                installed?.table(file.name.description).map(SHA256Digest.init(of:)) != file.sha256
            }.map { file in
                download(of: file)
            }
            if wants.isEmpty { takeFiles() }
        } catch {
            guard error.isWorthRefetching else { return end(error.problem) }
            refetch(
                [
                    listDownload,
                    signatureDownload,
                ],
                or: error.problem
            )
        }
    }

    private mutating func takeFiles() {
        guard let proven else { return }
        var tables: [String: [UInt8]] = [:]
        var wrong: [(Download, String)] = []
        for file in proven.manifest.files {
            let name = file.name.description
            let url = source.url + name
            guard let bytes = received[url]?.bytes ?? installed?.table(name) else { continue }
            if bytes.count != file.size {
                wrong.append(
                    (
                        download(of: file),
                        "\(name) holds \(bytes.count) bytes, and \(file.size) are signed"
                    )
                )
            } else if SHA256Digest(of: bytes) != file.sha256 {
                wrong.append(
                    (
                        download(of: file),
                        "\(name) is not the file whose SHA-256 is signed"
                    )
                )
            }
            tables[name] = bytes
        }
        if let first = wrong.first {
            return refetch(
                wrong.map(\.0),
                or: SourceProblem(
                    .proofRefused,
                    first.1,
                    code: "size and SHA-256",
                    advice: "ask the publisher whether the files were replaced while they were read"
                )
            )
        }
        outcome = .offer(
            proven.offer(source: source.id, tables: tables, etag: received[manifestURL]?.etag)
        )
    }

    /// What is installed is proven anew: the server only says that it has nothing else.
    private func confirmed(now: UTCInstant) -> FetchOutcome {
        guard case .bundle(let channel, let keysRequired) = source.kind, let installed else {
            return .unchanged(notices: [])
        }
        do throws(BundleProof.Refusal) {
            let proof = try BundleProof(
                manifest: installed.proof(BundleProof.manifestName) ?? [],
                signature: installed.proof(BundleProof.signatureName) ?? [],
                channel: channel,
                keysRequired: keysRequired,
                installed: installed,
                terms: terms,
                now: now
            )
            return .unchanged(notices: proof.notices)
        } catch {
            return .problem(error.problem)
        }
    }
}
