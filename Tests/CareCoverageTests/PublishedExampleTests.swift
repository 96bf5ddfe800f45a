import CareCoverage
import CareModel
import Testing

/// Examples that insurers, exchanges and a billing program published.
///
/// The name of each is its id in `oracles/insurance-*.json`, where its page is cited.
@Suite("A published example")
struct PublishedExampleTests {
    @Test("comes out as printed", arguments: examples)
    func printed(_ worked: Worked) throws { try worked.check() }

    /// BCBSLA-50K: a deductible of 5,000, then 20 percent, at most 6,000.
    private static let louisiana = BenefitPlan(
        deductible: Deductible(individual: 5_000_00.cents),
        maximum: OutOfPocketMaximum(individual: 6_000_00.cents),
        [Benefit()]
    )

    private static func deductible(_ whole: Int, patient: String) -> BenefitPlan {
        BenefitPlan(
            deductible: Deductible(individual: whole.cents),
            [Benefit(patient: patient)]
        )
    }

    private static func line(_ billed: Int, _ allowed: Int? = nil) -> PricedLine {
        PricedLine(charge: billed, allowed: allowed ?? billed)
    }

    static let examples = [
        Worked(
            "BCBSLA-50K",
            louisiana,
            used: .used(deductible: 0, outOfPocket: 0),
            [line(50_000_00)],
            expect: [Shares(deductible: 5_000_00, coinsurance: 1_000_00, plan: 44_000_00)]
        ),
        Worked(
            "HB-OOP",
            BenefitPlan(maximum: OutOfPocketMaximum(individual: 6_000_00.cents), [Benefit()]),
            used: .used(outOfPocket: 1_100_00),
            [line(50_000_00)],
            expect: [Shares(coinsurance: 4_900_00, plan: 45_100_00)]
        ),
        Worked(
            "HB-COPAY",
            BenefitPlan(
                deductible: Deductible(individual: 1_000_00.cents),
                [Benefit(copay: Copay(amount: 30_00.cents), patient: "0")]
            ),
            used: .used(deductible: 0),
            [line(200_00)],
            expect: [Shares(copay: 30_00, plan: 170_00)]
        ),
        Worked(
            "GC-DED, with the session that crosses the deductible",
            deductible(500_00, patient: "0"),
            used: .used(deductible: 0),
            Array(repeating: line(130_00), count: 4),
            expect: Array(repeating: Shares(deductible: 130_00), count: 3)
                + [Shares(deductible: 110_00, plan: 20_00)]
        ),
        Worked(
            "HCG-COPAY-2",
            BenefitPlan(
                deductible: Deductible(individual: 2_000_00.cents),
                [Benefit(copay: Copay(amount: 20_00.cents, deductible: .after), patient: "0")]
            ),
            used: .used(deductible: 0),
            [line(100_00)],
            expect: [Shares(deductible: 100_00)]
        ),
        Worked(
            "CS-OON1",
            deductible(800_00, patient: "0.30"),
            network: .outOfNetwork,
            used: .used(deductible: 0),
            [line(220_00, 150_00)],
            expect: [Shares(deductible: 150_00, balanceBill: 70_00)]
        ),
        Worked(
            "CS-OON2",
            BenefitPlan([Benefit()]),
            network: .outOfNetwork,
            [line(180_00, 160_00)],
            expect: [Shares(coinsurance: 32_00, balanceBill: 20_00, plan: 128_00)]
        ),
        Worked(
            "MEDC-LISA",
            BenefitPlan([Benefit(patient: "0.30")]),
            [line(150_00)],
            expect: [Shares(coinsurance: 45_00, plan: 105_00)]
        ),
        Worked(
            "ANDO-CHIRO",
            BenefitPlan([Benefit(patient: "0")]),
            [line(100_00, 80_00)],
            expect: [Shares(writeOff: 20_00, plan: 80_00)]
        ),
        Worked(
            "CFHC-COINS-1",
            deductible(1_000_00, patient: "0.20"),
            used: .used(deductible: 1_000_00),
            [line(100_00)],
            expect: [Shares(coinsurance: 20_00, plan: 80_00)]
        ),
        Worked(
            "CFHC-COINS-2",
            deductible(1_000_00, patient: "0.20"),
            used: .used(deductible: 0),
            [line(100_00)],
            expect: [Shares(deductible: 100_00)]
        ),
        Worked(
            "SALUS-EMB",
            BenefitPlan(
                deductible: Deductible(individual: 2_500_00.cents, family: 5_000_00.cents),
                [Benefit()]
            ),
            used: .used(deductible: 2_500_00, family: 2_500_00),
            [line(100_00)],
            expect: [Shares(coinsurance: 20_00, plan: 80_00)]
        ),
        Worked(
            "OD-38",
            BenefitPlan([Benefit()]),
            [PricedLine(units: 2, charge: 50_00, allowed: 50_00)],
            expect: [Shares(coinsurance: 20_00, plan: 80_00)]
        ),
        Worked(
            "OD-35",
            deductible(50_00, patient: "0.20"),
            used: .used(deductible: 50_00),
            [line(200_00)],
            expect: [Shares(coinsurance: 40_00, plan: 160_00)]
        ),
        Worked(
            "OD-163B",
            BenefitPlan(
                deductible: Deductible(individual: 50_00.cents),
                [Benefit(coverage: .excluded, patient: "0.40")]
            ),
            used: .used(deductible: 0),
            [line(1_000_00)],
            expect: [Shares(notCovered: 1_000_00)]
        ),
        Worked(
            "OD-120",
            BenefitPlan(
                limits: [UsageLimit(id: "two", unit: .services, maximum: 2)],
                [Benefit(patient: "0.10", limits: [0])]
            ),
            Array(repeating: line(110_00, 90_00), count: 3),
            expect: Array(
                repeating: Shares(writeOff: 20_00, coinsurance: 9_00, plan: 81_00),
                count: 2
            ) + [Shares(writeOff: 20_00, notCovered: 90_00)]
        ),
        Worked(
            "OD-118, where the price after the limit is the charge",
            BenefitPlan(
                limits: [UsageLimit(id: "two", unit: .services, maximum: 2)],
                [Benefit(patient: "0.10", limits: [0], afterExhaustion: .billed)]
            ),
            Array(repeating: line(110_00, 90_00), count: 3),
            expect: Array(
                repeating: Shares(writeOff: 20_00, coinsurance: 9_00, plan: 81_00),
                count: 2
            ) + [Shares(notCovered: 110_00)]
        ),
    ]
}
