extension ContentCase {
    /// `massage,,` is nine characters, so that the amount begins in column 10.
    static let amounts: [ContentCase] = amountTexts.map { text, shown, words in
        rows(
            "massage,,\(text),,2026-01-01,",
            shown.isEmpty ? "3:10: \(words)" : "3:10: '\(shown)' \(words)"
        )
    }

    private static let sign = "has a sign. \(form)"
    private static let exponent = "has an exponent. \(form)"
    private static let notNumber = "is not a number. \(form)"
    private static let currency = "has a currency sign. \(form)"
    private static let separator = "has a separator between its digits. \(form)"
    private static let blank = "has a blank. \(form)"
    private static let decimals = "has more than two decimals. \(form)"
    private static let digits = "has digits that are not 0 to 9. \(form)"
    private static let noAmount = "is not a dollar amount. \(form)"
    private static let noPrice =
        "is no price. Write an amount of at least 0.01, or leave the row out"
    private static let aboveCap =
        "is above 10000.00, the most that a unit may cost. Write the price of one unit"
    private static let tooLarge = "is larger than any amount. \(form)"

    /// The cell as written, as shown, and what is said of it.
    private static let amountTexts: [(String, String, String)] = [
        ("", "", "the amount is missing. \(form)"),
        ("-40.00", "-40.00", sign),
        ("+40.00", "+40.00", sign),
        ("\u{2212}40.00", "\u{2212}40.00", sign),
        ("--40", "--40", sign),
        ("-0", "-0", sign),
        ("4e1", "4e1", exponent),
        ("4E1", "4E1", exponent),
        ("4.0e+1", "4.0e+1", exponent),
        ("4e-1", "4e-1", exponent),
        ("10e400", "10e400", exponent),
        ("NaN", "NaN", notNumber),
        ("nan", "nan", notNumber),
        ("inf", "inf", notNumber),
        ("-inf", "-inf", notNumber),
        ("Infinity", "Infinity", notNumber),
        ("$40.00", "$40.00", currency),
        ("40.00€", "40.00€", currency),
        ("40 USD", "40 USD", currency),
        ("£40", "£40", currency),
        ("40¢", "40¢", currency),
        ("US$40", "US$40", currency),
        ("\"1,040.00\"", "1,040.00", separator),
        ("1'040.00", "1'040.00", separator),
        ("1_040.00", "1_040.00", separator),
        ("\"40,00\"", "40,00", separator),
        ("\"1.040,00\"", "1.040,00", separator),
        ("40\u{66B}00", "40\u{66B}00", separator),
        ("1 040.00", "1 040.00", blank),
        (" 40.00", " 40.00", blank),
        ("40.00 ", "40.00 ", blank),
        ("1\u{A0}040.00", "1\\u{A0}040.00", blank),
        ("1\u{202F}040.00", "1\\u{202F}040.00", blank),
        ("40.000", "40.000", decimals),
        ("40.001", "40.001", decimals),
        ("0.001", "0.001", decimals),
        ("４０.00", "４０.00", digits),
        ("٤٠", "٤٠", digits),
        ("۴۰.00", "۴۰.00", digits),
        ("४०", "४०", digits),
        ("40²", "40²", digits),
        ("½", "½", digits),
        ("1O4.50", "1O4.50", noAmount),
        ("40.", "40.", noAmount),
        (".50", ".50", noAmount),
        ("40..00", "40..00", noAmount),
        ("40.0.0", "40.0.0", noAmount),
        ("0x28", "0x28", noAmount),
        ("1/2", "1/2", noAmount),
        ("40-", "40-", noAmount),
        ("(40.00)", "(40.00)", noAmount),
        ("40%", "40%", noAmount),
        ("n/a", "n/a", noAmount),
        ("TBD", "TBD", noAmount),
        ("=40", "=40", "begins with =, which a spreadsheet takes for a formula. \(form)"),
        ("@40", "@40", "begins with @, which a spreadsheet takes for a formula. \(form)"),
        ("0", "0", noPrice),
        ("0.0", "0.0", noPrice),
        ("0.00", "0.00", noPrice),
        ("10000.01", "10000.01", aboveCap),
        ("9999999.99", "9999999.99", aboveCap),
        ("10000000", "10000000", aboveCap),
        ("92233720368547758.07", "92233720368547758.07", aboveCap),
        ("92233720368547758.08", "92233720368547758.08", tooLarge),
        ("9999999999999999999999999", "9999999999999999999999999", tooLarge),
        // 41 nines: 39 of them and the mark of the cut are 40 characters.
        (
            String(repeating: "9", count: 41), String(repeating: "9", count: 39) + "…", tooLarge
        ),
    ]

    /// `massage,,40.00,` is fifteen characters, so that the reduced amount begins in column 16.
    static let reducedAmounts: [ContentCase] = reducedTexts.map { text, words in
        rows("massage,,40.00,\(text),2026-01-01,", "3:16: '\(text)' \(words)")
    }

    private static let reducedTexts: [(String, String)] = [
        ("-1", sign),
        ("1e1", exponent),
        ("20.001", decimals),
        ("$20", currency),
        ("0.00", noPrice),
        ("10000.01", aboveCap),
        ("=20", "begins with =, which a spreadsheet takes for a formula. \(form)"),
        (
            "40.01",
            "is above the amount 40.00. Write the lower price of a further procedure, or nothing"
        ),
    ]
}
