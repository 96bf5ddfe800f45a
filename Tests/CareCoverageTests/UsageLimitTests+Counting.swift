import CareCoverage
import CareModel

extension UsageLimitTests {
    private static func plan(_ limit: UsageLimit, deductible: Int? = nil) -> BenefitPlan {
        BenefitPlan(
            deductible: deductible.map { Deductible(individual: $0.cents) },
            limits: [limit],
            [Benefit(limits: [0]), Benefit(.physicalMedicine, limits: [0])]
        )
    }

    private static func visits(_ count: Int, _ lines: [PricedLine]) -> [PlannedVisit] {
        (0..<count).map {
            PlannedVisit(
                date: day("2026-03-02").adding(days: $0),
                careType: .active,
                lines: lines
            )
        }
    }

    private static let exercise = PricedLine(.physicalMedicine, charge: 80_00, allowed: 80_00)
    private static let units = PricedLine(units: 3, charge: 80_00, allowed: 80_00)

    static let counted = [
        Worked(
            "a visit is one, however many lines",
            plan(UsageLimit(id: "v", unit: .visits, maximum: 1)),
            visits: visits(2, [line, exercise, line]),
            expect: [paid, paid, paid, denied, denied, denied]
        ),
        Worked(
            "two visits on a date are one",
            plan(UsageLimit(id: "v", unit: .visits, maximum: 1)),
            visits: [
                PlannedVisit("2026-03-02", [line]), PlannedVisit("2026-03-02", [line]),
                PlannedVisit("2026-03-03", [line]),
            ],
            expect: [paid, paid, denied]
        ),
        Worked(
            "two rows share a limit",
            plan(UsageLimit(id: "v", unit: .visits, maximum: 2)),
            visits: [
                PlannedVisit("2026-03-02", [line]), PlannedVisit("2026-03-03", [exercise]),
                PlannedVisit("2026-03-04", [line, exercise]),
            ],
            expect: [paid, paid, denied, denied]
        ),
        Worked(
            "a service is a line, whatever its units",
            plan(UsageLimit(id: "s", unit: .services, maximum: 2)),
            [units, line, exercise],
            // 240.00 and a fifth of it; the third line is denied whole.
            expect: [Shares(coinsurance: 48_00, plan: 192_00), paid, denied]
        ),
        Worked(
            "a limit of nothing covers nothing",
            plan(UsageLimit(id: "v", unit: .visits, maximum: 0)),
            [line],
            expect: [denied]
        ),
        Worked(
            "a visit counts even if the deductible took it all",
            plan(UsageLimit(id: "v", unit: .visits, maximum: 1), deductible: 80_00),
            used: .used(deductible: 0),
            visits: visits(2, [line]),
            expect: [Shares(deductible: 80_00), denied]
        ),
        Worked(
            "a visit counts only if the plan paid, where the plan says so",
            plan(
                UsageLimit(id: "v", unit: .visits, maximum: 1, counting: .planPaid),
                deductible: 80_00
            ),
            used: .used(deductible: 0),
            visits: visits(3, [line]),
            expect: [Shares(deductible: 80_00), paid, denied]
        ),
        Worked(
            "a visit counts once the plan paid any of its lines",
            plan(
                UsageLimit(id: "v", unit: .visits, maximum: 1, counting: .planPaid),
                deductible: 80_00
            ),
            used: .used(deductible: 0),
            visits: visits(2, [line, exercise, line]),
            expect: [Shares(deductible: 80_00), paid, paid, denied, denied, denied]
        ),
        Worked(
            "a denied visit does not count",
            BenefitPlan(
                limits: [UsageLimit(id: "v", unit: .visits, maximum: 1)],
                [Benefit(limits: [0])]
            ),
            visits: [
                PlannedVisit("2026-03-02", careType: .maintenance, [line]),
                PlannedVisit("2026-03-03", [line]),
                PlannedVisit("2026-03-04", [line]),
            ],
            expect: [denied, paid, denied]
        ),
        Worked(
            "a first visit neither counts nor is limited, where the plan says so",
            plan(UsageLimit(id: "v", unit: .visits, maximum: 1, excludesFirstVisit: true)),
            visits: visits(3, [line, exercise]),
            expect: [paid, paid, paid, paid, denied, denied]
        ),
        Worked(
            "a first visit is free under a limit of nothing, too",
            plan(UsageLimit(id: "v", unit: .visits, maximum: 0, excludesFirstVisit: true)),
            visits: visits(2, [line]),
            expect: [paid, denied]
        ),
        Worked(
            "a first visit is none where the limit was used before",
            plan(UsageLimit(id: "v", unit: .visits, maximum: 2, excludesFirstVisit: true)),
            used: .used(limits: ["v": .used(1)]),
            visits: visits(2, [line]),
            expect: [paid, denied]
        ),
        Worked(
            "a first visit that is denied is still the first",
            plan(UsageLimit(id: "v", unit: .visits, maximum: 1, excludesFirstVisit: true)),
            visits: [
                PlannedVisit("2026-03-02", careType: .maintenance, [line]),
                PlannedVisit("2026-03-03", [line]), PlannedVisit("2026-03-04", [line]),
            ],
            expect: [denied, paid, denied]
        ),
    ]
}
