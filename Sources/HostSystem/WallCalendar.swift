package import CareModel
import Glibc

/// The calendar on the wall of this computer's owner.
package enum WallCalendar: Sendable {
    /// Today in the local time zone, the only clock that the programs look at.
    package static func today() -> CalendarDate? {
        var seconds = time(nil)
        var parts = unsafe tm()
        guard unsafe localtime_r(&seconds, &parts) != nil else { return nil }
        return CalendarDate(
            year: Int(unsafe parts.tm_year) + 1_900,
            month: Int(unsafe parts.tm_mon) + 1,
            day: Int(unsafe parts.tm_mday)
        )
    }
}
