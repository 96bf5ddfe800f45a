import Crypto
import Foundation

/// The parts of a binary SSH signature.
struct SignedBlob: Sendable {
    var magic = Array("SSHSIG".utf8)
    var version: UInt32 = 1
    var keyAlgorithm = "ssh-ed25519"
    var key: [UInt8]
    var namespace = SSHVector.namespace
    var reserved: [UInt8] = []
    var hash = "sha512"
    var signatureAlgorithm = "ssh-ed25519"
    var signature: [UInt8] = []
    var trailing: [UInt8] = []

    init(key: [UInt8]) {
        self.key = key
    }

    /// What Ed25519 signs (PROTOCOL.sshsig, section 3).
    func signed(_ message: [UInt8]) -> [UInt8] {
        Array("SSHSIG".utf8) + string(Array(namespace.utf8)) + string([])
            + string(Array(hash.utf8)) + string(Array(SHA512.hash(data: message)))
    }

    var bytes: [UInt8] {
        magic + number(version)
            + string(string(Array(keyAlgorithm.utf8)) + string(key))
            + string(Array(namespace.utf8)) + string(reserved) + string(Array(hash.utf8))
            + string(string(Array(signatureAlgorithm.utf8)) + string(signature)) + trailing
    }

    private func number(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
    }

    private func string(_ bytes: [UInt8]) -> [UInt8] { number(UInt32(bytes.count)) + bytes }
}
