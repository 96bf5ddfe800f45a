import CareQuote
import TestSupport
import Testing

@Suite("Payments")
struct PaymentTests {
    @Test("fall on each visit, in even monthly parts or all on the first", arguments: Paid.all)
    func options(_ paid: Paid) throws {
        let quote = try paid.quote()
        let schedule = quote.chosenWay.schedule

        #expect(schedule.map(\.date) == paid.payments.map { .spelled($0.date) })
        #expect(schedule.map(\.amount.cents) == paid.payments.map(\.cents))
        #expect(quote.chosenWay.total == Money(cents: paid.visits.map(\.cents).reduce(0, +)))
        #expect(quote.today.cents == paid.payments.first?.cents)
    }

    @Test("in advance are refused for insured visits")
    func insured() throws {
        let tables = try RuleTables()
        let visits = [RequestedVisit("2026-11-02", [try tables.line("adjust-spine-3-4")])]
        func problems(_ option: PaymentOption) -> [QuoteProblem] {
            tables.estimator().problems(
                with: QuoteRequest(
                    visits,
                    coverage: .payingAll(on: "acme-ppo-2026"),
                    paying: option
                )
            )
        }

        #expect(problems(.prepay) == [.prepaidInsurance])
        #expect(problems(.monthly) == [])
        #expect(problems(.perVisit) == [])
    }

    @Test("in advance reach to the next re-evaluation and not beyond it", arguments: 1...3)
    func checkpoint(at checkpoint: Int) throws {
        let tables = try RuleTables()
        let line = try tables.line("adjust-spine-3-4")
        let visits = ["2026-11-02", "2026-11-09", "2026-11-16"].enumerated().map { index, date in
            RequestedVisit(
                date,
                [line],
                kind: index + 1 == checkpoint ? .reEvaluation : .followUp
            )
        }
        let problems = tables.estimator().problems(with: QuoteRequest(visits, paying: .prepay))

        #expect(problems == (checkpoint < 3 ? [.prepaidBeyondCheckpoint(visit: checkpoint)] : []))
    }

    @Test("for an offer follow the option that the request asks for")
    func offer() throws {
        let tables = try RuleTables()
        let line = try tables.line("adjust-spine-3-4")
        let visits = ["2026-11-02", "2026-11-30", "2026-12-02"].map { RequestedVisit($0, [line]) }
        func chosen(_ option: PaymentOption) throws -> WayToPay {
            try tables.estimator()
                .quote(QuoteRequest(visits, paying: option, offer: "household"))
                .chosenWay
        }

        // Three times 58.50: at the visits, in two parts of 87.75, and 175.50 at once.
        #expect(try chosen(.perVisit).schedule.map(\.amount.cents) == [58_50, 58_50, 58_50])
        #expect(try chosen(.monthly).schedule.map(\.amount.cents) == [87_75, 87_75])
        #expect(try chosen(.prepay).schedule.map(\.amount.cents) == [175_50])
    }

    // Two adjustments at 65.00, on November 2 and December 2, a package of six asked for: the
    // self-pay price stands in for it, and is asked to be paid in advance all the same.
    @Test("follow the option that the request asks for where its offer is refused")
    func refusedOffer() throws {
        let tables = try RuleTables()
        let line = try tables.line("adjust-spine-3-4")
        let visits = ["2026-11-02", "2026-12-02"].map { RequestedVisit($0, [line]) }
        let quote = try tables.estimator()
            .quote(QuoteRequest(visits, paying: .prepay, offer: "package-6"))

        #expect(quote.chosenWay.kind == .selfPay)
        #expect(quote.chosenWay.schedule.map(\.amount.cents) == [130_00])
    }
}

/// Visits at stated self-pay prices in cents, an option, and the payments that it makes of them.
struct Paid: CustomTestStringConvertible {
    let testDescription: String
    let option: PaymentOption
    let visits: [(date: String, cents: Int)]
    let payments: [(date: String, cents: Int)]

    func quote() throws -> Quote {
        let tables = try RuleTables()
        return try tables.estimator().quote(
            QuoteRequest(
                asOf: "2026-01-05",
                try visits.map { visit in
                    let stated = ServiceLine.StatedAmounts(
                        charge: Money(cents: 100_00),
                        selfPay: Money(cents: visit.cents)
                    )
                    return RequestedVisit(
                        visit.date,
                        [try tables.line("adjust-spine-3-4", stated: stated)]
                    )
                },
                paying: option
            )
        )
    }

    private static let fromThe31st = [
        ("2026-01-31", 40_00), ("2026-02-16", 30_00), ("2026-03-31", 30_00),
    ]

    static let all = [
        Paid(
            testDescription: "at each visit",
            option: .perVisit,
            visits: fromThe31st,
            payments: fromThe31st
        ),
        // 100.00 in three parts; February has no 31st.
        Paid(
            testDescription: "each month, from the 31st",
            option: .monthly,
            visits: fromThe31st,
            payments: [
                ("2026-01-31", 33_34), ("2026-02-28", 33_33), ("2026-03-31", 33_33),
            ]
        ),
        Paid(
            testDescription: "each month, up to a visit the day before the next part",
            option: .monthly,
            visits: [("2026-01-31", 40_00), ("2026-03-30", 60_01)],
            payments: [("2026-01-31", 50_01), ("2026-02-28", 50_00)]
        ),
        Paid(
            testDescription: "each month, one visit",
            option: .monthly,
            visits: [("2026-01-31", 40_00)],
            payments: [("2026-01-31", 40_00)]
        ),
        Paid(
            testDescription: "in advance",
            option: .prepay,
            visits: fromThe31st,
            payments: [("2026-01-31", 100_00)]
        ),
    ]
}
