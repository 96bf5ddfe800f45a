import FeeScheduleProof
import SignedLists
import TestSupport
import Testing

@Suite(
    "The verdict of ssh-keygen",
    .enabled(
        if: SSHKeygen.isThere,
        "SKIPPED: there is no ssh-keygen here, so no signature was compared with its verdict"
    )
)
struct SSHKeygenOracleTests {
    private static let ed25519 = ["a", "b", "c", "d"]

    /// Our verdict, as strict as the program's: the right key, purpose and message.
    private static func verifies(_ signature: SignatureCase) -> Bool {
        do {
            let read = try SSHSignature(armored: signature.armored)
            try read.verify(message: signature.message, namespace: signature.namespace)
            return read.key == SSHPublicKey(authorizedKeysLine: signature.key)
        } catch {
            return false
        }
    }

    @Test(
        "is ours too, on 504 signatures, but where we are stricter by design",
        arguments: [UInt64(20_261_126)]
    )
    func agreement(_ seed: UInt64) throws {
        var numbers = SplitMix64(seed: seed)
        let program = try SSHKeygen()
        var keys: [String: String] = [:]
        for name in SSHKeygenOracleTests.ed25519 {
            keys[name] = try program.makeKey(name, type: "ed25519")
        }
        keys["rsa"] = try program.makeKey("rsa", type: "rsa")
        keys["ecdsa"] = try program.makeKey("ecdsa", type: "ecdsa")

        // Forty messages, of 1 to 4,000 bytes, and their signatures.
        let messages = (0..<40).map { _ in
            (0..<Int.random(in: 1...4_000, using: &numbers)).map { _ in
                UInt8.random(in: 0...255, using: &numbers)
            }
        }
        let genuine = try messages.enumerated().map { index, message in
            let name = SSHKeygenOracleTests.ed25519[index % 4]
            return SignatureCase(
                armored: try program.sign(message, by: name, namespace: SSHVector.namespace),
                message: message,
                key: try #require(keys[name])
            )
        }

        var agreed = 0
        var stricter: [SignatureChange: Int] = [:]
        for index in 0..<504 {
            let change = SignatureChange.allCases[index % SignatureChange.allCases.count]
            let number = Int.random(in: 0..<40, using: &numbers)
            var signature = genuine[number]
            if let made = try made(change, messages[number], by: program, keys) { signature = made }
            let other = SSHKeygenOracleTests.ed25519[(number + 1) % 4]
            try signature.apply(change, otherKey: #require(keys[other]), numbers: &numbers)

            let ours = SSHKeygenOracleTests.verifies(signature)
            let theirs = try program.verifies(
                signature.armored,
                of: signature.key,
                over: signature.message,
                namespace: signature.namespace
            )
            if change.stricterBecause != nil, !ours, theirs {
                stricter[change, default: 0] += 1
            } else {
                #expect(ours == theirs, "\(change), case \(index), seed \(seed)")
                agreed += 1
            }
            #expect(ours == (change == .none), "\(change), case \(index), seed \(seed)")
        }

        // 504 are 24 of each of the 21 changes: 13 on which both agree, 8 on which we
        // are stricter.
        #expect(agreed == 13 * 24)
        for change in SignatureChange.allCases where change.stricterBecause != nil {
            #expect(stricter[change] == 24, "\(change)")
        }
    }

    /// A signature of a kind that the program makes and we refuse.
    private func made(
        _ change: SignatureChange,
        _ message: [UInt8],
        by program: SSHKeygen,
        _ keys: [String: String]
    ) throws -> SignatureCase? {
        let (name, hash): (String, String)
        switch change {
        case .sha256: (name, hash) = ("a", "sha256")
        case .rsa: (name, hash) = ("rsa", "sha512")
        case .ecdsa: (name, hash) = ("ecdsa", "sha512")
        default: return nil
        }
        let armored = try program.sign(
            message,
            by: name,
            namespace: SSHVector.namespace,
            hash: hash
        )
        return SignatureCase(armored: armored, message: message, key: try #require(keys[name]))
    }

    @Test("accepts what our tests sign, so that they prove something without it")
    func testSigner() throws {
        let program = try SSHKeygen()
        for seed in 0..<8 {
            let signer = try TestSigner("office", seed: UInt64(seed))
            let isGood = try program.verifies(
                signer.sign(SSHVector.message),
                of: signer.publicKey.authorizedKeysLine,
                over: SSHVector.message,
                namespace: SSHVector.namespace
            )
            #expect(isGood)
        }
    }

    @Test("is not needed to prove what it signed: two signatures in one file, both keys required")
    func publishing() throws {
        let program = try SSHKeygen()
        let client = try ManifestText.client()
        let bytes = try Manifest(Array(ManifestText.good.utf8), client: client).write()
        var entries: [String] = []
        var signatures: [UInt8] = []
        for name in ["director", "office"] {
            let line = try program.makeKey(name, type: "ed25519")
            entries.append(
                "{ \"name\": \"\(name)\", \"publicKey\": \"\(line)\", "
                    + "\"validFrom\": \"2026-11-27\", \"addedOn\": \"2026-11-26\" }"
            )
            signatures += try program.sign(bytes, by: name, namespace: ManifestProof.namespace)
        }
        let list = "{ \"keys\": [\(entries.joined(separator: ", "))] }"

        let proven = try ManifestProof.verify(
            manifestBytes: bytes,
            signatureBytes: signatures,
            keys: TrustedKeys(Array(list.utf8)),
            threshold: 2,
            now: .spelled("2026-11-27T08:00:00Z"),
            client: client
        )
        #expect(proven.signers == ["director", "office"])
    }
}
