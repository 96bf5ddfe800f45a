import CareCoverage
import CareModel
import Testing

@Suite("Medicare behind another plan (42 CFR 411.33)")
struct MedicareSecondTests {
    /// The regulation's example: of 175.00 the first plan allows 150.00 and pays 120.00; Medicare's
    /// fee is 125.00.
    ///
    /// The three amounts are 55.00, 100.00 and 30.00.
    @Test("pays the lowest of three amounts, and says which they are (MSP-411.33)")
    func example() throws {
        let (lines, _) = try Self.course(
            charge: 175_00,
            allowed: 150_00,
            pays: 120_00,
            fee: 125_00,
            expect: Borne(plan: 120_00, second: 30_00, patient: 25_00)
        ).check()

        let reason = StepReason.medicareSecond(
            ofCharge: 55_00.cents,
            alone: 100_00.cents,
            ofAllowed: 30_00.cents,
            leftOfBill: 55_00.cents
        )
        #expect(lines.first?.steps.contains { $0.reason == reason } == true)
    }

    @Test("pays the lowest of three amounts", arguments: Self.cases)
    func worked(_ worked: WorkedPairing) throws {
        try worked.check()
    }

    /// Without assignment Medicare approves 38.00 of 40.00 and pays 30.40 of them to the patient,
    /// who has paid the clinic all that the first plan left of 110.00.
    @Test("pays the patient where the clinic does not take assignment")
    func unassigned() throws {
        let (lines, _) = try Self.course(
            charge: 110_00,
            allowed: 70_00,
            pays: 10_00,
            fee: 40_00,
            facts: .medicare(participates: false, assigned: false),
            expect: Borne(plan: 10_00, second: 30_40, patient: 69_60)
        ).check()
        let amounts = try #require(lines.first?.amounts)

        #expect(amounts.reimbursed == 30_40.cents)
        #expect(amounts.collected == 100_00.cents)
        // With assignment it pays the clinic, which collects the rest alone.
        let (assigned, _) = try Self.course(
            charge: 110_00,
            allowed: 70_00,
            pays: 10_00,
            fee: 40_00,
            facts: .medicare(participates: false),
            expect: Borne(plan: 10_00, second: 30_40, patient: 69_60)
        ).check()
        #expect(assigned.first?.amounts.collected == 69_60.cents)
    }

    static let cases: [WorkedPairing] = [
        // 100.00, 32.00 and 60.00: as if it were first, a fifth of 40.00 is the patient's.
        course(
            "as if it were first",
            charge: 110_00,
            allowed: 70_00,
            pays: 10_00,
            fee: 40_00,
            expect: Borne(plan: 10_00, second: 32_00, patient: 68_00)
        ),
        // 10.00, 80.00 and 10.00; the first plan allows all of the charge.
        course(
            "what is left of the charge",
            charge: 100_00,
            allowed: 100_00,
            pays: 90_00,
            fee: 100_00,
            expect: Borne(plan: 90_00, second: 10_00)
        ),
        // Medicare's 60.00 are the higher amount: 60.00 less 50.00, and not 50.00 less 50.00.
        course(
            "the higher of the two amounts",
            charge: 100_00,
            allowed: 50_00,
            pays: 50_00,
            fee: 60_00,
            expect: Borne(plan: 50_00, second: 10_00, patient: 40_00)
        ),
        course(
            "nothing where the first plan paid more than both allow",
            charge: 100_00,
            allowed: 60_00,
            pays: 60_00,
            fee: 40_00,
            expect: Borne(plan: 60_00, patient: 40_00)
        ),
        // 83.00 of the deductible are left: alone Medicare would pay 80 percent of 17.00.
        course(
            "with its deductible",
            charge: 150_00,
            allowed: 120_00,
            pays: 20_00,
            fee: 100_00,
            met: 200_00,
            expect: Borne(plan: 20_00, second: 13_60, patient: 116_40)
        ),
        // What Medicare leaves of the regulation's example is nobody's.
        course(
            "and a qualified beneficiary owes nothing",
            charge: 175_00,
            allowed: 150_00,
            pays: 120_00,
            fee: 125_00,
            facts: .medicare(qualified: true),
            expect: Borne(writeOff: 25_00, plan: 120_00, second: 30_00)
        ),
        course(
            "and pays nothing for another diagnosis",
            charge: 175_00,
            allowed: 150_00,
            pays: 120_00,
            fee: 125_00,
            facts: .medicare(qualified: true, diagnoses: ["M54.50"]),
            expect: Borne(plan: 120_00, patient: 55_00)
        ),
    ]

    /// A first plan without a contract that pays a fixed amount.
    private static func course(
        _ name: String = "",
        charge: Int,
        allowed: Int,
        pays: Int,
        fee: Int,
        met: Int = 283_00,
        facts: CoverageFacts = .medicare(),
        expect borne: Borne
    ) -> WorkedPairing {
        WorkedPairing(
            name,
            BenefitPlan([Benefit(patient: "0", planPaysFixed: pays)]),
            network: .outOfNetwork,
            then: SecondPlan(.partB(), used: .used(deductible: met), facts: facts),
            [PricedLine(charge: charge, allowed: allowed, secondAllowed: fee)],
            expect: [borne]
        )
    }
}
