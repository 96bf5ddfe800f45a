import Glibc

/// The time of this computer, in coordinated universal time.
package enum WallClock: Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
    package static func now() -> Int { time(nil) }

    /// Lets some time pass; a signal ends the pause early.
    package static func pause(milliseconds: Int) {
        poll(nil, 0, Int32(clamping: max(0, milliseconds)))
    }
}
