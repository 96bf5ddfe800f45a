import CareModel
import PriceTableFiles
import Testing

@Suite("The change of a price")
struct TableDiffPercentTests {
    /// A price, the next one, and the words; the percentage is worked by hand.
    struct Change: CustomTestStringConvertible {
        let testDescription: String
        let old: Int
        let new: Int
        let words: String

        init(_ name: String, _ old: Int, _ new: Int, _ words: String) {
            testDescription = name
            self.old = old
            self.new = new
            self.words = words
        }
    }

    static let worked = [
        Change("1.10 of 45.10 is 2.439 %", 45_10, 46_20, "45.10 becomes 46.20 (+2.4 %)"),
        Change("0.46 of 23.08 is 1.993 %", 23_08, 23_54, "23.08 becomes 23.54 (+2.0 %)"),
        Change("0.01 of 8.00 is 0.125 %", 8_00, 8_01, "8.00 becomes 8.01 (+0.1 %)"),
        Change("0.05 of 100.00 is half a tenth", 100_00, 100_05, "100.00 becomes 100.05 (+0.1 %)"),
        Change("0.04 of 100.00 is less", 100_00, 100_04, "100.00 becomes 100.04 (+0.0 %)"),
        Change("a fall reads like a rise", 100_00, 99_95, "100.00 becomes 99.95 (-0.1 %)"),
        Change("to nothing, all of it", 45_10, 0, "45.10 becomes 0.00 (-100.0 %)"),
        Change("from nothing, no percentage", 0, 45_10, "0.00 becomes 45.10"),
        Change(
            "the largest amount from one cent",
            1,
            999_999_999,
            "0.01 becomes 9999999.99 (+99999999800.0 %)"
        ),
    ]

    @Test("is rounded half up to a tenth of a percent", arguments: worked)
    func words(_ change: Change) {
        let price = PriceChange(old: Money(cents: change.old), new: Money(cents: change.new))

        #expect(price.description == change.words)
    }
}
