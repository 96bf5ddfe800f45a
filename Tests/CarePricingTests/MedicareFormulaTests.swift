import CareModel
import CarePricing
import TestSupport
import Testing

@Suite("Medicare's formula")
struct MedicareFormulaTests {
    @Test("makes the amounts that CMS published for 2025", arguments: try MedicareOracle.all())
    func published(_ row: MedicareOracle) {
        let formula = MedicareFormula.law
        func amount(_ value: RelativeValue, _ setting: RelativeValue.Setting) -> Money {
            formula.amount(value, in: row.index, at: row.factor, setting: setting)
        }

        #expect(amount(row.value, .nonfacility) == row.nonfacility)
        #expect(amount(row.value, .facility) == row.facility)
    }

    @Test(
        "makes the caps of the hospital payment system that CMS published for 2025",
        arguments: try MedicareOracle.all().filter { $0.capped != nil }
    )
    func publishedCaps(_ row: MedicareOracle) throws {
        let capped = try #require(row.capped)
        func cap(_ setting: RelativeValue.Setting) -> Money {
            MedicareFormula.law.amount(capped, in: row.index, at: row.factor, setting: setting)
        }

        #expect(cap(.nonfacility) == row.nonfacilityCap)
        #expect(cap(.facility) == row.facilityCap)
    }

    @Test("is held against 121 amounts and 28 caps, in two localities")
    func oracleSize() throws {
        let rows = try MedicareOracle.all()

        #expect(rows.count == 121)
        #expect(rows.filter { $0.capped != nil }.count == 28)
        #expect(rows.contains { $0.name == "98941 in 01182-72" })
        #expect(rows.contains { $0.name == "98941 in 10112-00" })
    }

    // 98941 in San Diego, 2025: 0.71 × 1.028 + 0.47 × 1.191 + 0.01 × 0.572 is 0.72988 + 0.55977
    // + 0.00572 = 1.29537 units, and × 32.3465 = 41.9006857.
    @Test("rounds once, at the end")
    func roundsOnce() throws {
        let row = try #require(
            try MedicareOracle.all().first { $0.name == "98941 in 01182-72" }
        )
        let amount = MedicareFormula.law.amount(row.value, in: row.index, at: row.factor)

        #expect(amount == Money(cents: 41_90))
        // Units rounded first: 0.73 + 0.56 + 0.01 = 1.30, and × 32.3465 = 42.05.
        #expect(row.roundingUnits == Money(cents: 42_05))
        // Dollars rounded first: 23.61 + 18.11 + 0.19 = 41.91.
        #expect(row.roundingDollars == Money(cents: 41_91))
    }

    @Test("is not met by rounding each product, in most rows")
    func roundingEachProductFails() throws {
        let rows = try MedicareOracle.all()

        #expect(rows.filter { $0.roundingUnits != $0.nonfacility }.count > rows.count / 2)
        #expect(rows.contains { $0.roundingDollars != $0.nonfacility })
    }

    // The sum 0.005 of a dollar: one hundredth of a unit × an index of 1 × a factor of 0.5.
    @Test("rounds half a cent up")
    func halfCent() {
        let place = SourcePlace(file: "", row: 2)
        let value = RelativeValue(
            code: .spelled("98941"),
            status: "A",
            work: 1,
            nonfacilityPracticeExpense: 0,
            facilityPracticeExpense: 0,
            malpractice: 0,
            place: place
        )
        let index = GeographicIndex(
            work: 1_000,
            practiceExpense: 1_000,
            malpractice: 1_000,
            place: place
        )
        func amount(_ tenThousandths: Int) -> Money {
            let factor = ConversionFactor(tenThousandths: tenThousandths)
            return MedicareFormula.law.amount(value, in: index, at: factor)
        }

        #expect(amount(4_999) == .zero)
        #expect(amount(5_000) == Money(cents: 1))
    }

    // 90.08 × 1.0925 = 98.4124, and 26.35 × 1.0925 = 28.787375. Two steps make 85.58 of the
    // first, and 85.58 × 1.15 = 98.417, a cent too much.
    @Test("makes the limiting charge in one step")
    func limitingCharge() {
        let formula = MedicareFormula.law
        let twoSteps = Percentage.spelled("1.15").of(
            formula.nonParticipatingAmount(of: Money(cents: 90_08))
        )

        #expect(formula.limitingCharge(of: Money(cents: 90_08)) == Money(cents: 98_41))
        #expect(formula.limitingCharge(of: Money(cents: 26_35)) == Money(cents: 28_79))
        #expect(twoSteps == Money(cents: 98_42))
    }

    // 41.90 × 0.95 is 39.805 exactly, 28.96 × 0.95 = 27.512, and 54.07 × 0.95 = 51.3665.
    @Test("pays a clinic that does not participate 95 percent, half a cent up")
    func nonParticipating() {
        let formula = MedicareFormula.law

        #expect(formula.nonParticipatingAmount(of: Money(cents: 41_90)) == Money(cents: 39_81))
        #expect(formula.nonParticipatingAmount(of: Money(cents: 28_96)) == Money(cents: 27_51))
        #expect(formula.nonParticipatingAmount(of: Money(cents: 54_07)) == Money(cents: 51_37))
    }
}

extension MedicareOracle {
    /// The amount if each product of units were rounded to hundredths.
    fileprivate var roundingUnits: Money {
        let units = products.map { ($0 + 500) / 1_000 }.reduce(0, +)
        return Money(cents: (units * factor.tenThousandths + 5_000) / 10_000)
    }

    /// The amount if each product of dollars were rounded to the cent.
    fileprivate var roundingDollars: Money {
        let cent = 10_000_000
        return Money(
            cents: products.map { ($0 * factor.tenThousandths + cent / 2) / cent }.reduce(0, +)
        )
    }

    /// Units times indices, in hundred-thousandths.
    private var products: [Int] {
        [
            value.work * index.work,
            value.nonfacilityPracticeExpense * index.practiceExpense,
            value.malpractice * index.malpractice,
        ]
    }
}
