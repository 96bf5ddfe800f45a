import HostSystem

/// What stands in a file, as a message shows it: printable, on one line, and short.
struct ContentExcerpt: CustomStringConvertible {
    /// The most characters that are shown.
    static let length = 40

    let description: String

    /// Shows bytes, whatever they are.
    init(_ bytes: some Sequence<UInt8>, atMost length: Int = ContentExcerpt.length) {
        var parts: [String] = []
        var count = 0
        for part in UTF8Parts(bytes) {
            let shown = part.shown
            count += shown.unicodeScalars.count
            parts.append(shown)
            if count > length { break }
        }
        guard count > length else {
            description = parts.joined()
            return
        }
        while count > length - 1, let last = parts.popLast() {
            count -= last.unicodeScalars.count
        }
        description = parts.joined() + "…"
    }

    /// Shows text.
    init(_ text: String, atMost length: Int = ContentExcerpt.length) {
        self.init(text.utf8, atMost: length)
    }
}

/// Bytes cut into characters (Unicode scalars) and into bytes that are none.
struct UTF8Parts: Sequence, IteratorProtocol {
    /// A character, or a byte that is not part of one.
    enum Part {
        case scalar(Unicode.Scalar)
        case stray(UInt8)
    }

    private var bytes: ArraySlice<UInt8>

    init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)[...]
    }

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    mutating func next() -> Part? {
        guard let first = bytes.first else { return nil }
        if first < 0x80 {
            bytes.removeFirst()
            return .scalar(Unicode.Scalar(first))
        }
        var parser = Unicode.UTF8.ForwardParser()
        var ahead = bytes.prefix(4).makeIterator()
        guard case .valid(let encoded) = parser.parseScalar(from: &ahead) else {
            bytes.removeFirst()
            return .stray(first)
        }
        bytes.removeFirst(encoded.count)
        return .scalar(Unicode.UTF8.decode(encoded))
    }
}

extension UTF8Parts.Part {
    /// What a message shows of it.
    var shown: String {
        switch self {
        case .stray(let byte):
            "\\x\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
        case .scalar(let scalar) where PrintableText.isHidden(scalar):
            PrintableText.codePoint(scalar)
        case .scalar(let scalar):
            String(Character(scalar))
        }
    }
}
