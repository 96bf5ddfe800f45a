/// Writes the binary form of SSH's keys and signatures.
struct SSHWireWriter: Sendable {
    private(set) var bytes: [UInt8] = []

    /// Appends bytes without their length.
    mutating func append(_ more: some Sequence<UInt8>) {
        bytes += Array(more)
    }

    /// Appends a string after its length.
    mutating func string(_ text: some Collection<UInt8>) {
        let length = UInt32(text.count).bigEndian
        for shift: UInt32 in [0, 8, 16, 24] {
            bytes.append(UInt8(truncatingIfNeeded: length >> shift))
        }
        append(text)
    }
}
