/// Why a person must approve a manifest before it is installed.
package enum SuccessionHold: Hashable, Sendable {
    /// The version is far ahead of the one installed, so that later ones could not follow it.
    case versionJump(from: Int, to: Int)
    /// The manifest says that it was made after now.
    case issuedInTheFuture(UTCInstant, now: UTCInstant)
    /// It names no manifest before it, and one is installed.
    case noPredecessor(installed: SHA256Digest)
    /// It is the next version and follows another manifest than the one installed.
    case otherPredecessor(stated: SHA256Digest?, installed: SHA256Digest)
}

extension SuccessionHold: CustomStringConvertible {
    package var description: String {
        switch self {
        case .versionJump(let from, let to):
            "version \(to) is \(to - from) ahead of the installed \(from). "
                + "Ask the publisher whether that is meant"
        case .issuedInTheFuture(let issued, let now):
            "the list says it was issued at \(issued), and now it is \(now). "
                + "Check this computer's clock, then ask the publisher"
        case .noPredecessor(let installed):
            "the list names no list before it, and \(installed) is installed. "
                + "Ask the publisher whether it begins anew"
        case .otherPredecessor(let stated, let installed):
            "the list follows \(stated.map(\.description) ?? "none"), and \(installed) is "
                + "installed. Ask the publisher whether a list of that version was replaced"
        }
    }
}
