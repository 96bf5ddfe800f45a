import CareModel
import Testing

@Suite("A priced line")
struct PricedLineTests {
    @Test(
        "is allowed the rate of each unit, or the charge where it is lower",
        arguments: Priced.all
    )
    func allowed(_ priced: Priced) throws {
        let line = PricedLine(
            "physicalMedicine",
            units: 3,
            charge: priced.charge,
            allowed: (30_00, priced.reduced),
            reducedUnits: priced.reducedUnits
        )

        #expect(line.billed == Money(cents: 3 * priced.charge))
        #expect(line.rate == Money(cents: priced.rate))
        #expect(line.allowedTotal == Money(cents: priced.allowed))
        #expect(try #require(line.allowedTotal) <= min(line.billed, try #require(line.rate)))
    }

    @Test("has no allowed amount where nobody knows the rate")
    func unknown() {
        let line = PricedLine("physicalMedicine", charge: 72_00)

        #expect(line.rate == nil)
        #expect(line.allowedTotal == nil)
    }

    /// Three units at a rate of 30.00.
    struct Priced: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let charge: Int
        let reduced: Int?
        let reducedUnits: Int
        let rate: Int
        let allowed: Int

        static let all = [
            Priced(
                testDescription: "no unit is reduced",
                charge: 40_00,
                reduced: 20_00,
                reducedUnits: 0,
                rate: 90_00,
                allowed: 90_00
            ),
            Priced(
                testDescription: "two units are reduced: 30.00 and twice 20.00",
                charge: 40_00,
                reduced: 20_00,
                reducedUnits: 2,
                rate: 70_00,
                allowed: 70_00
            ),
            Priced(
                testDescription: "no reduced price is printed",
                charge: 40_00,
                reduced: nil,
                reducedUnits: 2,
                rate: 90_00,
                allowed: 90_00
            ),
            Priced(
                testDescription: "the reduced price lies above the full one",
                charge: 40_00,
                reduced: 35_00,
                reducedUnits: 3,
                rate: 90_00,
                allowed: 90_00
            ),
            Priced(
                testDescription: "the charge lies between: 25.00 and twice 20.00",
                charge: 25_00,
                reduced: 20_00,
                reducedUnits: 2,
                rate: 70_00,
                allowed: 65_00
            ),
            Priced(
                testDescription: "the charge lies below both",
                charge: 15_00,
                reduced: 20_00,
                reducedUnits: 2,
                rate: 70_00,
                allowed: 45_00
            ),
        ]
    }
}
