import CareQuote
import Testing

@Suite("The ways to pay")
struct WaysToPayTests {
    private let practice: Practice

    init() throws {
        practice = try Practice()
    }

    /// An adjustment at stated prices, below a deductible of which nothing is met.
    private func quote(allowed: Int, selfPay: Int) throws -> Quote {
        let stated = ServiceLine.StatedAmounts(
            allowed: Money(cents: allowed),
            selfPay: Money(cents: selfPay)
        )
        return try practice.estimator.quote(
            [practice.visit("2026-06-01", practice.adjustment, stated: stated)],
            coverage: PatientCoverage(deductible: 500_00)
        )
    }

    @Test("begin with insurance where it is cheaper")
    func insurance() throws {
        let quote = try practice.estimator.quote(
            [
                practice.visit("2026-06-01", practice.adjustment, practice.exercise),
                practice.visit("2026-06-08", practice.adjustment),
            ],
            coverage: PatientCoverage()
        )

        // 20 % of 27.00 and of 22.50, then of 27.00; without insurance 60 + 40, then 60.
        #expect(quote.waysToPay.map(\.kind) == [.insurance, .selfPay])
        #expect(quote.waysToPay.map(\.total.cents) == [15_30, 160_00])
        #expect(quote.waysToPay.map(\.today.cents) == [9_90, 100_00])
        #expect(
            quote.waysToPay.map { $0.schedule.map(\.amount.cents) } == [
                [9_90, 5_40], [100_00, 60_00],
            ]
        )
        #expect(quote.notices.contains(.selfPayCountsNowhere))
    }

    @Test("begin with self-pay where the deductible makes insurance dearer")
    func selfPay() throws {
        let quote = try quote(allowed: 70_00, selfPay: 50_00)

        #expect(quote.waysToPay.map(\.kind) == [.selfPay, .insurance])
        #expect(quote.waysToPay.map(\.total.cents) == [50_00, 70_00])
        // The quote itself stays that of the insurance which the request names.
        #expect(quote.totals.patientPays == Money(cents: 70_00))
    }

    @Test("begin with insurance at the same total")
    func tie() throws {
        let quote = try quote(allowed: 60_00, selfPay: 60_00)

        #expect(quote.waysToPay.map(\.kind) == [.insurance, .selfPay])
        #expect(quote.waysToPay.map(\.total.cents) == [60_00, 60_00])
    }

    @Test("leave out self-pay, and say so, where a line has no such price")
    func unknown() throws {
        let estimator = Estimator(
            catalog: practice.catalog,
            clinic: nil,
            schedules: practice.estimator.schedules,
            rules: practice.estimator.rules
        )
        let visit = try practice.visit(
            "2026-06-01",
            practice.adjustment,
            stated: ServiceLine.StatedAmounts(charge: Money(cents: 72_00))
        )
        let coverage = try PatientCoverage(afterExhaustion: .contracted)
        let quote = try estimator.quote([visit], coverage: coverage)
        let line = try #require(quote.visits.first?.lines.first?.priced.line)

        #expect(quote.waysToPay.map(\.kind) == [.insurance])
        #expect(quote.notices.last == .selfPayNotKnown(line))
    }

    @Test("are one for a patient without insurance")
    func withoutInsurance() throws {
        let quote = try practice.estimator.quote([
            practice.visit("2026-06-01", practice.adjustment)
        ])

        #expect(quote.waysToPay.map(\.kind) == [.selfPay])
        #expect(!quote.notices.contains(.selfPayCountsNowhere))
    }
}
