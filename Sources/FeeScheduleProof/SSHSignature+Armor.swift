extension SSHSignature {
    /// The most bytes that a file of signatures may hold.
    package static let maximumBytes = 4 << 10

    private static let begin = Array("-----BEGIN SSH SIGNATURE-----".utf8)
    private static let end = Array("-----END SSH SIGNATURE-----".utf8)
    /// The letters of a full line, as `ssh-keygen` breaks them.
    private static let lineLength = 70

    /// Reads a file that holds exactly one signature.
    ///
    /// - Parameter armored: The bytes of the file.
    /// - Throws: ``SSHSignatureError`` where it holds anything else.
    package init(armored: [UInt8]) throws(SSHSignatureError) {
        let all = try SSHSignature.all(armored: armored)
        guard all.count == 1, let only = all.first else {
            let lines = SSHSignature.lines(of: armored)
            throw .notArmored(line: 2 + (lines.firstIndex { $0.elementsEqual(Self.end) } ?? 0))
        }
        self = only
    }

    /// Reads a file of one or several signatures, each the whole output of `ssh-keygen -Y sign`,
    /// one after another.
    ///
    /// - Parameter armored: The bytes of the file.
    /// - Returns: The signatures, at least one.
    /// - Throws: ``SSHSignatureError``, also where only one of several is damaged.
    package static func all(armored: [UInt8]) throws(SSHSignatureError) -> [SSHSignature] {
        guard armored.count <= maximumBytes else {
            throw .tooLarge(bytes: armored.count, limit: maximumBytes)
        }
        guard !armored.isEmpty else { throw .empty }
        let lines = lines(of: armored)
        // The last line ends with a line feed too, so that no byte can be missing.
        guard lines.last?.isEmpty == true else { throw .notArmored(line: lines.count) }
        var signatures: [SSHSignature] = []
        var next = 0
        while next < lines.count - 1 {
            signatures.append(try SSHSignature(blob: blob(of: lines, from: &next)))
        }
        return signatures
    }

    /// Decodes the lines of one signature and moves past them.
    private static func blob(
        of lines: [ArraySlice<UInt8>],
        from next: inout Int
    ) throws(SSHSignatureError) -> [UInt8] {
        guard lines[next].elementsEqual(begin) else { throw .notArmored(line: next + 1) }
        next += 1
        var text: [UInt8] = []
        var isLast = false
        while next < lines.count, !lines[next].elementsEqual(end) {
            // Only the last line may be shorter than the others, and none is empty.
            guard !isLast, (1...lineLength).contains(lines[next].count) else {
                throw .notArmored(line: next + 1)
            }
            isLast = lines[next].count < lineLength
            text += lines[next]
            next += 1
        }
        guard next < lines.count, !text.isEmpty else { throw .notArmored(line: next + 1) }
        next += 1
        guard let blob = Base64Text.decode(text) else { throw .notBase64 }
        return blob
    }

    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }
}
