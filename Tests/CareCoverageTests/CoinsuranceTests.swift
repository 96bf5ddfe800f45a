import CareCoverage
import CareModel
import Testing

@Suite("Coinsurance (S5, S7)")
struct CoinsuranceTests {
    @Test("is taken on what is left, or on the allowed amount", arguments: bases)
    func base(_ worked: Worked) throws { try worked.check() }

    @Test("is rounded half up, and the plan's part is the rest", arguments: rounded)
    func rounding(_ worked: Worked) throws { try worked.check() }

    @Test("comes before the deductible where the plan orders it so", arguments: reversed)
    func order(_ worked: Worked) throws { try worked.check() }

    @Test("gives way to a fixed benefit", arguments: fixed)
    func fixedBenefit(_ worked: Worked) throws { try worked.check() }
}

extension CoinsuranceTests {
    private static func plan(
        _ base: Benefit.CoinsuranceBase = .afterDeductibleAndCopay,
        patient: String = "0.20",
        copay: Copay? = nil,
        order: Deductible.Order = .beforeCoinsurance
    ) -> BenefitPlan {
        BenefitPlan(
            deductible: Deductible(individual: 500_00.cents, order: order),
            [Benefit(copay: copay, patient: patient, base: base)]
        )
    }

    private static let line = PricedLine(charge: 100_00, allowed: 100_00)

    static let bases = [
        Worked(
            "a fifth of the 60.00 that the deductible leaves",
            plan(),
            used: .used(deductible: 460_00),
            [line],
            expect: [Shares(deductible: 40_00, coinsurance: 12_00, plan: 48_00)]
        ),
        Worked(
            "a fifth of the allowed 100.00 beside the deductible",
            plan(.allowed),
            used: .used(deductible: 460_00),
            [line],
            expect: [Shares(deductible: 40_00, coinsurance: 20_00, plan: 40_00)]
        ),
        Worked(
            "a fifth of the allowed 100.00, of which 10.00 are left",
            plan(.allowed),
            used: .used(deductible: 410_00),
            [line],
            expect: [Shares(deductible: 90_00, coinsurance: 10_00)]
        ),
        Worked(
            "a fifth of the 50.00 that copay and deductible leave",
            plan(copay: Copay(amount: 30_00.cents, deductible: .before)),
            used: .used(deductible: 480_00),
            [line],
            expect: [Shares(deductible: 20_00, copay: 30_00, coinsurance: 10_00, plan: 40_00)]
        ),
        Worked(
            "a fifth of the allowed 100.00 beside both",
            plan(.allowed, copay: Copay(amount: 30_00.cents, deductible: .before)),
            used: .used(deductible: 480_00),
            [line],
            expect: [Shares(deductible: 20_00, copay: 30_00, coinsurance: 20_00, plan: 30_00)]
        ),
        Worked(
            "nothing of a line that the deductible takes",
            plan(),
            used: .used(deductible: 0),
            [line],
            expect: [Shares(deductible: 100_00)]
        ),
        Worked(
            "no part is a part: the plan pays all",
            plan(patient: "0"),
            used: .used(deductible: 500_00),
            [line],
            expect: [Shares(plan: 100_00)]
        ),
        Worked(
            "the whole: the plan pays nothing",
            plan(patient: "1"),
            used: .used(deductible: 500_00),
            [line],
            expect: [Shares(coinsurance: 100_00)]
        ),
    ]

    static let rounded = [
        Worked(
            "a half cent goes to the patient: half of 45.11",
            plan(patient: "0.50"),
            used: .used(deductible: 500_00),
            [PricedLine(charge: 45_11, allowed: 45_11)],
            expect: [Shares(coinsurance: 22_56, plan: 22_55)]
        ),
        Worked(
            "a printed explanation of benefits: a tenth of 87.27 (FSBP-EOB)",
            plan(patient: "0.10"),
            used: .used(deductible: 500_00),
            [PricedLine(charge: 118_00, allowed: 87_27)],
            expect: [Shares(writeOff: 30_73, coinsurance: 8_73, plan: 78_54)]
        ),
        Worked(
            "on each line by itself: a fifth of 33.33 three times is 20.01, of 99.99 it were 20.00",
            plan(),
            used: .used(deductible: 500_00),
            Array(repeating: PricedLine(charge: 33_33, allowed: 33_33), count: 3),
            expect: Array(repeating: Shares(coinsurance: 6_67, plan: 26_66), count: 3)
        ),
        Worked(
            "on all units of a line together: a fifth of 99.99",
            plan(),
            used: .used(deductible: 500_00),
            [PricedLine(units: 3, charge: 33_33, allowed: 33_33)],
            expect: [Shares(coinsurance: 20_00, plan: 79_99)]
        ),
    ]

    static let reversed = [
        Worked(
            "a fifth of 100.00, then 50.00 of deductible",
            plan(order: .afterCoinsurance),
            used: .used(deductible: 450_00),
            [line],
            expect: [Shares(deductible: 50_00, coinsurance: 20_00, plan: 30_00)]
        ),
        Worked(
            "a fifth of 100.00, then the deductible on the 80.00 that are left",
            plan(order: .afterCoinsurance),
            used: .used(deductible: 0),
            [line],
            expect: [Shares(deductible: 80_00, coinsurance: 20_00)]
        ),
        Worked(
            "a fifth alone once the deductible is met",
            plan(order: .afterCoinsurance),
            used: .used(deductible: 500_00),
            [line],
            expect: [Shares(coinsurance: 20_00, plan: 80_00)]
        ),
        Worked(
            "the deductible first where the plan says nothing: 75.00 less 25.00, a fifth (SD-FIRST)",
            plan(),
            used: .used(deductible: 475_00),
            [PricedLine(charge: 88_00, allowed: 75_00)],
            expect: [
                Shares(writeOff: 13_00, deductible: 25_00, coinsurance: 10_00, plan: 40_00)
            ]
        ),
    ]

    private static let paysTwelve = BenefitPlan([Benefit(planPaysFixed: 12_00)])

    static let fixed = [
        Worked(
            "12.00 of the allowed 55.00 (OD-FIXED, FixedBenefitWithAllFees)",
            paysTwelve,
            [PricedLine(charge: 100_00, allowed: 55_00)],
            expect: [Shares(writeOff: 45_00, coinsurance: 43_00, plan: 12_00)]
        ),
        Worked(
            "12.00 of the allowed 100.00 (OD-FIXED, FixedBenefitNoPpoFee)",
            paysTwelve,
            [line],
            expect: [Shares(coinsurance: 88_00, plan: 12_00)]
        ),
        Worked(
            "for the line, whatever its units",
            paysTwelve,
            [PricedLine(units: 3, charge: 100_00, allowed: 55_00)],
            expect: [Shares(writeOff: 135_00, coinsurance: 153_00, plan: 12_00)]
        ),
        Worked(
            "never more than the price",
            paysTwelve,
            [PricedLine(charge: 10_00, allowed: 10_00)],
            expect: [Shares(plan: 10_00)]
        ),
        Worked(
            "of what the deductible leaves",
            BenefitPlan(
                deductible: Deductible(individual: 50_00.cents),
                [Benefit(planPaysFixed: 12_00)]
            ),
            used: .used(deductible: 20_00),
            [PricedLine(charge: 55_00, allowed: 55_00), PricedLine(charge: 5_00, allowed: 5_00)],
            // 30.00 of deductible leave 25.00, of which the plan pays 12.00; then it is met.
            expect: [
                Shares(deductible: 30_00, coinsurance: 13_00, plan: 12_00), Shares(plan: 5_00),
            ]
        ),
    ]
}
