import CareModel
import Testing

@Suite("Money as text")
struct MoneyTextTests {
    @Test("is read to the cent", arguments: StatedAmount.accepted)
    func reading(_ amount: StatedAmount) throws {
        let money = try #require(Money(decimalText: amount.text))

        #expect(money == Money(cents: amount.cents))
        #expect(Money(decimalText: money.decimalText) == money)
    }

    @Test("is refused when it is anything but digits and two decimals", arguments: Refused.all)
    func refusal(_ refused: Refused) {
        #expect(Money(decimalText: refused.text) == nil)
    }

    @Test("is written with two decimals, with commas, and with a sign", arguments: Written.all)
    func writing(_ written: Written) {
        let money = Money(cents: written.cents)

        #expect(money.decimalText == written.decimal)
        #expect(money.groupedText == written.grouped)
        #expect(money.description == written.spoken)
        var line = Array("7 ".utf8)
        money.writeDecimals(to: &line)
        #expect(line == Array("7 \(written.decimal)".utf8))
    }

    @Test("reads back what it wrote, for every amount up to $200 and around each power of ten")
    func roundTrip() throws {
        var amounts = Array(0...20_000)
        var power = 10
        while power < Money.largestStated.cents {
            amounts += [power - 1, power, power + 1]
            power *= 10
        }
        for cents in amounts {
            let money = Money(cents: cents)
            try #require(Money(decimalText: money.decimalText) == money)
            try #require(money.groupedText.filter { $0 != "," } == money.decimalText)
        }
    }
}

extension MoneyTextTests {
    struct StatedAmount: CustomTestStringConvertible, Sendable {
        let text: String
        let cents: Int
        var testDescription: String { text }

        static let accepted = [
            StatedAmount(text: "45", cents: 45_00),
            StatedAmount(text: "45.1", cents: 45_10),
            StatedAmount(text: "45.10", cents: 45_10),
            StatedAmount(text: "45.01", cents: 45_01),
            StatedAmount(text: "0", cents: 0),
            StatedAmount(text: "0.00", cents: 0),
            StatedAmount(text: "0.05", cents: 5),
            StatedAmount(text: "9999999.99", cents: 999_999_999),
        ]
    }

    struct Refused: CustomTestStringConvertible, Sendable {
        let text: String
        let testDescription: String

        init(_ text: String, _ why: String) {
            self.text = text
            testDescription = why
        }

        static let all = [
            Refused("", "nothing"),
            Refused(".", "a point alone"),
            Refused("45.", "no decimals after the point"),
            Refused(".5", "no digit before the point"),
            Refused("45.100", "three decimals"),
            Refused("45.1.0", "two points"),
            Refused("-1", "a minus sign"),
            Refused("+1", "a plus sign"),
            Refused("1e3", "an exponent"),
            Refused("1,000", "a thousands separator"),
            Refused("45,10", "a decimal comma"),
            Refused(" 1", "a blank before"),
            Refused("1 ", "a blank after"),
            Refused("$1", "a dollar sign"),
            Refused("0x10", "hexadecimal"),
            Refused("1O4.50", "the letter O"),
            Refused("٤٥", "Arabic-Indic digits"),
            Refused("４５", "full-width digits"),
            Refused("10000000.00", "one cent above the largest amount"),
            Refused("10000000", "above the largest amount, without decimals"),
            Refused(String(repeating: "9", count: 40), "forty digits"),
            Refused("0." + String(repeating: "0", count: 40), "forty decimals"),
            Refused("nan", "a word"),
        ]
    }

    struct Written: CustomTestStringConvertible, Sendable {
        let cents: Int
        let decimal: String
        let grouped: String
        let spoken: String
        var testDescription: String { spoken }

        static let all = [
            Written(cents: 0, decimal: "0.00", grouped: "0.00", spoken: "$0.00"),
            Written(cents: 5, decimal: "0.05", grouped: "0.05", spoken: "$0.05"),
            Written(cents: -5, decimal: "-0.05", grouped: "-0.05", spoken: "-$0.05"),
            Written(cents: 99_999, decimal: "999.99", grouped: "999.99", spoken: "$999.99"),
            Written(cents: 100_000, decimal: "1000.00", grouped: "1,000.00", spoken: "$1,000.00"),
            Written(cents: 109_340, decimal: "1093.40", grouped: "1,093.40", spoken: "$1,093.40"),
            Written(
                cents: -100_000,
                decimal: "-1000.00",
                grouped: "-1,000.00",
                spoken: "-$1,000.00"
            ),
            Written(
                cents: -99_999,
                decimal: "-999.99",
                grouped: "-999.99",
                spoken: "-$999.99"
            ),
            Written(
                cents: 99_999_999,
                decimal: "999999.99",
                grouped: "999,999.99",
                spoken: "$999,999.99"
            ),
            Written(
                cents: 999_999_999,
                decimal: "9999999.99",
                grouped: "9,999,999.99",
                spoken: "$9,999,999.99"
            ),
        ]
    }
}
