import CareCoverage
import CareModel
import Testing

@Suite("Medicaid")
struct MedicaidTests {
    @Test("leaves no balance, and second nothing of what it covers", arguments: Self.cases)
    func worked(_ worked: WorkedPairing) throws {
        try worked.check()
    }

    private static let line = PricedLine(charge: 100_00, allowed: 70_00, secondAllowed: 60_00)
    private static let medicaid = BenefitPlan(
        type: .medicaid,
        coordination: .medicaid,
        [
            Benefit(copay: Copay(amount: 3_00.cents), patient: "0"),
            Benefit(.xray, coverage: .notCovered),
        ]
    )
    private static let firstPlan = BenefitPlan([
        Benefit(patient: "0.50"), Benefit(.xray, patient: "0.50"),
        Benefit(.massage, coverage: .notCovered),
    ])

    static let cases: [WorkedPairing] = [
        WorkedPairing(
            "alone: a copay of 3.00",
            medicaid,
            then: nil,
            [line],
            expect: [Borne(writeOff: 30_00, plan: 67_00, patient: 3_00)]
        ),
        WorkedPairing(
            "alone and out of network: no balance bill",
            medicaid,
            network: .outOfNetwork,
            then: nil,
            [line],
            expect: [Borne(writeOff: 30_00, plan: 67_00, patient: 3_00)]
        ),
        // The first plan pays half of 70.00. Alone Medicaid would pay 57.00, and of its 60.00 the
        // first payment leaves 25.00; the other 10.00 are written off.
        WorkedPairing(
            "second: what its amount leaves, and the rest is written off",
            firstPlan,
            then: SecondPlan(medicaid),
            [line],
            expect: [Borne(writeOff: 40_00, plan: 35_00, second: 25_00)]
        ),
        // Half of 70.00 is left of an image, which Medicaid does not cover.
        WorkedPairing(
            "second: writes off nothing that it does not cover",
            firstPlan,
            then: SecondPlan(medicaid),
            [PricedLine(.xray, charge: 100_00, allowed: 70_00, secondAllowed: 60_00)],
            expect: [Borne(writeOff: 30_00, plan: 35_00, patient: 35_00)]
        ),
        // The first plan's price of 70.00 gives way to Medicaid's 57.00.
        WorkedPairing(
            "second: pays a line that the first plan does not cover",
            BenefitPlan([Benefit(coverage: .notCovered)]),
            then: SecondPlan(medicaid),
            [line],
            expect: [Borne(writeOff: 43_00, second: 57_00)]
        ),
    ]
}
