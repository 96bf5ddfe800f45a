/// Text of others as a message shows it: what could hide or reorder text is spelled out.
package enum PrintableText: Sendable {
    /// The text with each hidden character as its code point, such as `\u{202E}`.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - limit: How many characters are shown; the rest becomes `…`.
    /// - Returns: Text that stays on its line.
    package static func shown(_ text: String, atMost limit: Int = 80) -> String {
        var shown = ""
        for scalar in text.unicodeScalars.prefix(limit) {
            if isHidden(scalar) {
                shown += codePoint(scalar)
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return text.unicodeScalars.count > limit ? shown + "…" : shown
    }

    /// Whether a reader would not see the character, or see others in another order.
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator,
            .privateUse, .surrogate, .unassigned:
            true
        default: false
        }
    }

    /// The character spelled out, such as `\u{202E}`.
    package static func codePoint(_ scalar: Unicode.Scalar) -> String {
        "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
}
