import CareCoverage
import CareModel

extension CopayTests {
    private static func plan(_ basis: Copay.Basis, _ amount: Int) -> BenefitPlan {
        BenefitPlan([
            Benefit(copay: Copay(amount: amount.cents, basis: basis), patient: "0"),
            Benefit(.xray, copay: Copay(amount: 10_00.cents, basis: basis), patient: "0"),
        ])
    }

    private static let small = PricedLine(charge: 20_00, allowed: 20_00)
    private static let large = PricedLine(charge: 80_00, allowed: 80_00)
    private static let units = PricedLine(units: 3, charge: 20_00, allowed: 20_00)
    private static let image = PricedLine(.xray, charge: 50_00, allowed: 50_00)

    static let bases = [
        Worked(
            "by visit: what one line leaves of it, the next line takes",
            plan(.perVisit, 30_00),
            [small, large, large],
            expect: [Shares(copay: 20_00), Shares(copay: 10_00, plan: 70_00), Shares(plan: 80_00)]
        ),
        Worked(
            "by visit: each row has its own",
            plan(.perVisit, 30_00),
            [large, image, large],
            expect: [
                Shares(copay: 30_00, plan: 50_00), Shares(copay: 10_00, plan: 40_00),
                Shares(plan: 80_00),
            ]
        ),
        Worked(
            "by visit: two visits on a date are one, the next date another",
            plan(.perVisit, 30_00),
            visits: [
                PlannedVisit("2026-03-02", [small]), PlannedVisit("2026-03-02", [large]),
                PlannedVisit("2026-03-03", [large]),
            ],
            expect: [
                Shares(copay: 20_00), Shares(copay: 10_00, plan: 70_00),
                Shares(copay: 30_00, plan: 50_00),
            ]
        ),
        Worked(
            "by service: on each line, whatever its units",
            plan(.perService, 30_00),
            [large, large, units],
            expect: [
                Shares(copay: 30_00, plan: 50_00), Shares(copay: 30_00, plan: 50_00),
                Shares(copay: 30_00, plan: 30_00),
            ]
        ),
        Worked(
            "by unit: three times on a line of three",
            plan(.perUnit, 12_00),
            [units, large],
            expect: [Shares(copay: 36_00, plan: 24_00), Shares(copay: 12_00, plan: 68_00)]
        ),
        Worked(
            "by visit: a denied line takes none of it",
            BenefitPlan([
                Benefit(copay: Copay(amount: 30_00.cents), patient: "0"),
                Benefit(.xray, coverage: .notCovered, copay: Copay(amount: 30_00.cents)),
            ]),
            [image, large],
            expect: [Shares(notCovered: 50_00), Shares(copay: 30_00, plan: 50_00)]
        ),
    ]

    private static func capped(_ amount: Int, _ cap: String) -> BenefitPlan {
        BenefitPlan([
            Benefit(
                copay: Copay(amount: amount.cents, capOfAllowed: part(cap)),
                patient: "0"
            )
        ])
    }

    static let caps = [
        Worked(
            "above the price: the price",
            plan(.perVisit, 100_00),
            [large],
            expect: [Shares(copay: 80_00)]
        ),
        Worked(
            "by unit, together above the price: the price",
            plan(.perUnit, 30_00),
            [units],
            expect: [Shares(copay: 60_00)]
        ),
        Worked(
            "of nothing: the plan pays",
            plan(.perVisit, 0),
            [large],
            expect: [Shares(plan: 80_00)]
        ),
        Worked(
            "at most half of the cost, rounded half up: half of 45.11 is 22.555",
            capped(30_00, "0.50"),
            [PricedLine(charge: 45_11, allowed: 45_11)],
            expect: [Shares(copay: 22_56, plan: 22_55)]
        ),
        Worked(
            "below half of the cost",
            capped(30_00, "0.50"),
            [large],
            expect: [Shares(copay: 30_00, plan: 50_00)]
        ),
        Worked(
            "half of each line, until the visit's 40.00 are taken",
            capped(40_00, "0.50"),
            // Half of 45.10 is 22.55, of 30.20 is 15.10; then 2.35 are left.
            [
                PricedLine(charge: 45_10, allowed: 45_10),
                PricedLine(charge: 30_20, allowed: 30_20), large,
            ],
            expect: [
                Shares(copay: 22_55, plan: 22_55), Shares(copay: 15_10, plan: 15_10),
                Shares(copay: 2_35, plan: 77_65),
            ]
        ),
    ]
}
