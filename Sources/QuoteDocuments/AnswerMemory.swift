import Synchronization

/// What the tasks of a batch remember from one share of lines to the next.
final class AnswerMemory: Sendable {
    private let idle = Mutex<[RepeatedRequests]>([])

    /// How many summaries what is kept has answered.
    var answered: Int { idle.withLock { $0.reduce(0) { $0 + $1.answered } } }

    /// What some task has remembered, which is the caller's until it is kept again.
    func take() -> RepeatedRequests {
        idle.withLock { $0.popLast() } ?? RepeatedRequests()
    }

    /// Keeps what a task has remembered for the next one.
    func keep(_ met: RepeatedRequests) {
        idle.withLock { $0.append(met) }
    }
}
