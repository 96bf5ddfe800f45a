import CareCoverage
import CareModel
import Testing

extension CarryoverTests {
    /// What was applied, and what is left of 500.00 on a date of the next year.
    struct Carried: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var plan = CarryoverTests.plan()
        var used = CarryoverTests.used(met: 0, months: [:])
        var applied: [(date: String, cents: Int)] = []
        var date = "2027-01-01"
        let left: Int

        static let all = months + contractYears + conditions + figures
    }
}

extension CarryoverTests.Carried {
    private static let july = BenefitPeriod.contractYear(month: 7, day: 1)

    private static let months = [
        Self(
            testDescription: "the first day of October counts, the last of September not",
            applied: [("2026-09-30", 100_00), ("2026-10-01", 30_00)],
            left: 470_00
        ),
        Self(
            testDescription: "the last day of the year counts",
            applied: [("2026-12-31", 30_00)],
            left: 470_00
        ),
        Self(
            testDescription: "three months add up",
            applied: [("2026-10-05", 10_00), ("2026-11-05", 20_00), ("2026-12-05", 30_00)],
            left: 440_00
        ),
        Self(
            testDescription: "one month is December",
            plan: CarryoverTests.plan(months: 1),
            applied: [("2026-11-30", 10_00), ("2026-12-01", 20_00)],
            left: 480_00
        ),
        Self(
            testDescription: "twelve months are the whole year",
            plan: CarryoverTests.plan(months: 12),
            applied: [("2026-01-01", 10_00), ("2026-12-31", 20_00)],
            left: 470_00
        ),
        Self(
            testDescription: "no carry-over, no credit",
            plan: BenefitPlan(deductible: Deductible(individual: 500_00.cents), [Benefit()]),
            applied: [("2026-12-31", 30_00)],
            left: 500_00
        ),
        Self(
            testDescription: "in its own year it is what was applied",
            applied: [("2026-11-05", 30_00)],
            date: "2026-12-31",
            left: 470_00
        ),
    ]

    private static let contractYears = [
        Self(
            testDescription: "a contract year to June: April counts, March not",
            plan: CarryoverTests.plan(period: july),
            applied: [("2026-03-31", 100_00), ("2026-04-01", 30_00), ("2026-06-30", 20_00)],
            date: "2026-07-01",
            left: 450_00
        ),
        Self(
            testDescription: "a contract year to June: December is not its end",
            plan: CarryoverTests.plan(period: july),
            applied: [("2026-12-01", 30_00)],
            date: "2027-07-01",
            left: 500_00
        ),
        Self(
            testDescription: "a contract year to January: its last months straddle December",
            plan: CarryoverTests.plan(period: .contractYear(month: 2, day: 1)),
            applied: [("2026-11-02", 10_00), ("2026-12-02", 20_00), ("2027-01-02", 30_00)],
            date: "2027-02-01",
            left: 440_00
        ),
    ]

    /// 500.00 is the deductible; `onlyIfNotMet` asks whether any of it was left.
    private static let conditions = [
        Self(
            testDescription: "only if not met, and it was not, by a cent",
            plan: CarryoverTests.plan(onlyIfNotMet: true),
            applied: [("2026-03-02", 400_00), ("2026-11-02", 99_99)],
            left: 400_01
        ),
        Self(
            testDescription: "only if not met, and it was met exactly",
            plan: CarryoverTests.plan(onlyIfNotMet: true),
            applied: [("2026-03-02", 400_00), ("2026-11-02", 100_00)],
            left: 500_00
        ),
        Self(
            testDescription: "met, and carried all the same",
            applied: [("2026-03-02", 400_00), ("2026-11-02", 150_00)],
            left: 400_00
        ),
        Self(
            testDescription: "only if not met, and the family's was met",
            plan: CarryoverTests.plan(onlyIfNotMet: true, family: 900_00),
            used: CarryoverTests.used(met: 0, family: 850_00, months: [:]),
            applied: [("2026-11-02", 50_00)],
            left: 500_00
        ),
        Self(
            testDescription: "with the family's first, what the person paid of it",
            plan: CarryoverTests.plan(family: 900_00),
            used: CarryoverTests.used(met: 0, family: 850_00, months: [:]),
            applied: [("2026-11-02", 80_00)],
            left: 450_00
        ),
    ]

    private static let figures = [
        Self(
            testDescription: "known months count, those before October not",
            used: CarryoverTests.used(
                asOf: "2026-12-01",
                met: 200_00,
                months: [9: 60_00, 10: 30_00, 11: 20_00]
            ),
            left: 450_00
        ),
        Self(
            testDescription: "a known month and what comes on top of it",
            used: CarryoverTests.used(asOf: "2026-11-10", met: 200_00, months: [11: 20_00]),
            applied: [("2026-11-20", 15_00)],
            left: 465_00
        ),
        Self(
            testDescription: "what was carried into a year is not carried on",
            applied: [("2026-12-05", 100_00), ("2027-03-02", 50_00)],
            date: "2028-01-01",
            left: 500_00
        ),
        Self(
            testDescription: "what was carried into a year helps to meet it",
            plan: CarryoverTests.plan(onlyIfNotMet: true),
            applied: [("2026-12-05", 100_00), ("2027-11-02", 400_00)],
            date: "2028-01-01",
            left: 500_00
        ),
        Self(
            testDescription: "two years on nothing of it is left",
            applied: [("2026-12-05", 100_00)],
            date: "2028-01-01",
            left: 500_00
        ),
    ]
}
