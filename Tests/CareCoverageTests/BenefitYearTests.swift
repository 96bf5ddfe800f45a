import CareCoverage
import CareModel
import Testing

@Suite("The benefit year (S11)")
struct BenefitYearTests {
    @Test("begins on its own day", arguments: Year.all)
    func yearStart(_ year: Year) {
        #expect(year.period.yearStart(containing: day(year.date)) == day(year.start))
        #expect(year.period.nextYearStart(after: day(year.date)) == day(year.next))
    }

    @Test("holds every day of forty years between its start and the next", arguments: Year.all)
    func everyDay(_ year: Year) {
        let first = year.period.yearStart(containing: day("2020-01-01"))
        var start = first
        var wrong: [CalendarDate] = []
        for offset in 0..<(40 * 365) {
            let date = first.adding(days: offset)
            if date == year.period.nextYearStart(after: start) { start = date }
            if year.period.yearStart(containing: date) != start { wrong.append(date) }
        }
        #expect(wrong.first == nil)
        // Forty years less ten leap days: 39 whole years went by.
        #expect(start == first.adding(years: 39))
    }

    @Test("starts every figure anew", arguments: resets)
    func reset(_ worked: Worked) throws { try worked.check() }

    @Test("leaves nothing of the old year's figures")
    func figures() throws {
        let plan = BenefitPlan(
            deductible: Deductible(
                individual: 500_00.cents,
                family: 900_00.cents,
                familyType: .memberCount(2),
                byCategory: [.xray: 50_00.cents]
            ),
            maximum: OutOfPocketMaximum(individual: 900_00.cents, family: 1_800_00.cents),
            limits: [
                UsageLimit(id: "year", unit: .visits, maximum: 9),
                UsageLimit(id: "life", unit: .visits, maximum: 9, period: .lifetime),
            ],
            [Benefit(limits: [0, 1])]
        )
        let used = Accumulators.used(
            asOf: "2026-12-01",
            deductible: 500_00,
            family: 700_00,
            members: 1,
            byCategory: [.xray: 50_00.cents],
            outOfPocket: 600_00,
            familyOutOfPocket: 800_00,
            limits: ["year": .used(4), "life": .used(4)]
        )
        let (_, after) = try Worked(
            "a visit on January 4",
            plan,
            used: used,
            visits: [PlannedVisit("2027-01-04", [PricedLine(charge: 80_00, allowed: 80_00)])],
            expect: [Shares(deductible: 80_00)]
        ).check()

        #expect(
            after
                == .used(
                    asOf: "2027-01-04",
                    deductible: 80_00,
                    family: 80_00,
                    members: 0,
                    byCategory: [.xray: .zero],
                    outOfPocket: 80_00,
                    familyOutOfPocket: 80_00,
                    limits: ["year": .used(1), "life": .used(5)]
                )
        )
    }
}

extension BenefitYearTests {
    struct Year: CustomTestStringConvertible, Sendable {
        let period: BenefitPeriod
        let date: String
        let start: String
        let next: String
        var testDescription: String { "\(period) on \(date)" }

        private static let july = BenefitPeriod.contractYear(month: 7, day: 1)
        private static let lastOfYear = BenefitPeriod.contractYear(month: 12, day: 31)
        private static let march = BenefitPeriod.contractYear(month: 3, day: 1)

        static let all = [
            Year(
                period: .calendarYear,
                date: "2026-12-31",
                start: "2026-01-01",
                next: "2027-01-01"
            ),
            Year(
                period: .calendarYear,
                date: "2027-01-01",
                start: "2027-01-01",
                next: "2028-01-01"
            ),
            Year(period: july, date: "2026-06-30", start: "2025-07-01", next: "2026-07-01"),
            Year(period: july, date: "2026-07-01", start: "2026-07-01", next: "2027-07-01"),
            Year(period: lastOfYear, date: "2026-12-30", start: "2025-12-31", next: "2026-12-31"),
            Year(period: lastOfYear, date: "2026-12-31", start: "2026-12-31", next: "2027-12-31"),
            Year(period: march, date: "2028-02-29", start: "2027-03-01", next: "2028-03-01"),
            Year(period: march, date: "2028-03-01", start: "2028-03-01", next: "2029-03-01"),
        ]
    }

    private static let line = PricedLine(charge: 100_00, allowed: 100_00)

    private static func plan(_ period: BenefitPeriod) -> BenefitPlan {
        BenefitPlan(
            period: period,
            deductible: Deductible(individual: 150_00.cents),
            maximum: OutOfPocketMaximum(individual: 160_00.cents),
            [Benefit()]
        )
    }

    // 100.00 of deductible; its last 50.00 and a fifth of 50.00, which meets the maximum; nothing.
    private static let yearOfThree = [
        Shares(deductible: 100_00), Shares(deductible: 50_00, coinsurance: 10_00, plan: 40_00),
        Shares(plan: 100_00),
    ]

    static let resets = [
        Worked(
            "in January of a calendar year",
            plan(.calendarYear),
            used: .used(asOf: "2026-10-01", deductible: 0, outOfPocket: 0),
            visits: ["2026-10-01", "2026-11-01", "2026-12-31", "2027-01-01", "2027-01-02"].map {
                PlannedVisit($0, [line])
            },
            expect: yearOfThree + yearOfThree.prefix(2)
        ),
        Worked(
            "in July of a contract year, and not in January",
            plan(.contractYear(month: 7, day: 1)),
            used: .used(asOf: "2026-10-01", deductible: 0, outOfPocket: 0),
            visits: ["2026-10-01", "2027-01-02", "2027-06-30", "2027-07-01", "2027-07-02"].map {
                PlannedVisit($0, [line])
            },
            expect: yearOfThree + yearOfThree.prefix(2)
        ),
        Worked(
            "between the figures' day and the first visit",
            plan(.calendarYear),
            used: .used(asOf: "2026-12-31", deductible: 150_00, outOfPocket: 160_00),
            visits: [PlannedVisit("2027-01-01", [line])],
            expect: [Shares(deductible: 100_00)]
        ),
        Worked(
            "once, where years go by without a visit",
            plan(.calendarYear),
            used: .used(asOf: "2026-12-31", deductible: 150_00, outOfPocket: 160_00),
            visits: [PlannedVisit("2029-05-01", [line]), PlannedVisit("2029-05-02", [line])],
            expect: Array(yearOfThree.prefix(2))
        ),
    ]
}
