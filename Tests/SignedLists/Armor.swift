import Foundation
import Testing

/// The text around a binary signature.
package enum Armor {
    package static let begin = "-----BEGIN SSH SIGNATURE-----\n"
    package static let end = "-----END SSH SIGNATURE-----\n"

    /// Wraps a binary signature as `ssh-keygen` does.
    package static func text(of blob: [UInt8], lineLength: Int = 70) -> [UInt8] {
        var lines = begin
        var rest = Data(blob).base64EncodedString()[...]
        while !rest.isEmpty {
            lines += rest.prefix(lineLength) + "\n"
            rest = rest.dropFirst(lineLength)
        }
        return Array((lines + end).utf8)
    }

    /// The binary signature inside a text.
    package static func blob(of text: String) throws -> [UInt8] {
        let inside = text.split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
        return Array(try #require(Data(base64Encoded: inside), "Base64"))
    }

    /// The same Ed25519 signature with its S raised by the order of the group: the same number
    /// modulo the order, written a second way (RFC 8032, section 5.1.7, refuses it).
    package static func raised(_ signature: [UInt8]) -> [UInt8] {
        // 2^252 + 27742317777372353535851937790883648493, lowest byte first.
        let order: [UInt8] =
            [
                0xED, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9,
                0xDE, 0x14,
            ] + [UInt8](repeating: 0, count: 15) + [0x10]
        var raised = signature
        var carry = 0
        for index in 0..<32 {
            let sum = Int(signature[32 + index]) + Int(order[index]) + carry
            raised[32 + index] = UInt8(sum & 0xFF)
            carry = sum >> 8
        }
        return raised
    }
}
