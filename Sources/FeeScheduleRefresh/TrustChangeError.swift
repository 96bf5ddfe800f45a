package import CareModel
package import FeeScheduleProof
import HostSystem

/// Why the trusted keys stay as they are.
package enum TrustChangeError: Error, Hashable, Sendable {
    case notAName(String)
    /// The file holds no line of a key, or several.
    case notOneKey(Int)
    /// The file holds a secret.
    case privateKey
    /// The line begins with another kind of key, or is damaged.
    case notEd25519(String)
    /// The key is trusted, or was revoked, under a name already.
    case keyIsThere(TrustedKey)
    case nameIsTaken(TrustedKey)
    /// The last day lies before the first, or is over.
    case endsTooEarly(CalendarDate, after: CalendarDate)
    case tooMany
    case noSuchName(String, known: [String])
    case revokedAlready(TrustedKey)
}

extension TrustChangeError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAName(let text):
            "'\(PrintableText.shown(text))' is not a name. Write 1 to 40 small letters, digits "
                + "and hyphens, such as harbor-office"
        case .notOneKey(let count):
            "the file holds \(count) lines of keys. Give a .pub file with one, as ssh-keygen "
                + "-t ed25519 writes it"
        case .privateKey:
            "the file holds a private key, which must never leave its owner. "
                + "Give the .pub file beside it"
        case .notEd25519(let kind):
            "'\(PrintableText.shown(kind))' does not begin a whole Ed25519 public key. "
                + "Ask the publisher for a key made with ssh-keygen -t ed25519"
        case .keyIsThere(let key):
            key.revokedOn.map {
                "the key was revoked on \($0), as \(key.name). Ask the publisher for a new one"
            } ?? "the key is trusted already, as \(key.name); one key counts once"
        case .nameIsTaken(let key):
            "\(key.name) is the name of another key (\(key.publicKey.fingerprint)). "
                + "Write another name"
        case .endsTooEarly(let through, let day):
            "the last day, \(through), lies before \(day). Write a later day"
        case .tooMany:
            "\(TrustedKeys.maximumCount) keys are trusted, the most that are kept. "
                + "Take out of keys.json those that were revoked long ago"
        case .noSuchName(let name, let known):
            "no key is named '\(PrintableText.shown(name))'. "
                + (known.isEmpty
                    ? "No key is trusted yet" : "Write one of: \(known.joined(separator: ", "))")
        case .revokedAlready(let key):
            "\(key.name) was revoked on \(key.revokedOn.map(\.description) ?? "an earlier day") "
                + "already"
        }
    }
}
