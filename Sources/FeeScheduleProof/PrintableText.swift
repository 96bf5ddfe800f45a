/// Text of others as a message shows it: what could hide or reorder text is spelled out.
enum PrintableText: Sendable {
    /// The text with each control, format and bidirectional character as its code point.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - limit: How many characters are shown; the rest becomes `…`.
    /// - Returns: Text that stays on its line.
    static func shown(_ text: String, atMost limit: Int = 80) -> String {
        var shown = ""
        for scalar in text.unicodeScalars.prefix(limit) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
                shown += "\\u{\(String(scalar.value, radix: 16))}"
            default:
                shown.unicodeScalars.append(scalar)
            }
        }
        return text.unicodeScalars.count > limit ? shown + "…" : shown
    }
}
