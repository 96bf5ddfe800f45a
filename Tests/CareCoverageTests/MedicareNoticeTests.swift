import CareCoverage
import CareModel
import Testing

@Suite("An advance beneficiary notice")
struct MedicareNoticeTests {
    @Test("makes the patient responsible while it holds", arguments: Self.cases)
    func worked(_ worked: WorkedEpisode) throws {
        let (_, after) = try worked.check()

        let deductible = worked.expected.map(\.deductible).reduce(0, +)
        #expect(after.deductible.individual == deductible.cents)
    }

    /// Nothing of the charge of 60.00 for the patient, or all of it.
    private static let borne = Split(writeOff: 60_00)
    private static let owed = Split(notCovered: 60_00)
    /// An adjustment that Medicare covers: 40.00, all of it deductible.
    private static let covered = Split(writeOff: 20_00, deductible: 40_00)

    private static func line(_ modifiers: [Modifier]? = nil) -> PricedLine {
        PricedLine(charge: 60_00, allowed: 40_00, modifiers: modifiers)
    }

    private static func maintenance(_ date: String) -> PlannedVisit {
        PlannedVisit(date, careType: .maintenance, [line()])
    }

    private static func active(_ date: String) -> PlannedVisit { PlannedVisit(date, [line()]) }

    private static func course(
        _ name: String,
        signed: String?,
        _ visits: [PlannedVisit],
        expect expected: [Split]
    ) -> WorkedEpisode {
        WorkedEpisode(
            name,
            .partB(deductibles: YearlyAmounts(cents: [2026: 283_00, 2027: 283_00])),
            used: .used(deductible: 0),
            facts: .medicare(signed: signed),
            visits: visits,
            expect: expected
        )
    }

    static let cases: [WorkedEpisode] = [
        course("without one the clinic", signed: nil, [maintenance("2026-03-02")], expect: [borne]),
        course(
            "with one the patient",
            signed: "2026-03-02",
            [maintenance("2026-03-02")],
            expect: [owed]
        ),
        course(
            "not before it is signed",
            signed: "2026-03-03",
            [maintenance("2026-03-02"), maintenance("2026-03-03")],
            expect: [borne, owed]
        ),
        course(
            "for twelve months",
            signed: "2026-03-02",
            [maintenance("2026-03-01"), maintenance("2026-12-31")],
            expect: [borne, owed]
        ),
        course(
            "until a covered adjustment, on whose date it still holds",
            signed: "2026-03-02",
            [
                maintenance("2026-03-02"),
                PlannedVisit("2026-03-09", [line([modifier("AT")]), line([])]),
                maintenance("2026-03-10"),
            ],
            expect: [owed, covered, owed, borne]
        ),
        // The covered adjustment of the 16th does not bring back what that of the 9th ended.
        course(
            "and no more on the date of another covered adjustment",
            signed: "2026-03-02",
            [
                active("2026-03-09"),
                PlannedVisit("2026-03-16", [line([modifier("AT")]), line([])]),
            ],
            expect: [covered, covered, borne]
        ),
        course(
            "whatever was covered before it was signed",
            signed: "2026-03-09",
            [active("2026-03-02"), maintenance("2026-03-09"), maintenance("2026-03-16")],
            expect: [covered, owed, owed]
        ),
        course(
            "and ends with an adjustment on its own day",
            signed: "2026-03-02",
            [active("2026-03-02"), maintenance("2026-03-09")],
            expect: [covered, borne]
        ),
    ]

    /// Signed on March 2, 2026: it holds on March 1, 2027, and no more on the next day.
    @Test("ends after twelve months")
    func expires() throws {
        try WorkedEpisode(
            "twelve months",
            .partB(deductibles: YearlyAmounts(cents: [2026: 283_00, 2027: 283_00])),
            used: .used(deductible: 0),
            facts: .medicare(signed: "2026-03-02"),
            visits: [Self.maintenance("2027-03-01"), Self.maintenance("2027-03-02")],
            expect: [Self.owed, Self.borne]
        ).check()
    }
}
