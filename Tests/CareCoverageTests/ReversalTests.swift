import CareCoverage
import CareModel
import Testing

/// More of the deductible met never costs more, with exceptions.
///
/// Here is one case of each that these rules can make.
@Suite("More of the deductible met")
struct ReversalTests {
    @Test("costs more where a limit counts only what the plan paid")
    func planPaidCounting() throws {
        let plan = BenefitPlan(
            deductible: Deductible(individual: 80_00.cents),
            limits: [UsageLimit(id: "v", unit: .visits, maximum: 1, counting: .planPaid)],
            [Benefit(limits: [0], afterExhaustion: .billed)]
        )
        let visits = ["2026-03-02", "2026-03-04"].map {
            PlannedVisit($0, [PricedLine(charge: 100_00, allowed: 80_00)])
        }

        // 80.00 + 16.00 = 96.00: the deductible's visit does not count.
        try Worked(
            "nothing met",
            plan,
            used: .used(deductible: 0),
            visits: visits,
            expect: [
                Shares(writeOff: 20_00, deductible: 80_00),
                Shares(writeOff: 20_00, coinsurance: 16_00, plan: 64_00),
            ]
        ).check()
        // 16.00 + 100.00 = 116.00: the first visit uses the limit up.
        try Worked(
            "all met",
            plan,
            used: .used(deductible: 80_00),
            visits: visits,
            expect: [
                Shares(writeOff: 20_00, coinsurance: 16_00, plan: 64_00),
                Shares(notCovered: 100_00),
            ]
        ).check()
    }

    @Test("costs more where a share is waived at the maximum without counting toward it")
    func waivedUncounted() throws {
        let plan = BenefitPlan(
            deductible: Deductible(individual: 100_00.cents),
            maximum: OutOfPocketMaximum(individual: 100_00.cents),
            [Benefit(), Benefit(.massage, deductibleApplies: false, counts: false)]
        )
        let lines = [
            PricedLine(charge: 100_00, allowed: 100_00),
            PricedLine(.massage, charge: 500_00, allowed: 500_00),
        ]

        // The deductible of 100.00 reaches the maximum, so that nothing more is owed.
        try Worked(
            "nothing met",
            plan,
            used: .used(deductible: 0, outOfPocket: 0),
            lines,
            expect: [Shares(deductible: 100_00), Shares(plan: 500_00)]
        ).check()
        // 20.00 leave room of 80.00, so that 20 % of 500.00 are owed in full.
        try Worked(
            "all met",
            plan,
            used: .used(deductible: 100_00, outOfPocket: 0),
            lines,
            expect: [
                Shares(coinsurance: 20_00, plan: 80_00), Shares(coinsurance: 100_00, plan: 400_00),
            ]
        ).check()
    }
}
