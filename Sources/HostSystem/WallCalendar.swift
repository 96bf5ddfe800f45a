package import CareModel
import Glibc

/// The calendar on the wall of this computer's owner.
package enum WallCalendar: Sendable {
    /// Today in the local time zone, the only clock that the programs look at.
    package static func today() -> CalendarDate? { day(at: WallClock.now()) }

    /// The day of an instant in the local time zone, in seconds since 1970-01-01T00:00:00Z.
    package static func day(at seconds: Int) -> CalendarDate? {
        var seconds = time_t(seconds)
        var parts = unsafe tm()
        guard unsafe localtime_r(&seconds, &parts) != nil else { return nil }
        return CalendarDate(
            year: Int(unsafe parts.tm_year) + 1_900,
            month: Int(unsafe parts.tm_mon) + 1,
            day: Int(unsafe parts.tm_mday)
        )
    }
}
