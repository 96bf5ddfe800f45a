import CareModel
import CarePatterns
import TestSupport
import Testing

@Suite("Re-evaluations")
struct ReEvaluationTests {
    /// A plan on the calendar, and the exams that it needs: at gates, at least every 6 visits,
    /// and at least every 4 weeks (28 days).
    struct Plan: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let gates: [Int]
        /// The days of the visits, counted from the first.
        let days: [Int]
        let exams: [ReEvaluation]

        init(
            _ what: String,
            gates: [Int] = [],
            days: [Int],
            _ exams: [(Int, ReEvaluation.Reason)]
        ) {
            testDescription = what
            self.gates = gates
            self.days = days
            self.exams = exams.map { ReEvaluation(visit: $0.0, reason: $0.1) }
        }

        static let worked: [Plan] = [
            Plan("no visit", days: [], []),
            Plan("a visit, which has its own exam", gates: [1], days: [0], []),
            // Two a week: day 17 is the sixth visit, day 38 the twelfth.
            Plan(
                "every sixth visit",
                days: [0, 3, 7, 10, 14, 17, 21, 24, 28, 31, 35, 38],
                [(6, .visits), (12, .visits)]
            ),
            Plan(
                "a gate begins the count anew",
                gates: [4],
                days: [0, 3, 7, 10, 14, 17, 21, 24, 28, 31, 35, 38],
                [(4, .gate), (10, .visits)]
            ),
            Plan(
                "a gate at the sixth visit is one exam",
                gates: [6, 12],
                days: [0, 3, 7, 10, 14, 17, 21, 24, 28, 31, 35, 38, 42],
                [(6, .gate), (12, .gate)]
            ),
            // Once a week: without an exam on day 28 the next chance is day 35. From day 28 on
            // the same on day 56.
            Plan(
                "every 4 weeks",
                days: [0, 7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77],
                [(5, .weeks), (9, .weeks)]
            ),
            // From day 28 to day 56 are 28 days, not more.
            Plan("4 weeks to the day are not too long", days: [0, 28, 56], [(2, .weeks)]),
            Plan("a day more is", days: [0, 29], [(2, .weeks)]),
            Plan(
                "visits far apart each have one",
                days: [0, 56, 112],
                [(2, .weeks), (3, .weeks)]
            ),
            // The clinic is closed for a month after the third visit.
            Plan(
                "a visit before a long gap",
                days: [0, 7, 14, 45, 52],
                [(3, .weeks), (4, .weeks)]
            ),
            Plan(
                "the last visit needs none for what follows",
                days: [0, 7, 14, 21],
                []
            ),
            Plan("a gate beyond the dates", gates: [8], days: [0, 7], []),
        ]
    }

    @Test("stand at gates, every 6 visits and every 4 weeks", arguments: Plan.worked)
    func worked(_ plan: Plan) throws {
        let limits = try OwnTables.read().limits
        let first = CalendarDate.spelled("2026-11-23")

        #expect(limits.reEvaluationVisits == 6)
        #expect(limits.reEvaluationWeeks == 4)
        #expect(
            limits.reEvaluations(
                gates: plan.gates.map { Gate(visit: $0, question: .improvement) },
                dates: plan.days.map { first.adding(days: $0) }
            ) == plan.exams
        )
    }

    /// Whatever the pattern and the day of the week on which it begins.
    @Test("leave never more than 6 visits or 4 weeks without one", arguments: 0..<7)
    func never(_ day: Int) throws {
        let tables = try OwnTables.read()
        let calendar = VisitCalendar(
            openWeekdays: [.monday, .wednesday, .friday],
            closedDays: [.spelled("2026-11-27"), .spelled("2026-12-25"), .spelled("2027-01-01")],
            spacing: tables.spacing
        )
        for pattern in tables.patterns {
            let dates = try calendar.dates(
                of: pattern.phases,
                from: .spelled("2026-11-23").adding(days: day)
            )
            let exams = tables.limits.reEvaluations(gates: pattern.gates, dates: dates)
            let visits = [0] + exams.map(\.visit) + [dates.count]

            for (one, next) in zip(visits, visits.dropFirst()) {
                #expect(next - one <= 6, "\(pattern.id)")
                #expect(dates[max(one, 1) - 1].days(until: dates[next - 1]) <= 28, "\(pattern.id)")
            }
            #expect(
                exams.filter { $0.reason == .gate }.map(\.visit) == pattern.gates.map(\.visit)
            )
        }
    }
}
