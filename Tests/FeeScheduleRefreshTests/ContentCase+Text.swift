extension ContentCase {
    private static let table = Array((header + right).utf8)

    private static func archive(_ name: String, _ bytes: [UInt8]) -> ContentCase {
        file(
            name,
            bytes + [0x00, 0x01, 0x02],
            "1:1: \(name) stands where a table should; archives are not accepted. "
                + "Publish the table itself"
        )
    }

    private static func page(_ start: String) -> ContentCase {
        file(
            "a page that begins \(start.debugDescription)",
            Array((start + "<title>Sign in</title>").utf8),
            "1:1: a web page stands where a table should. "
                + "Check the address: the server may want a login"
        )
    }

    private static func encoding(_ name: String, _ bytes: [UInt8]) -> ContentCase {
        file(
            "\(name), \(bytes.prefix(4))",
            bytes,
            "1:1: the text is \(name). Save the file as UTF-8"
        )
    }

    static let encodings: [ContentCase] = [
        archive("a zip archive", [0x50, 0x4B, 0x03, 0x04]),
        archive("a gzip file", [0x1F, 0x8B, 0x08]),
        archive("a 7z archive", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        archive("an xz file", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
        archive("a zstd file", [0x28, 0xB5, 0x2F, 0xFD]),
        archive("a bzip2 file", Array("BZh9".utf8)),
        archive("a PDF document", Array("%PDF-1.7".utf8)),
        encoding("UTF-16", [0xFF, 0xFE] + table.flatMap { [$0, 0] }),
        encoding("UTF-16", [0xFE, 0xFF] + table.flatMap { [0, $0] }),
        encoding("UTF-32", [0xFF, 0xFE, 0, 0] + table.flatMap { [$0, 0, 0, 0] }),
        encoding("UTF-32", [0, 0, 0xFE, 0xFF] + table.flatMap { [0, 0, 0, $0] }),
        page("<!DOCTYPE html>\n"),
        page("\r\n  <html lang=\"en\">"),
        page("<HEAD>"),
        page("<?xml version=\"1.0\"?>"),
        page("\u{FEFF}<html>"),
        file("nothing at all", [], "1:1: is empty. Publish the table"),
    ]

    /// A row whose modifier, in column 9, is some bytes.
    private static func modifier(_ bytes: [UInt8], _ says: String) -> ContentCase {
        file(
            "a row that holds \(bytes)",
            table + Array("massage,".utf8) + bytes + Array(",40.00,,2026-01-01,\n".utf8),
            "3:\(says)"
        )
    }

    private static func modifier(_ text: String, _ says: String) -> ContentCase {
        modifier(Array(text.utf8), says)
    }

    private static let notUTF8 = "is a byte that is not UTF-8. Save the file as UTF-8"
    private static let control = "is a control character. Delete it"
    private static let turns = "is a character that turns the order of the text. Delete it"
    private static let unseen = "is a character that nobody sees. Delete it"
    private static let mark =
        "is a byte order mark that is not the first of the file. Delete it"
    private static let loneReturn =
        "is a carriage return without a line feed. End each line with both"

    static let characters: [ContentCase] = [
        modifier([0xE9], "9: '\\xE9' \(notUTF8)"),
        modifier([0x47, 0xE9, 0xE9], "10: '\\xE9' \(notUTF8)"),
        modifier([0xC3], "9: '\\xC3' \(notUTF8)"),
        modifier([0xC0, 0x80], "9: '\\xC0' \(notUTF8)"),
        modifier([0xED, 0xA0, 0x80], "9: '\\xED' \(notUTF8)"),
        modifier([0xF4, 0x90, 0x80, 0x80], "9: '\\xF4' \(notUTF8)"),
        modifier([0x80], "9: '\\x80' \(notUTF8)"),
        // An accented letter is one column.
        modifier(Array("é".utf8) + [0xFF], "10: '\\xFF' \(notUTF8)"),
        modifier("\0", "9: '\\u{0}' is a NUL. Save the file as UTF-8 text"),
        modifier("\t", "9: '\\u{9}' \(control)"),
        modifier("\u{1}", "9: '\\u{1}' \(control)"),
        modifier("\u{1A}", "9: '\\u{1A}' \(control)"),
        modifier("\u{1B}[31m", "9: '\\u{1B}' \(control)"),
        modifier("\u{7F}", "9: '\\u{7F}' \(control)"),
        modifier("\u{85}", "9: '\\u{85}' \(control)"),
        modifier("\u{9B}", "9: '\\u{9B}' \(control)"),
        modifier("\u{202E}PG", "9: '\\u{202E}' \(turns)"),
        modifier("\u{2066}GP\u{2069}", "9: '\\u{2066}' \(turns)"),
        modifier("\u{200F}", "9: '\\u{200F}' \(turns)"),
        modifier("\u{61C}", "9: '\\u{61C}' \(turns)"),
        modifier("\u{200B}", "9: '\\u{200B}' \(unseen)"),
        modifier("\u{AD}", "9: '\\u{AD}' \(unseen)"),
        modifier("\u{2028}", "9: '\\u{2028}' \(unseen)"),
        modifier("\u{E0041}", "9: '\\u{E0041}' \(unseen)"),
        modifier("\u{FEFF}", "9: '\\u{FEFF}' \(mark)"),
        modifier("GP\rmassage", "11: '\\u{D}' \(loneReturn)"),
        file(
            "a carriage return too many",
            table + Array("massage,,40.00,,2026-01-01,\r\r\n".utf8),
            "3:28: '\\u{D}' \(loneReturn)"
        ),
        file(
            "two byte order marks",
            [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + table,
            "1:1: '\\u{FEFF}' \(mark)"
        ),
        file(
            "a byte order mark on line 2",
            Array((header + "\u{FEFF}" + right).utf8),
            "2:1: '\\u{FEFF}' \(mark)"
        ),
        file(
            "carriage returns only",
            table.map { $0 == 0x0A ? 0x0D : $0 },
            "1:68: '\\u{D}' \(loneReturn)"
        ),
        file(
            "UTF-16 without a mark",
            table.flatMap { [$0, 0] },
            // The NUL that ends line 1 stands first on line 2, and that of line 2 on line 3.
            "1:2: '\\u{0}' is a NUL. Save the file as UTF-8 text",
            "2:1: '\\u{0}' is a NUL. Save the file as UTF-8 text",
            "3:1: '\\u{0}' is a NUL. Save the file as UTF-8 text"
        ),
        file(
            "three lines with something each",
            table + Array("massage,\u{202E},4,,2026-01-01,\n\0\nmassage,,4O,,2026-01-01,".utf8),
            "3:9: '\\u{202E}' \(turns)",
            "4:1: '\\u{0}' is a NUL. Save the file as UTF-8 text",
            "5:10: '4O' is not a dollar amount. \(form)"
        ),
    ]
}
