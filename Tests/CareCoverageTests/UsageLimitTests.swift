import CareCoverage
import CareModel
import Testing

@Suite("A limit on visits (S9)")
struct UsageLimitTests {
    @Test("starts anew with its period", arguments: Spaced.all)
    func periods(_ spaced: Spaced) throws {
        let limit = UsageLimit(id: "v", unit: spaced.unit, maximum: 1, period: spaced.period)
        let plan = BenefitPlan(
            period: .contractYear(month: 7, day: 1),
            limits: [limit],
            [Benefit(limits: [0])]
        )
        let course = Course(
            plan: plan,
            used: .used(asOf: "2026-01-15"),
            visits: spaced.dates.map {
                PlannedVisit($0, [PricedLine(charge: 100_00, allowed: 80_00)])
            }
        )
        let lines = try course.adjudicated().visits.flatMap(\.lines)

        #expect(lines.map { $0.denial == nil } == spaced.covered)
        #expect(lines.allSatisfy { $0.denial == nil || $0.denial == .limitReached(limit) })
    }

    @Test("counts what was used before, here or elsewhere", arguments: Earlier.all)
    func earlier(_ earlier: Earlier) throws {
        let limit = UsageLimit(id: "v", unit: .visits, maximum: 3, period: earlier.period)
        let plan = BenefitPlan(
            period: .contractYear(month: 7, day: 1),
            limits: [limit],
            [Benefit(limits: [0])]
        )
        let course = Course(
            plan: plan,
            used: .used(asOf: earlier.asOf, limits: ["v": earlier.use]),
            visits: (0..<4).map {
                PlannedVisit(
                    date: day(earlier.first).adding(days: $0),
                    careType: .active,
                    lines: [PricedLine(charge: 100_00, allowed: 80_00)]
                )
            }
        )
        let visits = try course.adjudicated().visits

        #expect(visits.flatMap(\.lines).count { $0.denial == nil } == earlier.covered)
    }

    @Test("counts visits, services or neither", arguments: counted)
    func counting(_ worked: Worked) throws { try worked.check() }

    @Test("leaves the other limits alone where one of two denies a line")
    func twoLimits() throws {
        let limits = [
            UsageLimit(id: "all", unit: .services, maximum: 10),
            UsageLimit(id: "few", unit: .services, maximum: 1),
        ]
        let (visits, after) = try Worked(
            "the second of three is denied",
            BenefitPlan(limits: limits, [Benefit(limits: [0, 1]), Benefit(.xray, limits: [0])]),
            used: Accumulators(
                asOf: day("2026-01-01"),
                limits: ["all": .used(0), "few": .used(0)]
            ),
            [Self.line, Self.line, PricedLine(.xray, charge: 80_00, allowed: 80_00)],
            expect: [Self.paid, Self.denied, Self.paid]
        ).check()

        #expect(visits[0].lines[1].denial == .limitReached(limits[1]))
        #expect(after.limits == ["all": .used(2), "few": .used(1)])
    }

    @Test("is not lifted by the out-of-pocket maximum")
    func maximumReached() throws {
        let plan = BenefitPlan(
            maximum: OutOfPocketMaximum(individual: 1_000_00.cents),
            limits: [UsageLimit(id: "v", unit: .visits, maximum: 1)],
            [Benefit(limits: [0])]
        )
        try Worked(
            "free until the limit, and the contracted price after it",
            plan,
            used: .used(outOfPocket: 1_000_00),
            visits: [
                PlannedVisit("2026-03-02", [Self.line]), PlannedVisit("2026-03-04", [Self.line]),
            ],
            expect: [Shares(plan: 80_00), Self.denied]
        ).check()
    }
}

extension UsageLimitTests {
    static let line = PricedLine(charge: 80_00, allowed: 80_00)
    static let paid = Shares(coinsurance: 16_00, plan: 64_00)
    static let denied = Shares(notCovered: 80_00)
}
