import FeeScheduleProof
import Testing

@Suite("An SSH public key")
struct SSHPublicKeyTests {
    @Test("has the fingerprint that ssh-keygen prints")
    func fingerprints() {
        for (line, fingerprint) in [
            (SSHVector.officeLine, SSHVector.officeFingerprint),
            (SSHVector.directorLine, SSHVector.directorFingerprint),
        ] {
            #expect(SSHPublicKey(authorizedKeysLine: line)?.fingerprint == fingerprint)
        }
    }

    @Test("writes its line again without the comment")
    func line() throws {
        let key = try #require(SSHPublicKey(authorizedKeysLine: SSHVector.officeLine))
        let parts = SSHVector.officeLine.split(separator: " ")

        #expect(key.authorizedKeysLine == parts[0] + " " + parts[1])
        #expect(SSHPublicKey(authorizedKeysLine: key.authorizedKeysLine + "\n") == key)
    }

    @Test("is refused in any other form")
    func wrongLines() throws {
        let parts = SSHVector.officeLine.split(separator: " ").map(String.init)
        let wrong = [
            "",
            parts[0],
            parts[1],
            "\(parts[0])  \(parts[1])",
            " \(parts[0]) \(parts[1])",
            "restrict \(parts[0]) \(parts[1])",
            "ssh-rsa \(parts[1])",
            "SSH-ED25519 \(parts[1])",
            "\(parts[0]) \(parts[1])=",
            "\(parts[0]) \(parts[1].dropLast(4))",
            "\(parts[0]) \(parts[1])AAAA",
            "\(parts[0]) \(parts[1]) office\nssh-ed25519",
            "\(parts[0]) \(parts[1]) \u{7F}",
            "\(parts[0]) \(parts[1]) \(String(repeating: "x", count: 1_024))",
        ]
        for line in wrong { #expect(SSHPublicKey(authorizedKeysLine: line) == nil, "\(line)") }
    }

    /// The points of small order by their first byte and the rest, as the group's law gives them:
    /// eight times each of them is the origin (worked with Python's integers).
    @Test("is none of the points of small order")
    func smallOrder() {
        let zeros = [UInt8](repeating: 0, count: 31)
        let ones = [UInt8](repeating: 0xFF, count: 30) + [0x7F]
        for point in [[0] + zeros, [1] + zeros, [0xEC] + ones, [0xED] + ones, [0xEE] + ones] {
            var negative = point
            negative[31] |= 0x80
            #expect(SSHPublicKey(keyBytes: point) == nil)
            #expect(SSHPublicKey(keyBytes: negative) == nil)
        }
        #expect(SSHPublicKey(keyBytes: [2] + zeros) != nil)
        #expect(SSHPublicKey(keyBytes: zeros) == nil)
    }
}
