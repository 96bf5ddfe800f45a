import CareModel
import Testing

@Suite("Money")
struct MoneyTests {
    @Test("adds, subtracts and multiplies in whole cents")
    func arithmetic() {
        // The example of the type: 118.40 less a copay of 25.00 is 93.40.
        #expect(Money(cents: 118_40) - Money(cents: 25_00) == Money(cents: 93_40))
        #expect(Money(cents: 45_10) + Money(cents: 30_20) == Money(cents: 75_30))
        #expect(Money(cents: 45_10) * 3 == Money(cents: 135_30))
        #expect(-Money(cents: 45_10) == Money(cents: -45_10))

        var total = Money.zero
        total += Money(cents: 45_10)
        total -= Money(cents: 50_00)
        #expect(total == Money(cents: -4_90))
    }

    @Test("compares by amount, below zero too")
    func order() {
        #expect(Money(cents: -1) < .zero)
        #expect(Money(cents: 9_99) < Money(cents: 10_00))
        #expect(!(Money(cents: 10_00) < Money(cents: 10_00)))
    }

    @Test("sums exactly what decimal fractions cannot")
    func sums() {
        // Ten times 0.10 is 1.00; in binary floating point it is not.
        #expect(Array(repeating: Money(cents: 10), count: 10).sum() == Money(cents: 1_00))
        #expect([Money]().sum() == .zero)
    }

    @Test("holds the largest quote that the documents allow, with room to spare")
    func largestQuote() {
        // 9,999,999.99 x 99 units              =         989,999,999.01
        //               x 50 services          =      49,499,999,950.50
        //               x 366 visits           =  18,116,999,981,883.00
        let visit = Array(
            repeating: Money.largestStated * DocumentLimits.units,
            count: DocumentLimits.servicesInVisit
        )
        let total = Array(repeating: visit.sum(), count: DocumentLimits.visits).sum()

        #expect(total.groupedText == "18,116,999,981,883.00")
        // 9,223,372,036,854,775,807 cents fit; 1,811,699,998,188,300 are needed.
        #expect(Int.max / total.cents > 5_000)
    }

    @Test("multiplies units into what a line bills")
    func billed() {
        let line = PricedLine("chiropractic", units: 3, charge: 72_00)

        // 3 x 72.00
        #expect(line.billed == Money(cents: 216_00))
    }
}
