import CareModel
import TestSupport
import Testing

@Suite("A percentage")
struct PercentageTests {
    @Test("of an amount is rounded half up to the cent", arguments: Share.worked)
    func rounding(_ share: Share) throws {
        let part = try #require(Percentage(decimalText: share.part))

        #expect(part.of(Money(cents: share.cents)) == Money(cents: share.expected))
    }

    @Test("of an amount and the rest of it make up the amount, where no half is in play")
    func complement() throws {
        // Both shares rounded would lose or gain a cent only where a half cent is shared: then
        // each of the two is rounded up.
        for billionths in stride(from: 0, through: 1_000_000_000, by: 50_000_000) {
            let part = Percentage(billionths: billionths)
            let rest = Percentage(billionths: 1_000_000_000 - billionths)
            for cents in 0...400 {
                let amount = Money(cents: cents)
                let isHalf = cents * billionths % 1_000_000_000 == 500_000_000
                let sum = part.of(amount) + rest.of(amount)
                try #require(sum == amount + Money(cents: isHalf ? 1 : 0))
            }
        }
    }

    @Test("agrees with long division, for amounts of either sign and any size")
    func longDivision() throws {
        var random = SplitMix64(seed: 11)
        for _ in 0..<20_000 {
            let digits = Int.random(in: 1...15, using: &random)
            let bound = (0..<digits).reduce(1) { power, _ in power * 10 }
            let cents = Int.random(in: -bound...bound, using: &random)
            let billionths = Int.random(in: 0...1_000_000_000, using: &random)

            let computed = Percentage(billionths: billionths).of(Money(cents: cents))
            try #require(
                computed.cents == Self.byHand(cents, billionths),
                "seed 11: \(cents) cents, \(billionths) billionths"
            )
        }
    }

    @Test("of the largest quote is exact")
    func largestQuote() throws {
        // The total is worked out in "holds the largest quote that the documents allow".
        let total = Money(cents: 1_811_699_998_188_300)
        let fifth = try #require(Percentage(decimalText: "0.20"))
        let billionth = try #require(Percentage(decimalText: "0.000000001"))
        let tenfold = try #require(Percentage(decimalText: "10"))

        // 1,811,699,998,188,300 / 5 = 362,339,999,637,660
        #expect(fifth.of(total) == Money(cents: 362_339_999_637_660))
        // 1,811,699.998,188,3 rounds to 1,811,700
        #expect(billionth.of(total) == Money(cents: 1_811_700))
        #expect(Percentage.whole.of(total) == total)
        #expect(tenfold.of(total) == Money(cents: 18_116_999_981_883_000))
    }

    @Test("is read from at most nine decimals", arguments: Stated.all)
    func reading(_ stated: Stated) {
        #expect(Percentage(decimalText: stated.text)?.billionths == stated.billionths)
    }

    @Test("is written as a fraction and as people say it", arguments: Worded.all)
    func writing(_ worded: Worded) {
        let part = Percentage(billionths: worded.billionths)

        #expect(part.decimalText == worded.decimal)
        #expect(part.description == worded.spoken)
        #expect(Percentage(decimalText: part.decimalText) == part)
    }

    @Test("is written with a sign below zero, though no document may state that")
    func negative() {
        #expect(Percentage(billionths: -125_000_000).description == "-12.5 %")
        #expect(Percentage(billionths: -1_050_000_000).decimalText == "-1.05")
    }

    @Test("compares by size")
    func order() {
        #expect(Percentage.zero < .whole)
        #expect(!(Percentage.whole < .whole))
        #expect(Percentage(billionths: 1_000_000_001) > .whole)
    }

    /// The part as schoolbook division gives it: in two halves of the billion, so that nothing
    /// needs more than 64 bits, and rounded by looking at the remainder.
    private static func byHand(_ cents: Int, _ billionths: Int) -> Int {
        let magnitude = abs(cents)
        // magnitude = a x 10^9 + b, so magnitude x part = a x part + b x part / 10^9.
        let whole = magnitude / 1_000_000_000 * billionths
        let partial = magnitude % 1_000_000_000 * billionths
        let quotient = whole + partial / 1_000_000_000
        let remainder = partial % 1_000_000_000
        if cents >= 0 { return remainder >= 500_000_000 ? quotient + 1 : quotient }
        // Half up is toward the greater number: -2.5 becomes -2.
        return remainder > 500_000_000 ? -quotient - 1 : -quotient
    }
}

extension PercentageTests {
    struct Share: CustomTestStringConvertible, Sendable {
        let part: String
        let cents: Int
        let expected: Int
        var testDescription: String { "\(part) of \(cents) cents" }

        static let worked = [
            // 20 % of 45.10 is 9.02 exactly.
            Share(part: "0.20", cents: 45_10, expected: 9_02),
            // 10 % of 87.27 is 8.727: the explanation of benefits that FSBP-EOB cites prints 8.73.
            Share(part: "0.10", cents: 87_27, expected: 8_73),
            // Half a cent goes up: 0.5, 1.5 and 2.5 cents.
            Share(part: "0.50", cents: 1, expected: 1),
            Share(part: "0.50", cents: 3, expected: 2),
            Share(part: "0.50", cents: 5, expected: 3),
            // Up is toward the greater number below zero as well: -0.5, -1.5 and -2.5 cents.
            Share(part: "0.50", cents: -1, expected: 0),
            Share(part: "0.50", cents: -3, expected: -1),
            Share(part: "0.50", cents: -5, expected: -2),
            // Just below and just above a half: 0.4999 and 0.5001 cents.
            Share(part: "0.4999", cents: 1, expected: 0),
            Share(part: "0.5001", cents: 1, expected: 1),
            Share(part: "0.4999", cents: -1, expected: 0),
            Share(part: "0.5001", cents: -1, expected: -1),
            // A third of a dollar, of two, of three: 33.33, 66.67 and 100.00 cents.
            Share(part: "0.333333333", cents: 1_00, expected: 33),
            Share(part: "0.666666667", cents: 1_00, expected: 67),
            // Exact below zero.
            Share(part: "0.20", cents: -45_10, expected: -9_02),
            Share(part: "0", cents: 45_10, expected: 0),
            Share(part: "1", cents: 45_10, expected: 45_10),
            Share(part: "1.40", cents: 45_10, expected: 63_14),
        ]
    }

    struct Stated: CustomTestStringConvertible, Sendable {
        let text: String
        let billionths: Int?
        var testDescription: String { text.isEmpty ? "nothing" : text }

        static let all = [
            Stated(text: "0", billionths: 0),
            Stated(text: "1", billionths: 1_000_000_000),
            Stated(text: "0.2", billionths: 200_000_000),
            Stated(text: "0.20", billionths: 200_000_000),
            Stated(text: "0.123456789", billionths: 123_456_789),
            Stated(text: "10", billionths: 10_000_000_000),
            Stated(text: "0.1234567890", billionths: nil),
            Stated(text: "10.000000001", billionths: nil),
            Stated(text: "20", billionths: nil),
            Stated(text: "20%", billionths: nil),
            Stated(text: ".2", billionths: nil),
            Stated(text: "1.", billionths: nil),
            Stated(text: "-0.2", billionths: nil),
            Stated(text: "2e-1", billionths: nil),
            Stated(text: "", billionths: nil),
            Stated(text: String(repeating: "1", count: 40), billionths: nil),
        ]
    }

    struct Worded: CustomTestStringConvertible, Sendable {
        let billionths: Int
        let decimal: String
        let spoken: String
        var testDescription: String { decimal }

        static let all = [
            Worded(billionths: 0, decimal: "0.00", spoken: "0 %"),
            Worded(billionths: 200_000_000, decimal: "0.20", spoken: "20 %"),
            Worded(billionths: 125_000_000, decimal: "0.125", spoken: "12.5 %"),
            Worded(billionths: 50_000_000, decimal: "0.05", spoken: "5 %"),
            Worded(billionths: 5_000_000, decimal: "0.005", spoken: "0.5 %"),
            Worded(billionths: 333_333_333, decimal: "0.333333333", spoken: "33.3333333 %"),
            Worded(billionths: 1, decimal: "0.000000001", spoken: "0.0000001 %"),
            Worded(billionths: 1_000_000_000, decimal: "1.00", spoken: "100 %"),
            Worded(billionths: 1_400_000_000, decimal: "1.40", spoken: "140 %"),
        ]
    }
}
