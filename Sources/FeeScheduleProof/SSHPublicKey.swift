import Crypto
import FoundationEssentials

/// An Ed25519 public key as `ssh-keygen` writes it.
///
/// ```swift
/// let key = SSHPublicKey(authorizedKeysLine: "ssh-ed25519 AAAAC3… fees@harbor")
/// key?.fingerprint  // "SHA256:…", to be compared by phone
/// ```
package struct SSHPublicKey: Hashable, Sendable {
    /// The name of the only kind of key and signature that is taken.
    static let algorithm = "ssh-ed25519"

    /// The 32 bytes of the key.
    package let keyBytes: [UInt8]

    /// Creates a key, or nothing where the bytes are no key or one under which anybody can sign.
    package init?(keyBytes: [UInt8]) {
        guard keyBytes.count == 32, !SSHPublicKey.isOfSmallOrder(keyBytes) else { return nil }
        self.keyBytes = keyBytes
    }

    /// Reads the binary form: the name of the kind, the key, and nothing more.
    init?(wire: [UInt8]) {
        var reader = SSHWireReader(wire)
        guard reader.string() == Array(SSHPublicKey.algorithm.utf8), let bytes = reader.string(),
            reader.isAtEnd
        else { return nil }
        self.init(keyBytes: bytes)
    }

    /// Reads a line of a `.pub` file: the kind, the key in Base64 and, where there is one, a
    /// comment.
    ///
    /// Options before the kind, as an `authorized_keys` file may have, are refused: they would be
    /// passed over.
    package init?(authorizedKeysLine line: String) {
        var line = line
        if line.hasSuffix("\n") { line.removeLast() }
        guard line.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }),
            line.utf8.count <= 1_024
        else { return nil }
        let parts = line.utf8.split(
            separator: UInt8(ascii: " "),
            maxSplits: 2,
            omittingEmptySubsequences: false
        )
        guard parts.count >= 2, parts[0].elementsEqual(SSHPublicKey.algorithm.utf8),
            let wire = Base64Text.decode(parts[1])
        else { return nil }
        self.init(wire: wire)
    }

    /// The key's line in a `.pub` file, without a comment.
    package var authorizedKeysLine: String {
        SSHPublicKey.algorithm + " " + String(decoding: Base64Text.encode(wire), as: UTF8.self)
    }

    /// The key's fingerprint as `ssh-keygen -l` prints it.
    package var fingerprint: String {
        let text = Base64Text.encode(SHA256.hash(data: wire))
        return "SHA256:" + String(decoding: text.filter { $0 != UInt8(ascii: "=") }, as: UTF8.self)
    }

    /// Whether a signature (RFC 8032) of this key stands over a message.
    func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: keyBytes) else {
            return false
        }
        return key.isValidSignature(signature, for: message)
    }

    private var wire: [UInt8] {
        var writer = SSHWireWriter()
        writer.string(SSHPublicKey.algorithm.utf8)
        writer.string(keyBytes)
        return writer.bytes
    }
}

extension SSHPublicKey {
    /// Whether a key is one of the few points that eight additions take back to the origin.
    ///
    /// Under such a key one signature stands over many messages (RFC 8032, section 8.4, leaves
    /// their check to those who need it), so no proof can rest on it.
    private static func isOfSmallOrder(_ key: [UInt8]) -> Bool {
        var withoutSign = key
        withoutSign[31] &= 0x7F
        return smallOrder.contains(withoutSign)
    }

    /// The y coordinates of the points of order 1, 2, 4 and 8, lowest byte first, with those that
    /// are written a second time as y + p.
    private static let smallOrder: Set<[UInt8]> = [
        [0] + zeros,
        [1] + zeros,
        [
            0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF,
            0x98, 0xF0, 0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88,
            0x6D, 0x53, 0xFC, 0x05,
        ],
        [
            0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10,
            0x67, 0x0F, 0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77,
            0x92, 0xAC, 0x03, 0x7A,
        ],
        [0xEC] + ones,
        [0xED] + ones,
        [0xEE] + ones,
    ]

    private static let zeros = [UInt8](repeating: 0, count: 31)
    private static let ones = [UInt8](repeating: 0xFF, count: 30) + [0x7F]
}
