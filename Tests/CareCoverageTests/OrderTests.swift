import CareCoverage
import CareModel
import Testing

@Suite("The order of claims (S14 to S16)")
struct OrderTests {
    @Test("decides which line meets the deductible")
    func orderInClaim() throws {
        let plan = BenefitPlan(
            deductible: Deductible(individual: 500_00.cents),
            [Benefit(patient: "0.20"), Benefit(.xray, patient: "0.50")]
        )
        let adjustment = PricedLine(charge: 60_00, allowed: 60_00)
        let image = PricedLine(.xray, charge: 60_00, allowed: 60_00)
        let used = Accumulators.used(deductible: 460_00)

        // 40.00 are left. On the adjustment: 20 % of 20.00 and 50 % of 60.00.
        try Worked(
            "the adjustment first",
            plan,
            used: used,
            [adjustment, image],
            expect: [
                Shares(deductible: 40_00, coinsurance: 4_00, plan: 16_00),
                Shares(coinsurance: 30_00, plan: 30_00),
            ]
        ).check()
        // On the image: 50 % of 20.00 and 20 % of 60.00.
        try Worked(
            "the image first",
            plan,
            used: used,
            [image, adjustment],
            expect: [
                Shares(deductible: 40_00, coinsurance: 10_00, plan: 10_00),
                Shares(coinsurance: 12_00, plan: 48_00),
            ]
        ).check()
    }

    @Test("leaves a total that is the sum of rounded lines")
    func totals() throws {
        // A third of 10.00 is 3.33 on each of three lines; of 30.00 it would be 10.00.
        let (visits, _) = try Worked(
            "three lines of 10.00",
            BenefitPlan([Benefit(patient: "0.333333333")]),
            Array(repeating: PricedLine(charge: 10_00, allowed: 10_00), count: 3),
            expect: Array(repeating: Shares(coinsurance: 3_33, plan: 6_67), count: 3)
        ).check()

        #expect(visits[0].lines.map(\.amounts.patientPays).sum() == 9_99.cents)
    }

    @Test("lets a plan beside a health savings account pay nothing before its deductible")
    func healthSavings() throws {
        let plan = BenefitPlan(
            deductible: Deductible(individual: 100_00.cents),
            [Benefit(copay: Copay(amount: 30_00.cents, deductible: .after), patient: "0")]
        )
        let line = PricedLine(charge: 72_00, allowed: 45_10)
        try Worked(
            "45.10 twice, the last 9.80 and the copay, then the copay",
            plan,
            used: .used(deductible: 0),
            visits: ["2026-03-02", "2026-03-04", "2026-03-06", "2026-03-09"].map {
                PlannedVisit($0, [line])
            },
            expect: [
                Shares(writeOff: 26_90, deductible: 45_10),
                Shares(writeOff: 26_90, deductible: 45_10),
                // 45.10 - 9.80 - 30.00
                Shares(writeOff: 26_90, deductible: 9_80, copay: 30_00, plan: 5_30),
                Shares(writeOff: 26_90, copay: 30_00, plan: 15_10),
            ]
        ).check()
    }

    @Test("can branch: a copy goes on by itself")
    func branches() throws {
        let plan = BenefitPlan(
            deductible: Deductible(individual: 100_00.cents),
            [Benefit()]
        )
        let line = PricedLine(charge: 60_00, allowed: 60_00)
        var trunk = Adjudicator(
            plan: plan,
            network: .inNetwork,
            accumulators: .used(deductible: 0)
        )
        _ = try trunk.adjudicate([line], on: day("2026-03-02"))
        var branch = trunk
        // 40.00 are left in both, whatever the other does.
        _ = try branch.adjudicate([line, line], on: day("2026-03-04"))
        let visit = try trunk.adjudicate([line], on: day("2026-03-04"))

        #expect(
            visit.lines.map(\.shares) == [
                Shares(deductible: 40_00, coinsurance: 4_00, plan: 16_00)
            ]
        )
        #expect(branch.accumulators == trunk.accumulators)
    }
}
