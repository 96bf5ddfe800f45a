import CareModel
import Testing

@Suite("A calendar date")
struct CalendarDateTests {
    @Test("counts every day of 1900 to 2199 once, and the weekday with it")
    func everyDay() throws {
        // 1900-01-01 was a Monday.
        var day = try #require(CalendarDate(year: 1_900, month: 1, day: 1))
        var weekday = 1
        var days = 0
        var wrong: [String] = []
        // The calendar is counted here by its own rule, month by month.
        for year in 1_900...2_199 {
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (month, length) in zip(1..., lengths) {
                for number in 1...length {
                    let isRight =
                        day.year == year && day.month == month && day.day == number
                        && day.weekday.rawValue == weekday
                        && CalendarDate(isoText: day.description) == day
                        && CalendarDate(year: year, month: month, day: number) == day
                    if !isRight { wrong.append("\(year)-\(month)-\(number): \(day)") }
                    day = day.adding(days: 1)
                    weekday = weekday % 7 + 1
                    days += 1
                }
                #expect(CalendarDate(year: year, month: month, day: length + 1) == nil)
            }
        }
        #expect(wrong.first == nil)
        // Every fourth of 300 years is 75 leap days; 1900 and 2100 have none, 2000 does.
        #expect(days == 300 * 365 + 73)
        #expect(day.description == "2200-01-01")
    }

    @Test("falls on its weekday", arguments: KnownDay.all)
    func weekdays(_ known: KnownDay) throws {
        let date = try #require(CalendarDate(isoText: known.text))

        #expect(date.weekday == known.weekday)
        #expect(date.description == known.text)
    }

    @Test("is refused when it is malformed or no day at all", arguments: Malformed.all)
    func malformed(_ malformed: Malformed) {
        #expect(CalendarDate(isoText: malformed.text) == nil)
    }

    @Test("is refused as parts that the calendar does not have")
    func parts() {
        #expect(CalendarDate(year: 2_026, month: 0, day: 1) == nil)
        #expect(CalendarDate(year: 2_026, month: 13, day: 1) == nil)
        #expect(CalendarDate(year: 2_026, month: 1, day: 0) == nil)
        #expect(CalendarDate(year: 2_026, month: 1, day: -1) == nil)
        #expect(CalendarDate(year: 2_026, month: 4, day: 31) == nil)
    }

    @Test("moves by months and keeps the day, cut to the month's end", arguments: Moved.byMonths)
    func months(_ moved: Moved) throws {
        let date = try #require(CalendarDate(isoText: moved.from))

        #expect(date.adding(months: moved.count).description == moved.to)
    }

    @Test("moves by years, from a leap day to February 28", arguments: Moved.byYears)
    func years(_ moved: Moved) throws {
        let date = try #require(CalendarDate(isoText: moved.from))

        #expect(date.adding(years: moved.count).description == moved.to)
    }

    @Test("counts the days to another")
    func distance() throws {
        let visit = try #require(CalendarDate(isoText: "2026-11-23"))
        let last = try #require(CalendarDate(isoText: "2027-02-08"))

        // 7 days to November 30, 31 of December, 31 of January, 8 of February.
        #expect(visit.days(until: last) == 77)
        #expect(last.days(until: visit) == -77)
        #expect(visit.adding(days: 77) == last)
        #expect(last.adding(days: -77) == visit)
        #expect(visit < last)
        #expect(!(visit < visit))
    }

    @Test("counts its days from 1970-01-01")
    func dayNumbers() {
        #expect(CalendarDate(dayNumber: 0).description == "1970-01-01")
        #expect(CalendarDate(dayNumber: -1).description == "1969-12-31")
        // 30 years of 365 days and 7 leap days (1972 to 1996).
        #expect(CalendarDate(dayNumber: 10_957).description == "2000-01-01")
    }

    @Test("keeps its weekday in the years before the common era's first")
    func beforeYearZero() {
        // The calendar repeats every 400 years, which are exactly 20,871 weeks (146,097 days).
        for day in [-719_529, -719_528, -719_468, -719_162] {
            let date = CalendarDate(dayNumber: day)
            let later = CalendarDate(dayNumber: day + 5 * 146_097)
            #expect(date.weekday == later.weekday)
            #expect(date.month == later.month && date.day == later.day)
            #expect(date.year + 2_000 == later.year)
        }
    }
}

extension CalendarDateTests {
    struct KnownDay: CustomTestStringConvertible, Sendable {
        let text: String
        let weekday: Weekday
        var testDescription: String { text }

        static let all = [
            // The first and last visits of the worked scenario are Mondays.
            KnownDay(text: "2026-11-23", weekday: .monday),
            KnownDay(text: "2027-02-08", weekday: .monday),
            KnownDay(text: "2000-02-29", weekday: .tuesday),
            KnownDay(text: "1970-01-01", weekday: .thursday),
            KnownDay(text: "1969-07-20", weekday: .sunday),
            KnownDay(text: "1900-01-01", weekday: .monday),
            KnownDay(text: "2199-12-31", weekday: .tuesday),
        ]
    }

    struct Malformed: CustomTestStringConvertible, Sendable {
        let text: String
        var testDescription: String { text.isEmpty ? "nothing" : text }

        init(_ text: String) {
            self.text = text
        }

        static let all = [
            "", "2026", "2026-11", "2026-11-2", "2026-1-23", "26-11-23", "20261123",
            "2026/11/23", "11-23-2026", "2026-11-23 ", " 2026-11-23", "2026-11-23T00:00",
            "2026-00-10", "2026-13-10", "2026-11-00", "2026-11-31", "2026-02-29", "1900-02-29",
            "2100-02-29", "0226-11-23", "1899-12-31", "2200-01-01", "-026-11-23", "2026-+1-23",
            "2026-11-2x", "٢٠٢٦-11-23", "20२6-11-23",
        ].map(Malformed.init)
    }

    struct Moved: CustomTestStringConvertible, Sendable {
        let from: String
        let count: Int
        let to: String
        var testDescription: String { "\(from) and \(count)" }

        static let byMonths = [
            Moved(from: "2026-11-23", count: 3, to: "2027-02-23"),
            Moved(from: "2026-11-23", count: 0, to: "2026-11-23"),
            Moved(from: "2026-01-31", count: 1, to: "2026-02-28"),
            Moved(from: "2028-01-31", count: 1, to: "2028-02-29"),
            Moved(from: "2026-03-31", count: -1, to: "2026-02-28"),
            Moved(from: "2026-08-31", count: 1, to: "2026-09-30"),
            Moved(from: "2026-12-31", count: 2, to: "2027-02-28"),
            Moved(from: "2026-01-15", count: -1, to: "2025-12-15"),
            Moved(from: "2026-01-15", count: -13, to: "2024-12-15"),
            Moved(from: "2028-02-29", count: -12, to: "2027-02-28"),
            Moved(from: "2027-02-28", count: 12, to: "2028-02-28"),
            Moved(from: "2026-12-01", count: 1, to: "2027-01-01"),
        ]

        static let byYears = [
            Moved(from: "2028-02-29", count: 1, to: "2029-02-28"),
            Moved(from: "2028-02-29", count: 4, to: "2032-02-29"),
            Moved(from: "2096-02-29", count: 4, to: "2100-02-28"),
            // An established patient was seen within three years (CPT, new and established).
            Moved(from: "2026-11-23", count: -3, to: "2023-11-23"),
            Moved(from: "2028-02-29", count: -3, to: "2025-02-28"),
            Moved(from: "2026-11-23", count: 0, to: "2026-11-23"),
        ]
    }
}
