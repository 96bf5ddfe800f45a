import CareCoverage
import CareModel
import Testing

extension UsageLimitTests {
    /// Visits under a limit of one, in a contract year from July 1.
    struct Spaced: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var unit = UsageLimit.Unit.visits
        let period: UsageLimit.Period
        let dates: [String]
        let covered: [Bool]

        static let all = [
            Spaced(
                testDescription: "each visit by itself",
                unit: .services,
                period: .visit,
                dates: ["2026-03-02", "2026-03-03", "2026-03-04"],
                covered: [true, true, true]
            ),
            Spaced(
                testDescription: "each day by itself, two visits on a date being one",
                unit: .services,
                period: .day,
                dates: ["2026-03-02", "2026-03-02", "2026-03-03"],
                covered: [true, false, true]
            ),
            Spaced(
                testDescription: "the benefit year, to its last day",
                period: .benefitYear,
                dates: ["2026-03-02", "2026-06-30", "2026-07-01", "2027-06-30", "2027-07-01"],
                covered: [true, false, true, false, true]
            ),
            Spaced(
                testDescription: "the calendar year, whatever the benefit year",
                period: .calendarYear,
                dates: ["2026-03-02", "2026-07-01", "2026-12-31", "2027-01-01", "2027-07-01"],
                covered: [true, false, false, true, false]
            ),
            Spaced(
                testDescription: "twelve months, the anniversary itself being out",
                period: .rolling12Months,
                dates: ["2026-03-10", "2027-03-09", "2027-03-10", "2028-03-09", "2028-03-10"],
                covered: [true, false, true, false, true]
            ),
            Spaced(
                testDescription: "twelve months before a leap day, cut to February 28",
                period: .rolling12Months,
                dates: ["2027-02-28", "2028-02-27", "2028-02-29"],
                covered: [true, false, true]
            ),
            Spaced(
                testDescription: "twelve months before a leap day, March 1 being in",
                period: .rolling12Months,
                dates: ["2027-03-01", "2028-02-29", "2028-03-01"],
                covered: [true, false, true]
            ),
            Spaced(
                testDescription: "a lifetime",
                period: .lifetime,
                dates: ["2026-03-02", "2031-03-02"],
                covered: [true, false]
            ),
        ]
    }

    /// Four visits on following days under a limit of three.
    struct Earlier: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let period: UsageLimit.Period
        let use: Accumulators.LimitUse
        var asOf = "2026-06-01"
        var first = "2026-06-08"
        let covered: Int

        static let all = [
            Earlier(
                testDescription: "two in the benefit year",
                period: .benefitYear,
                use: .used(2),
                covered: 1
            ),
            Earlier(
                testDescription: "more than the limit",
                period: .benefitYear,
                use: .used(5),
                covered: 0
            ),
            Earlier(
                testDescription: "two in the last benefit year",
                period: .benefitYear,
                use: .used(2),
                first: "2026-07-01",
                covered: 3
            ),
            Earlier(
                testDescription: "two in the calendar year, before the benefit year changed",
                period: .calendarYear,
                use: .used(2),
                first: "2026-07-01",
                covered: 1
            ),
            Earlier(
                testDescription: "two in the last calendar year, in the same benefit year",
                period: .calendarYear,
                use: .used(2),
                asOf: "2025-12-01",
                first: "2026-01-02",
                covered: 3
            ),
            Earlier(
                testDescription: "two in a lifetime",
                period: .lifetime,
                use: .used(2),
                asOf: "2024-12-01",
                covered: 1
            ),
            Earlier(
                testDescription: "two in twelve months, of which one falls out on the second day",
                period: .rolling12Months,
                // On June 8 both count; on June 9 the first is a year old and no longer does.
                use: .dates([day("2025-11-03"), day("2025-06-09")]),
                covered: 2
            ),
            Earlier(
                testDescription: "two more than twelve months ago",
                period: .rolling12Months,
                use: .dates([day("2025-06-08"), day("2025-01-02")]),
                covered: 3
            ),
            Earlier(
                testDescription: "earlier use does not reach into a day",
                period: .day,
                use: .used(3),
                covered: 4
            ),
            Earlier(
                testDescription: "earlier use does not reach into a visit",
                period: .visit,
                use: .used(3),
                covered: 4
            ),
        ]
    }
}
