/// An answer as it comes in, within its limits.
///
/// Only the header lines of the last block are kept: an interim answer, such as 103, has a block
/// of its own. Trailers after a chunked body are counted and otherwise passed over.
struct ReceivedAnswer {
    private(set) var headers: [TransferResponse.Header] = []
    private(set) var body: [UInt8] = []
    /// What made this refuse more, for libcurl reports it as it would a full disk.
    private(set) var refusal: TransferFailure.Reason?
    /// Whether a status line of an answer came.
    private(set) var hasBegun = false

    private let maximumBytes: Int
    private let maximumHeaderBytes: Int
    private var headerBytes = 0
    private var isInterim = false
    /// Whether the header lines of the answer itself have ended.
    private(set) var headersAreOver = false

    init(maximumBytes: Int, maximumHeaderBytes: Int) {
        self.maximumBytes = maximumBytes
        self.maximumHeaderBytes = maximumHeaderBytes
    }

    /// Takes a piece of the body, or refuses it.
    mutating func takeBody(_ bytes: some Collection<UInt8>) -> Bool {
        guard bytes.count <= maximumBytes - body.count else {
            refusal = .tooLarge(limit: maximumBytes)
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }

    /// Takes one header line with its end, or refuses it.
    mutating func takeHeaderLine(_ bytes: some Collection<UInt8>) -> Bool {
        guard bytes.count <= maximumHeaderBytes - headerBytes else {
            refusal = .headersTooLarge(limit: maximumHeaderBytes)
            return false
        }
        headerBytes += bytes.count
        let line = String(decoding: bytes, as: UTF8.self)
        let text = line.trimmingBlanks()
        if headersAreOver {
            return true
        } else if text.isEmpty {
            headersAreOver = !isInterim
        } else if line.hasPrefix("HTTP/") {
            begin(statusLine: text)
        } else if line.first == " " || line.first == "\t" {
            fold(text)
        } else {
            append(text)
        }
        return true
    }

    private mutating func begin(statusLine: String) {
        hasBegun = true
        headers = []
        let status = statusLine.split(separator: " ").dropFirst().first
        isInterim = status?.first == "1"
    }

    private mutating func append(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0]).trimmingBlanks().lowercased()
        let value = parts.count == 2 ? String(parts[1]).trimmingBlanks() : ""
        headers.append(TransferResponse.Header(name: name, value: value))
    }

    private mutating func fold(_ text: String) {
        guard let last = headers.popLast() else { return }
        let value = last.value + " " + text
        headers.append(TransferResponse.Header(name: last.name, value: value))
    }
}

extension String {
    /// The text without the blanks and line ends around it.
    fileprivate func trimmingBlanks() -> String {
        let blanks: Set<Unicode.Scalar> = [" ", "\t", "\r", "\n"]
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !blanks.contains($0) }),
            let last = scalars.lastIndex(where: { !blanks.contains($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
