import CareModel
import CarePatterns
import TestSupport
import Testing

@Suite("The dates of visits")
struct VisitCalendarTests {
    private static let workdays: Set<Weekday> = [
        .monday, .tuesday, .wednesday, .thursday, .friday,
    ]

    private func calendar(
        _ weekdays: Set<Weekday> = workdays,
        closed: [String] = [],
        leastGap: String = "0.6"
    ) -> VisitCalendar {
        VisitCalendar(
            openWeekdays: weekdays,
            closedDays: Set(closed.map { .spelled($0) }),
            spacing: VisitCalendar.Spacing(leastGap: .spelled(leastGap))
        )
    }

    private func dates(
        _ calendar: VisitCalendar,
        _ phases: [(visits: Int, perWeek: String)],
        from start: String
    ) throws -> [String] {
        let phases = phases.map { Phase.bare(visits: $0.visits, perWeek: $0.perWeek) }
        return try calendar.dates(of: phases, from: .spelled(start)).map(\.description)
    }

    @Test(
        "begin on the first open day",
        arguments: [
            ("2026-11-23", "2026-11-23"), ("2026-11-26", "2026-11-30"),
            ("2026-11-28", "2026-11-30"),
        ]
    )
    func first(_ start: String, _ first: String) throws {
        // 2026-11-23 is a Monday; Thursday the 26th and Friday the 27th are closed here.
        let calendar = calendar(closed: ["2026-11-26", "2026-11-27"])

        #expect(try dates(calendar, [(1, "2")], from: start) == [first])
    }

    @Test("move from a closed day to the nearest open one, and then keep to the old pace")
    func closedDay() throws {
        // Monday the 30th is closed; Sunday is too, so Tuesday, one day off. The next visit is
        // still due on Monday the 7th.
        let found = try dates(calendar(closed: ["2026-11-30"]), [(3, "1")], from: "2026-11-23")

        #expect(found == ["2026-11-23", "2026-12-01", "2026-12-07"])
    }

    @Test("move all later visits too where one falls more than a day behind")
    func closedDays() throws {
        // Monday and Tuesday are closed: Wednesday the 2nd, two days off, and a week from there.
        let found = try dates(
            calendar(closed: ["2026-11-30", "2026-12-01"]),
            [(3, "1")],
            from: "2026-11-23"
        )

        #expect(found == ["2026-11-23", "2026-12-02", "2026-12-09"])
    }

    @Test("move all later visits too where one comes more than a day early")
    func early() throws {
        // Due on Wednesday the 2nd; Wednesday to Friday are closed: Tuesday is nearer than Monday
        // the 7th. One day off keeps the pace, so the next is due on Wednesday the 9th.
        let closed = ["2026-12-02", "2026-12-03", "2026-12-04"]
        // With Tuesday closed as well, Monday the 30th is two days early, and the next a week on.
        let more = closed + ["2026-12-01"]

        #expect(
            try dates(calendar(closed: closed), [(3, "1")], from: "2026-11-25")
                == ["2026-11-25", "2026-12-01", "2026-12-09"]
        )
        #expect(
            try dates(calendar(closed: more), [(3, "1")], from: "2026-11-25")
                == ["2026-11-25", "2026-11-30", "2026-12-07"]
        )
    }

    @Test("take of two days equally near the later")
    func ties() throws {
        // Wednesday the 2nd is closed, Tuesday and Thursday are open.
        let found = try dates(calendar(closed: ["2026-12-02"]), [(2, "1")], from: "2026-11-25")

        #expect(found == ["2026-11-25", "2026-12-03"])
    }

    @Test("never come closer than 0.6 of the gap")
    func leastGap() throws {
        // Two a week: due 3.5 days on, at least ceil(2.1) = 3. Friday the 27th is closed, so
        // Thursday, 3 days on. With Thursday closed as well, Wednesday would be 2 days on: Monday.
        // It is 3.5 days late, so the next is due 3.5 days after it, on Friday.
        let friday = calendar(closed: ["2026-11-27"])
        let both = calendar(closed: ["2026-11-26", "2026-11-27"])
        let free = calendar(closed: ["2026-11-26", "2026-11-27"], leastGap: "0")

        #expect(
            try dates(friday, [(2, "2")], from: "2026-11-23") == ["2026-11-23", "2026-11-26"]
        )
        #expect(
            try dates(both, [(3, "2")], from: "2026-11-23")
                == ["2026-11-23", "2026-11-30", "2026-12-04"]
        )
        #expect(try dates(free, [(2, "2")], from: "2026-11-23") == ["2026-11-23", "2026-11-25"])
    }

    @Test("keep the gap of the visit's own phase")
    func phases() throws {
        // A week, then from the third visit on half a week: 10.5 days round up to 11.
        let found = try dates(calendar(), [(2, "1"), (1, "2")], from: "2026-11-30")

        #expect(found == ["2026-11-30", "2026-12-07", "2026-12-11"])
    }

    @Test("add up gaps that are no whole days exactly")
    func fractions() throws {
        // 14/3, 28/3 and 14 days on, so 5, 9 and 14. Saturday the 5th gives way to Friday, less
        // than a day from 4.67, so nothing moves.
        let found = try dates(calendar(), [(4, "1.5")], from: "2026-11-30")

        #expect(found == ["2026-11-30", "2026-12-04", "2026-12-09", "2026-12-14"])
    }

    @Test("of maintenance come so many weeks after the last visit and each other")
    func weeks() throws {
        // 56 days after Monday 2027-02-01 is 2027-03-29, and 56 more 2027-05-24.
        let found = try calendar().dates(everyWeeks: 8, after: .spelled("2027-02-01"), count: 2)

        #expect(found.map(\.description) == ["2027-03-29", "2027-05-24"])
        // 28 days after it is Monday 2027-03-01.
        let sooner = try calendar().dates(everyWeeks: 4, after: .spelled("2027-02-01"), count: 1)
        #expect(sooner.map(\.description) == ["2027-03-01"])
        #expect(try calendar().dates(everyWeeks: 8, after: .spelled("2027-02-01"), count: 0) == [])
    }

    @Test("are none where no visit is planned")
    func none() throws {
        #expect(try dates(calendar(), [], from: "2026-11-23") == [])
    }

    @Test("cannot be found where no day is open")
    func noOpenDay() throws {
        #expect(throws: VisitCalendarError.noOpenDay(from: .spelled("2026-11-23"))) {
            try dates(calendar([]), [(1, "2")], from: "2026-11-23")
        }
        // 367 days from Monday the 30th on are closed, the day of the first visit is not.
        let closed = (0...400).map {
            CalendarDate.spelled("2026-11-24").adding(days: $0).description
        }
        #expect(throws: VisitCalendarError.noOpenDay(from: .spelled("2026-11-30"))) {
            try dates(calendar(closed: closed), [(2, "1")], from: "2026-11-23")
        }
    }

    @Test("refuse more paces than can be added up exactly")
    func paces() throws {
        // 700 / n days for n without a factor in common with 700: seven different parts of a day.
        let paces = ["0.03", "0.09", "0.11", "0.13", "0.17", "0.19", "0.23"]

        #expect(throws: VisitCalendarError.tooManyPaces) {
            try dates(calendar(), paces.map { (1, $0) }, from: "2026-11-23")
        }
        #expect(
            try dates(calendar(), paces.dropLast().map { (1, $0) }, from: "2026-11-23").count == 6
        )
    }

    @Test("say in words what is wrong")
    func words() {
        let day = CalendarDate.spelled("2026-11-23")

        #expect(
            "\(VisitCalendarError.noOpenDay(from: day))"
                == "no day from 2026-11-23 on is open for 366 days. "
                + "Check the open weekdays and the closed days"
        )
        #expect(
            "\(VisitCalendarError.tooManyPaces)"
                == "the plan has too many different paces. Give several phases the same pace"
        )
    }

    @Test(
        "read a pace of at most two decimals, above zero and at most 70",
        arguments: [
            ("2", 200), ("1.5", 150), ("0.25", 25), ("70", 7_000), ("0", nil), ("0.00", nil),
            ("70.01", nil), ("1.555", nil), ("-1", nil), ("two", nil), ("", nil),
        ]
    )
    func pace(_ text: String, _ hundredths: Int?) {
        #expect(VisitPace(perWeekText: text)?.hundredthsPerWeek == hundredths)
    }

    @Test("round a half day up")
    func rounding() {
        func days(_ numerator: Int128, _ denominator: Int128) -> Int {
            DayFraction(numerator: numerator, denominator: denominator).rounded
        }

        #expect(
            [days(7, 2), days(14, 3), days(13, 3), days(-1, 2), days(-3, 2)] == [4, 5, 4, 0, -1]
        )
        let half = DayFraction(numerator: 21, denominator: 6)
        #expect(half.numerator == 7 && half.denominator == 2)
    }
}
