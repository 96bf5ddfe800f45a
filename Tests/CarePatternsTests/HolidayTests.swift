import CareModel
import CarePatterns
import TestSupport
import Testing

@Suite("The federal holidays")
struct HolidayTests {
    /// The days on which they are observed, as the Office of Personnel Management lists them; a
    /// holiday on Saturday is observed on Friday, one on Sunday on Monday.
    private static let observed: [(year: Int, days: String)] = [
        (
            2021,
            "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31"
        ),
        (2022, "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26"),
        (2023, "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25"),
        (2024, "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25"),
        (2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25"),
        (2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31"),
    ]

    @Test("stand on the days on which they are observed", arguments: observed)
    func years(_ year: Int, _ days: String) throws {
        let found = try OwnTables.read().holidays.observedDays(
            from: .spelled("\(year)-01-01"),
            through: .spelled("\(year)-12-31")
        )

        #expect(found == Set(days.split(separator: " ").map { .spelled("\(year)-\($0)") }))
    }

    @Test("are looked up for any span, its ends included")
    func spans() throws {
        let holidays = try OwnTables.read().holidays
        func days(_ first: String, _ last: String) -> [String] {
            holidays.observedDays(from: .spelled(first), through: .spelled(last)).sorted()
                .map(\.description)
        }

        #expect(days("2026-11-26", "2026-12-25") == ["2026-11-26", "2026-12-25"])
        #expect(days("2026-11-27", "2026-12-24") == [])
        // New Year's Day of 2022 is a Saturday, and the span does not reach into 2022.
        #expect(days("2021-12-31", "2021-12-31") == ["2021-12-31"])
        #expect(days("2022-01-01", "2022-01-16") == [])
        #expect(days("2026-12-25", "2026-11-26") == [])
    }

    /// Inauguration Day is one for federal workers around Washington alone (5 USC 6103(c)).
    @Test("do not count the inauguration of a president")
    func inauguration() throws {
        let holidays = try OwnTables.read().holidays
        let days = holidays.observedDays(
            from: .spelled("2021-01-19"),
            through: .spelled("2021-01-21")
        )

        #expect(days == [])
        #expect(holidays.holidays.count == 11)
    }

    @Test("fall on the weekday of the month that the law names")
    func rules() {
        let words = LocalizedWords(english: "a", spanish: "b")
        func day(_ rule: Holiday.Rule, _ year: Int) -> String? {
            Holiday(words: words, rule: rule).day(inYear: year)?.description
        }

        // 2026-11-01 is a Sunday, 2026-05-31 too; February 2027 has Mondays 1, 8, 15 and 22.
        #expect(day(.weekday(.sunday, ordinal: 1, month: 11), 2026) == "2026-11-01")
        #expect(day(.weekday(.saturday, ordinal: 1, month: 11), 2026) == "2026-11-07")
        #expect(day(.weekday(.sunday, ordinal: 5, month: 11), 2026) == "2026-11-29")
        #expect(day(.weekday(.monday, ordinal: 5, month: 2), 2027) == nil)
        #expect(day(.lastWeekday(.sunday, month: 5), 2026) == "2026-05-31")
        #expect(day(.lastWeekday(.monday, month: 5), 2026) == "2026-05-25")
        #expect(day(.lastWeekday(.monday, month: 13), 2026) == nil)
        #expect(day(.fixed(month: 2, day: 29), 2028) == "2028-02-29")
        #expect(day(.fixed(month: 2, day: 29), 2027) == nil)
    }

    @Test("are moved only on weekdays that the law names")
    func shifts() {
        let words = LocalizedWords(english: "a", spanish: "b")
        let holiday = Holiday(words: words, rule: .fixed(month: 7, day: 4))
        let table = HolidayTable(holidays: [holiday], shifts: [:], source: "made up")

        #expect(
            table.observedDays(from: .spelled("2026-07-01"), through: .spelled("2026-07-31"))
                == [.spelled("2026-07-04")]
        )
    }
}
