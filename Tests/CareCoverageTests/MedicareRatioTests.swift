import CareCoverage
import CareModel
import Testing

@Suite("A ratio of Medicare's amount (S1)")
struct MedicareRatioTests {
    private static func plan(_ ratio: String) -> BenefitPlan {
        BenefitPlan([
            Benefit(patient: "0.50", outOfNetwork: .fractionOfMedicare(part(ratio)))
        ])
    }

    @Test("is what an out-of-network row allows", arguments: ratios)
    func allowed(_ worked: WorkedEpisode) throws { try worked.check() }

    @Test("gives way to an amount that the request states")
    func stated() throws {
        let priced = PricedLine(charge: 72_00, allowed: 30_00)
        let line = ServiceLine(
            service: nil,
            code: nil,
            category: .chiropractic,
            stated: ServiceLine.StatedAmounts(allowed: 30_00.cents),
            place: priced.line.place
        )
        try WorkedEpisode(
            "30.00, and not 1.4 times as much",
            Self.plan("1.40"),
            network: .outOfNetwork,
            [PricedLine(line: line, charge: priced.charge, allowed: priced.allowed)],
            expect: [Split(coinsurance: 15_00, balanceBill: 42_00, plan: 15_00)]
        ).check()
    }

    @Test("of an amount that nobody knows is an error")
    func unknown() throws {
        let line = PricedLine(charge: 72_00)
        var adjudicator = Adjudicator(
            plan: Self.plan("1.40"),
            network: .outOfNetwork,
            accumulators: .used()
        )

        #expect(throws: AdjudicationError.noAllowedAmount(line.line)) {
            try adjudicator.adjudicate([line], on: day("2026-03-02"))
        }
    }

    /// Half of what is allowed is the patient's; what is charged above it is the balance bill.
    static let ratios = [
        // 1.4 × 40.00 = 56.00 of 72.00.
        WorkedEpisode(
            "above the whole",
            plan("1.40"),
            network: .outOfNetwork,
            [PricedLine(charge: 72_00, allowed: 40_00)],
            expect: [Split(coinsurance: 28_00, balanceBill: 16_00, plan: 28_00)]
        ),
        // 1.4 × 60.00 = 84.00, and 72.00 are charged.
        WorkedEpisode(
            "never above the charge",
            plan("1.40"),
            network: .outOfNetwork,
            [PricedLine(charge: 72_00, allowed: 60_00)],
            expect: [Split(coinsurance: 36_00, plan: 36_00)]
        ),
        // 0.333 × 3 × 33.33 = 33.29667, so 33.30; rounded for each unit it would be 33.30 as well,
        // but 0.333 × 2 × 10.01 = 6.66666 is 6.67, and twice 3.33 only 6.66.
        WorkedEpisode(
            "rounded on the line, not on the unit",
            plan("0.333"),
            network: .outOfNetwork,
            [PricedLine(units: 2, charge: 20_00, allowed: 10_01)],
            expect: [Split(coinsurance: 3_34, balanceBill: 33_33, plan: 3_33)]
        ),
        // Half of 10.01 is 5.005: 5.01, of which the patient's half is 2.51.
        WorkedEpisode(
            "rounded half up",
            plan("0.50"),
            network: .outOfNetwork,
            [PricedLine(charge: 20_00, allowed: 10_01)],
            expect: [Split(coinsurance: 2_51, balanceBill: 14_99, plan: 2_50)]
        ),
        WorkedEpisode(
            "not in network, where the contracted rate is",
            plan("1.40"),
            [PricedLine(charge: 72_00, allowed: 40_00)],
            expect: [Split(writeOff: 32_00, coinsurance: 20_00, plan: 20_00)]
        ),
    ]
}
