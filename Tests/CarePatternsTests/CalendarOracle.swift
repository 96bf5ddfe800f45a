import CareModel
import CarePatterns
import TestSupport
import Testing

/// A plan on a calendar that somebody else has worked out.
struct CalendarOracle: Sendable, CustomTestStringConvertible {
    let name: String
    let start: CalendarDate
    let weekdays: Set<Weekday>
    let phases: [Phase]
    let dates: [CalendarDate]

    var testDescription: String { name }

    static let closed: Set<CalendarDate> = [
        .spelled("2026-11-26"), .spelled("2026-12-25"), .spelled("2027-01-01"),
    ]

    func calendar(_ spacing: VisitCalendar.Spacing) -> VisitCalendar {
        VisitCalendar(
            openWeekdays: weekdays,
            closedDays: CalendarOracle.closed,
            spacing: spacing
        )
    }

    static func all() throws -> [CalendarOracle] {
        try OracleTable("calendars.csv").rows.map { row in
            CalendarOracle(
                name: try row.text("case"),
                start: .spelled(try row.text("start")),
                weekdays: Set(
                    try row.text("weekdays").split(separator: " ").map {
                        try #require(Int($0).flatMap(Weekday.init(rawValue:)))
                    }
                ),
                phases: try row.text("phases").split(separator: " ").map { written in
                    let parts = written.split(separator: "x")
                    return Phase.bare(
                        visits: try #require(Int(parts[0])),
                        perWeek: String(parts[1])
                    )
                },
                dates: try row.text("dates").split(separator: " ").map { .spelled(String($0)) }
            )
        }
    }
}

extension Phase {
    /// A phase of which only the pace matters.
    static func bare(visits: Int, perWeek: String) -> Phase {
        guard let pace = VisitPace(perWeekText: perWeek) else {
            preconditionFailure("pace: \(perWeek)")
        }
        let words = LocalizedWords(english: "phase", spanish: "fase")
        return Phase(kind: PhaseKind(id: "phase", words: words), visits: visits, pace: pace)
    }
}
