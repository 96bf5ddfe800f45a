import Crypto
import FeeScheduleProof
import Foundation

/// The parts of a binary SSH signature.
package struct SignedBlob: Sendable {
    package var magic = Array("SSHSIG".utf8)
    package var version: UInt32 = 1
    package var keyAlgorithm = "ssh-ed25519"
    package var key: [UInt8]
    package var namespace = ManifestProof.namespace
    package var reserved: [UInt8] = []
    package var hash = "sha512"
    package var signatureAlgorithm = "ssh-ed25519"
    package var signature: [UInt8] = []
    package var trailing: [UInt8] = []

    package init(key: [UInt8]) {
        self.key = key
    }

    /// What Ed25519 signs (PROTOCOL.sshsig, section 3).
    package func signed(_ message: [UInt8]) -> [UInt8] {
        Array("SSHSIG".utf8) + string(Array(namespace.utf8)) + string([])
            + string(Array(hash.utf8)) + string(Array(SHA512.hash(data: message)))
    }

    package var bytes: [UInt8] {
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
