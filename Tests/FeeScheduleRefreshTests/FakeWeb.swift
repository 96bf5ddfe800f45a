import FeeScheduleProof
import FeeScheduleRefresh
import SignedLists

/// A web in memory: what each address answers, and what was asked of it.
final class FakeWeb {
    /// The answers to an address, in order; the last one stays.
    var answers: [String: [Result<DownloadAnswer, DownloadFailure>]] = [:]
    /// Everything that was asked, in order.
    private(set) var asked: [Download] = []
    /// How long was waited, in order.
    private(set) var waits: [Int] = []
    var now = UTCInstant.spelled("2026-11-27T02:30:00Z")
    var ending: RefreshExit?

    /// The world of a run that sees this web.
    var environment: RefreshEnvironment {
        RefreshEnvironment(
            download: { downloads in downloads.map(self.answer) },
            now: { self.now },
            today: { self.now.day },
            wait: { self.waits.append($0) },
            jitter: { 0.5 },
            ending: { self.ending },
            tell: { _ in }
        )
    }

    /// Serves bytes at an address.
    func serve(_ bytes: [UInt8], at url: String, etag: String? = nil) {
        let headers = etag.map { [(name: "etag", value: $0)] } ?? []
        answers[url] = [.success(DownloadAnswer(status: 200, headers: headers, body: bytes))]
    }

    private func answer(_ download: Download) -> Result<DownloadAnswer, DownloadFailure> {
        asked.append(download)
        let key = download.url
        guard let queue = answers[key], let first = queue.first else {
            return .success(DownloadAnswer(status: 404, headers: [], body: []))
        }
        if queue.count > 1 { answers[key] = Array(queue.dropFirst()) }
        if let etag = download.ifNoneMatch, case .success(let answer) = first,
            answer.headers.contains(where: { $0.name == "etag" && $0.value == etag })
        {
            return .success(DownloadAnswer(status: 304, headers: [], body: []))
        }
        return first
    }
}
