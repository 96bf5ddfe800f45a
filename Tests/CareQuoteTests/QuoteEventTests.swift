import CareQuote
import TestSupport
import Testing

@Suite("The events of a quote")
struct QuoteEventTests {
    private let practice: Practice

    init() throws {
        practice = try Practice()
    }

    private func adjustments(_ dates: String...) throws -> [RequestedVisit] {
        try dates.map { try practice.visit($0, practice.adjustment) }
    }

    private func limit(_ maximum: Int, _ period: UsageLimit.Period = .benefitYear) -> UsageLimit {
        UsageLimit(id: "v", unit: .visits, maximum: maximum, period: period)
    }

    @Test("tell once that a limit is used up, with the day of the new count")
    func limitReached() throws {
        let quote = try practice.estimator.quote(
            adjustments("2026-06-01", "2026-06-08", "2026-06-15", "2026-06-22"),
            coverage: PatientCoverage(limit: limit(5), used: 3)
        )

        #expect(
            quote.events.map(\.kind) == [
                .limitReached(limit(5), isDenied: false, renewsOn: .spelled("2027-01-01"))
            ]
        )
        #expect(quote.events.map(\.visit) == [2])
        #expect(quote.events.map(\.date.description) == ["2026-06-08"])
        // 20 % of 27.00 twice, then the self-pay price.
        #expect(quote.visits.map(\.amounts.patientPays.cents) == [5_40, 5_40, 60_00, 60_00])
    }

    @Test("tell once that nothing of a limit was left from the start")
    func nothingLeft() throws {
        let quote = try practice.estimator.quote(
            adjustments("2026-06-01", "2026-06-08"),
            coverage: PatientCoverage(limit: limit(5), used: 5)
        )

        #expect(
            quote.events.map(\.kind) == [
                .limitReached(limit(5), isDenied: true, renewsOn: .spelled("2027-01-01"))
            ]
        )
        #expect(quote.events.map(\.visit) == [1])
        #expect(quote.events.map(\.date.description) == ["2026-06-01"])
    }

    @Test("tell a new benefit year, after which the limit can end again")
    func reset() throws {
        let period = BenefitPeriod.contractYear(month: 7, day: 1)
        let quote = try practice.estimator.quote(
            adjustments("2026-06-22", "2026-06-29", "2026-08-03", "2026-08-10"),
            coverage: PatientCoverage(limit: limit(1), period: period)
        )
        let ends = ["2026-07-01", "2027-07-01"].map(CalendarDate.spelled)

        #expect(
            quote.events.map(\.kind).filter { kind in
                if case .priceChanges = kind { false } else { true }
            } == [
                .limitReached(limit(1), isDenied: false, renewsOn: ends[0]),
                .benefitYearReset(startsOn: ends[0]),
                .limitReached(limit(1), isDenied: false, renewsOn: ends[1]),
            ]
        )
        #expect(quote.visits.map(\.amounts.patientPays.cents) == [5_40, 60_00, 5_60, 60_00])
    }

    @Test("tell when the deductible and the out-of-pocket maximum are met")
    func met() throws {
        // Allowed 27.00 each: 27.00, then 3.00 + 20 % of 24.00, then 20 %; of a maximum of 36.00
        // the third visit may take 36.00 − 27.00 − 7.80 = 1.20, and the fourth nothing.
        let quote = try practice.estimator.quote(
            adjustments("2026-06-01", "2026-06-08", "2026-06-15", "2026-06-22"),
            coverage: PatientCoverage(deductible: 30_00, outOfPocket: 36_00)
        )

        #expect(quote.visits.map(\.amounts.patientPays.cents) == [27_00, 7_80, 1_20, 0])
        #expect(quote.events.map(\.kind) == [.deductibleMet, .outOfPocketMaximumMet])
        #expect(quote.events.map(\.visit) == [2, 3])
    }

    @Test("tell a price that changes on July 1, once")
    func priceChanges() throws {
        let quote = try practice.estimator.quote(
            adjustments("2026-06-22", "2026-06-29", "2026-07-06", "2026-07-13"),
            coverage: PatientCoverage()
        )
        let line = try #require(quote.visits.last?.lines.first?.priced.line)

        #expect(
            quote.events.map(\.kind) == [
                .priceChanges(line, from: Money(cents: 27_00), to: Money(cents: 28_00))
            ]
        )
        #expect(quote.events.map(\.visit) == [3])
        #expect(quote.events.map(\.date.description) == ["2026-07-06"])
        // 20 % of 27.00 and of 28.00.
        #expect(quote.visits.map(\.amounts.patientPays.cents) == [5_40, 5_40, 5_60, 5_60])
    }

    @Test("are none for a patient without insurance whose prices stay")
    func none() throws {
        let quote = try practice.estimator.quote(adjustments("2026-06-22", "2027-01-04"))

        #expect(quote.events == [])
        #expect(quote.accumulatorsAfter.isEmpty)
    }
}
