/// The version of a program that reads manifests, such as `1.4.0`.
package struct ClientVersion: Hashable, Sendable {
    package let major: Int
    package let minor: Int
    package let patch: Int

    /// Reads three numbers below 10,000 with points between them, without leading zeros.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        var numbers: [Int] = []
        for part in parts {
            guard (1...4).contains(part.count), part.count == 1 || part.first != UInt8(ascii: "0"),
                part.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
            else { return nil }
            numbers.append(part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
        }
        (major, minor, patch) = (numbers[0], numbers[1], numbers[2])
    }
}

extension ClientVersion: Comparable {
    /// Whether the first version is the earlier.
    package static func < (left: ClientVersion, right: ClientVersion) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }
}

extension ClientVersion: CustomStringConvertible {
    package var description: String { "\(major).\(minor).\(patch)" }
}
