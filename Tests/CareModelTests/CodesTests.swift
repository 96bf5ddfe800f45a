import CareModel
import Testing

@Suite("A code")
struct CodesTests {
    @Test("of a procedure is five characters, one letter at most at an end", arguments: Code.codes)
    func procedure(_ code: Code) {
        #expect(ProcedureCode(code.text)?.description == code.expected)
    }

    @Test("that modifies a line is two capitals or digits", arguments: Code.modifiers)
    func modifier(_ code: Code) {
        #expect(Modifier(code.text)?.description == code.expected)
    }

    @Test("for a service is small letters, digits and inner hyphens", arguments: Code.services)
    func service(_ code: Code) {
        #expect(ServiceKey(code.text)?.description == code.expected)
    }

    @Test("for a category is one word in lower camel case", arguments: Code.categories)
    func category(_ code: Code) {
        #expect(ServiceCategory(code.text)?.description == code.expected)
    }
}

extension CodesTests {
    struct Code: CustomTestStringConvertible, Sendable {
        let text: String
        let isAccepted: Bool
        var expected: String? { isAccepted ? text : nil }
        var testDescription: String { text.isEmpty ? "nothing" : text }

        private static func list(accepted: [String], refused: [String]) -> [Code] {
            accepted.map { Code(text: $0, isAccepted: true) }
                + refused.map { Code(text: $0, isAccepted: false) }
        }

        static let codes = list(
            accepted: ["98941", "97110", "G0283", "A4556", "0552T", "00000"],
            refused: [
                "", "9894", "989411", "g0283", "0552t", "98-41", "9894 ", " 9894", "G028G",
                "9G941", "98G41", "٩٨٩٤١", "9894É", "98941\n",
            ]
        )

        static let modifiers = list(
            accepted: ["AT", "25", "GP", "X1", "1X"],
            refused: ["", "A", "ATT", "at", "A-", " T", "Å1", "É"]
        )

        static let services = list(
            accepted: [
                "adjust-spine-3-4", "traction", "x", "3", "a--b", String(repeating: "a", count: 64),
            ],
            refused: [
                "", "-traction", "traction-", "-", "Traction", "adjust_spine", "adjust spine",
                "tracción", String(repeating: "a", count: 65),
            ]
        )

        static let categories = list(
            accepted: [
                "chiropractic", "officeVisit", "x", "xray2", String(repeating: "a", count: 40),
            ],
            refused: [
                "", "OfficeVisit", "2xray", "office-visit", "office visit", "oficinaÑ",
                String(repeating: "a", count: 41),
            ]
        )
    }
}
