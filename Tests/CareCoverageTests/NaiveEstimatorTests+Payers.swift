import CareCoverage
import CareModel
import Testing

extension NaiveEstimatorTests {
    /// The first plan allows 80.00 of 100.00, writes 20.00 off and pays 64.00.
    ///
    /// The second allows 50.00 and would pay 40.00 alone, so it pays the 16.00 that are left; its own
    /// write-off of 50.00 is not taken beside the first one's.
    @Test("take a second write-off from the secondary plan")
    func secondWriteOff() throws {
        let plan = BenefitPlan([Benefit()])
        try WorkedPairing(
            "one write-off",
            plan,
            then: SecondPlan(plan),
            [PricedLine(.chiropractic, charge: 100_00, allowed: 80_00, secondAllowed: 50_00)],
            expect: [Borne(writeOff: 20_00, plan: 64_00, second: 16_00, patient: 0)]
        ).check()
    }

    /// Two massages at a discount plan's 45.00, and then an adjustment: all of its allowed amount is
    /// still deductible.
    @Test("credit what a discount plan's member pays to the deductible")
    func discountToDeductible() throws {
        let plan = BenefitPlan(
            deductible: Deductible(individual: 90_00.cents),
            [Benefit(), Benefit(.massage, coverage: .notCovered)]
        )
        let discount = BenefitPlan(
            type: .discountPlan,
            from: "2020-01-01",
            [Benefit(.massage, coverage: .notCovered)]
        )
        let massage = PricedLine(
            .massage,
            charge: 100_00,
            allowed: 80_00,
            secondAllowed: 45_00
        )
        let adjustment = PricedLine(
            .chiropractic,
            charge: 100_00,
            allowed: 80_00,
            secondAllowed: 80_00
        )
        let (_, after) = try WorkedPairing(
            "nothing of it is met",
            plan,
            then: SecondPlan(discount),
            [massage, massage, adjustment],
            expect: [
                Borne(writeOff: 55_00, patient: 45_00), Borne(writeOff: 55_00, patient: 45_00),
                Borne(writeOff: 20_00, patient: 80_00),
            ]
        ).check()

        #expect(after.first?.deductible.individual == 80_00.cents)
    }
}
