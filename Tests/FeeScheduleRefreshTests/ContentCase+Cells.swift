extension ContentCase {
    private static func formula(_ sign: String) -> String {
        "begins with \(sign), which a spreadsheet takes for a formula. "
            + "Write text that begins with a letter or a digit"
    }

    private static let unknown =
        "is not a service of services.csv. Write a key that stands there"

    static let servicesAndModifiers: [ContentCase] =
        serviceTexts.map { text, says in
            rows("\(text),,40.00,,2026-01-01,", "3:1: \(says)")
        }
        + modifierTexts.map { text, says in
            // "massage," is eight characters, so that the modifier begins in column 9.
            rows("massage,\(text),40.00,,2026-01-01,", "3:9: '\(text)' \(says)")
        }

    private static let serviceTexts: [(String, String)] = [
        ("", "the service is missing. Write its key, such as adjust-spine-3-4"),
        (
            "98941", "'98941' is a procedure code. Write the key of its service, adjust-spine-3-4"
        ),
        ("99999", "'99999' \(unknown)"),
        ("G0283", "'G0283' \(unknown)"),
        ("9894", "'9894' \(unknown)"),
        ("Massage", "'Massage' \(unknown)"),
        ("massage ", "'massage ' \(unknown)"),
        ("adjust spine 1-2", "'adjust spine 1-2' \(unknown)"),
        ("másaje", "'másaje' \(unknown)"),
        // A key of 50 letters: 39 and the mark of the cut are shown.
        (
            String(repeating: "a", count: 50),
            "'\(String(repeating: "a", count: 39))…' \(unknown)"
        ),
        ("=massage", "'=massage' \(formula("="))"),
        ("+massage", "'+massage' \(formula("+"))"),
        ("-massage", "'-massage' \(formula("-"))"),
        ("@massage", "'@massage' \(formula("@"))"),
        ("\"=1+2\"\",\"\"\"", "'=1+2\",\"' \(formula("="))"),
    ]

    private static let noModifier =
        "is not a modifier. Write two capital letters or digits such as GP, or nothing"

    private static let modifierTexts: [(String, String)] = [
        ("gp", noModifier), ("G", noModifier), ("GPX", noModifier), ("G P", noModifier),
        ("ＧＰ", noModifier), ("é", noModifier), ("=G", formula("=")), ("-G", formula("-")),
        ("+1", formula("+")), ("@@", formula("@")),
    ]

    private static let noDay =
        "is not a day of the calendar. Write YYYY-MM-DD, such as 2026-01-01"

    /// `massage,,40.00,,` is sixteen characters and a day ten more and a comma.
    static let days: [ContentCase] =
        [
            "2026-13-01", "2026-02-29", "2026-00-10", "2026-01-32", "01/01/2026", "2026-1-1",
            "20260101", "0226-01-01", "2200-01-01", "2026-01-01T00:00", "today", " 2026-01-01",
            "２０２６-01-01",
        ].map { rows("massage,,40.00,,\($0),", "3:17: '\($0)' \(noDay)") }
        + ["2026-13-01", "2027-02-29", "31.12.2026", "never"].map {
            rows("massage,,40.00,,2026-01-01,\($0)", "3:28: '\($0)' \(noDay)")
        }
        + [
            rows(
                "massage,,40.00,,,",
                "3:17: the day is missing. Write YYYY-MM-DD, such as 2026-01-01"
            ),
            rows("massage,,40.00,,=TODAY(),", "3:17: '=TODAY()' \(formula("="))"),
            rows("massage,,40.00,,-2026-01-01,", "3:17: '-2026-01-01' \(formula("-"))"),
            rows("massage,,40.00,,2026-01-01,=1", "3:28: '=1' \(formula("="))"),
            rows(
                "massage,,40.00,,2026-01-01,2025-12-31",
                "3:28: '2025-12-31' lies before effective_from 2026-01-01. "
                    + "Write a later day, or nothing"
            ),
        ]

    private static func count(_ cells: Int) -> String {
        "the row has \(cells) cells. Write 6, one for each column, with quotes around a cell that "
            + "holds a comma"
    }

    static let cells: [ContentCase] = [
        // 26 characters, so that the sixth cell is missing in column 27.
        rows("massage,,40.00,,2026-01-01", "3:27: \(count(5))"),
        rows("massage,,40.00,,2026-01-01,,", "3:29: \(count(7))"),
        rows("massage,,1,040.00,,2026-01-01,", "3:31: \(count(7))"),
        rows("massage", "3:8: \(count(1))"),
        rows(" ", "3:2: \(count(1))"),
        rows("massage;;40.00;;2026-01-01;", "3:28: \(count(1))"),
        rows(
            "\"massage,,40.00,,2026-01-01,",
            "3:1: '\"massage,,40.00,,2026-01-01,' the quote that opens here is not closed on its "
                + "line. Close it"
        ),
        rows(
            "massage,,\"40.00,,2026-01-01,",
            "3:10: '\"40.00,,2026-01-01,' the quote that opens here is not closed on its line. "
                + "Close it"
        ),
        rows(
            "massage,\"GP\nmassage\",,40.00,,2026-01-01,",
            "3:9: '\"GP' the quote that opens here is not closed on its line. Close it",
            "4:8: '\",,40.00,,2026-01-01,' a quote stands in the middle of a cell. "
                + "Put quotes around the whole cell and write a quote in it twice"
        ),
        rows(
            "mass\"age\",,40.00,,2026-01-01,",
            "3:5: '\"age\",,40.00,,2026-01-01,' a quote stands in the middle of a cell. "
                + "Put quotes around the whole cell and write a quote in it twice"
        ),
        rows(
            "\"massage\"x,,40.00,,2026-01-01,",
            "3:10: 'x,,40.00,,2026-01-01,' text follows the quote that closes the cell. "
                + "Write a quote in a cell twice"
        ),
        // Every cell of a row is looked at: they begin in columns 1, 4, 6, 9, 12 and 14.
        rows(
            "=x,@,$1,-2,1,2",
            "3:1: '=x' \(formula("="))",
            "3:4: '@' \(formula("@"))",
            "3:6: '$1' has a currency sign. \(form)",
            "3:9: '-2' has a sign. \(form)",
            "3:12: '1' \(noDay)",
            "3:14: '2' \(noDay)"
        ),
        // A comma inside quotes moves the columns after it by the two quotes.
        rows("\"massage\",,4O,,2026-01-01,", "3:12: '4O' is not a dollar amount. \(form)"),
    ]
}
