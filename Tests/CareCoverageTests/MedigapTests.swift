import CareCoverage
import CareModel
import Testing

@Suite("A Medigap plan")
struct MedigapTests {
    @Test("pays what its letter covers of Medicare's shares", arguments: Self.cases)
    func worked(_ worked: WorkedPairing) throws {
        try worked.check()
    }

    /// 40.00 approved of 60.00: 20.00 of the deductible are left, and a fifth of the rest is 4.00.
    private static let adjustment = PricedLine(charge: 60_00, allowed: 40_00)

    private static func visit(fee: Int) -> PricedLine {
        PricedLine(.officeVisit, charge: fee, allowed: fee)
    }

    private static func course(
        _ name: String,
        _ plan: BenefitPlan,
        met: Int = 283_00,
        facts: CoverageFacts = .medicare(),
        visits: [PlannedVisit],
        expect expected: [Borne]
    ) -> WorkedPairing {
        WorkedPairing(
            name,
            .partB(),
            used: .used(deductible: met),
            facts: facts,
            then: SecondPlan(plan),
            visits: visits,
            expect: expected
        )
    }

    private static func course(
        _ name: String,
        _ plan: BenefitPlan,
        met: Int = 283_00,
        facts: CoverageFacts = .medicare(),
        _ lines: [PricedLine],
        expect expected: [Borne]
    ) -> WorkedPairing {
        course(
            name,
            plan,
            met: met,
            facts: facts,
            visits: [PlannedVisit("2026-03-02", lines)],
            expect: expected
        )
    }

    static let cases: [WorkedPairing] = [
        course(
            "F: deductible and coinsurance",
            .medigap(.f),
            met: 263_00,
            [adjustment],
            expect: [Borne(writeOff: 20_00, plan: 16_00, second: 24_00)]
        ),
        course(
            "G: coinsurance",
            .medigap(.g),
            met: 263_00,
            [adjustment],
            expect: [Borne(writeOff: 20_00, plan: 16_00, second: 4_00, patient: 20_00)]
        ),
        course(
            "N: coinsurance, and an adjustment alone has no copay",
            .medigap(.n),
            met: 263_00,
            [adjustment],
            expect: [Borne(writeOff: 20_00, plan: 16_00, second: 4_00, patient: 20_00)]
        ),
        // A fifth of 120.00 are 24.00, less 20.00; the adjustment's 8.00 are paid whole, and on the
        // next date the copay comes again.
        course(
            "N: a copay for an office visit, on each date",
            .medigap(.n),
            visits: [
                PlannedVisit("2026-03-02", [adjustment, visit(fee: 120_00)]),
                PlannedVisit("2026-03-03", [visit(fee: 120_00)]),
            ],
            expect: [
                Borne(writeOff: 20_00, plan: 32_00, second: 8_00),
                Borne(plan: 96_00, second: 4_00, patient: 20_00),
                Borne(plan: 96_00, second: 4_00, patient: 20_00),
            ]
        ),
        // Fifths of 15.00 and 10.00: the copay takes all of the first and 5.00 of the second; two
        // visits on one date are one.
        course(
            "N: one copay on a date, never more than the share",
            .medigap(.n),
            visits: [
                PlannedVisit("2026-03-02", [visit(fee: 75_00)]),
                PlannedVisit("2026-03-02", [visit(fee: 50_00)]),
            ],
            expect: [
                Borne(plan: 60_00, patient: 15_00),
                Borne(plan: 40_00, second: 5_00, patient: 5_00),
            ]
        ),
        course(
            "F: has no copay",
            .medigap(.f),
            [visit(fee: 120_00)],
            expect: [Borne(plan: 96_00, second: 24_00)]
        ),
        // An image is excluded, and maintenance care with a notice is the patient's.
        course(
            "F: nothing of what Medicare does not cover",
            .medigap(.f),
            facts: .medicare(signed: "2026-03-02"),
            visits: [
                PlannedVisit(
                    "2026-03-02",
                    careType: .maintenance,
                    [PricedLine(.xray, charge: 90_00), adjustment]
                )
            ],
            expect: [Borne(patient: 90_00), Borne(patient: 60_00)]
        ),
        // 109.25 of a fee of 100.00: the 14.25 above 95.00 are not modelled.
        course(
            "F: no excess charge",
            .medigap(.f),
            facts: .medicare(participates: false, assigned: false),
            [PricedLine(charge: 150_00, allowed: 100_00)],
            expect: [Borne(writeOff: 40_75, plan: 76_00, second: 19_00, patient: 14_25)]
        ),
        course(
            "F: nothing is left of a qualified beneficiary's share",
            .medigap(.f),
            facts: .medicare(qualified: true),
            [adjustment],
            expect: [Borne(writeOff: 28_00, plan: 32_00)]
        ),
        course(
            "pays only while it is in force",
            .medigap(.f, from: "2026-03-03", through: "2026-03-04"),
            visits: PlannedVisit.each(["2026-03-02", "2026-03-03", "2026-03-05"], adjustment),
            expect: [
                Borne(writeOff: 20_00, plan: 32_00, patient: 8_00),
                Borne(writeOff: 20_00, plan: 32_00, second: 8_00),
                Borne(writeOff: 20_00, plan: 32_00, patient: 8_00),
            ]
        ),
    ]
}
