import Crypto
import FeeScheduleProof
import SignedLists
import Testing

/// A signature with one thing wrong, and what is said of it.
struct WrongSignature: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let error: SSHSignatureError
    private let change: @Sendable (inout SignedBlob) -> Void
    private let around: @Sendable ([UInt8]) -> [UInt8]

    /// A signature one part of which is wrong.
    init(
        _ what: String,
        _ error: SSHSignatureError,
        _ change: @escaping @Sendable (inout SignedBlob) -> Void
    ) {
        self.init(testDescription: what, error: error, change: change, around: { $0 })
    }

    private init(
        testDescription: String,
        error: SSHSignatureError,
        change: @escaping @Sendable (inout SignedBlob) -> Void,
        around: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) {
        self.testDescription = testDescription
        self.error = error
        self.change = change
        self.around = around
    }

    /// A signature whose text is wrong.
    static func inText(
        _ what: String,
        _ error: SSHSignatureError,
        _ around: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) -> WrongSignature {
        WrongSignature(testDescription: what, error: error, change: { _ in }, around: around)
    }

    /// The text of the signature, over the message of the vectors.
    func text() throws -> [UInt8] {
        let signer = try TestSigner("office", seed: 1)
        var blob = SignedBlob(key: Array(signer.privateKey.publicKey.rawRepresentation))
        blob.signature = Array(try signer.privateKey.signature(for: blob.signed(SSHVector.message)))
        change(&blob)
        return around(Armor.text(of: blob.bytes))
    }

    private static let identity: [UInt8] = [1] + [UInt8](repeating: 0, count: 31)

    static let all: [WrongSignature] = texts + parts

    private static let texts: [WrongSignature] = [
        .inText("an empty file", .empty) { _ in [] },
        .inText("a file of 4 KiB and a byte", .tooLarge(bytes: 4_097, limit: 4_096)) {
            $0 + [UInt8](repeating: 10, count: 4_097 - $0.count)
        },
        .inText("text before it", .notArmored(line: 1)) { Array("x\n".utf8) + $0 },
        .inText("text after it", .notArmored(line: 7)) { $0 + Array("x\n".utf8) },
        .inText("no last line end", .notArmored(line: 6)) { $0.dropLast() },
        .inText("line ends of Windows", .notArmored(line: 1)) { text in
            text.flatMap { $0 == 10 ? [13, 10] : [$0] }
        },
        .inText("nothing inside", .notArmored(line: 2)) { _ in
            Array((Armor.begin + Armor.end).utf8)
        },
        .inText("a letter that is none of Base64", .notBase64) { text in
            var text = text
            text[40] = UInt8(ascii: "-")
            return text
        },
    ]

    private static let parts: [WrongSignature] = [
        WrongSignature("another mark", .notSSHSignature) { $0.magic = Array("SSHSIH".utf8) },
        WrongSignature("version 0", .otherVersion(0)) { $0.version = 0 },
        WrongSignature("version 2", .otherVersion(2)) { $0.version = 2 },
        WrongSignature("a certificate", .otherAlgorithm("ssh-ed25519-cert-v01@openssh.com")) {
            $0.keyAlgorithm = "ssh-ed25519-cert-v01@openssh.com"
        },
        WrongSignature("an algorithm in bidi", .otherAlgorithm("ssh-\u{202E}rsa")) {
            $0.signatureAlgorithm = "ssh-\u{202E}rsa"
        },
        WrongSignature("a key of 31 bytes", .unusableKey) { $0.key.removeLast() },
        WrongSignature("a key of 33 bytes", .unusableKey) { $0.key.append(0) },
        WrongSignature("a key of small order", .unusableKey) { $0.key = identity },
        WrongSignature("no namespace", .otherNamespace("", expected: SSHVector.namespace)) {
            $0.namespace = ""
        },
        WrongSignature("a filled reserve", .reservedNotEmpty) { $0.reserved = [0] },
        WrongSignature("SHA-256", .otherHash("sha256")) { $0.hash = "sha256" },
        WrongSignature("a signature of 63 bytes", .cutShort) { $0.signature.removeLast() },
        WrongSignature("a signature of 65 bytes", .cutShort) { $0.signature.append(0) },
        WrongSignature("three bytes too many", .trailingBytes(3)) { $0.trailing = [1, 2, 3] },
    ]
}
