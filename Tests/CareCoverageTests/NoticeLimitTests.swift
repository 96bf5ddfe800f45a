import CareCoverage
import CareModel
import Testing

@Suite("A limit that only gives notice (S9)")
struct NoticeLimitTests {
    private static let line = PricedLine(charge: 100_00, allowed: 100_00)

    @Test("never denies", arguments: [UsageLimit.Unit.visits, .services])
    func neverDenies(_ unit: UsageLimit.Unit) throws {
        let limit = UsageLimit(id: "v", unit: unit, maximum: 1, kind: .notice)
        let (lines, after) = try WorkedEpisode(
            "three of one",
            BenefitPlan(limits: [limit], [Benefit(limits: [0])]),
            used: .used(limits: ["v": .used(0)]),
            visits: PlannedVisit.each(["2026-03-02", "2026-03-03", "2026-03-04"], Self.line),
            expect: Array(repeating: Split(coinsurance: 20_00, plan: 80_00), count: 3)
        ).check()

        #expect(lines.allSatisfy { $0.denial == nil })
        #expect(after.limits == ["v": .used(3)])
    }

    @Test("is told on the visit that uses it up")
    func told() throws {
        let limit = UsageLimit(id: "v", unit: .visits, maximum: 2, kind: .notice)
        let course = Course(
            plan: BenefitPlan(limits: [limit], [Benefit(limits: [0])]),
            used: .used(limits: ["v": .used(0)]),
            visits: PlannedVisit.each(["2026-03-02", "2026-03-03", "2026-03-04"], Self.line)
        )

        #expect(
            try course.adjudicated().visits.map(\.events)
                == [[], [.limitReached(limit, isDenied: false)], []]
        )
    }

    @Test("leaves a hard one beside it in force")
    func besideHard() throws {
        let limits = [
            UsageLimit(id: "soft", unit: .visits, maximum: 0, kind: .notice),
            UsageLimit(id: "hard", unit: .visits, maximum: 1),
        ]
        let (lines, _) = try WorkedEpisode(
            "one of one",
            BenefitPlan(limits: limits, [Benefit(limits: [0, 1])]),
            visits: PlannedVisit.each(["2026-03-02", "2026-03-03"], Self.line),
            expect: [Split(coinsurance: 20_00, plan: 80_00), Split(notCovered: 100_00)]
        ).check()

        #expect(lines.map(\.denial) == [nil, .limitReached(limits[1])])
    }
}
