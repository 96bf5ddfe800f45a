import PriceTableFiles

/// The SHA-256 of some bytes.
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
    /// The digest as 64 small hexadecimal digits.
    package let description: String

    /// Hashes bytes.
    package init(of bytes: [UInt8]) {
        description = PriceTables.sha256(bytes)
    }

    /// Reads 64 small hexadecimal digits; nothing else is accepted.
    package init?(hexadecimal text: String) {
        let isHexadecimal = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"):
                true
            default: false
            }
        }
        guard text.utf8.count == 64, isHexadecimal else { return nil }
        description = text
    }
}
