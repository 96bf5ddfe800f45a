/// The binary form of SSH's keys and signatures (RFC 4251, section 5): numbers of four bytes, and
/// strings after their length.
struct SSHWireReader: Sendable {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: some Sequence<UInt8>) {
        rest = ArraySlice(bytes)
    }

    /// Whether every byte was read.
    var isAtEnd: Bool { rest.isEmpty }

    /// How many bytes are left.
    var remaining: Int { rest.count }

    /// The next so many bytes, or nothing where fewer are left.
    mutating func bytes(_ count: Int) -> [UInt8]? {
        guard count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    /// The next number, its highest byte first.
    mutating func number() -> UInt32? {
        bytes(4)?.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The next string.
    mutating func string() -> [UInt8]? {
        number().flatMap { bytes(Int($0)) }
    }
}
