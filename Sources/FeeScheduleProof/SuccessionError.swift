package import CareModel

/// Why a proven manifest must not follow the one that is installed.
package enum SuccessionError: Error, Hashable, Sendable {
    /// Two manifests of one version: the publisher, or someone with its key, tells two stories.
    case equivocation(version: Int, offered: SHA256Digest, installed: SHA256Digest)
    /// An older version than the one installed.
    case rollback(offered: Int, installed: Int)
    /// The list's last day is over.
    case expired(version: Int, after: CalendarDate, today: CalendarDate)
    /// The list is another group's, another payer's or another state's.
    case otherChannel(found: FeeChannel, expected: FeeChannel)
}

extension SuccessionError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .equivocation(let version, let offered, let installed):
            "TWO DIFFERENT LISTS ARE SIGNED AS VERSION \(version): \(installed) is installed and "
                + "\(offered) is offered. Someone may have the publisher's key: call the "
                + "publisher at a number you know, and install nothing until it is explained"
        case .rollback(let offered, let installed):
            "version \(offered) is older than the installed \(installed). "
                + "Ask the publisher why an old list is offered; to go back yourself, "
                + "use rollback"
        case .expired(let version, let day, let today):
            "version \(version) was for use through \(day), and today is \(today). "
                + "Ask the publisher for a new list, and check this computer's clock"
        case .otherChannel(let found, let expected):
            "the list is for \(found), and the configuration asks for \(expected). "
                + "Check the source's address"
        }
    }
}
