package import CareModel
package import FeeScheduleProof

/// What a run needs of the world: a clock, a network, patience, and somebody to tell.
///
/// The program hands over libcurl and the system's clock, a test a dictionary and a clock of its
/// own.
package struct RefreshEnvironment {
    /// Fetches several files at once.
    package let download: Downloading
    package let now: () -> UTCInstant
    /// The day of this computer's calendar, on which visits are dated.
    package let today: () -> CalendarDate
    /// Waits so many milliseconds, or until the run has to end.
    package let wait: (Int) -> Void
    /// A number from 0 to 1, another one each time.
    package let jitter: () -> Double
    /// Why the run has to end; absent while it may go on.
    package let ending: () -> RefreshExit?
    /// Takes a line about progress.
    package let tell: (String) -> Void

    package init(
        download: @escaping Downloading,
        now: @escaping () -> UTCInstant,
        today: @escaping () -> CalendarDate,
        wait: @escaping (Int) -> Void,
        jitter: @escaping () -> Double,
        ending: @escaping () -> RefreshExit?,
        tell: @escaping (String) -> Void
    ) {
        self.download = download
        self.now = now
        self.today = today
        self.wait = wait
        self.jitter = jitter
        self.ending = ending
        self.tell = tell
    }
}
