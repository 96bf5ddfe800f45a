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
    /// The digests of all versions of the source that were ever installed, by version.
    let known: [Int: String]
    let terms: Terms
    /// The downloads of this step that are still to be made.
    var wants: [Download] = []
    /// How long to wait before them.
    private(set) var waitMilliseconds = 0
    var outcome: FetchOutcome?
    var received: [String: Received] = [:]
    var proven: BundleProof?
    private var attempts = 0
    private var waitedMilliseconds = 0
    /// Whether something was fetched anew past caches; that is done once.
    var hasRefetched = false

    init(_ source: SourceConfiguration, installed: InstalledState, terms: Terms) {
        self.source = source
        self.installed = installed.sources[source.id]
        known = installed.known[source.id] ?? [:]
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
    mutating func refetch(_ downloads: [Download], or problem: SourceProblem) {
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
}
