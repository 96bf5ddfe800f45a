import CareCoverage
import CareModel
import Testing

@Suite("Two plans")
struct CoordinationTests {
    @Test("pay what the second one's rule says, within what is left", arguments: Self.cases)
    func worked(_ worked: WorkedPairing) throws {
        let (lines, _) = try worked.check()

        for amounts in lines.map(\.amounts) {
            let firstWriteOff = amounts.writeOff - amounts.secondWriteOff
            #expect(amounts.secondaryPays >= .zero)
            #expect(amounts.secondaryPays <= amounts.charge - amounts.planPays - firstWriteOff)
        }
    }

    /// The first plan allows 80.00 of 100.00 and pays 64.00, so that 16.00 are left.
    private static let first = BenefitPlan([
        Benefit(), Benefit(.massage, coverage: .notCovered),
        Benefit(.xray, copay: Copay(amount: 10_00.cents), patient: "0"),
    ])

    private static func line(_ secondAllowed: Int) -> PricedLine {
        PricedLine(charge: 100_00, allowed: 80_00, secondAllowed: secondAllowed)
    }

    private static func course(
        _ name: String,
        _ rule: CoordinationRule,
        deductible: Int? = nil,
        row: Benefit = Benefit(),
        _ line: PricedLine,
        network: Network = .inNetwork,
        second: Int,
        patient: Int
    ) -> WorkedPairing {
        WorkedPairing(
            "\(rule.rawValue): \(name)",
            first,
            network: network,
            then: SecondPlan(
                BenefitPlan(
                    deductible: deductible.map { Deductible(individual: $0.cents) },
                    coordination: rule,
                    [row, Benefit(.massage)]
                )
            ),
            [line],
            expect: [
                Borne(
                    writeOff: network == .inNetwork ? 20_00 : 0,
                    plan: line.line.category == .massage ? 0 : 64_00,
                    second: second,
                    patient: patient
                )
            ]
        )
    }

    static let cases: [WorkedPairing] = [
        // Alone it would pay 72.00 of 90.00; 16.00 are left.
        course("up to what is left", .standard, line(90_00), second: 16_00, patient: 0),
        // Alone it would pay 8.00 of 10.00.
        course("what it would pay alone", .standard, line(10_00), second: 8_00, patient: 8_00),
        // Its own contract would write 50.00 off; only the first plan's 20.00 are.
        course("no second write-off", .standard, line(50_00), second: 16_00, patient: 0),
        // Out of network nothing is written off: 36.00 are left.
        course(
            "more is left without a contract",
            .standard,
            line(90_00),
            network: .outOfNetwork,
            second: 36_00,
            patient: 0
        ),
        // 80.00 are the price of a line that the first plan does not cover; of 90.00 72.00.
        course(
            "a line that the first plan does not cover",
            .standard,
            PricedLine(.massage, charge: 100_00, allowed: 80_00, secondAllowed: 90_00),
            second: 72_00,
            patient: 8_00
        ),
        course(
            "a line that it does not cover itself",
            .standard,
            row: Benefit(coverage: .notCovered),
            line(90_00),
            second: 0,
            patient: 16_00
        ),
        // Of its 70.00 the first payment leaves 6.00, less than the 56.00 that it would pay alone.
        course("what its own amount leaves", .basic, line(70_00), second: 6_00, patient: 10_00),
        course("nothing of a lower amount", .basic, line(50_00), second: 0, patient: 16_00),
        course("never more than is left", .basic, line(90_00), second: 16_00, patient: 0),
        // 72.00 less 64.00.
        course("the difference", .carveOut, line(90_00), second: 8_00, patient: 8_00),
        // 40.00 less 64.00 would be less than nothing.
        course("never less than nothing", .carveOut, line(50_00), second: 0, patient: 16_00),
        // 90.00 less 64.00 and 10.00 are 16.00, of which the patient pays a fifth.
        course(
            "its part of the rest",
            .maintenanceOfBenefits,
            deductible: 10_00,
            line(90_00),
            second: 12_80,
            patient: 3_20
        ),
        // Half of 5.01 are 2.51 for the patient, and 2.50 for the plan.
        course(
            "the patient's part is rounded",
            .maintenanceOfBenefits,
            row: Benefit(patient: "0.50"),
            line(69_01),
            second: 2_50,
            patient: 13_50
        ),
        // A copay of 30.00 alone; four fifths of 90.00 less 64.00 all the same, of which 16.00 are
        // left.
        course(
            "no copay",
            .maintenanceOfBenefits,
            row: Benefit(copay: Copay(amount: 30_00.cents)),
            line(90_00),
            second: 16_00,
            patient: 0
        ),
        course("nothing is left", .maintenanceOfBenefits, line(60_00), second: 0, patient: 16_00),
    ]

    /// ODM-1 and ODM-3, which are not to be met: the source lets the second plan allow 110.00 of a
    /// charge of 100.00, and pay 30.00 and 55.00.
    ///
    /// No more than the charge is allowed here.
    @Test("never allow more than the charge (ODM-1, ODM-3)")
    func aboveCharge() throws {
        for (pays, patient, expected) in [(80_00, "0.20", 20_00), (50_00, "0.50", 50_00)] {
            try WorkedPairing(
                "the second plan allows 110.00",
                BenefitPlan([Benefit(patient: "0", planPaysFixed: pays)]),
                then: SecondPlan(BenefitPlan(coordination: .basic, [Benefit(patient: patient)])),
                [PricedLine(charge: 100_00, allowed: 100_00, secondAllowed: 110_00)],
                expect: [Borne(plan: pays, second: expected)]
            ).check()
        }
    }

    /// Alone the second plan would take 40.00 of its deductible and pay 8.00, whether or not
    /// anything is left for it to pay.
    @Test("keep what each has used, the second as if it were alone")
    func accumulators() throws {
        let second = SecondPlan(
            BenefitPlan(
                deductible: Deductible(individual: 40_00.cents),
                maximum: OutOfPocketMaximum(individual: 500_00.cents),
                coordination: .basic,
                [Benefit()]
            )
        )
        let (_, after) = try WorkedPairing(
            "nothing is paid",
            Self.first,
            then: second,
            [Self.line(50_00)],
            expect: [Borne(writeOff: 20_00, plan: 64_00, patient: 16_00)]
        ).check()

        #expect(after.last?.deductible.individual == 40_00.cents)
        #expect(after.last?.outOfPocket.individual == 42_00.cents)
    }
}
