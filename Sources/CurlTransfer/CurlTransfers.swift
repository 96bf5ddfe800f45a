/// Several downloads at once, on the thread that asks for them.
package enum CurlTransfers: Sendable {
    /// Downloads, and returns when every download has ended.
    ///
    /// The thread is blocked meanwhile, so it may not be one of the cooperative pool that runs
    /// tasks. The process must ignore `SIGPIPE`: libcurl is told to leave signals alone.
    ///
    /// ```swift
    /// let results = CurlTransfers.perform(requests, until: .now + .seconds(600))
    /// let manifest = try results[0].get()
    /// ```
    ///
    /// - Parameters:
    ///   - requests: What to download.
    ///   - atMost: The most downloads at one time, and the most connections.
    ///   - deadline: When every download that is not done fails.
    ///   - cancellation: Stops every download that is not done.
    ///   - report: Told of progress, on the same thread.
    /// - Returns: The answer, or the failure, of each request in the order of the requests.
    package static func perform(
        _ requests: [TransferRequest],
        atMost: Int = 4,
        until deadline: ContinuousClock.Instant,
        cancellation: TransferCancellation = TransferCancellation(),
        report: @escaping (TransferProgress) -> Void = { _ in }
    ) -> [Result<TransferResponse, TransferFailure>] {
        let session = TransferSession(
            requests,
            atMost: max(1, atMost),
            cancellation: cancellation,
            report: report
        )
        guard let session else {
            return requests.map { _ in .failure(.notStarted) }
        }
        do throws(TransferFailure) {
            while true {
                // Cancelling first: libcurl's own callback says the same, a little later.
                if cancellation.isCancelled { throw TransferFailure(.cancelled) }
                let left = ContinuousClock.now.duration(to: deadline)
                guard left > .zero else { throw TransferFailure(.timeout(.run)) }
                if try session.advance() { return session.results(orElse: .notStarted) }
                try session.wait(milliseconds: min(longestWait, left.milliseconds))
            }
        } catch {
            return session.results(orElse: error)
        }
    }

    /// The most milliseconds until a word to stop is heard.
    private static let longestWait = 100
}

extension TransferFailure {
    static let notStarted = TransferFailure(.other, message: "libcurl did not start")
}

extension Duration {
    /// Whole milliseconds, at least one.
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < 86_400 else { return 86_400_000 }
        return max(1, Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
