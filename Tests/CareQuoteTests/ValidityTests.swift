import CareQuote
import TestSupport
import Testing

@Suite("A quote is good")
struct ValidityTests {
    @Test("until the first of its ends", arguments: ValidityCase.all)
    func worked(_ validity: ValidityCase) throws {
        let tables = try RuleTables()
        let visits = try validity.dates.map { date in
            RequestedVisit(date, [try tables.line("adjust-spine-3-4", stated: validity.stated)])
        }
        let quote = try tables.estimator().quote(
            QuoteRequest(asOf: validity.asOf, visits, coverage: validity.coverage)
        )

        #expect(quote.goodUntil == .spelled(validity.until))
    }
}

/// A quote of adjustments, and the last day on which it is good.
struct ValidityCase: CustomTestStringConvertible {
    let testDescription: String
    let asOf: String
    let dates: [String]
    var coverage: PatientCoverage?
    var stated = ServiceLine.StatedAmounts()
    let until: String

    /// Bluebird's adjustments have one price to June 30, 2026, and another to December 31.
    static let all = [
        ValidityCase(
            testDescription: "30 days, where nothing ends before",
            asOf: "2026-10-01",
            dates: ["2026-10-05", "2026-12-07"],
            until: "2026-10-31"
        ),
        ValidityCase(
            testDescription: "to the end of a price that it uses",
            asOf: "2026-06-10",
            dates: ["2026-06-15", "2026-07-06"],
            coverage: .payingAll(on: "bluebird-2026"),
            until: "2026-06-30"
        ),
        ValidityCase(
            testDescription: "30 days, where the price that ends is not used",
            asOf: "2026-06-10",
            dates: ["2026-07-06"],
            coverage: .payingAll(on: "bluebird-2026"),
            until: "2026-07-10"
        ),
        ValidityCase(
            testDescription: "that day, where a price ends on it",
            asOf: "2026-06-30",
            dates: ["2026-06-30"],
            coverage: .payingAll(on: "bluebird-2026"),
            until: "2026-06-30"
        ),
        ValidityCase(
            testDescription: "30 days, where the price had ended before",
            asOf: "2026-07-20",
            dates: ["2026-06-15"],
            coverage: .payingAll(on: "bluebird-2026"),
            until: "2026-08-19"
        ),
        ValidityCase(
            testDescription: "30 days, where the request states what is allowed",
            asOf: "2026-06-10",
            dates: ["2026-06-15"],
            coverage: .payingAll(on: "bluebird-2026"),
            stated: ServiceLine.StatedAmounts(allowed: Money(cents: 27_00)),
            until: "2026-07-10"
        ),
        ValidityCase(
            testDescription: "to the end of the calendar year",
            asOf: "2026-12-15",
            dates: ["2027-01-04"],
            coverage: .payingAll(on: "acme-ppo-2026"),
            until: "2026-12-31"
        ),
        ValidityCase(
            testDescription: "to the end of a contract year",
            asOf: "2026-09-20",
            dates: ["2026-10-05"],
            coverage: .payingAll(
                on: "acme-ppo-2026",
                benefitPeriod: .contractYear(month: 10, day: 1)
            ),
            until: "2026-09-30"
        ),
        ValidityCase(
            testDescription: "past the end of a year without insurance",
            asOf: "2026-12-15",
            dates: ["2027-01-04"],
            until: "2027-01-14"
        ),
        ValidityCase(
            testDescription: "to the price's end rather than the year's, which is later",
            asOf: "2026-06-25",
            dates: ["2026-06-29"],
            coverage: .payingAll(
                on: "bluebird-2026",
                benefitPeriod: .contractYear(month: 7, day: 15)
            ),
            until: "2026-06-30"
        ),
    ]
}
