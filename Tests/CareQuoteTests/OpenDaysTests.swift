import CareQuote
import Testing

@Suite("The open days of a clinic")
struct OpenDaysTests {
    private func clinic(
        open: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday],
        closed: [String] = []
    ) throws -> Clinic {
        Clinic(
            id: "c",
            name: "C",
            state: "CA",
            medicareLocality: "01182-18",
            openWeekdays: open,
            closedDays: Set(try closed.map { try #require(CalendarDate(isoText: $0)) }),
            charges: nil,
            selfPay: nil,
            sessions: SessionTable(
                newPatientExams: [:],
                establishedExams: [:],
                reEvaluationExams: [:],
                contents: [:]
            )
        )
    }

    private func days(
        _ clinic: Clinic,
        from start: String,
        count: Int,
        on weekdays: Set<Weekday>
    ) throws -> [String] {
        let start = try #require(CalendarDate(isoText: start))
        return clinic.openDays(from: start, count: count, on: weekdays).map(\.description)
    }

    @Test("begin on the start itself where it suits")
    func start() throws {
        // 2026-11-23 is a Monday (documents.md).
        #expect(
            try days(clinic(), from: "2026-11-23", count: 4, on: [.monday, .wednesday]) == [
                "2026-11-23", "2026-11-25", "2026-11-30", "2026-12-02",
            ]
        )
    }

    @Test("begin on the next day that suits")
    func later() throws {
        #expect(
            try days(clinic(), from: "2026-11-24", count: 2, on: [.monday]) == [
                "2026-11-30", "2026-12-07",
            ]
        )
    }

    @Test("pass over closed days")
    func closed() throws {
        let clinic = try clinic(closed: ["2026-11-26", "2026-12-25", "2027-01-01"])

        #expect(
            try days(clinic, from: "2026-11-26", count: 3, on: [.thursday]) == [
                "2026-12-03", "2026-12-10", "2026-12-17",
            ]
        )
        #expect(
            try days(clinic, from: "2026-12-18", count: 2, on: [.friday]) == [
                "2026-12-18", "2027-01-08",
            ]
        )
    }

    @Test("are none on weekdays on which the clinic is closed")
    func noneOpen() throws {
        #expect(try days(clinic(), from: "2026-11-23", count: 3, on: [.saturday, .sunday]) == [])
        #expect(try days(clinic(open: []), from: "2026-11-23", count: 3, on: [.monday]) == [])
        #expect(try days(clinic(), from: "2026-11-23", count: 3, on: []) == [])
        #expect(try days(clinic(), from: "2026-11-23", count: 0, on: [.monday]) == [])
    }

    @Test("leave out the weekend where only some of the weekdays are open")
    func someOpen() throws {
        #expect(
            try days(clinic(), from: "2026-11-27", count: 3, on: [.friday, .saturday]) == [
                "2026-11-27", "2026-12-04", "2026-12-11",
            ]
        )
    }

    @Test("are as many as a year of visits needs, though many days are closed")
    func manyClosed() throws {
        let start = try #require(CalendarDate(isoText: "2026-11-23"))
        let closed = (0..<100).map { start.adding(days: 7 * $0).description }
        let found = try days(clinic(closed: closed), from: "2026-11-23", count: 366, on: [.monday])

        #expect(found.count == 366)
        #expect(found.first == start.adding(days: 700).description)
    }
}
