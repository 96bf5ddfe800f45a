import FeeScheduleProof
import SignedLists
import TestSupport
import Testing

@Suite("A mutated manifest")
struct MutatedProofTests {
    /// Changes bytes in one to three of six ways.
    private static func mutated(_ bytes: [UInt8], _ numbers: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &numbers) {
            let place = Int.random(in: 0..<max(bytes.count, 1), using: &numbers)
            let end = min(bytes.count, place + Int.random(in: 1...40, using: &numbers))
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0 where !bytes.isEmpty:
                bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
            case 1 where !bytes.isEmpty: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &numbers), at: place)
            case 3: bytes.removeSubrange(min(place, end)..<end)
            case 4: bytes.insert(contentsOf: bytes[min(place, end)..<end], at: place)
            default: bytes = Array(bytes.prefix(place))
            }
        }
        return bytes
    }

    @Test("or signature is never accepted, 10,000 times", arguments: [UInt64(20_261_126)])
    func neverAccepted(_ seed: UInt64) throws {
        var numbers = SplitMix64(seed: seed)
        let office = try TestSigner("office", seed: 1)
        let keys = TrustedKeys([try .of(office)])
        let client = try ManifestText.client()
        let good = Array(ManifestText.good.utf8)
        let signature = try office.sign(good)
        func isAccepted(_ manifest: [UInt8], _ signature: [UInt8]) -> Bool {
            let proven = try? ManifestProof.verify(
                manifestBytes: manifest,
                signatureBytes: signature,
                keys: keys,
                threshold: 1,
                now: .spelled("2026-11-27T08:00:00Z"),
                client: client
            )
            return proven != nil
        }
        #expect(isAccepted(good, signature))

        var refused = 0
        while refused < 10_000 {
            let changesManifest = Bool.random(using: &numbers)
            let changesSignature = !changesManifest || Int.random(in: 0..<4, using: &numbers) == 0
            let manifest = changesManifest ? MutatedProofTests.mutated(good, &numbers) : good
            let signed =
                changesSignature ? MutatedProofTests.mutated(signature, &numbers) : signature
            // Two changes can undo one another.
            if manifest == good, signed == signature { continue }
            guard !isAccepted(manifest, signed) else {
                Issue.record("seed \(seed) after \(refused)")
                return
            }
            refused += 1
        }
        #expect(refused == 10_000)
    }

    @Test("that is signed reads back as it is written, or is refused", arguments: [UInt64(7)])
    func signedNonsense(_ seed: UInt64) throws {
        var numbers = SplitMix64(seed: seed)
        let client = try ManifestText.client()
        let good = Array(ManifestText.good.utf8)
        var read = 0
        for _ in 0..<10_000 {
            let bytes = MutatedProofTests.mutated(good, &numbers)
            guard let manifest = try? Manifest(bytes, client: client) else { continue }
            read += 1
            #expect(try Manifest(manifest.write(), client: client).files.count > 0)
            #expect(manifest.files.allSatisfy { TableFileName($0.name.description) == $0.name })
        }

        // Some changes hit white space or a digit; most are noticed.
        #expect((1..<5_000).contains(read))
    }
}
