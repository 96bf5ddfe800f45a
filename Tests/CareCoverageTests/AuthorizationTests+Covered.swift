import CareCoverage
import CareModel
import Testing

extension AuthorizationTests {
    /// Visits under rows that need an authorization, and which lines are covered.
    struct Covered: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var rows = [row()]
        var limits: [UsageLimit] = []
        var used = figures()
        var facts = allowing(2)
        var visits: [PlannedVisit]
        let expected: [Bool]
        let usedAfter: Int?

        static let all = spans + counts + afterVisits + limited
    }
}

extension AuthorizationTests.Covered {
    static let line = AuthorizationTests.line
    static let massage = PricedLine(.massage, charge: 50_00, allowed: 50_00)

    static func row(
        _ category: ServiceCategory = .chiropractic,
        after visits: Int = 0,
        limits: [Int] = []
    ) -> Benefit {
        Benefit(category, limits: limits).with {
            $0.authorization = AuthorizationTerm(afterVisit: visits)
        }
    }

    static func figures(
        authorized: Int? = 0,
        covered: Int? = 0,
        limits: [String: Accumulators.LimitUse] = [:]
    ) -> Accumulators {
        Accumulators(
            asOf: day("2026-01-01"),
            limits: limits,
            authorizationVisitsUsed: authorized,
            benefitVisits: covered.map { [.chiropractic: $0] } ?? [:]
        )
    }

    static func allowing(
        _ visits: Int,
        from: String = "2026-03-01",
        through: String = "2026-03-31"
    ) -> CoverageFacts {
        CoverageFacts(
            authorization: CoverageFacts.Authorization(
                visits: visits,
                from: day(from),
                through: day(through)
            )
        )
    }

    static func each(_ dates: String...) -> [PlannedVisit] {
        PlannedVisit.each(dates, line)
    }

    private static let spans = [
        Self(
            testDescription: "from its first day to its last",
            facts: allowing(9),
            visits: each("2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"),
            expected: [false, true, true, false],
            usedAfter: 2
        ),
        Self(
            testDescription: "of one day",
            facts: allowing(9, through: "2026-03-01"),
            visits: each("2026-03-01", "2026-03-02"),
            expected: [true, false],
            usedAfter: 1
        ),
        Self(
            testDescription: "where there is none",
            facts: CoverageFacts(),
            visits: each("2026-03-02"),
            expected: [false],
            usedAfter: 0
        ),
        // It belongs to its span and to no benefit year.
        Self(
            testDescription: "over the new year, without starting anew",
            facts: allowing(2, from: "2026-12-01", through: "2027-02-28"),
            visits: each("2026-12-30", "2027-01-04", "2027-01-05"),
            expected: [true, true, false],
            usedAfter: 2
        ),
    ]

    private static let counts = [
        Self(
            testDescription: "two dates of two, and not the third",
            visits: each("2026-03-02", "2026-03-03", "2026-03-04"),
            expected: [true, true, false],
            usedAfter: 2
        ),
        Self(
            testDescription: "for no date at all",
            facts: allowing(0),
            visits: each("2026-03-02"),
            expected: [false],
            usedAfter: 0
        ),
        Self(
            testDescription: "with what was used before",
            used: figures(authorized: 1),
            visits: each("2026-03-02", "2026-03-03"),
            expected: [true, false],
            usedAfter: 2
        ),
        Self(
            testDescription: "two lines and two visits on a date as one",
            visits: [
                PlannedVisit("2026-03-02", [line, line]), PlannedVisit("2026-03-02", [line]),
                PlannedVisit("2026-03-03", [line]), PlannedVisit("2026-03-04", [line]),
            ],
            expected: [true, true, true, true, false],
            usedAfter: 2
        ),
        Self(
            testDescription: "two rows on a date as one",
            rows: [row(), row(.massage)],
            visits: [
                PlannedVisit("2026-03-02", [line, massage]),
                PlannedVisit("2026-03-03", [massage]),
                PlannedVisit("2026-03-04", [line]),
            ],
            expected: [true, true, true, false],
            usedAfter: 2
        ),
        Self(
            testDescription: "not by a row that needs none",
            rows: [row(), Benefit(.massage)],
            visits: [
                PlannedVisit("2026-03-02", [massage]), PlannedVisit("2026-03-03", [massage]),
                PlannedVisit("2026-03-04", [line]), PlannedVisit("2026-03-05", [line]),
            ],
            expected: [true, true, true, true],
            usedAfter: 2
        ),
        Self(
            testDescription: "unknown stays unknown",
            used: figures(authorized: nil),
            visits: each("2026-03-02"),
            expected: [true],
            usedAfter: nil
        ),
    ]
}
