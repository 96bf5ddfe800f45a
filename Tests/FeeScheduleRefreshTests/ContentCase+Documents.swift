extension ContentCase {
    private static func text(_ text: String, _ says: String) -> ContentCase {
        document(text, "1:\(says)")
    }

    private static let ends =
        "the document ends here, before it is complete. Close what is open"
    private static let twice = "stands twice in the same object. Write it once"
    private static let noNumber = "this is not a number. Write digits, such as 12"
    private static let deep =
        "objects and lists are nested more than 32 deep. No document needs that"

    static let documents: [ContentCase] = [
        text("", "1: is empty. Publish the table"),
        text("{", "2: \(ends)"),
        text("[\"a", "4: \(ends)"),
        text("{\"a\": 1, \"a\": 2}", "10: 'a' \(twice)"),
        text("{\"a\": 1, \"\\u0061\": 2}", "10: 'a' \(twice)"),
        document(
            "{\n  \"a\": { \"é\": 1, \"é\": 2 },\n  \"a\": 3\n}",
            "2:18: 'é' \(twice)",
            "3:3: 'a' \(twice)"
        ),
        text(String(repeating: "[", count: 33), "33: \(deep)"),
        // Five characters an object: the 33rd begins after 160.
        text(String(repeating: "{\"a\":", count: 33), "161: \(deep)"),
        text("{} {}", "4: something follows the end of the document. Write one value only"),
        text("[1,]", "4: this is not a value after the comma. Write a value after the comma here"),
        text("{'a': 1}", "2: this is not a name in quotes. Write a name in quotes here"),
        text("{\"a\" 1}", "6: this is not a colon. Write a colon here"),
        text(
            "[1 2]",
            "4: this is not a comma or the closing bracket. "
                + "Write a comma or the closing bracket here"
        ),
        text("// note", "1: this is not a value. Write a value here"),
        text("[NaN]", "2: this is not a value. Write a value here"),
        text("[nil]", "2: this is not null. Write null here"),
        // The number is read to its end before it is refused.
        text("[01]", "4: \(noNumber)"),
        text("[1.]", "4: \(noNumber)"),
        text("[1e]", "4: \(noNumber)"),
        text("[\"\\x\"]", "4: this is no escape of JSON. Write \\\\ for a backslash"),
        text(
            "[\"\\ud800\"]",
            "9: half of a surrogate pair stands alone. Write the character itself"
        ),
        text(
            "[\"GP\\u202e\"]",
            "2: 'GP\\u{202E}' holds \\u{202E}, a character that turns the order of the text. "
                + "Delete it"
        ),
        text("[\"\\u0000\"]", "2: '\\u{0}' holds \\u{0}, a control character. Delete it"),
        text("[\"a\\nb\"]", "2: 'a\\u{A}b' holds \\u{A}, a control character. Delete it"),
        text(
            "{\"\\u200b\": 1}",
            "2: '\\u{200B}' holds \\u{200B}, a character that nobody sees. Delete it"
        ),
        text(
            "\u{FEFF}{}",
            "1: '\\u{FEFF}' is a byte order mark, which JSON does not have. "
                + "Save the document without one"
        ),
        text(
            "[\"\u{202E}\"]",
            "3: '\\u{202E}' is a character that turns the order of the text. Delete it"
        ),
        text("{}\0", "3: '\\u{0}' is a NUL. Save the file as UTF-8 text"),
        text(
            "{\r}",
            "2: '\\u{D}' is a carriage return without a line feed. End each line with both"
        ),
        text(
            "[\"a\tb\"]",
            "4: a control character stands in this text. Write it as an escape, such as \\n"
        ),
        ContentCase(
            "a document in Latin-1",
            "clinics/harbor-spine/clinic.json",
            [0x5B, 0x22, 0xE9, 0x22, 0x5D],
            says: [
                "clinics/harbor-spine/clinic.json:1:3: '\\xE9' is a byte that is not UTF-8. "
                    + "Save the file as UTF-8"
            ]
        ),
        ContentCase(
            "a document on one line of 4,097 bytes",
            "rules/payers.json",
            Array("[\"\(String(repeating: "a", count: 4_093))\"]".utf8),
            says: [
                "rules/payers.json:1:1: the line holds 4097 bytes, and at most 4096 are read. "
                    + "Break it into several"
            ]
        ),
    ]

    private static let servicesHeader =
        "service,code,category,unit,service_type,words_en,words_es,source\n"

    private static func services(_ rows: String, _ says: String...) -> ContentCase {
        ContentCase(
            "the services \(rows.debugDescription)",
            "services.csv",
            Array((servicesHeader + rows + "\n").utf8),
            says: says.map { "services.csv:2:\($0)" }
        )
    }

    private static func formula(_ sign: String) -> String {
        "begins with \(sign), which a spreadsheet takes for a formula. "
            + "Write text that begins with a letter or a digit"
    }

    /// `massage,97124,physicalMedicine,once,98,` is 39 characters: the code begins in column 9, the
    /// unit in 32, the English words in 40; with `massage,` the Spanish ones in 48.
    static let servicesTables: [ContentCase] = [
        services(
            "massage,97124,physicalMedicine,once,98,=1,masaje,own",
            "40: '=1' \(formula("="))"
        ),
        services(
            "massage,97124,physicalMedicine,once,98,massage,@m,own",
            "48: '@m' \(formula("@"))"
        ),
        services(
            "massage,97124,physicalMedicine,once,98,massage,masaje,+own",
            "55: '+own' \(formula("+"))"
        ),
        services(
            "massage,-1,physicalMedicine,once,98,massage,masaje,own",
            "9: '-1' \(formula("-"))"
        ),
        services(
            "massage,9712,physicalMedicine,once,98,massage,masaje,own",
            "9: '9712' is not a procedure code such as 98941, or nothing. "
                + "Write a procedure code such as 98941, or nothing"
        ),
        services(
            "massage,97124,physicalMedicine,hour,98,massage,masaje,own",
            "32: 'hour' is not a unit: once, minutes15 or item. "
                + "Write a unit: once, minutes15 or item"
        ),
        services(
            "massage,97124,physicalMedicine,once,98,massage,,own",
            "48: is empty or longer than 500 characters. Write a few words"
        ),
        services(
            "massage,97124,physicalMedicine",
            "31: the row has 3 cells. Write 8, one for each column, "
                + "with quotes around a cell that holds a comma"
        ),
        ContentCase(
            "services under another header",
            "services.csv",
            Array("service,kode\n".utf8),
            says: [
                "services.csv:1:9: 'kode' stands where the column code should. "
                    + "Write 'service,code,category,unit,service_type,words_en,words_es,source'"
            ]
        ),
    ]

    static let otherFiles: [ContentCase] =
        [
            "medicare/2026/rvu.csv", "rules/same-day.json", "notes.txt", "parameters/a.json",
            "clinics/harbor-spine/notes.csv",
            "schedules/a/b.csv",
        ].map { name in
            ContentCase(
                "the file \(name)",
                name,
                Array((header + right).utf8),
                says: ["\(name): is no table that a refresh installs. Leave it out"]
            )
        } + [
            ContentCase(
                "charges in another folder's file",
                "clinics/harbor-spine/charges.csv",
                Array((header + "massage,,4O,,2026-01-01,\n").utf8),
                says: [
                    "clinics/harbor-spine/charges.csv:2:10: '4O' is not a dollar amount. \(form)"
                ]
            ),
            ContentCase(
                "self-pay prices",
                "clinics/harbor-spine/self-pay.csv",
                Array((header + "massage,,-4,,2026-01-01,\n").utf8),
                says: ["clinics/harbor-spine/self-pay.csv:2:10: '-4' has a sign. \(form)"]
            ),
        ]
}
