package import CareModel

/// A signature that is not counted, and why.
package struct SignatureRefusal: Hashable, Sendable {
    /// Why a signature is not counted.
    package enum Reason: Hashable, Sendable {
        /// Nobody here trusts the key.
        case unknownKey
        /// The key was found to be in wrong hands.
        case revoked(on: CalendarDate)
        /// The key's first day is still to come.
        case notYetValid(from: CalendarDate)
        /// The key's last day is over.
        case expired(after: CalendarDate)
        /// The key may not sign for this channel.
        case otherChannel(FeeChannel)
        /// The same key has signed already.
        case countedAlready
    }

    /// The fingerprint of the key.
    package let fingerprint: String
    /// The key's name, where it is trusted.
    package let name: String?
    package let reason: Reason
}

extension SignatureRefusal: CustomStringConvertible {
    package var description: String {
        let key = name.map { "the key \($0) (\(fingerprint))" } ?? "the key \(fingerprint)"
        return switch reason {
        case .unknownKey: "\(key) is not trusted here"
        case .revoked(let day): "\(key) was revoked on \(day)"
        case .notYetValid(let day): "\(key) is valid from \(day) only"
        case .expired(let day): "\(key) was valid through \(day)"
        case .otherChannel(let channel): "\(key) may not sign for \(channel)"
        case .countedAlready: "\(key) signed twice and counts once"
        }
    }
}
