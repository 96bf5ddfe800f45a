/// What a file is before any of its text is read, told by its first bytes.
enum ContentEnvelope {
    /// The beginnings of archives and other files that are not text.
    private static let archives: [(beginning: [UInt8], name: String)] = [
        ([0x50, 0x4B], "a zip archive"),
        ([0x1F, 0x8B], "a gzip file"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz file"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd file"),
        ([0x42, 0x5A, 0x68], "a bzip2 file"),
        ([0x25, 0x50, 0x44, 0x46], "a PDF document"),
    ]

    /// The marks of encodings other than UTF-8; the longer ones stand first.
    private static let encodings: [(mark: [UInt8], name: String)] = [
        ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"),
        ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
        ([0xFF, 0xFE], "UTF-16"),
        ([0xFE, 0xFF], "UTF-16"),
    ]

    /// How a page of the web begins, in small letters.
    private static let pages = [
        "<!doctype", "<html", "<head", "<body", "<script", "<?xml", "<!--",
    ]

    /// The mark that UTF-8 text may begin with.
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Why the file is not text of a table at all; nothing where it may be.
    static func refusal(of bytes: [UInt8]) -> String? {
        if bytes.isEmpty { return "is empty. Publish the table" }
        if let archive = archives.first(where: { bytes.starts(with: $0.beginning) }) {
            return "\(archive.name) stands where a table should; archives are not accepted. "
                + "Publish the table itself"
        }
        if let encoding = encodings.first(where: { bytes.starts(with: $0.mark) }) {
            return "the text is \(encoding.name). Save the file as UTF-8"
        }
        let text = bytes.starts(with: byteOrderMark) ? bytes[3...] : bytes[...]
        let start = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }.prefix(16)
        let beginning = String(decoding: start, as: UTF8.self).lowercased()
        if pages.contains(where: beginning.hasPrefix) {
            return "a web page stands where a table should. "
                + "Check the address: the server may want a login"
        }
        return nil
    }
}
