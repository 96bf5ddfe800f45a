import CareCoverage
import CareModel

extension DollarLimitTests {
    private static let over = Split(coinsurance: 20_00, overLimit: 30_00, plan: 50_00)
    private static let used = Split(coinsurance: 20_00, overLimit: 80_00)

    static let dated: [WorkedEpisode] = [
        WorkedEpisode(
            "a visit: two visits on one date are two",
            plan(limit("usd", 50_00, per: .visit)),
            visits: [
                PlannedVisit("2026-03-02", [line, line]), PlannedVisit("2026-03-02", [line]),
            ],
            expect: [over, used, over]
        ),
        WorkedEpisode(
            "a day: two visits on one date are one",
            plan(limit("usd", 50_00, per: .day)),
            visits: [
                PlannedVisit("2026-03-02", [line]), PlannedVisit("2026-03-02", [line]),
                PlannedVisit("2026-03-03", [line]),
            ],
            expect: [over, used, over]
        ),
        WorkedEpisode(
            "a visit forgets what was used before",
            plan(limit("usd", 50_00, per: .visit)),
            used: .used(limits: ["usd": .amount(50_00.cents)]),
            [line],
            expect: [over]
        ),
        WorkedEpisode(
            "a contract year",
            BenefitPlan(
                period: .contractYear(month: 7, day: 1),
                limits: [limit("usd", 50_00)],
                [Benefit(limits: [0])]
            ),
            visits: PlannedVisit.each(["2026-03-02", "2026-06-30", "2026-07-01"], line),
            expect: [over, used, over]
        ),
        WorkedEpisode(
            "a calendar year inside a contract year",
            BenefitPlan(
                period: .contractYear(month: 7, day: 1),
                limits: [limit("usd", 50_00, per: .calendarYear)],
                [Benefit(limits: [0])]
            ),
            visits: PlannedVisit.each(["2026-03-02", "2026-07-01", "2027-01-01"], line),
            expect: [over, used, over]
        ),
        WorkedEpisode(
            "a lifetime",
            plan(limit("usd", 50_00, per: .lifetime)),
            visits: PlannedVisit.each(["2026-03-02", "2028-03-02"], line),
            expect: [over, used]
        ),
    ]
}
