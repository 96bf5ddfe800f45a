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

@Suite("What is known of what was used")
struct KnownFigureTests {
    private static let chiropractic = ServiceCategory("chiropractic")

    /// Each figure, and figures of which it is the only one that is known.
    static let cases: [(need: AccumulatorNeed, known: @Sendable (inout Accumulators) -> Void)] = [
        (.deductible, { $0.deductible.individual = .zero }),
        (.familyDeductible, { $0.deductible.family = .zero }),
        (.membersMet, { $0.membersMet = 0 }),
        (.outOfPocket, { $0.outOfPocket.individual = .zero }),
        (.familyOutOfPocket, { $0.outOfPocket.family = .zero }),
        (.limit(UsageLimit(id: "a", unit: .visits, maximum: 1)), { $0.limits["a"] = .used(0) }),
        (.carryoverMonths, { $0.deductibleByMonth = [:] }),
        (.authorizationVisits, { $0.authorizationVisitsUsed = 0 }),
    ]

    @Test("nothing used is known, and nothing said is not", arguments: cases.indices)
    func known(_ index: Int) {
        var figures = Accumulators(asOf: day("2026-12-10"))
        #expect(KnownFigureTests.cases.allSatisfy { !figures.knows($0.need) })
        KnownFigureTests.cases[index].known(&figures)
        for (other, entry) in KnownFigureTests.cases.enumerated() {
            #expect(figures.knows(entry.need) == (other == index))
        }
    }

    @Test("the figures of one category are not those of another")
    func categories() throws {
        let category = try #require(KnownFigureTests.chiropractic)
        let other = try #require(ServiceCategory("xray"))
        var figures = Accumulators(asOf: day("2026-12-10"))
        figures.benefitVisits[category] = 2
        figures.deductibleByCategory[other] = .zero
        #expect(figures.knows(.benefitVisits(category)))
        #expect(!figures.knows(.benefitVisits(other)))
        #expect(figures.knows(.categoryDeductible(other)))
        #expect(!figures.knows(.categoryDeductible(category)))
        #expect(!figures.knows(.diagnosis))
    }
}
