import CareCoverage
import CareModel
import Testing

@Suite("The allowed amount (S1)")
struct AllowedAmountTests {
    @Test("is the smaller of charge and rate, or what the outside plan allows", arguments: cases)
    func allowed(_ worked: Worked) throws {
        let line = try #require(try worked.check().visits.first?.lines.first)

        #expect(
            line.amounts.allowed == line.amounts.charge - line.amounts.writeOff
                - line.amounts.balanceBill
        )
    }

    @Test("is never guessed where nobody knows it", arguments: Unknown.all)
    func unknown(_ unknown: Unknown) {
        let course = Course(
            plan: unknown.plan,
            network: unknown.network,
            used: .used(),
            visits: [PlannedVisit("2026-03-02", [unknown.line])]
        )

        #expect(throws: AdjudicationError.noAllowedAmount(unknown.line.line)) {
            try course.adjudicated()
        }
    }

    @Test("alone counts toward deductible and maximum, a balance bill never")
    func balanceBill() throws {
        // 100.00 of 220.00 is allowed: 60.00 of deductible, 20 % of 40.00; 120.00 counts nowhere.
        let plan = BenefitPlan(
            deductible: Deductible(individual: 500_00.cents),
            maximum: OutOfPocketMaximum(individual: 1_000_00.cents),
            [Benefit()]
        )
        let (_, after) = try Worked(
            "out of network",
            plan,
            network: .outOfNetwork,
            used: .used(deductible: 440_00, outOfPocket: 0),
            [PricedLine(charge: 220_00, allowed: 100_00)],
            expect: [Shares(deductible: 60_00, coinsurance: 8_00, balanceBill: 120_00, plan: 32_00)]
        ).check()

        #expect(after.deductible.individual == 500_00.cents)
        #expect(after.outOfPocket.individual == 68_00.cents)
    }
}

extension AllowedAmountTests {
    struct Unknown: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let plan: BenefitPlan
        let network: Network
        let line: PricedLine

        static let all = [
            Unknown(
                testDescription: "in network without a contracted rate",
                plan: BenefitPlan([Benefit()]),
                network: .inNetwork,
                line: PricedLine(charge: 100_00)
            ),
            Unknown(
                testDescription: "in network, whatever is allowed outside",
                plan: BenefitPlan([Benefit(outOfNetwork: .fractionOfCharge(part("0.60")))]),
                network: .inNetwork,
                line: PricedLine(charge: 100_00)
            ),
            Unknown(
                testDescription: "out of network without a basis",
                plan: BenefitPlan([Benefit()]),
                network: .outOfNetwork,
                line: PricedLine(charge: 100_00)
            ),
            Unknown(
                testDescription: "out of network by a schedule that has no row",
                plan: BenefitPlan([Benefit(outOfNetwork: .schedule("acme-out"))]),
                network: .outOfNetwork,
                line: PricedLine(charge: 100_00)
            ),
            Unknown(
                testDescription: "not covered at the contracted price",
                plan: BenefitPlan([]),
                network: .inNetwork,
                line: PricedLine(charge: 100_00, selfPay: 60_00)
            ),
        ]
    }

    private static let fifth = BenefitPlan([Benefit()])

    private static func outside(_ fraction: String, patient: String = "0") -> BenefitPlan {
        BenefitPlan([
            Benefit(patient: patient, outOfNetwork: .fractionOfCharge(part(fraction)))
        ])
    }

    static let cases = [
        Worked(
            "the rate below the charge; the rest is written off",
            fifth,
            [PricedLine(charge: 100_00, allowed: 80_00)],
            expect: [Shares(writeOff: 20_00, coinsurance: 16_00, plan: 64_00)]
        ),
        Worked(
            "the charge below the rate; nothing is written off",
            fifth,
            [PricedLine(charge: 70_00, allowed: 80_00)],
            expect: [Shares(coinsurance: 14_00, plan: 56_00)]
        ),
        Worked(
            "three units of each",
            fifth,
            [PricedLine(units: 3, charge: 100_00, allowed: 80_00)],
            // 240.00 of 300.00 is allowed, a fifth of it is 48.00.
            expect: [Shares(writeOff: 60_00, coinsurance: 48_00, plan: 192_00)]
        ),
        Worked(
            "a rate of nothing",
            fifth,
            [PricedLine(charge: 100_00, allowed: 0)],
            expect: [Shares(writeOff: 100_00)]
        ),
        Worked(
            "outside, as stated; the rest is a balance bill (HCG-BB)",
            BenefitPlan([Benefit(patient: "0")]),
            network: .outOfNetwork,
            [PricedLine(charge: 100_00, allowed: 70_00)],
            expect: [Shares(balanceBill: 30_00, plan: 70_00)]
        ),
        Worked(
            "outside, stated above the charge: the charge",
            fifth,
            network: .outOfNetwork,
            [PricedLine(charge: 100_00, allowed: 120_00)],
            expect: [Shares(coinsurance: 20_00, plan: 80_00)]
        ),
        Worked(
            "outside, a part of the charge",
            outside("0.60", patient: "0.20"),
            network: .outOfNetwork,
            // 60 % of 72.35 is 43.41, and a fifth of that 8.682.
            [PricedLine(charge: 72_35)],
            expect: [Shares(coinsurance: 8_68, balanceBill: 28_94, plan: 34_73)]
        ),
        Worked(
            "outside, a part of the charge is rounded on the line and not on each unit",
            outside("0.50"),
            network: .outOfNetwork,
            // Half of 30.03 is 15.015; half of 10.01 rounded and taken three times were 15.03.
            [PricedLine(units: 3, charge: 10_01)],
            expect: [Shares(balanceBill: 15_01, plan: 15_02)]
        ),
        Worked(
            "outside, what is stated wins over a part of the charge",
            outside("0.60"),
            network: .outOfNetwork,
            [PricedLine(charge: 100_00, allowed: 70_00)],
            expect: [Shares(balanceBill: 30_00, plan: 70_00)]
        ),
        Worked(
            "outside, a part above the whole: the charge",
            outside("1.40"),
            network: .outOfNetwork,
            [PricedLine(charge: 100_00)],
            expect: [Shares(plan: 100_00)]
        ),
    ]
}
