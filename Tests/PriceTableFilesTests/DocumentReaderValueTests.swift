import CareModel
import PriceTableFiles
import Testing

@Suite("A value of a document")
struct DocumentReaderValueTests {
    @Test("that is wrong says why and what to write", arguments: WrongValue.all)
    func wrong(_ value: WrongValue) {
        let reader = DocumentReader(Array(value.json.utf8))
        let isRead = value.read(reader)
        reader.end()

        #expect(!isRead)
        #expect(reader.findings.map(\.message) == [value.message])
        #expect(reader.findings.map(\.found) == [value.json])
    }

    @Test(
        "that is an amount is read to the cent",
        arguments: [
            ("\"45.10\"", 45_10), ("\"45.1\"", 45_10), ("\"45\"", 45_00), ("25", 25_00),
            ("0", 0), ("\"0.01\"", 1), ("\"9999999.99\"", 999_999_999), ("9999999", 999_999_900),
        ]
    )
    func money(_ json: String, _ cents: Int) {
        let reader = DocumentReader(Array(json.utf8))

        #expect(reader.money() == Money(cents: cents))
        #expect(reader.findings.isEmpty)
    }

    @Test(
        "that is a fraction is read to the ninth decimal",
        arguments: [
            ("\"0\"", 0), ("\"0.20\"", 200_000_000), ("\"1\"", 1_000_000_000),
            ("\"1.00\"", 1_000_000_000), ("\"0.000000001\"", 1),
        ]
    )
    func percentage(_ json: String, _ billionths: Int) {
        let reader = DocumentReader(Array(json.utf8))

        #expect(reader.percentage() == Percentage(billionths: billionths))
        #expect(reader.findings.isEmpty)
    }
}

/// A value, the reader that expects another, and the message.
struct WrongValue: Sendable, CustomTestStringConvertible {
    let json: String
    let message: String
    let read: @Sendable (DocumentReader) -> Bool

    var testDescription: String { "\(json): \(message)" }

    private static let amount =
        "is not an amount. Write digits and at most two decimals, up to 9999999.99, such as "
        + "\"45.10\""
    private static let fraction =
        "is not a fraction. Write text from \"0\" to \"1\" with at most 9 decimals, such as "
        + "\"0.20\" for 20 percent"
    private static let unknown =
        "is a term that nobody knows, and this version needs it. Ask the insurer"
    private static let day =
        "is not a day of the calendar. Write YYYY-MM-DD, such as \"2026-11-23\""

    private enum Color: String, CaseIterable { case red, green }

    static let all = amounts + fractions + others

    private static let amounts = [
        ("\"45.105\"", amount), ("\"$45\"", amount), ("\"1,000.00\"", amount),
        ("\"-5.00\"", amount),
        ("-5", amount), ("\"10000000.00\"", amount), ("10000000", amount), ("\"\"", amount),
        ("\" 5\"", amount), ("\"5.\"", amount), ("\".5\"", amount), ("true", amount),
        ("\"٤٥\"", amount),
        ("45.10", "is a number with a fraction. Write the amount as text, such as \"45.10\""),
        ("25.0", "is a number with a fraction. Write the amount as text, such as \"45.10\""),
        ("\"unknown\"", unknown),
    ]
    .map { json, message in WrongValue(json: json, message: message) { $0.money() != nil } }

    private static let fractions = [
        ("\"20\"", "is 20 times the price; write \"0.20\" for 20 percent"),
        ("\"2\"", "is 2 times the price; write \"0.02\" for 2 percent"),
        ("\"80\"", "is 80 times the price; write \"0.80\" for 80 percent"),
        ("\"100\"", "is 100 times the price; write \"1.00\" for 100 percent"),
        (
            "\"1.5\"",
            "is more than the whole price. Write a fraction from \"0\" to \"1\""
        ),
        (
            "\"1.000000001\"",
            "is more than the whole price. Write a fraction from \"0\" to \"1\""
        ),
        ("\"0.1234567891\"", fraction), ("\"20%\"", fraction), ("\"-0.2\"", fraction),
        ("\"unknown\"", unknown),
        (
            "0.20",
            "is not a fraction as text, such as \"0.20\". "
                + "Write a fraction as text, such as \"0.20\" here"
        ),
    ]
    .map { json, message in WrongValue(json: json, message: message) { $0.percentage() != nil } }

    private static let others = [
        WrongValue(json: "\"2026-02-30\"", message: day) { $0.date() != nil },
        WrongValue(json: "\"2026-2-3\"", message: day) { $0.date() != nil },
        WrongValue(json: "\"0226-02-03\"", message: day) { $0.date() != nil },
        WrongValue(json: "20260203", message: "is not a date as text. Write a date as text here") {
            $0.date() != nil
        },
        WrongValue(
            json: "100",
            message: "is not a number of units. Write a whole number from 1 to 99"
        ) { $0.integer(in: 1...99, of: "units") != nil },
        WrongValue(
            json: "1.5",
            message: "is not a number of units. Write a whole number from 1 to 99"
        ) { $0.integer(in: 1...99, of: "units") != nil },
        WrongValue(
            json: "99999999999999999999",
            message: "is not a number of units. Write a whole number from 1 to 99"
        ) { $0.integer(in: 1...99, of: "units") != nil },
        WrongValue(json: "\"3\"", message: "is not a number. Write a number here") {
            $0.integer(in: 1...99, of: "units") != nil
        },
        WrongValue(json: "\"blue\"", message: "is not known here. Write one of: red, green") {
            $0.choice(Color.self) != nil
        },
        WrongValue(json: "\"unknown\"", message: unknown) { $0.choice(Color.self) != nil },
        WrongValue(json: "1", message: "is not text. Write text here") { $0.words() != nil },
        WrongValue(
            json: "\"\"",
            message: "is not a line of text. Write 1 to 2,000 characters on one line"
        ) { $0.words() != nil },
        WrongValue(
            json: #""two\nlines""#,
            message: "is not a line of text. Write 1 to 2,000 characters on one line"
        ) { $0.words() != nil },
        WrongValue(
            json: "\"true\"",
            message: "is not true or false. Write true or false here"
        ) { $0.boolean() != nil },
        WrongValue(
            json: "\"9894\"",
            message: "is not a procedure code. Write a procedure code here"
        ) { $0.parsed(as: "a procedure code", ProcedureCode.init) != nil },
    ]
}
