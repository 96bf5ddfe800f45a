package import Crypto
package import FeeScheduleProof
import Foundation
import TestSupport
import Testing

/// A key of the tests that signs as `ssh-keygen -Y sign` does, part by part, so that each part can
/// be wrong.
package struct TestSigner: Sendable {
    package let name: String
    package let privateKey: Curve25519.Signing.PrivateKey

    /// Creates a key that is the same in every run.
    package init(_ name: String, seed: UInt64) throws {
        self.name = name
        var numbers = SplitMix64(seed: seed)
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        privateKey = try Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    }

    package var publicKey: SSHPublicKey {
        get throws {
            let bytes = Array(privateKey.publicKey.rawRepresentation)
            return try #require(SSHPublicKey(keyBytes: bytes), "the key \(name)")
        }
    }

    /// The signature of a message as text.
    package func sign(_ message: [UInt8], namespace: String = ManifestProof.namespace) throws
        -> [UInt8]
    {
        var blob = SignedBlob(key: Array(privateKey.publicKey.rawRepresentation))
        blob.namespace = namespace
        blob.signature = Array(try privateKey.signature(for: blob.signed(message)))
        return Armor.text(of: blob.bytes)
    }
}
