import CareCoverage
import CareModel
import Testing

@Suite("A deductible that is carried over (S12)")
struct CarryoverTests {
    @Test("credits the last months of the year to the next", arguments: Carried.all)
    func left(_ carried: Carried) throws {
        var adjudicator = Adjudicator(
            plan: carried.plan,
            network: .inNetwork,
            accumulators: carried.used
        )
        for (date, cents) in carried.applied {
            let line = PricedLine(charge: cents, allowed: cents)
            _ = try adjudicator.adjudicate([line], on: day(date))
        }

        #expect(adjudicator.deductibleLeft(on: day(carried.date)) == carried.left.cents)
    }

    @Test("is asked on the next year's first line, which takes only what is left")
    func nextYear() throws {
        // 150.00 in November count for 2027: 350.00 are left of 500.00.
        let (_, after) = try WorkedEpisode(
            "over the new year",
            Self.plan(),
            used: Self.used(met: 0, family: 0, months: [:]),
            visits: [
                PlannedVisit("2026-11-02", [PricedLine(charge: 150_00, allowed: 150_00)]),
                PlannedVisit("2027-01-04", [PricedLine(charge: 450_00, allowed: 450_00)]),
            ],
            expect: [
                Split(deductible: 150_00),
                Split(deductible: 350_00, coinsurance: 20_00, plan: 80_00),
            ]
        ).check()

        #expect(after.deductible.individual == 500_00.cents)
        #expect(after.deductibleByMonth == [1: 350_00.cents])
    }

    @Test("counts for the person and for the family, and for no category")
    func tiers() throws {
        let plan = Self.plan(
            family: 900_00,
            byCategory: [.xray: 60_00.cents],
            maximum: 700_00
        )
        let (_, after) = try WorkedEpisode(
            "an image in December, and one in January",
            plan,
            used: Accumulators(
                asOf: day("2026-12-01"),
                deductible: Accumulators.Tier(individual: .zero, family: 250_00.cents),
                deductibleByCategory: [.xray: .zero],
                outOfPocket: Accumulators.Tier(individual: .zero),
                deductibleByMonth: [:]
            ),
            visits: PlannedVisit.each(
                ["2026-12-10", "2027-01-05"],
                PricedLine(.xray, charge: 100_00, allowed: 100_00)
            ),
            // The image's own deductible of 60.00 begins anew, and 60.00 of December are carried.
            expect: [
                Split(deductible: 60_00, coinsurance: 8_00, plan: 32_00),
                Split(deductible: 60_00, coinsurance: 8_00, plan: 32_00),
            ]
        ).check()

        #expect(after.deductible.individual == 120_00.cents)
        // Only the person's own 60.00 are carried, not the family's 250.00.
        #expect(after.deductible.family == 120_00.cents)
        #expect(after.deductibleByCategory == [.xray: 60_00.cents])
        // Never to the maximum: January's 68.00 alone.
        #expect(after.outOfPocket.individual == 68_00.cents)
    }

    @Test("of a trimmed share credits what was really paid")
    func trimmed() throws {
        // 40.00 are left under the maximum, so that 40.00 of 100.00 go to the deductible.
        let plan = Self.plan(maximum: 700_00)
        var adjudicator = Adjudicator(
            plan: plan,
            network: .inNetwork,
            accumulators: Accumulators(
                asOf: day("2026-12-01"),
                deductible: Accumulators.Tier(individual: .zero),
                outOfPocket: Accumulators.Tier(individual: 660_00.cents),
                deductibleByMonth: [:]
            )
        )
        let line = PricedLine(charge: 100_00, allowed: 100_00)
        _ = try adjudicator.adjudicate([line], on: day("2026-12-10"))

        #expect(adjudicator.accumulators.deductibleByMonth == [12: 40_00.cents])
        #expect(adjudicator.deductibleLeft(on: day("2027-01-01")) == 460_00.cents)
    }
}

extension CarryoverTests {
    static func plan(
        months: Int = 3,
        onlyIfNotMet: Bool = false,
        period: BenefitPeriod = .calendarYear,
        family: Int? = nil,
        byCategory: [ServiceCategory: Money] = [:],
        maximum: Int? = nil
    ) -> BenefitPlan {
        BenefitPlan(
            period: period,
            deductible: Deductible(
                individual: 500_00.cents,
                family: family?.cents,
                byCategory: byCategory,
                carryover: Deductible.Carryover(months: months, onlyIfNotMet: onlyIfNotMet)
            ),
            maximum: maximum.map { OutOfPocketMaximum(individual: $0.cents) },
            [Benefit(), Benefit(.xray)]
        )
    }

    static func used(
        asOf: String = "2026-01-01",
        met: Int,
        family: Int? = nil,
        months: [Int: Int]
    ) -> Accumulators {
        Accumulators(
            asOf: day(asOf),
            deductible: Accumulators.Tier(individual: met.cents, family: family?.cents),
            deductibleByMonth: months.mapValues(\.cents)
        )
    }
}
