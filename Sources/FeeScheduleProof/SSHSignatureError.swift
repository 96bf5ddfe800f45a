import HostSystem

/// Why a signature file proves nothing.
package enum SSHSignatureError: Error, Hashable, Sendable {
    /// The file is larger than signatures are.
    case tooLarge(bytes: Int, limit: Int)
    /// The file holds nothing.
    case empty
    /// The text around the signature, or its lines, are not as `ssh-keygen` writes them.
    case notArmored(line: Int)
    /// The lines between are not Base64 in its one form.
    case notBase64
    /// The bytes do not begin with SSH's mark for signatures.
    case notSSHSignature
    /// The signature has another version.
    case otherVersion(UInt32)
    /// The signature ends before it is complete.
    case cutShort
    /// Bytes follow the signature's end.
    case trailingBytes(Int)
    /// The key is of another kind, such as `ssh-rsa`.
    case otherAlgorithm(String)
    /// The key is damaged, or one under which anybody can sign.
    case unusableKey
    /// The signature was made for another purpose.
    case otherNamespace(String, expected: String)
    /// A field that must be empty holds something.
    case reservedNotEmpty
    /// The message was hashed in another way, such as `sha256`.
    case otherHash(String)
    /// The signature does not stand over this message.
    case doesNotMatch(fingerprint: String)
}

extension SSHSignatureError: CustomStringConvertible {
    package var description: String {
        let advice = "Fetch the file again; if it stays so, ask the publisher to sign again"
        return switch self {
        case .tooLarge(let bytes, let limit):
            "the signature file holds \(bytes) bytes, and at most \(limit) are read. \(advice)"
        case .empty: "the signature file is empty. \(advice)"
        case .notArmored(let line):
            "line \(line) of the signature file is not as ssh-keygen -Y sign writes it. \(advice)"
        case .notBase64: "the signature is not strict Base64. \(advice)"
        case .notSSHSignature: "the signature does not begin with SSHSIG. \(advice)"
        case .otherVersion(let version):
            "the signature has version \(version), and version 1 is read. \(advice)"
        case .cutShort: "the signature ends before it is complete. \(advice)"
        case .trailingBytes(let count):
            "\(count) bytes follow the end of the signature. \(advice)"
        case .otherAlgorithm(let name):
            "the signature is of the kind '\(PrintableText.shown(name))'. "
                + "Ask the publisher to sign with an Ed25519 key"
        case .unusableKey: "the signature's key is not a usable Ed25519 key. \(advice)"
        case .otherNamespace(let found, let expected):
            "the signature was made for '\(PrintableText.shown(found))'. "
                + "Ask the publisher to sign with -n \(expected)"
        case .reservedNotEmpty: "the signature fills a field that must be empty. \(advice)"
        case .otherHash(let name):
            "the signature hashes with '\(PrintableText.shown(name))'. "
                + "Ask the publisher to sign with SHA-512, as ssh-keygen does unasked"
        case .doesNotMatch(let fingerprint):
            "the signature by the key \(fingerprint) does not stand over this manifest: one of "
                + "the two was changed. \(advice)"
        }
    }
}
