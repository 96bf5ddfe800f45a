import ArgumentParser
package import CareModel

/// Options whose values have a form of their own, as all programs read them.
package enum OptionText: Sendable {
    /// Reads a date.
    package static func date(_ text: String) throws -> CalendarDate {
        guard let date = CalendarDate(isoText: text) else {
            throw ValidationError(
                "'\(text)' is not a day of the calendar. Write YYYY-MM-DD, such as 2026-11-23."
            )
        }
        return date
    }
}
