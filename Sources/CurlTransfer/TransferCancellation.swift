import Synchronization

/// The word to stop, given from any thread and heard by the one that downloads.
package final class TransferCancellation: Sendable {
    private let flag = Atomic(false)
    private let isGivenElsewhere: @Sendable () -> Bool

    /// Creates a word that is not yet given.
    ///
    /// - Parameter isGivenElsewhere: Asked several times a second whether something else, such as
    ///   a signal to this process, is to be taken for the word.
    package init(or isGivenElsewhere: @escaping @Sendable () -> Bool = { false }) {
        self.isGivenElsewhere = isGivenElsewhere
    }

    /// Stops the downloads within a second; each that is not done fails as cancelled.
    package func cancel() {
        flag.store(true, ordering: .relaxed)
    }

    /// Whether the word was given.
    package var isCancelled: Bool { flag.load(ordering: .relaxed) || isGivenElsewhere() }
}
