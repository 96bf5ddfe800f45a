/// Why bytes are not JSON text, and where.
package struct JSONSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong at the place.
    package enum Problem: Hashable, Sendable {
        /// The document begins with a byte order mark.
        case byteOrderMark
        /// Objects and lists stand deeper in one another than the reader allows.
        case tooDeep(limit: Int)
        /// The document ends before it is complete.
        case endsEarly
        /// Something else stands where this was expected.
        case expected(String)
        /// A value follows the end of the document.
        case moreAfterEnd
        /// Text holds bytes that are not UTF-8.
        case notUTF8
        /// Text holds a control character that is not escaped.
        case controlCharacter
        /// A backslash is followed by something that is no escape.
        case unknownEscape
        /// An escaped surrogate stands without its other half.
        case loneSurrogate
        /// Digits do not form a JSON number.
        case malformedNumber
    }

    /// What is wrong.
    package let problem: Problem
    /// The place as an editor counts it.
    package let position: TextPosition

    package var description: String {
        "\(position): \(problem)"
    }
}

/// A place in a text: line and column, both from 1; columns count characters (Unicode scalars).
package struct TextPosition: Hashable, Sendable, CustomStringConvertible {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Counts the line and the column of a byte.
    package init(offset: Int, in bytes: [UInt8]) {
        var line = 1
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        self.init(line: line, column: column)
    }

    package var description: String {
        "line \(line), column \(column)"
    }
}

extension JSONSyntaxError.Problem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .byteOrderMark:
            "the document begins with a byte order mark. Save it as UTF-8 without one"
        case .tooDeep(let limit):
            "objects and lists are nested more than \(limit) deep. No document needs that"
        case .endsEarly:
            "the document ends here, before it is complete. Close what is open"
        case .expected(let what):
            "this is not \(what). Write \(what) here"
        case .moreAfterEnd:
            "something follows the end of the document. Write one value only"
        case .notUTF8:
            "this text is not UTF-8. Save the document as UTF-8"
        case .controlCharacter:
            "a control character stands in this text. Write it as an escape, such as \\n"
        case .unknownEscape:
            "this is no escape of JSON. Write \\\\ for a backslash"
        case .loneSurrogate:
            "half of a surrogate pair stands alone. Write the character itself"
        case .malformedNumber:
            "this is not a number. Write digits, such as 12"
        }
    }
}
