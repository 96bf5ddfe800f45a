import Synchronization

/// The word to stop, given from any thread and heard by the one that downloads.
package final class TransferCancellation: Sendable {
    private let flag = Atomic(false)

    /// Creates a word that is not yet given.
    package init() {}

    /// Stops the downloads within a second; each that is not done fails as cancelled.
    package func cancel() {
        flag.store(true, ordering: .relaxed)
    }

    /// Whether the word was given.
    package var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
