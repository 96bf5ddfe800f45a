import CareCoverage
import CareModel
import Testing

@Suite("The deductible (S6)")
struct DeductibleTests {
    @Test("is the smaller of what is left of it and of the line", arguments: simple)
    func general(_ worked: Worked) throws { try worked.check() }

    @Test("of a family works together with the person's", arguments: families)
    func family(_ worked: Worked) throws { try worked.check() }

    @Test("of a category is capped by the general one and feeds it", arguments: categories)
    func category(_ worked: Worked) throws { try worked.check() }

    @Test("is credited to the person, the family and the category")
    func credit() throws {
        let deductible = Deductible(
            individual: 500_00.cents,
            family: 900_00.cents,
            byCategory: [.xray: 50_00.cents]
        )
        let (_, after) = try Worked(
            "an image and an adjustment",
            BenefitPlan(deductible: deductible, [Benefit(), Benefit(.xray)]),
            used: .used(deductible: 100_00, family: 300_00, byCategory: [.xray: 20_00.cents]),
            [
                PricedLine(.xray, charge: 80_00, allowed: 80_00),
                PricedLine(charge: 45_10, allowed: 45_10),
            ],
            // 30.00 are left for images, then a fifth of 50.00.
            expect: [
                Shares(deductible: 30_00, coinsurance: 10_00, plan: 40_00),
                Shares(deductible: 45_10),
            ]
        ).check()

        #expect(after.deductible.individual == 175_10.cents)
        #expect(after.deductible.family == 375_10.cents)
        #expect(after.deductibleByCategory == [.xray: 50_00.cents])
    }
}

extension DeductibleTests {
    static let line = PricedLine(charge: 100_00, allowed: 100_00)

    static func plan(_ deductible: Deductible?, patient: String = "0") -> BenefitPlan {
        BenefitPlan(
            deductible: deductible,
            [Benefit(patient: patient), Benefit(.xray, patient: patient)]
        )
    }

    private static func plan(
        _ individual: Int?,
        _ family: Int?,
        _ type: Deductible.FamilyType,
        covered: Bool = false
    ) -> BenefitPlan {
        plan(
            Deductible(
                individual: individual?.cents,
                family: family?.cents,
                familyType: type,
                hasFamilyCoverage: covered
            )
        )
    }

    static let simple = [
        Worked("there is none", plan(nil), [line], expect: [Shares(plan: 100_00)]),
        Worked(
            "it is nothing",
            plan(Deductible(individual: .zero)),
            used: .used(deductible: 0),
            [line],
            expect: [Shares(plan: 100_00)]
        ),
        Worked(
            "one cent is left",
            plan(Deductible(individual: 500_00.cents)),
            used: .used(deductible: 499_99),
            [line],
            expect: [Shares(deductible: 1, plan: 99_99)]
        ),
        Worked(
            "exactly the line is left",
            plan(Deductible(individual: 500_00.cents)),
            used: .used(deductible: 400_00),
            [line, line],
            expect: [Shares(deductible: 100_00), Shares(plan: 100_00)]
        ),
        Worked(
            "more than it is said to be met",
            plan(Deductible(individual: 500_00.cents)),
            used: .used(deductible: 600_00),
            [line],
            expect: [Shares(plan: 100_00)]
        ),
        Worked(
            "it does not apply to the row",
            BenefitPlan(
                deductible: Deductible(individual: 500_00.cents),
                [Benefit(deductibleApplies: false)]
            ),
            used: .used(deductible: 0),
            [line],
            expect: [Shares(coinsurance: 20_00, plan: 80_00)]
        ),
        Worked(
            "500.00 and a fifth (OD-51)",
            plan(Deductible(individual: 50_00.cents), patient: "0.20"),
            used: .used(deductible: 0),
            [PricedLine(charge: 500_00, allowed: 500_00)],
            expect: [Shares(deductible: 50_00, coinsurance: 90_00, plan: 360_00)]
        ),
    ]

    static let families = [
        Worked(
            "embedded: the family's is the smaller (OD-20)",
            plan(75_00, 150_00, .embedded),
            used: .used(deductible: 0, family: 125_00),
            [line],
            expect: [Shares(deductible: 25_00, plan: 75_00)]
        ),
        Worked(
            "embedded: the person's is the smaller",
            plan(75_00, 150_00, .embedded),
            used: .used(deductible: 45_00, family: 45_00),
            [line],
            expect: [Shares(deductible: 30_00, plan: 70_00)]
        ),
        Worked(
            "embedded: a family figure counts without family coverage as well",
            plan(75_00, 150_00, .embedded, covered: false),
            used: .used(deductible: 0, family: 150_00),
            [line],
            expect: [Shares(plan: 100_00)]
        ),
        Worked(
            "embedded: the family's alone where the person has none",
            plan(nil, 150_00, .embedded),
            used: .used(family: 110_00),
            [line],
            expect: [Shares(deductible: 40_00, plan: 60_00)]
        ),
        Worked(
            "aggregate: the family's alone, the person's met or not (USS-AGG)",
            plan(50_00, 500_00, .aggregate, covered: true),
            used: .used(deductible: 50_00, family: 400_00),
            [line, line],
            expect: [Shares(deductible: 100_00), Shares(plan: 100_00)]
        ),
        Worked(
            "aggregate without family coverage: the person's",
            plan(50_00, 500_00, .aggregate, covered: false),
            used: .used(deductible: 20_00, family: 500_00),
            [line],
            expect: [Shares(deductible: 30_00, plan: 70_00)]
        ),
        Worked(
            "by person: the family's is not looked at",
            plan(50_00, 80_00, .perPerson),
            used: .used(deductible: 20_00, family: 80_00),
            [line],
            expect: [Shares(deductible: 30_00, plan: 70_00)]
        ),
        Worked(
            "by members: the person's while too few have met theirs",
            plan(50_00, nil, .memberCount(2)),
            used: .used(deductible: 20_00, members: 1),
            [line],
            expect: [Shares(deductible: 30_00, plan: 70_00)]
        ),
        Worked(
            "by members: nothing is left for anybody once enough have",
            plan(50_00, nil, .memberCount(2)),
            used: .used(deductible: 0, members: 2),
            [line],
            expect: [Shares(plan: 100_00)]
        ),
    ]
}
