import CareQuote
import TestSupport
import Testing

@Suite("What is settled when care stops")
struct SettlementTests {
    /// The way to pay six adjustments.
    private func way(paying option: PaymentOption = .perVisit, offer: String?) throws -> WayToPay {
        let tables = try RuleTables()
        let line = try tables.line("adjust-spine-3-4")
        let visits = Stopped.dates.map { RequestedVisit($0, [line]) }
        return try tables.estimator()
            .quote(QuoteRequest(visits, paying: option, offer: offer))
            .chosenWay
    }

    @Test("is worked out after each visit", arguments: Stopped.all)
    func worked(_ stopped: Stopped) throws {
        let way = try way(paying: stopped.option, offer: stopped.offer)

        #expect(way.settlements.map(\.visit) == Array(1...6))
        #expect(way.settlements.map(\.date) == Stopped.dates.map { .spelled($0) })
        #expect(way.settlements.map(\.refund.cents) == stopped.refunds)
        #expect(way.settlements.map(\.owed.cents) == stopped.owed)
    }

    // 49.00 for a year of 20 percent off is paid once and is no visit: it is part of the total of
    // 49.00 + 312.00, and nothing of it is unused.
    @Test("does not pay back the yearly fee of a discount plan")
    func discountPlanFee() throws {
        let way = try way(offer: "discount-plan")

        #expect(way.total == Money(cents: 361_00))
        #expect(way.settlements.allSatisfy { $0.owed == .zero })
        #expect(way.settlements.map(\.refund.cents) == [0, 0, 0, 0, 0, 0])
    }

    // 58.50 each, 351.00 paid in advance. The offer is a discount and no package with a term of
    // its own: what is not used is paid back as without it.
    @Test("pays back what is paid in advance under a discount")
    func prepaidDiscount() throws {
        let way = try way(paying: .prepay, offer: "household")

        #expect(way.total == Money(cents: 351_00))
        #expect(way.settlements.map(\.refund.cents) == [5, 4, 3, 2, 1, 0].map { $0 * 58_50 })
    }

    // 99.00 a month are for the month that has begun: two adjustments of it in November are used,
    // and the fee of the month is not paid back.
    @Test("does not pay back the fee of a membership's month")
    func membershipFee() throws {
        let way = try way(offer: "monthly-membership")

        #expect(way.settlements.map(\.refund.cents) == [0, 0, 0, 0, 0, 0])
        #expect(way.settlements.allSatisfy { $0.owed == .zero })
    }

    // 331.50 / 6 = 55.25. At the full price two used visits would be 130.00, and only 201.50 back.
    @Test("pays back a package's unused visits at the price paid for each")
    func packageRefund() throws {
        let stopped = try #require(Stopped.all.first { $0.offer == "package-6" })

        #expect(stopped.refunds == [5, 4, 3, 2, 1, 0].map { $0 * 55_25 })
        #expect(stopped.refunds[1] == 221_00)
        #expect(stopped.refunds[1] != 331_50 - 2 * 65_00)
    }
}

/// Six adjustments, 65.00 each without an offer, and what is settled after each of them, in cents.
struct Stopped: CustomTestStringConvertible {
    let testDescription: String
    let option: PaymentOption
    var offer: String?
    let refunds: [Int]
    let owed: [Int]

    static let dates = [
        "2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30", "2026-12-07",
    ]
    private static let nothing = [0, 0, 0, 0, 0, 0]

    static let all = [
        Stopped(
            testDescription: "nothing, paying at each visit",
            option: .perVisit,
            refunds: nothing,
            owed: nothing
        ),
        // 331.50 is paid; each visit uses 55.25 of it.
        Stopped(
            testDescription: "a package's unused visits",
            option: .perVisit,
            offer: "package-6",
            refunds: [276_25, 221_00, 165_75, 110_50, 55_25, 0],
            owed: nothing
        ),
        // 165.75 on November 2 and December 2.
        Stopped(
            testDescription: "a package in monthly parts, of which more is used than paid",
            option: .monthly,
            offer: "package-6",
            refunds: [110_50, 55_25, 0, 0, 0, 0],
            owed: [0, 0, 0, 55_25, 110_50, 0]
        ),
        // 390.00 at once; each visit uses 65.00 of it.
        Stopped(
            testDescription: "what is paid in advance",
            option: .prepay,
            refunds: [325_00, 260_00, 195_00, 130_00, 65_00, 0],
            owed: nothing
        ),
        // 195.00 on November 2 and December 2.
        Stopped(
            testDescription: "monthly parts",
            option: .monthly,
            refunds: [130_00, 65_00, 0, 0, 0, 0],
            owed: [0, 0, 0, 65_00, 130_00, 0]
        ),
    ]
}
