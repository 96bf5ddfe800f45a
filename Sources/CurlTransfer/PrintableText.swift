/// Text from outside, made fit for a terminal and a log.
enum PrintableText {
    /// The text in printable ASCII; anything else stands as `\u{…}`.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if isPrintable(scalar) {
                escaped.unicodeScalars.append(scalar)
            } else {
                escaped += "\\u{" + String(scalar.value, radix: 16) + "}"
            }
        }
        return escaped
    }

    /// Whether a text may stand in a header line: printable ASCII, and something.
    static func isHeaderValue(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy(isPrintable)
    }

    /// Whether a text may stand as an address: printable ASCII without blanks.
    static func isAddress(_ text: String) -> Bool {
        isHeaderValue(text) && !text.contains(" ")
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        (0x20...0x7E).contains(scalar.value)
    }
}
