package import CareModel

/// What should be told beside a manifest that may be installed.
package enum SuccessionNotice: Hashable, Sendable {
    /// Versions between the installed one and this were never fetched.
    case versionsMissed(from: Int, to: Int)
    /// The list's last day is near; 0 days for today.
    case expiresSoon(on: CalendarDate, days: Int)
}

extension SuccessionNotice: CustomStringConvertible {
    package var description: String {
        switch self {
        case .versionsMissed(let from, let to):
            "the versions between \(from) and \(to) were not fetched here. Nothing need be done"
        case .expiresSoon(let day, let days):
            "the list is for use through \(day), \(days) days from today. "
                + "Ask the publisher for the next one"
        }
    }
}
