import CareCoverage
import CareModel
import Testing

@Suite("What a patient notices")
struct CoverageEventTests {
    private static let line = PricedLine(charge: 100_00, allowed: 100_00)

    private static func events(
        _ plan: BenefitPlan,
        used: Accumulators = .used(deductible: 0, outOfPocket: 0),
        on dates: [String]
    ) throws -> [[CoverageEvent]] {
        let visits = dates.map { PlannedVisit($0, [line]) }
        return try Course(plan: plan, used: used, visits: visits).adjudicated().visits
            .map(\.events)
    }

    @Test("is the visit that meets the deductible")
    func deductibleMet() throws {
        let plan = BenefitPlan(deductible: Deductible(individual: 200_00.cents), [Benefit()])

        // Exactly 200.00 are paid with the second visit; the third changes nothing.
        #expect(
            try Self.events(plan, on: ["2026-03-02", "2026-03-03", "2026-03-04"])
                == [[], [.deductibleMet], []]
        )
        #expect(
            try Self.events(plan, used: .used(deductible: 200_00), on: ["2026-03-02"]) == [[]]
        )
    }

    @Test("is the visit that meets the maximum")
    func maximumMet() throws {
        let plan = BenefitPlan(
            maximum: OutOfPocketMaximum(individual: 30_00.cents),
            [Benefit()]
        )

        // 20.00, then the last 10.00.
        #expect(
            try Self.events(plan, on: ["2026-03-02", "2026-03-03", "2026-03-04"])
                == [[], [.outOfPocketMaximumMet], []]
        )
    }

    @Test("is a limit's last covered visit, and the first that it denies")
    func limitReached() throws {
        let limit = UsageLimit(id: "v", unit: .visits, maximum: 2)
        let plan = BenefitPlan(limits: [limit], [Benefit(limits: [0])])

        #expect(
            try Self.events(plan, on: ["2026-03-02", "2026-03-03", "2026-03-04"])
                == [
                    [], [.limitReached(limit, isDenied: false)],
                    [.limitReached(limit, isDenied: true)],
                ]
        )
    }

    @Test("is a new benefit year, once")
    func newYear() throws {
        #expect(
            try Self.events(
                BenefitPlan([Benefit()]),
                on: ["2026-12-31", "2027-01-01", "2027-01-02", "2029-01-01"]
            ) == [[], [.benefitYearReset], [], [.benefitYearReset]]
        )
    }
}
