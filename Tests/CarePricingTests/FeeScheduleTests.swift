import CareModel
import CarePricing
import TestSupport
import Testing

@Suite("A fee schedule")
struct FeeScheduleTests {
    private func row(
        _ cents: Int,
        from: String,
        through: String? = nil,
        modifier: String? = nil,
        row: Int = 2
    ) throws -> PriceRow {
        PriceRow(
            service: try #require(ServiceKey("massage")),
            modifier: modifier.flatMap { Modifier($0) },
            amount: Money(cents: cents),
            from: .spelled(from),
            through: through.map { .spelled($0) },
            place: SourcePlace(file: "rates.csv", row: row)
        )
    }

    private func price(
        _ rows: [PriceRow],
        on date: String,
        modifiers: [String] = [],
        assuming: Bool = false,
        of service: String = "massage"
    ) throws -> UnitPrice {
        try FeeSchedule(id: "rates", file: "rates.csv", rows: rows).price(
            of: try #require(ServiceKey(service)),
            modifiers: modifiers.compactMap { Modifier($0) },
            on: .spelled(date),
            assumingPricesContinue: assuming
        )
    }

    @Test(
        "holds a price from its first day to its last, both of them included",
        arguments: [
            ("2026-01-01", 23_00), ("2026-03-15", 23_00), ("2026-06-30", 23_00),
            ("2026-07-01", 24_00), ("2026-12-31", 24_00),
        ]
    )
    func ends(_ date: String, _ cents: Int) throws {
        let rows = [
            try row(23_00, from: "2026-01-01", through: "2026-06-30"),
            try row(24_00, from: "2026-07-01", through: "2026-12-31", row: 3),
        ]
        let found = try price(rows, on: date)

        #expect(found.amount == Money(cents: cents))
        #expect(found.source.description == (cents == 23_00 ? "rates.csv:2" : "rates.csv:3"))
        #expect(!found.isAssumedToContinue)
        #expect(try price(rows.reversed(), on: date) == found)
    }

    @Test("holds an open price for good", arguments: ["2026-01-01", "2199-12-31"])
    func open(_ date: String) throws {
        #expect(try price([row(23_00, from: "2026-01-01")], on: date).amount == Money(cents: 23_00))
    }

    @Test("prefers the row of a modifier of the line")
    func modifier() throws {
        let rows = [
            try row(23_00, from: "2026-01-01"),
            try row(20_00, from: "2026-01-01", modifier: "GP", row: 3),
        ]

        #expect(try price(rows, on: "2026-02-01").amount == Money(cents: 23_00))
        #expect(try price(rows, on: "2026-02-01", modifiers: ["GP"]).amount == Money(cents: 20_00))
        #expect(
            try price(rows, on: "2026-02-01", modifiers: ["AT", "GP"]).amount == Money(cents: 20_00)
        )
        #expect(try price(rows, on: "2026-02-01", modifiers: ["AT"]).amount == Money(cents: 23_00))
    }

    @Test("has no price for a service without a row, never 0")
    func noRow() throws {
        let rows = [try row(23_00, from: "2026-01-01")]

        #expect(throws: PriceGap.noRow(file: "rates.csv")) {
            try price(rows, on: "2026-02-01", of: "traction")
        }
        #expect(throws: PriceGap.noRow(file: "rates.csv")) {
            try price(rows, on: "2026-02-01", assuming: true, of: "traction")
        }
    }

    @Test("has no price before its first row, which it names")
    func notYet() throws {
        let first = try row(23_00, from: "2026-01-01", through: "2026-06-30")
        let rows = [try row(24_00, from: "2026-07-01", row: 3), first]
        let gap = PriceGap.notYetInForce(row: first, date: .spelled("2025-12-31"))

        #expect(throws: gap) { try price(rows, on: "2025-12-31") }
        #expect(throws: gap) { try price(rows, on: "2025-12-31", assuming: true) }
    }

    @Test("has no price after its last row, which it names")
    func ended() throws {
        let last = try row(24_00, from: "2026-07-01", through: "2026-12-31", row: 3)
        let rows = [try row(23_00, from: "2026-01-01", through: "2026-06-30"), last]

        #expect(throws: PriceGap.ended(row: last, date: .spelled("2027-01-01"))) {
            try price(rows, on: "2027-01-01")
        }
    }

    @Test("has no price between two rows, and names the one that ended")
    func hole() throws {
        let first = try row(23_00, from: "2026-01-01", through: "2026-05-31")
        let rows = [first, try row(24_00, from: "2026-07-01", row: 3)]

        #expect(throws: PriceGap.ended(row: first, date: .spelled("2026-06-15"))) {
            try price(rows, on: "2026-06-15")
        }
    }

    @Test("goes on with the last price where that is asked for, and says so")
    func assumed() throws {
        let rows = [
            try row(23_00, from: "2026-01-01", through: "2026-06-30"),
            try row(24_00, from: "2026-07-01", through: "2026-12-31", row: 3),
        ]
        let found = try price(rows, on: "2028-02-29", assuming: true)

        #expect(found.amount == Money(cents: 24_00))
        #expect(found.isAssumedToContinue)
        #expect(found.source.description == "rates.csv:3")
        #expect(try !price(rows, on: "2026-12-31", assuming: true).isAssumedToContinue)
    }

    @Test("takes a row that is in force before one of a modifier that ended")
    func endedModifier() throws {
        let rows = [
            try row(20_00, from: "2026-01-01", through: "2026-06-30", modifier: "GP"),
            try row(21_00, from: "2026-01-01", modifier: "AT", row: 3),
        ]

        // pricing.md: "No row in force is an error"; here the row of AT is in force.
        let found = try price(rows, on: "2026-07-01", modifiers: ["GP", "AT"])
        #expect(found.amount == Money(cents: 21_00))
    }

    @Test(
        "has rows that overlap where some day has both prices",
        arguments: [
            ("2026-01-01", "2026-06-30", "2026-06-30", "2026-12-31", true),
            ("2026-01-01", "2026-06-30", "2026-07-01", "2026-12-31", false),
            ("2026-01-01", nil, "2030-01-01", nil, true),
            ("2026-01-01", "2026-12-31", "2026-03-01", "2026-03-01", true),
            ("2026-03-01", "2026-03-01", "2026-03-01", "2026-03-01", true),
            ("2026-03-01", nil, "2026-01-01", "2026-02-28", false),
        ]
    )
    func overlap(
        _ from: String,
        _ through: String?,
        _ otherFrom: String,
        _ otherThrough: String?,
        _ isOverlap: Bool
    ) throws {
        let one = try row(1, from: from, through: through)
        let other = try row(2, from: otherFrom, through: otherThrough)

        #expect(one.overlaps(other) == isOverlap)
        #expect(other.overlaps(one) == isOverlap)
        let modified = try row(2, from: otherFrom, through: otherThrough, modifier: "GP")
        #expect(!one.overlaps(modified))
    }

    @Test(
        "knows the days on which nothing changes",
        arguments: [
            ("2026-01-01", "2026-01-01", "2026-03-01"),
            ("2026-02-28", "2026-01-01", "2026-03-01"),
            // The row with a modifier begins, and ends with 2026-06-30.
            ("2026-03-01", "2026-03-01", "2026-07-01"),
            ("2026-06-30", "2026-03-01", "2026-07-01"),
            ("2026-07-01", "2026-07-01", "2027-01-01"),
        ]
    )
    func days(_ date: String, _ first: String, _ next: String) throws {
        let schedule = FeeSchedule(
            id: "rates",
            file: "rates.csv",
            rows: [
                try row(50_00, from: "2026-01-01", through: "2026-12-31"),
                try row(40_00, from: "2026-03-01", through: "2026-06-30", modifier: "GP"),
            ]
        )
        #expect(schedule.days(around: .spelled(date)) == .spelled(first)..<(.spelled(next)))
    }

    @Test("does not change before its first row and after its last")
    func daysOutside() throws {
        let schedule = FeeSchedule(
            id: "rates",
            file: "rates.csv",
            rows: [try row(50_00, from: "2026-01-01", through: "2026-12-31")]
        )
        let every = Range<CalendarDate>.everyDay
        let before = schedule.days(around: .spelled("2025-12-31"))
        #expect(before == every.lowerBound..<(.spelled("2026-01-01")))
        let after = schedule.days(around: .spelled("2027-01-01"))
        #expect(after == .spelled("2027-01-01")..<every.upperBound)
    }
}
