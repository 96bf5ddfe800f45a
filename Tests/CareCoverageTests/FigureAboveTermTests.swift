import CareCoverage
import CareModel
import Testing

@Suite("A figure above its term")
struct FigureAboveTermTests {
    private func figures(
        _ deductible: Deductible,
        _ person: Int,
        _ family: Int
    ) -> [AccumulatorNeed] {
        BenefitPlan(deductible: deductible, [Benefit()]).figuresAboveTerms(
            in: Accumulators(
                asOf: day("2026-03-02"),
                deductible: Accumulators.Tier(individual: person.cents, family: family.cents)
            )
        ).map(\.figure)
    }

    @Test("is found where the term decides what is left")
    func deductibles() {
        func terms(_ type: Deductible.FamilyType, family covered: Bool = true) -> Deductible {
            Deductible(
                individual: 500_00.cents,
                family: 900_00.cents,
                familyType: type,
                hasFamilyCoverage: covered
            )
        }

        #expect(figures(terms(.embedded), 500_00, 900_00) == [])
        #expect(figures(terms(.embedded), 500_01, 900_01) == [.deductible, .familyDeductible])
        // Beside family coverage an aggregate deductible is the family's alone.
        #expect(figures(terms(.aggregate), 500_01, 900_01) == [.familyDeductible])
        #expect(figures(terms(.aggregate, family: false), 500_01, 900_01) == [.deductible])
        #expect(figures(terms(.perPerson), 500_01, 900_01) == [.deductible])
        #expect(figures(terms(.memberCount(2)), 500_01, 900_01) == [.deductible])
    }

    @Test("names what is stated and the most that there is")
    func dollars() {
        let limit = UsageLimit(id: "usd", unit: .dollars, maximum: 500_00)
        let plan = BenefitPlan(limits: [limit], [Benefit(limits: [0])])
        let above = FigureAboveTerm(
            figure: .limit(limit),
            stated: 500_01.cents,
            most: 500_00.cents,
            term: "/limits/0/maximum"
        )

        #expect(plan.figuresAboveTerms(in: .used(limits: ["usd": .amount(500_00.cents)])) == [])
        #expect(
            plan.figuresAboveTerms(in: .used(limits: ["usd": .amount(500_01.cents)])) == [above]
        )
    }
}
