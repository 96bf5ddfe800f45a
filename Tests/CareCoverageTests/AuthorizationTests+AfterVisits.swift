import CareCoverage
import CareModel

extension AuthorizationTests.Covered {
    static let afterVisits = [
        // The dates 1 and 2 are free, the third and the fourth use it up, the fifth has none.
        Self(
            testDescription: "after two dates, from the third",
            rows: [row(after: 2)],
            visits: each("2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"),
            expected: [true, true, true, true, false],
            usedAfter: 2
        ),
        Self(
            testDescription: "after two dates, of which one was before",
            rows: [row(after: 2)],
            used: figures(covered: 1),
            facts: CoverageFacts(),
            visits: each("2026-03-02", "2026-03-03"),
            expected: [true, false],
            usedAfter: 0
        ),
        Self(
            testDescription: "after one date: a second visit on it is the same date",
            rows: [row(after: 1)],
            facts: CoverageFacts(),
            visits: [
                PlannedVisit("2026-03-02", [line, line]), PlannedVisit("2026-03-02", [line]),
                PlannedVisit("2026-03-03", [line]),
            ],
            expected: [true, true, true, false],
            usedAfter: 0
        ),
        Self(
            testDescription: "a denied date is none that was covered",
            rows: [row(after: 1)],
            facts: allowing(1, from: "2026-03-04", through: "2026-03-09"),
            visits: each("2026-03-02", "2026-03-03", "2026-03-05", "2026-03-06"),
            expected: [true, false, true, false],
            usedAfter: 1
        ),
        Self(
            testDescription: "each row counts its own dates",
            rows: [row(after: 1), row(.massage, after: 1)],
            facts: CoverageFacts(),
            visits: [
                PlannedVisit("2026-03-02", [line]), PlannedVisit("2026-03-03", [massage]),
                PlannedVisit("2026-03-04", [line, massage]),
            ],
            expected: [true, true, false, false],
            usedAfter: 0
        ),
        Self(
            testDescription: "the dates start anew with the benefit year",
            rows: [row(after: 1)],
            facts: CoverageFacts(),
            visits: each("2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"),
            expected: [true, false, true, false],
            usedAfter: 0
        ),
    ]

    private static func limit(
        _ maximum: Int,
        unit: UsageLimit.Unit = .visits,
        excludesFirstVisit: Bool = false
    ) -> UsageLimit {
        UsageLimit(
            id: "v",
            unit: unit,
            maximum: maximum,
            excludesFirstVisit: excludesFirstVisit,
            kind: .authorizationAfter
        )
    }

    static let limited = [
        Self(
            testDescription: "from a limit on, and used only from there",
            rows: [Benefit(limits: [0])],
            limits: [limit(2)],
            facts: allowing(1),
            visits: each("2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"),
            expected: [true, true, true, false],
            usedAfter: 1
        ),
        Self(
            testDescription: "from a limit that is used up before",
            rows: [Benefit(limits: [0])],
            limits: [limit(2)],
            used: figures(limits: ["v": .used(2)]),
            facts: allowing(1),
            visits: each("2026-03-02", "2026-03-03"),
            expected: [true, false],
            usedAfter: 1
        ),
        Self(
            testDescription: "on the date of the limit's last visit a second line needs none",
            rows: [Benefit(limits: [0])],
            limits: [limit(1)],
            facts: CoverageFacts(),
            visits: [
                PlannedVisit("2026-03-02", [line, line]), PlannedVisit("2026-03-02", [line]),
                PlannedVisit("2026-03-03", [line]),
            ],
            expected: [true, true, true, false],
            usedAfter: 0
        ),
        Self(
            testDescription: "on a date past the limit all lines share it",
            rows: [Benefit(limits: [0])],
            limits: [limit(0, unit: .services)],
            facts: allowing(1),
            visits: [
                PlannedVisit("2026-03-02", [line, line]), PlannedVisit("2026-03-03", [line]),
            ],
            expected: [true, true, false],
            usedAfter: 1
        ),
        // A first examination is free; everything after it asks for the authorization.
        Self(
            testDescription: "not by a first visit that the limit leaves out",
            rows: [Benefit(limits: [0])],
            limits: [limit(0, excludesFirstVisit: true)],
            used: figures(limits: ["v": .used(0)]),
            facts: allowing(1),
            visits: each("2026-03-02", "2026-03-03", "2026-03-04"),
            expected: [true, true, false],
            usedAfter: 1
        ),
    ]
}
