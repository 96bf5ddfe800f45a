import CareModel
import FeeScheduleProof
import SignedLists
import TestSupport
import Testing

@Suite("The proof of a manifest")
struct ManifestProofTests {
    private let bytes = Array(ManifestText.good.utf8)
    private let now = UTCInstant.spelled("2026-11-27T08:00:00Z")

    private func verify(
        _ manifest: [UInt8]? = nil,
        signedBy signatures: [[UInt8]],
        keys: [TrustedKey],
        threshold: Int = 1,
        at instant: UTCInstant? = nil
    ) throws -> ProvenManifest {
        try ManifestProof.verify(
            manifestBytes: manifest ?? bytes,
            signatureBytes: signatures.flatMap { $0 },
            keys: TrustedKeys(keys),
            threshold: threshold,
            now: instant ?? now,
            client: ManifestText.client()
        )
    }

    /// Why the proof fails for lack of signatures.
    private func refusals(_ body: () throws -> ProvenManifest) -> [SignatureRefusal.Reason]? {
        let error = #expect(throws: ProofError.self) { try body() }
        guard case .notEnoughSignatures(_, _, let refused) = error else { return nil }
        return refused.map(\.reason)
    }

    @Test("names who signed, and the digest of the bytes")
    func proven() throws {
        let office = try TestSigner("office", seed: 1)
        let proven = try verify(signedBy: [office.sign(bytes)], keys: [.of(office)])

        #expect(proven.signers == ["office"])
        #expect(proven.uncounted.isEmpty)
        #expect(proven.manifest.version == 7)
        #expect(proven.sha256 == SHA256Digest(of: bytes))
    }

    @Test("needs a key that is trusted")
    func unknownKey() throws {
        let office = try TestSigner("office", seed: 1)
        let stranger = try TestSigner("stranger", seed: 9)
        let signature = try stranger.sign(bytes)

        #expect(
            refusals { try verify(signedBy: [signature], keys: [.of(office)]) } == [.unknownKey]
        )
        #expect(refusals { try verify(signedBy: [signature], keys: []) } == [.unknownKey])
        let both = try verify(signedBy: [signature, office.sign(bytes)], keys: [.of(office)])
        #expect(both.signers == ["office"])
        #expect(both.uncounted.map(\.reason) == [.unknownKey])
    }

    @Test("fails where any signature of the file is damaged, whoever made the others")
    func damaged() throws {
        let office = try TestSigner("office", seed: 1)
        let other = try office.sign(bytes + [0x20])
        for signatures in [[other], [try office.sign(bytes), other], [[]], [[0x20]]] {
            let error = #expect(throws: ProofError.self) {
                try verify(signedBy: signatures, keys: [.of(office)])
            }
            guard case .signature = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    @Test("counts a key from its first to its last day, in universal time")
    func validity() throws {
        let office = try TestSigner("office", seed: 1)
        let key = try TrustedKey.of(office, from: "2026-12-01", through: "2026-12-31")
        let signature = try office.sign(bytes)

        for day in ["2026-12-01T00:00:00Z", "2026-12-31T23:59:59Z"] {
            _ = try verify(signedBy: [signature], keys: [key], at: .spelled(day))
        }
        #expect(
            refusals {
                try verify(
                    signedBy: [signature],
                    keys: [key],
                    at: .spelled("2026-11-30T23:59:59Z")
                )
            } == [.notYetValid(from: .spelled("2026-12-01"))]
        )
        #expect(
            refusals {
                try verify(
                    signedBy: [signature],
                    keys: [key],
                    at: .spelled("2027-01-01T00:00:00Z")
                )
            } == [.expired(after: .spelled("2026-12-31"))]
        )
    }

    @Test(
        "counts a revoked key on no day, under none of its names",
        arguments: [
            "2026-01-01", "2026-11-27", "2027-06-01",
        ]
    )
    func revoked(_ day: String) throws {
        let office = try TestSigner("office", seed: 1)
        let signature = try office.sign(bytes)
        let revoked = try TrustedKey.of(office, revokedOn: day)
        let alias = try TrustedKey.of(office, named: "alias")

        for keys in [[revoked], [revoked, alias]] {
            #expect(
                refusals { try verify(signedBy: [signature], keys: keys) }
                    == [.revoked(on: .spelled(day))]
            )
        }
    }

    @Test("that needs two keys counts different keys, not signatures and not names")
    func threshold() throws {
        let office = try TestSigner("office", seed: 1)
        let director = try TestSigner("director", seed: 2)
        let keys = try [TrustedKey.of(office), .of(director)]
        let one = try office.sign(bytes)
        let two = try director.sign(bytes)

        #expect(
            try verify(signedBy: [one, two], keys: keys, threshold: 2).signers
                == ["director", "office"]
        )
        #expect(refusals { try verify(signedBy: [one], keys: keys, threshold: 2) } == [])
        #expect(
            refusals { try verify(signedBy: [one, one], keys: keys, threshold: 2) }
                == [.countedAlready]
        )
        let names = try [TrustedKey.of(office), .of(office, named: "alias")]
        #expect(
            refusals { try verify(signedBy: [one, one], keys: names, threshold: 2) }
                == [.countedAlready]
        )
        // No threshold turns the proof off.
        for none in [0, -1] {
            #expect(refusals { try verify(signedBy: [one], keys: [], threshold: none) } != nil)
        }
    }

    @Test("counts a key for its own channels only")
    func channels() throws {
        let office = try TestSigner("office", seed: 1)
        let signature = try office.sign(bytes)
        let harbor = try #require(FeeChannel(group: "harbor", payer: "all", state: "CA"))
        let other = try #require(FeeChannel(group: "harbor", payer: "all", state: "NV"))

        _ = try verify(signedBy: [signature], keys: [.of(office, channels: [other, harbor])])
        #expect(
            refusals { try verify(signedBy: [signature], keys: [.of(office, channels: [other])]) }
                == [.otherChannel(harbor)]
        )
    }

    @Test("comes before anything is read")
    func proofFirst() throws {
        let office = try TestSigner("office", seed: 1)
        let nonsense = Array("{".utf8)

        // Not signed by a trusted key: refused as that, whatever the bytes hold.
        #expect(
            refusals {
                try verify(nonsense, signedBy: [office.sign(nonsense)], keys: [])
            } == [.unknownKey]
        )
        let error = #expect(throws: ProofError.self) {
            try verify(nonsense, signedBy: [office.sign(nonsense)], keys: [.of(office)])
        }
        #expect("\(try #require(error))".contains("ends here, before it is complete"))
    }

    @Test("says how many signatures count, and why the others do not")
    func message() throws {
        let office = try TestSigner("office", seed: 1)
        let signature = try office.sign(bytes)
        let error = #expect(throws: ProofError.self) {
            try verify(signedBy: [signature, signature], keys: [.of(office)], threshold: 2)
        }

        let fingerprint = try office.publicKey.fingerprint
        #expect(
            "\(try #require(error))" == "1 of 2 required signatures count; the key office "
                + "(\(fingerprint)) signed twice and counts once. "
                + "Compare fingerprints with the publisher by phone before you trust a key"
        )
    }
}
