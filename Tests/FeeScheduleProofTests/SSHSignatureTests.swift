import FeeScheduleProof
import Foundation
import SignedLists
import Testing

@Suite("An SSH signature")
struct SSHSignatureTests {
    /// The verdict on the office's message.
    private static func verify(_ armored: [UInt8]) throws {
        try SSHSignature(armored: armored)
            .verify(message: SSHVector.message, namespace: SSHVector.namespace)
    }

    private static let text = Array(SSHVector.officeSignature.utf8)

    @Test("stands over the message that ssh-keygen signed, and names its key")
    func genuine() throws {
        let signature = try SSHSignature(armored: SSHSignatureTests.text)

        try signature.verify(message: SSHVector.message, namespace: SSHVector.namespace)
        #expect(signature.key.fingerprint == SSHVector.officeFingerprint)
        #expect(signature.namespace == SSHVector.namespace)
    }

    @Test("stands over no other message")
    func otherMessage() throws {
        let signature = try SSHSignature(armored: SSHSignatureTests.text)

        for message in [[], SSHVector.message.dropLast(), SSHVector.message + [10]] {
            #expect(
                throws: SSHSignatureError.doesNotMatch(fingerprint: SSHVector.officeFingerprint)
            ) {
                try signature.verify(message: Array(message), namespace: SSHVector.namespace)
            }
        }
    }

    @Test("is refused in every other kind that ssh-keygen makes")
    func otherKinds() {
        let kinds: [(String, SSHSignatureError)] = [
            (SSHVector.otherNamespace, .otherNamespace("file", expected: SSHVector.namespace)),
            (SSHVector.sha256Hash, .otherHash("sha256")),
            (SSHVector.ecdsa, .otherAlgorithm("ecdsa-sha2-nistp256")),
            (SSHVector.rsa, .otherAlgorithm("ssh-rsa")),
        ]
        for (text, error) in kinds {
            #expect(throws: error) { try SSHSignatureTests.verify(Array(text.utf8)) }
        }
    }

    // 6 magic, 4 version, 4 + (4 + 11 + 4 + 32) key, 4 + 17 namespace, 4 reserved, 4 + 6 hash,
    // 4 + (4 + 11 + 4 + 64) signature: 6 + 4 + 55 + 21 + 4 + 10 + 87 = 187 bytes.
    @Test("is refused when any bit of its 187 bytes changes")
    func blobBits() throws {
        let blob = try Armor.blob(of: SSHVector.officeSignature)
        #expect(Armor.text(of: blob) == SSHSignatureTests.text)
        var refused = 0
        for bit in 0..<blob.count * 8 {
            var flipped = blob
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            if (try? SSHSignatureTests.verify(Armor.text(of: flipped))) == nil { refused += 1 }
        }

        #expect(blob.count == 187)
        #expect(refused == 1_496)
    }

    @Test("is refused when its bytes end early or go on")
    func blobLength() throws {
        let blob = try Armor.blob(of: SSHVector.officeSignature)
        var refused = 0
        for length in 0..<blob.count
        where (try? SSHSignatureTests.verify(Armor.text(of: Array(blob.prefix(length))))) == nil {
            refused += 1
        }

        #expect(refused == 187)
        #expect(throws: SSHSignatureError.trailingBytes(1)) {
            try SSHSignatureTests.verify(Armor.text(of: blob + [0]))
        }
    }

    // 30 + 28 for the two marks and their line ends; 187 bytes are 252 letters of Base64 in four
    // lines, so 256 more: 314 bytes.
    @Test("is refused when any bit of its 314 bytes of text changes")
    func textBits() {
        let text = SSHSignatureTests.text
        var refused = 0
        for bit in 0..<text.count * 8 {
            var flipped = text
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            if (try? SSHSignatureTests.verify(flipped)) == nil { refused += 1 }
        }

        #expect(text.count == 314)
        #expect(refused == 2_512)
    }

    @Test("is refused when its text ends early, or a byte is left out or put in anywhere")
    func textLength() {
        let text = SSHSignatureTests.text
        let cut = (0..<text.count).map { Array(text.prefix($0)) }
        let without = text.indices.map { index in
            Array(text[..<index] + text[(index + 1)...])
        }
        let with = [
            UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0, UInt8(ascii: "A"),
        ]
        .flatMap { byte in
            (0...text.count).map { Array(text[..<$0] + [byte] + text[$0...]) }
        }
        let refused = (cut + without + with).filter { (try? SSHSignatureTests.verify($0)) == nil }

        #expect(refused.count == 314 + 314 + 5 * 315)
    }

    @Test("is refused where its number is written a second way")
    func malleable() throws {
        let signer = try TestSigner("office", seed: 1)
        let armored = try signer.sign(SSHVector.message)
        try SSHSignatureTests.verify(armored)
        var blob = try Armor.blob(of: String(decoding: armored, as: UTF8.self))
        blob.replaceSubrange((blob.count - 64)..., with: Armor.raised(Array(blob.suffix(64))))

        #expect(throws: SSHSignatureError.self) {
            try SSHSignatureTests.verify(Armor.text(of: blob))
        }
    }

    @Test("says what is wrong with it", arguments: WrongSignature.all)
    func wrong(_ wrong: WrongSignature) throws {
        let error = #expect(throws: SSHSignatureError.self) {
            try SSHSignatureTests.verify(wrong.text())
        }

        #expect(error == wrong.error)
    }

    @Test("may stand beside others in one file")
    func several() throws {
        let both = SSHSignatureTests.text + Array(SSHVector.directorSignature.utf8)
        let signatures = try SSHSignature.all(armored: both)

        #expect(
            signatures.map(\.key.fingerprint)
                == [SSHVector.officeFingerprint, SSHVector.directorFingerprint]
        )
        for signature in signatures {
            try signature.verify(message: SSHVector.message, namespace: SSHVector.namespace)
        }
        // The end mark of the first signature is line 6; the second begins on line 7.
        #expect(throws: SSHSignatureError.notArmored(line: 7)) { try SSHSignature(armored: both) }
    }
}
