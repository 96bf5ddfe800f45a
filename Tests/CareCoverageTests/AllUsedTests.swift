import CareCoverage
import CareModel
import Testing

@Suite("All of the months that a carry-over counts")
struct AllUsedTests {
    private func months(
        _ deductible: Deductible,
        person: Int? = nil,
        family: Int? = nil
    ) -> [Int: Money]? {
        Accumulators(
            asOf: day("2026-12-10"),
            deductible: Accumulators.Tier(individual: person?.cents, family: family?.cents)
        )
        .usingAll(
            of: .carryoverMonths,
            under: BenefitPlan(deductible: deductible, [Benefit()]),
            facts: CoverageFacts()
        )
        .deductibleByMonth
    }

    private func terms(
        _ type: Deductible.FamilyType = .embedded,
        person: Int? = 500_00,
        family: Int? = nil
    ) -> Deductible {
        Deductible(
            individual: person?.cents,
            family: family?.cents,
            familyType: type,
            hasFamilyCoverage: family != nil,
            carryover: Deductible.Carryover(months: 3)
        )
    }

    @Test("are what is met, as far as it is known")
    func met() {
        #expect(months(terms(), person: 120_00) == [12: 120_00.cents])
        #expect(months(terms(), person: 0) == [12: .zero])
        #expect(months(terms(family: 900_00), family: 40_00) == [12: 40_00.cents])
    }

    @Test("are the plan's deductible where nobody knows what is met")
    func unknown() {
        #expect(months(terms()) == [12: 500_00.cents])
        #expect(months(terms(family: 400_00)) == [12: 400_00.cents])
        // Beside family coverage an aggregate deductible is the family's, a deductible by person is
        // never.
        #expect(months(terms(.aggregate, family: 900_00)) == [12: 900_00.cents])
        #expect(months(terms(.perPerson, family: 400_00)) == [12: 500_00.cents])
    }
}
