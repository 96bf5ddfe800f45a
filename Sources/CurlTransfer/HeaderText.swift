/// What may stand in a request: a line break in it would begin another line.
enum HeaderText {
    /// Whether a text may stand in a header line: printable ASCII, and something.
    static func isHeaderValue(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) }
    }

    /// Whether a text may stand as an address: printable ASCII without blanks.
    static func isAddress(_ text: String) -> Bool {
        isHeaderValue(text) && !text.contains(" ")
    }
}
