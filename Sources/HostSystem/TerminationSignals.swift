import Glibc
import Synchronization

/// The signals that ask this process to end, noted and not obeyed at once.
///
/// A program that must not be stopped between two steps looks at ``received`` where it can stop.
package enum TerminationSignals: Sendable {
    private static let noted = Atomic<Int32>(0)

    /// Notes SIGINT and SIGTERM from now on, and ignores the signals that kill a process for a
    /// broken pipe (SIGPIPE) or a file that grew too large (SIGXFSZ): both are errors of a call.
    package static func note() {
        signal(SIGINT) { number in TerminationSignals.noted.store(number, ordering: .relaxed) }
        signal(SIGTERM) { number in TerminationSignals.noted.store(number, ordering: .relaxed) }
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// The same for a program that ends soon after: what comes second ends it at once.
    package static func noteOnce() {
        note()
        signal(SIGINT) { number in TerminationSignals.end(with: number) }
        signal(SIGTERM) { number in TerminationSignals.end(with: number) }
    }

    private static func end(with number: Int32) {
        noted.store(number, ordering: .relaxed)
        signal(number, SIG_DFL)
    }

    /// What asks the process to end.
    package enum Request: Sendable {
        case interrupt, terminate
    }

    /// The signal that came last; absent where none did.
    package static var received: Request? {
        switch noted.load(ordering: .relaxed) {
        case SIGINT: .interrupt
        case SIGTERM: .terminate
        default: nil
        }
    }
}
