import CareCoverage
import CareModel
import Testing

@Suite("A waiting period (S13)")
struct WaitingPeriodTests {
    @Test("ends on the same day so many months after joining", arguments: Waiting.all)
    func end(_ waiting: Waiting) throws {
        let row = Benefit().with { $0.waitingPeriodMonths = waiting.months }
        let end = day(waiting.end)
        let course = Course(
            plan: BenefitPlan(from: waiting.planFrom, [row]),
            used: .used(asOf: waiting.planFrom),
            visits: PlannedVisit.each(
                [end.adding(days: -1).description, waiting.end],
                PricedLine(charge: 120_00, allowed: 100_00)
            )
        )
        let facts = CoverageFacts(memberSince: waiting.since.map(day))
        let lines = try Episode(course: course, facts: facts).adjudicated().visits.flatMap(\.lines)

        #expect(lines.map(\.denial) == [.waitingPeriod(endsOn: end), nil])
        #expect(
            lines.map(\.split) == [
                Split(writeOff: 20_00, notCovered: 100_00),
                Split(writeOff: 20_00, coinsurance: 20_00, plan: 80_00),
            ]
        )
    }

    @Test("uses up no deductible and counts no visit")
    func nothingUsed() throws {
        let row = Benefit(limits: [0]).with { $0.waitingPeriodMonths = 3 }
        let limit = UsageLimit(id: "v", unit: .visits, maximum: 1)
        let (lines, after) = try WorkedEpisode(
            "the day before, and the day",
            BenefitPlan(
                deductible: Deductible(individual: 100_00.cents),
                limits: [limit],
                [row]
            ),
            used: .used(deductible: 0, limits: ["v": .used(0)]),
            facts: CoverageFacts(memberSince: day("2026-01-15")),
            visits: PlannedVisit.each(
                ["2026-04-14", "2026-04-15", "2026-04-16"],
                PricedLine(charge: 100_00, allowed: 100_00)
            ),
            expect: [
                Split(notCovered: 100_00), Split(deductible: 100_00), Split(notCovered: 100_00),
            ]
        ).check()

        #expect(
            lines.map(\.denial)
                == [.waitingPeriod(endsOn: day("2026-04-15")), nil, .limitReached(limit)]
        )
        #expect(after.deductible.individual == 100_00.cents)
    }

    @Test("of no months never denies, even before the patient joined")
    func none() throws {
        try WorkedEpisode(
            "a member from tomorrow",
            BenefitPlan([Benefit()]),
            facts: CoverageFacts(memberSince: day("2026-03-03")),
            [PricedLine(charge: 100_00, allowed: 100_00)],
            expect: [Split(coinsurance: 20_00, plan: 80_00)]
        ).check()
    }

    @Test("of a code's row beats that of its category (OD-169)")
    func specific() throws {
        let plan = BenefitPlan([
            Benefit().with { $0.waitingPeriodMonths = 2 },
            Benefit(selector: .codes([code("98941")])),
        ])
        try WorkedEpisode(
            "two months for the category, none for the code",
            plan,
            facts: CoverageFacts(memberSince: day("2026-03-01")),
            [
                PricedLine(code: code("98941"), charge: 100_00, allowed: 100_00),
                PricedLine(code: code("98940"), charge: 100_00, allowed: 100_00),
            ],
            expect: [Split(coinsurance: 20_00, plan: 80_00), Split(notCovered: 100_00)]
        ).check()
    }

    @Test("a referral that is missing denies nothing", arguments: [true, false])
    func referral(_ isRequired: Bool) throws {
        let row = Benefit().with { $0.isReferralRequired = isRequired }
        try WorkedEpisode(
            "a referral of another month",
            BenefitPlan([row]),
            facts: CoverageFacts(referral: day("2026-05-01")...day("2026-05-31")),
            [PricedLine(charge: 100_00, allowed: 100_00)],
            expect: [Split(coinsurance: 20_00, plan: 80_00)]
        ).check()
    }
}

extension WaitingPeriodTests {
    /// A waiting period, and the first date that is covered.
    struct Waiting: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let months: Int
        var since: String?
        var planFrom = "2020-01-01"
        let end: String

        static let all = [
            Waiting(
                testDescription: "three months",
                months: 3,
                since: "2026-01-15",
                end: "2026-04-15"
            ),
            Waiting(
                testDescription: "over the new year",
                months: 6,
                since: "2025-08-01",
                end: "2026-02-01"
            ),
            Waiting(
                testDescription: "to a shorter month, its last day",
                months: 1,
                since: "2026-01-31",
                end: "2026-02-28"
            ),
            Waiting(
                testDescription: "to February of a leap year",
                months: 1,
                since: "2028-01-31",
                end: "2028-02-29"
            ),
            Waiting(
                testDescription: "from a leap day, twelve months",
                months: 12,
                since: "2024-02-29",
                end: "2025-02-28"
            ),
            Waiting(
                testDescription: "from a month's end to a longer month, the same day",
                months: 1,
                since: "2026-02-28",
                end: "2026-03-28"
            ),
            Waiting(
                testDescription: "from the plan's first day where nobody says",
                months: 2,
                planFrom: "2026-02-10",
                end: "2026-04-10"
            ),
        ]
    }
}
