import CurlTransfer
import Foundation

/// Some downloads on a thread of their own, for the cooperative pool must not be blocked.
struct Download: Sendable {
    let results: [Result<TransferResponse, TransferFailure>]
    let reports: [TransferProgress]
    let start: ContinuousClock.Instant
    let end: ContinuousClock.Instant

    static func of(
        _ requests: [TransferRequest],
        within seconds: Int = 20,
        cancellation: TransferCancellation = TransferCancellation()
    ) async -> Download {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                let start = ContinuousClock.now
                var reports: [TransferProgress] = []
                let results = CurlTransfers.perform(
                    requests,
                    until: start + .seconds(seconds),
                    cancellation: cancellation
                ) { reports.append($0) }
                continuation.resume(
                    returning: Download(
                        results: results,
                        reports: reports,
                        start: start,
                        end: .now
                    )
                )
            }
        }
    }
}

/// What became of each of some downloads.
func download(
    _ requests: [TransferRequest],
    within seconds: Int = 20
) async -> [Result<TransferResponse, TransferFailure>] {
    await Download.of(requests, within: seconds).results
}
