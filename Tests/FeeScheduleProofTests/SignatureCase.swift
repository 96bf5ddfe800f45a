import SignedLists
import TestSupport

/// A case that both judge.
struct SignatureCase {
    var armored: [UInt8]
    var message: [UInt8]
    var namespace = SSHVector.namespace
    /// The line of the key that is trusted.
    var key: String

    /// Changes the case.
    mutating func apply(
        _ change: SignatureChange,
        otherKey: String,
        numbers: inout SplitMix64
    ) throws {
        var blob = try Armor.blob(of: String(decoding: armored, as: UTF8.self))
        let place = Int.random(in: 0..<blob.count, using: &numbers)
        switch change {
        case .none, .sha256, .rsa, .ecdsa: return
        case .otherMessage:
            message[Int.random(in: message.indices, using: &numbers)] ^= 1
            return
        case .otherNamespace:
            namespace = "file"
            return
        case .otherKey:
            key = otherKey
            return
        case .letterOfText, .textEndsEarly, .textBefore, .textAfter, .noLastLineEnd,
            .windowsLineEnds:
            return changeText(change, numbers: &numbers)
        case .shorterLines:
            armored = Armor.text(of: blob, lineLength: Int.random(in: 20...69, using: &numbers))
            return
        case .bitOfBlob: blob[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
        case .blobEndsEarly: blob = Array(blob.prefix(place))
        case .blobGoesOn: blob.append(UInt8.random(in: 0...255, using: &numbers))
        // The version is bytes 6 to 9, the namespace's text 69 to 85, the length of the reserved
        // field 86 to 89 (see the counts in SSHSignatureTests).
        case .otherVersion: blob[9] = UInt8.random(in: 2...9, using: &numbers)
        case .otherNamespaceInside: blob[85] ^= 3
        case .filledReserve:
            blob[89] = 1
            blob.insert(UInt8.random(in: 0...255, using: &numbers), at: 90)
        case .raisedNumber:
            blob.replaceSubrange((blob.count - 64)..., with: Armor.raised(Array(blob.suffix(64))))
        }
        armored = Armor.text(of: blob)
    }

    private mutating func changeText(_ change: SignatureChange, numbers: inout SplitMix64) {
        let body = Armor.begin.utf8.count..<(armored.count - Armor.end.utf8.count)
        switch change {
        case .letterOfText:
            // Another letter of Base64, in one of the full lines.
            let place = Int.random(in: body.lowerBound..<(body.lowerBound + 70), using: &numbers)
            armored[place] = armored[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : 65
        case .textEndsEarly:
            armored = Array(armored.prefix(Int.random(in: 0..<body.upperBound, using: &numbers)))
        case .textBefore: armored = Array("note\n".utf8) + armored
        case .textAfter: armored += Array("note\n".utf8)
        case .noLastLineEnd: armored.removeLast()
        default: armored = armored.flatMap { $0 == 10 ? [13, 10] : [$0] }
        }
    }
}
