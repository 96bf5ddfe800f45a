import CareCoverage
import CareModel

extension OracleCase {
    static let line = PricedLine(charge: 100_00, allowed: 100_00)

    static func worked(_ id: String, _ courses: WorkedEpisode...) -> OracleCase {
        OracleCase(id: id) {
            try courses.compactMap { worked in
                let lines = try worked.episode.adjudicated().visits.flatMap(\.lines)
                return lines.map(\.split) == worked.expected ? nil : "\(lines.map(\.split))"
            }
        }
    }

    /// The cases that print a rule and a few numbers, as a plan and its lines.
    static let ruleCases = [
        // A copay of 40.00 and 35.00 allowed: 35.00.
        worked(
            "CONTRACT-LESSER",
            WorkedEpisode(
                "the lesser of copay and price",
                BenefitPlan([Benefit(copay: Copay(amount: 40_00.cents), patient: "0")]),
                [PricedLine(charge: 35_00, allowed: 35_00)],
                expect: [Split(copay: 35_00)]
            )
        ),
        // 20 percent always: nothing of it counts toward the maximum, and it goes on past it.
        worked(
            "CARP-24",
            WorkedEpisode(
                "24 visits, and a share that no maximum knows",
                BenefitPlan(
                    maximum: OutOfPocketMaximum(individual: 30_00.cents),
                    limits: [
                        UsageLimit(id: "v", unit: .visits, maximum: 24, period: .calendarYear)
                    ],
                    [Benefit(counts: false, isWaived: false, limits: [0]), Benefit(.xray)]
                ),
                used: .used(outOfPocket: 30_00, limits: ["v": .used(0)]),
                visits: (0..<25).map {
                    PlannedVisit(
                        date: day("2026-03-02").adding(days: $0),
                        careType: .active,
                        lines: [line]
                    )
                },
                expect: Array(repeating: Split(coinsurance: 20_00, plan: 80_00), count: 24)
                    + [Split(notCovered: 100_00)]
            )
        ),
        // Six visits to a deductible of 1,000.00 leave all 30: 400.00 and 30 visits are paid.
        worked(
            "VISITCOUNT-PAID",
            WorkedEpisode(
                "only paid visits count",
                BenefitPlan(
                    deductible: Deductible(individual: 1_000_00.cents),
                    limits: [
                        UsageLimit(id: "v", unit: .visits, maximum: 30, counting: .planPaid)
                    ],
                    [Benefit(patient: "0", limits: [0])]
                ),
                used: .used(deductible: 400_00, limits: ["v": .used(0)]),
                visits: (0..<37).map {
                    PlannedVisit(
                        date: day("2026-03-02").adding(days: $0),
                        careType: .active,
                        lines: [line]
                    )
                },
                expect: Array(repeating: Split(deductible: 100_00), count: 6)
                    + Array(repeating: Split(plan: 100_00), count: 30)
                    + [Split(notCovered: 100_00)]
            )
        ),
        // The whole cost until 100.00 are spent, then 15.00.
        worked(
            "NH-RX",
            WorkedEpisode(
                "a copay after the deductible",
                BenefitPlan(
                    deductible: Deductible(individual: 100_00.cents),
                    [Benefit(copay: Copay(amount: 15_00.cents, deductible: .after), patient: "0")]
                ),
                used: .used(deductible: 0),
                visits: PlannedVisit.each(
                    ["2026-03-02", "2026-03-03", "2026-03-04"],
                    PricedLine(charge: 50_00, allowed: 50_00)
                ),
                expect: [
                    Split(deductible: 50_00), Split(deductible: 50_00),
                    Split(copay: 15_00, plan: 35_00),
                ]
            )
        ),
        // No months for the code, two for its category.
        worked(
            "OD-169",
            WorkedEpisode(
                "the code's waiting period",
                BenefitPlan([
                    Benefit().with { $0.waitingPeriodMonths = 2 },
                    Benefit(selector: .codes([code("98941")])),
                ]),
                facts: CoverageFacts(memberSince: day("2026-03-01")),
                [PricedLine(code: code("98941"), charge: 100_00, allowed: 100_00)],
                expect: [Split(coinsurance: 20_00, plan: 80_00)]
            )
        ),
    ]
}
