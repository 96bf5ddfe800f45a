import CareCoverage
import CareModel

extension NaiveEstimatorTests {
    private static let line = PricedLine(charge: 100_00, allowed: 100_00)

    static let mistakes = [
        Worked(
            "send the line that crosses the deductible wholly to coinsurance",
            BenefitPlan(deductible: Deductible(individual: 500_00.cents), [Benefit()]),
            used: .used(deductible: 460_00),
            [line],
            expect: [Shares(deductible: 40_00, coinsurance: 12_00, plan: 48_00)]
        ),
        Worked(
            "read a coinsurance of nothing as missing",
            BenefitPlan([Benefit(patient: "0")]),
            [line],
            expect: [Shares(plan: 100_00)]
        ),
        Worked(
            "read a deductible of nothing as missing, or a met one as unmet",
            BenefitPlan(
                deductible: Deductible(individual: .zero, family: .zero),
                [Benefit()]
            ),
            used: .used(deductible: 0, family: 0),
            [line],
            expect: [Shares(coinsurance: 20_00, plan: 80_00)]
        ),
        Worked(
            "take a copay above the price",
            BenefitPlan([Benefit(copay: Copay(amount: 150_00.cents), patient: "0")]),
            [line],
            expect: [Shares(copay: 100_00)]
        ),
        Worked(
            "take a copay after the out-of-pocket maximum",
            BenefitPlan(
                maximum: OutOfPocketMaximum(individual: 900_00.cents),
                [Benefit(copay: Copay(amount: 30_00.cents), patient: "0")]
            ),
            used: .used(outOfPocket: 900_00),
            [line],
            expect: [Shares(plan: 100_00)]
        ),
        Worked(
            "take a copay once a line instead of once a visit",
            BenefitPlan([Benefit(copay: Copay(amount: 30_00.cents), patient: "0")]),
            [line, line],
            expect: [Shares(copay: 30_00, plan: 70_00), Shares(plan: 100_00)]
        ),
        Worked(
            "let lines together exceed the maximum that each stays under",
            BenefitPlan(maximum: OutOfPocketMaximum(individual: 900_00.cents), [Benefit()]),
            used: .used(outOfPocket: 870_00),
            [line, line],
            expect: [
                Shares(coinsurance: 20_00, plan: 80_00), Shares(coinsurance: 10_00, plan: 90_00),
            ]
        ),
        Worked(
            "let a line that is not covered eat the deductible",
            BenefitPlan(
                deductible: Deductible(individual: 100_00.cents),
                [Benefit(), Benefit(.massage, coverage: .notCovered)]
            ),
            used: .used(deductible: 0),
            [PricedLine(.massage, charge: 100_00, allowed: 90_00), line],
            expect: [Shares(writeOff: 10_00, notCovered: 90_00), Shares(deductible: 100_00)]
        ),
        Worked(
            "add a category's deductible on top of the general one",
            BenefitPlan(
                deductible: Deductible(
                    individual: 100_00.cents,
                    byCategory: [.xray: 50_00.cents]
                ),
                [Benefit(), Benefit(.xray)]
            ),
            used: .used(deductible: 70_00, byCategory: [.xray: .zero]),
            // 30.00 are left of the general one, so 30.00 of the category's; a fifth of 70.00.
            [PricedLine(.xray, charge: 100_00, allowed: 100_00)],
            expect: [Shares(deductible: 30_00, coinsurance: 14_00, plan: 56_00)]
        ),
        Worked(
            "ignore the family's tier",
            BenefitPlan(
                deductible: Deductible(individual: 500_00.cents, family: 900_00.cents),
                [Benefit()]
            ),
            used: .used(deductible: 0, family: 900_00),
            [line],
            expect: [Shares(coinsurance: 20_00, plan: 80_00)]
        ),
        Worked(
            "take the benefit year to begin in January",
            BenefitPlan(
                period: .contractYear(month: 7, day: 1),
                deductible: Deductible(individual: 500_00.cents),
                [Benefit()]
            ),
            used: .used(asOf: "2026-12-31", deductible: 500_00),
            visits: [PlannedVisit("2027-01-04", [line])],
            expect: [Shares(coinsurance: 20_00, plan: 80_00)]
        ),
        Worked(
            "count a visit that was denied",
            BenefitPlan(
                limits: [
                    UsageLimit(id: "v", unit: .visits, maximum: 1),
                    UsageLimit(id: "none", unit: .visits, maximum: 0),
                ],
                [Benefit(limits: [0]), Benefit(.xray, limits: [0, 1])]
            ),
            visits: [
                PlannedVisit("2026-03-02", [PricedLine(.xray, charge: 50_00, allowed: 50_00)]),
                PlannedVisit("2026-03-04", [line]),
            ],
            expect: [Shares(notCovered: 50_00), Shares(coinsurance: 20_00, plan: 80_00)]
        ),
        Worked(
            "count a balance bill toward the maximum",
            BenefitPlan(maximum: OutOfPocketMaximum(individual: 900_00.cents), [Benefit()]),
            network: .outOfNetwork,
            used: .used(outOfPocket: 870_00),
            // 20.00 of the 30.00 that are left, then 10.00; the balance bill fills nothing.
            [
                PricedLine(charge: 150_00, allowed: 100_00),
                PricedLine(charge: 150_00, allowed: 100_00),
            ],
            expect: [
                Shares(coinsurance: 20_00, balanceBill: 50_00, plan: 80_00),
                Shares(coinsurance: 10_00, balanceBill: 50_00, plan: 90_00),
            ]
        ),
        Worked(
            "take the plan's 80 percent for the patient's",
            BenefitPlan([Benefit(patient: "0.20")]),
            [line],
            expect: [Shares(coinsurance: 20_00, plan: 80_00)]
        ),
        Worked(
            "round both shares and lose a cent",
            BenefitPlan([Benefit(patient: "0.50")]),
            [PricedLine(charge: 10_01, allowed: 10_01)],
            expect: [Shares(coinsurance: 5_01, plan: 5_00)]
        ),
    ]
}
