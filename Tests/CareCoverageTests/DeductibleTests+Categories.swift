import CareCoverage
import CareModel

extension DeductibleTests {
    private static let image = PricedLine(.xray, charge: 95_00, allowed: 95_00)

    private static func plan(general: Int?, xray: Int) -> BenefitPlan {
        plan(Deductible(individual: general?.cents, byCategory: [.xray: xray.cents]))
    }

    static let categories = [
        Worked(
            "it feeds the general one (OD-15)",
            plan(general: 50_00, xray: 45_00),
            used: .used(deductible: 0, byCategory: [.xray: .zero]),
            [image, line],
            expect: [Shares(deductible: 45_00, plan: 50_00), Shares(deductible: 5_00, plan: 95_00)]
        ),
        Worked(
            "it is capped by what the general one has left (OD-34)",
            plan(general: 50_00, xray: 50_00),
            used: .used(deductible: 45_00, byCategory: [.xray: .zero]),
            [PricedLine(.xray, charge: 54_00, allowed: 54_00)],
            expect: [Shares(deductible: 5_00, plan: 49_00)]
        ),
        Worked(
            "the general one is met (OD-100A)",
            plan(general: 50_00, xray: 10_00),
            used: .used(deductible: 50_00, byCategory: [.xray: .zero]),
            [PricedLine(.xray, charge: 25_00, allowed: 25_00)],
            expect: [Shares(plan: 25_00)]
        ),
        Worked(
            "a line smaller than both (OD-148)",
            plan(general: 50_00, xray: 50_00),
            used: .used(deductible: 0, byCategory: [.xray: .zero]),
            [PricedLine(.xray, charge: 30_00, allowed: 30_00), line],
            expect: [Shares(deductible: 30_00), Shares(deductible: 20_00, plan: 80_00)]
        ),
        Worked(
            "the family's general one caps it as well (OD-FAMCAT)",
            plan(
                Deductible(
                    individual: 200_00.cents,
                    family: 50_00.cents,
                    byCategory: [.xray: 10_00.cents]
                )
            ),
            used: .used(deductible: 0, family: 0, byCategory: [.xray: .zero]),
            [
                PricedLine(.xray, charge: 25_00, allowed: 25_00),
                PricedLine(charge: 45_00, allowed: 45_00),
            ],
            expect: [Shares(deductible: 10_00, plan: 15_00), Shares(deductible: 40_00, plan: 5_00)]
        ),
        Worked(
            "it stands alone where the plan has no general one",
            plan(general: nil, xray: 60_00),
            used: .used(byCategory: [.xray: 15_00.cents]),
            [image, line, image],
            expect: [
                Shares(deductible: 45_00, plan: 50_00), Shares(plan: 100_00), Shares(plan: 95_00),
            ]
        ),
        Worked(
            "of nothing frees the category from the general one",
            plan(general: 50_00, xray: 0),
            used: .used(deductible: 0, byCategory: [.xray: .zero]),
            [image, line],
            expect: [Shares(plan: 95_00), Shares(deductible: 50_00, plan: 50_00)]
        ),
    ]
}
