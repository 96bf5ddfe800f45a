/// The address of a source: `https`, a host, and nothing that is a secret or could be read in two
/// ways.
///
/// ```swift
/// try SourceAddress("https://fees.example.org/harbor/").description
/// ```
package struct SourceAddress: Hashable, Sendable, CustomStringConvertible {
    /// The most characters of an address.
    static let maximumLength = 2_000

    /// The address as it was written.
    package let description: String

    /// Reads an address.
    ///
    /// - Parameter text: The address.
    /// - Throws: ``SourceAddressProblem`` with the first thing that is not as it must be.
    package init(_ text: String) throws(SourceAddressProblem) {
        // 1. The fault catalogue refuses other schemes (A13) before a transfer could.
        // 2. A user name in an address ends up in logs, and libcurl would refuse it (A14).
        // 3. What is left is a host, perhaps a port, and a path that means one file.
        guard text.utf8.count <= SourceAddress.maximumLength,
            text.utf8.allSatisfy(SourceAddress.mayStandInAddress)
        else { throw .notPlain }
        let rest = try SourceAddress.withoutScheme(text)
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        let authority = rest[..<end]
        guard !authority.contains("@") else { throw .userName }
        guard HostAndPort.isWellFormed(authority) else { throw .noHost }
        guard end < rest.endIndex, rest[end] == "/" else { throw .noPath }
        guard !rest.contains("#") else { throw .fragment }
        let path = rest[end...].prefix { $0 != "?" }
        guard !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) else {
            throw .dots
        }
        description = text
    }

    /// Whether the address names a folder, below which a bundle's files lie.
    var isFolder: Bool { description.hasSuffix("/") && !description.contains("?") }

    private static func withoutScheme(_ text: String) throws(SourceAddressProblem) -> Substring {
        let scheme = "https://"
        guard !text.hasPrefix(scheme) else { return text.dropFirst(scheme.count) }
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else {
            throw .noScheme
        }
        throw .otherScheme(String(text[..<colon].prefix(20)))
    }

    /// Whether a byte may stand in an address as it is (RFC 3986, without brackets).
    private static func mayStandInAddress(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}[]".utf8.contains(byte)
    }
}

/// Why text is not the address of a source.
package enum SourceAddressProblem: Error, Hashable, Sendable {
    /// A character that an address cannot hold, or too many of them.
    case notPlain
    case noScheme
    /// Another scheme than https, such as `http` or `file`.
    case otherScheme(String)
    /// A user name or a password.
    case userName
    case noHost
    case noPath
    case fragment
    /// A part of the path that climbs out of it.
    case dots
}

extension SourceAddressProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notPlain:
            "is not an address. Write https:// and letters, digits and signs without spaces, "
                + "at most \(SourceAddress.maximumLength), such as \"https://fees.example.org/harbor/\""
        case .noScheme: "does not begin with https://. Write https:// in front"
        case .otherScheme(let scheme):
            "begins with \(scheme)://, and lists come over https only. Write https://"
        case .userName:
            "holds a user name or password, which would stand in logs. Write the address without "
                + "what is in front of @; the signature proves the list, not the address"
        case .noHost:
            "names no host. Write https://, a host such as fees.example.org, perhaps a colon and "
                + "a port, and the path"
        case .noPath: "has no path. Write a slash after the host, and the path"
        case .fragment: "holds a #, which no server sees. Write the address without it"
        case .dots: "holds a part . or .. in its path. Write the path that it stands for"
        }
    }
}
