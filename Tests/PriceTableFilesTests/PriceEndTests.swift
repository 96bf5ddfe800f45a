import CareModel
import PriceTableFiles
import TestSupport
import Testing

@Suite("The end of prices")
struct PriceEndTests {
    /// The rows of a schedule, and what the check of 2026-11-25 says of their ends.
    struct Rows: CustomTestStringConvertible {
        let testDescription: String
        let rows: [String]
        let warnings: [String]

        init(_ name: String, _ rows: [String], _ warnings: [String]) {
            testDescription = name
            self.rows = rows
            self.warnings = warnings
        }
    }

    /// The distances are counted on the calendar: five days are left of November, and December
    /// has 31, so 2026-12-31 is 36 days away, 2027-01-24 60 and 2027-01-25 61.
    static let worked = [
        Rows(
            "several on one day are one line",
            [
                "traction,,14.90,,2026-01-01,2026-12-31",
                "massage,,30.90,,2026-01-01,",
                "ultrasound,,14.90,,2026-01-01,2026-12-31",
            ],
            [
                "2 prices end on 2026-12-31, in 36 days (the first in row 2). "
                    + "Add their next rows"
            ]
        ),
        Rows(
            "the last day of the span",
            ["traction,,14.90,,2026-01-01,2027-01-24"],
            ["1 price ends on 2027-01-24, in 60 days (row 2). Add its next row"]
        ),
        Rows("a day later is far", ["traction,,14.90,,2026-01-01,2027-01-25"], []),
        Rows(
            "the day of the check",
            ["traction,,14.90,,2026-01-01,2026-11-25"],
            ["1 price ends on 2026-11-25, today (row 2). Add its next row"]
        ),
        Rows(
            "the day before is past",
            ["traction,,14.90,,2026-01-01,2026-11-24"],
            ["1 price ended on 2026-11-24, 1 day ago (row 2). Add its next row"]
        ),
        // October has 31 days and 25 of November are gone: 2026-09-30 is 56 days ago.
        Rows(
            "several that are past are one line",
            ["traction,,14.90,,2026-01-01,2026-09-30", "massage,,30.90,,2026-01-01,2026-09-30"],
            [
                "2 prices ended on 2026-09-30, 56 days ago (the first in row 2). "
                    + "Add their next rows"
            ]
        ),
        Rows(
            "a past gap is no longer missed",
            ["traction,,14.90,,2025-01-01,2025-12-31", "traction,,15.00,,2026-02-01,"],
            []
        ),
        Rows(
            "of two rows that are past the last one is missed",
            [
                "traction,,14.90,,2025-01-01,2025-12-31",
                "traction,,15.00,,2026-02-01,2026-11-20",
            ],
            ["1 price ended on 2026-11-20, 5 days ago (row 3). Add its next row"]
        ),
        Rows(
            "a next row that has not begun does not go on",
            ["traction,,14.90,,2026-01-01,2026-11-20", "traction,,15.00,,2026-12-01,"],
            ["1 price ended on 2026-11-20, 5 days ago (row 2). Add its next row"]
        ),
        Rows(
            "two days are two lines, the nearest first",
            [
                "traction,,14.90,,2026-01-01,2026-12-31",
                "massage,,30.90,,2026-01-01,2026-11-26",
            ],
            [
                "1 price ends on 2026-11-26, in 1 day (row 3). Add its next row",
                "1 price ends on 2026-12-31, in 36 days (row 2). Add its next row",
            ]
        ),
        Rows(
            "a next row goes on the day after",
            [
                "traction,,15.00,,2027-01-01,2027-12-31",
                "traction,,14.90,,2026-01-01,2026-12-31",
            ],
            []
        ),
        Rows(
            "a next row that begins a day late does not",
            [
                "traction,,14.90,,2026-01-01,2026-12-31",
                "traction,,15.00,,2027-01-02,2027-12-31",
            ],
            ["1 price ends on 2026-12-31, in 36 days (row 2). Add its next row"]
        ),
        Rows(
            "a row of another modifier does not go on",
            [
                "traction,GP,14.90,,2026-01-01,2026-12-31",
                "traction,,14.90,,2026-01-01,",
            ],
            ["1 price ends on 2026-12-31, in 36 days (row 2). Add its next row"]
        ),
        Rows(
            "no rows at all",
            [],
            ["holds no prices yet. Add a row for each service that has one"]
        ),
    ]

    static let schedule = "schedules/bluebird-2026.csv"
    static let header = "service,modifier,amount_usd,reduced_usd,effective_from,effective_to"

    @Test("is a warning where no row continues them", arguments: worked)
    func ends(_ rows: Rows) throws {
        let scratch = try TableDiffScratch()
        let lines = [PriceEndTests.header] + rows.rows
        try scratch.write(lines.map { $0 + "\n" }.joined(), to: PriceEndTests.schedule)

        let check = TableCheck(root: scratch.root, asOf: .spelled("2026-11-25"))

        #expect(check.errors.isEmpty)
        #expect(check.counts.schedules == 5)
        #expect(
            warnings(check, scratch.root)
                == rows.warnings.map { "\(scratch.root)/\(PriceEndTests.schedule): \($0)" }
        )
    }

    /// Bluebird prices 52 services, none of them in 2027; its four adjustments change on
    /// 2026-07-01, and that end is continued.
    @Test("is a line for the whole shipped schedule")
    func shipped() throws {
        let autumn = TableCheck(root: Repository.tables, asOf: .spelled("2026-11-25"))
        let summer = TableCheck(root: Repository.tables, asOf: .spelled("2026-06-15"))

        #expect(
            warnings(autumn, Repository.tables) == [
                "\(Repository.tables)/schedules/bluebird-2026.csv: 52 prices end on "
                    + "2026-12-31, in 36 days (the first in row 2). Add their next rows"
            ]
        )
        #expect(warnings(summer, Repository.tables).isEmpty)
    }

    @Test("is looked for as many days ahead as the rule says")
    func days() throws {
        let scratch = try TableDiffScratch()
        try scratch.replace(#""days": 60"#, with: #""days": 35"#, in: "rules/price-warnings.json")

        let before = TableCheck(root: scratch.root, asOf: .spelled("2026-11-25"))
        let after = TableCheck(root: scratch.root, asOf: .spelled("2026-11-26"))

        #expect(warnings(before, scratch.root).isEmpty)
        #expect(warnings(after, scratch.root).count == 1)
    }

    @Test("needs the rule")
    func rule() throws {
        let scratch = try TableDiffScratch()
        try scratch.replace(#""days": 60"#, with: #""days": "60""#, in: "rules/price-warnings.json")

        let check = TableCheck(root: scratch.root, asOf: .spelled("2026-11-25"))

        #expect(
            check.errors.map(\.description) == [
                "\(scratch.root)/rules/price-warnings.json:3: /days: \"60\" is not a number. "
                    + "Write a number here"
            ]
        )
    }

    /// The warnings about the schedule of these tests.
    private func warnings(_ check: TableCheck, _ root: String) -> [String] {
        check.warnings.filter { $0.file == "\(root)/\(PriceEndTests.schedule)" }
            .map(\.description)
    }
}
