/// How long each part of a run may take.
package struct RefreshDeadlines: Hashable, Sendable {
    /// The most milliseconds until a connection, with its TLS handshake, stands.
    package var connectMilliseconds = 15_000
    /// The most milliseconds for one download: a stalled body ends only here (fault C2).
    package var transferMilliseconds = 120_000
    /// The fewest bytes a second, on average, that do not count as a stall (faults C1 and C3).
    package var lowSpeedBytesPerSecond = 100
    /// The seconds of stall that end a download.
    package var lowSpeedSeconds = 30
    /// The most seconds for the whole run, its waits among them.
    ///
    /// The default leaves room for ten minutes of attempts and the longest wait that a server may
    /// ask for, fifteen minutes.
    package var runSeconds = 1_800

    package init() {}
}
