import JSONText

/// An offered JSON document: its syntax, its depth, names that stand twice, and its text.
struct DocumentContent {
    private let bytes: [UInt8]
    private var cursor: JSONCursor
    /// The place that was told last; the next one is counted from there.
    private var told = (offset: 0, line: 1, column: 1)

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: The document.
    ///   - depth: The deepest nesting.
    init(_ bytes: [UInt8], depth: Int) {
        self.bytes = bytes
        cursor = JSONCursor(bytes, maximumDepth: depth)
    }

    /// Notes what is wrong; text that is not JSON ends the check.
    mutating func check(_ findings: inout ContentFindings) {
        do throws(JSONSyntaxError) {
            try value(&findings)
            try cursor.end()
        } catch {
            findings.add(
                line: error.position.line,
                column: error.position.column,
                "\(error.problem)"
            )
        }
    }

    private mutating func value(_ findings: inout ContentFindings) throws(JSONSyntaxError) {
        switch try cursor.kind() {
        case .object:
            try cursor.beginObject()
            while let key = try cursor.nextKey() {
                if key.isDuplicate {
                    report(
                        key.offset,
                        key.name,
                        "stands twice in the same object. Write it once",
                        &findings
                    )
                }
                check(key.name, at: key.offset, &findings)
                try value(&findings)
            }
        case .array:
            try cursor.beginArray()
            while try cursor.nextElement() { try value(&findings) }
        case .string:
            let offset = cursor.offset
            check(try cursor.string(), at: offset, &findings)
        case .number, .boolean, .null:
            try cursor.skip()
        }
    }

    /// Looks for characters that an escape brings into text.
    private mutating func check(_ text: String, at offset: Int, _ findings: inout ContentFindings) {
        guard let scalar = text.unicodeScalars.first(where: { $0.forbiddenWords != nil }) else {
            return
        }
        report(
            offset,
            text,
            "holds \(UTF8Parts.Part.scalar(scalar).shown), "
                + "\(scalar.forbiddenWords ?? ""). Delete it",
            &findings
        )
    }

    private mutating func report(
        _ offset: Int,
        _ text: String,
        _ message: String,
        _ findings: inout ContentFindings
    ) {
        for byte in bytes[told.offset..<max(offset, told.offset)] {
            if byte == 0x0A {
                told = (told.offset, told.line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                told.column += 1
            }
        }
        told.offset = max(offset, told.offset)
        findings.add(
            line: told.line,
            column: told.column,
            found: ContentExcerpt(text).description,
            message
        )
    }
}
