import Glibc

/// The number by which the system knows a process.
package enum ProcessNumber: Sendable {
    /// That of this process.
    package static var own: Int { Int(getpid()) }
}
