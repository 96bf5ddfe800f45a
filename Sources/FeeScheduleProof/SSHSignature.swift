import Crypto
import FoundationEssentials

/// A detached signature as `ssh-keygen -Y sign` makes it (OpenSSH, PROTOCOL.sshsig).
///
/// Of all that the format allows one form is taken: Ed25519, SHA-512, version 1, nothing in the
/// reserved field, nothing after the end. So a signature has one binary form and one text, and
/// no bit of either can change without being noticed.
package struct SSHSignature: Hashable, Sendable {
    private static let magic = Array("SSHSIG".utf8)
    private static let hash = "sha512"

    /// The key that is said to have signed.
    package let key: SSHPublicKey
    /// What the signature was made for.
    package let namespace: String
    /// The 64 bytes of the Ed25519 signature.
    private let signature: [UInt8]

    /// Reads the binary form.
    ///
    /// - Parameter blob: The bytes between the lines of the armor, decoded.
    /// - Throws: ``SSHSignatureError`` with the first thing that is not as it must be.
    package init(blob: [UInt8]) throws(SSHSignatureError) {
        var reader = SSHWireReader(blob)
        guard reader.bytes(SSHSignature.magic.count) == SSHSignature.magic else {
            throw .notSSHSignature
        }
        guard let version = reader.number() else { throw .cutShort }
        guard version == 1 else { throw .otherVersion(version) }
        guard let key = reader.string(), let namespace = reader.string(),
            let reserved = reader.string(), let hash = reader.string(),
            let signature = reader.string()
        else { throw .cutShort }
        guard reader.isAtEnd else {
            throw .trailingBytes(reader.remaining)
        }
        self.key = try SSHSignature.key(key)
        self.namespace = String(decoding: namespace, as: UTF8.self)
        guard reserved.isEmpty else { throw .reservedNotEmpty }
        guard hash == Array(SSHSignature.hash.utf8) else {
            throw .otherHash(String(decoding: hash, as: UTF8.self))
        }
        self.signature = try SSHSignature.signature(signature)
    }

    /// Checks that the signature was made by its key, for a purpose, over a message.
    ///
    /// Whether the key is one to trust is another question.
    ///
    /// - Parameters:
    ///   - message: The bytes that were signed.
    ///   - expected: The purpose.
    /// - Throws: ``SSHSignatureError`` where it was not.
    package func verify(message: [UInt8], namespace expected: String) throws(SSHSignatureError) {
        guard namespace.utf8.elementsEqual(expected.utf8) else {
            throw .otherNamespace(namespace, expected: expected)
        }
        // PROTOCOL.sshsig, section 3: what is signed is the mark, the namespace, the reserved
        // field, the name of the hash and the hash of the message.
        var signed = SSHWireWriter()
        signed.append(SSHSignature.magic)
        signed.string(namespace.utf8)
        signed.string(EmptyCollection())
        signed.string(SSHSignature.hash.utf8)
        signed.string(Array(SHA512.hash(data: message)))
        guard key.isValid(signature, for: signed.bytes) else {
            throw .doesNotMatch(fingerprint: key.fingerprint)
        }
    }

    private static func key(_ wire: [UInt8]) throws(SSHSignatureError) -> SSHPublicKey {
        var reader = SSHWireReader(wire)
        guard let algorithm = reader.string() else { throw .cutShort }
        guard algorithm == Array(SSHPublicKey.algorithm.utf8) else {
            throw .otherAlgorithm(String(decoding: algorithm, as: UTF8.self))
        }
        guard let key = SSHPublicKey(wire: wire) else { throw .unusableKey }
        return key
    }

    private static func signature(_ wire: [UInt8]) throws(SSHSignatureError) -> [UInt8] {
        var reader = SSHWireReader(wire)
        guard let algorithm = reader.string() else { throw .cutShort }
        guard algorithm == Array(SSHPublicKey.algorithm.utf8) else {
            throw .otherAlgorithm(String(decoding: algorithm, as: UTF8.self))
        }
        guard let signature = reader.string(), signature.count == 64 else { throw .cutShort }
        guard reader.isAtEnd else { throw .trailingBytes(reader.remaining) }
        return signature
    }
}
