import CareQuote
import TestSupport
import Testing

@Suite("A session's minutes in a quote")
struct TimedUnitQuoteTests {
    private let session = Session(
        spinalRegions: nil,
        timed: [
            TimedService(service: .spelled("therapeutic-exercise"), minutes: 33),
            TimedService(service: .spelled("manual-therapy"), minutes: 7),
        ]
    )

    /// The session's quote for a patient whose plan pays in full by a schedule.
    private func quote(payingOn schedule: String) throws -> Quote {
        try RuleTables().estimator().quote(
            QuoteRequest(
                [RequestedVisit("2026-11-23", session: session)],
                coverage: .payingAll(on: schedule)
            )
        )
    }

    // 33 + 7 = 40 minutes are three units: two of exercise and one of manual therapy. In 2026
    // exercise has the higher practice expense, 0.41 against 0.39, so one unit of it is paid in
    // full: 30.20 + 23.08 + 22.03 = 75.31.
    @Test("are pooled and reduced for Acme")
    func acme() throws {
        let quote = try quote(payingOn: "acme-ppo-2026")
        let lines = try #require(quote.visits.first).lines

        #expect(lines.map(\.priced.line.units) == [2, 1])
        #expect(lines.map(\.priced.reducedUnits) == [1, 1])
        #expect(lines.map(\.amounts.allowed.cents) == [30_20 + 23_08, 22_03])
        #expect(quote.totals.planPays == Money(cents: 75_31))
        #expect(!quote.notices.contains { $0.isTooShort })
    }

    // 33 minutes of exercise are two units, 7 minutes of manual therapy none: 2 × 22.50.
    @Test("stand alone and are not reduced for Bluebird, and too few are told")
    func bluebird() throws {
        let quote = try quote(payingOn: "bluebird-2026")
        let lines = try #require(quote.visits.first).lines

        #expect(lines.map(\.priced.line.service) == [.spelled("therapeutic-exercise")])
        #expect(lines.map(\.priced.line.units) == [2])
        #expect(lines.map(\.priced.reducedUnits) == [0])
        #expect(quote.totals.planPays == Money(cents: 45_00))
        #expect(
            quote.notices.filter(\.isTooShort)
                == [.tooShortToBill(.spelled("manual-therapy"), minutes: 7, visit: 1)]
        )
    }

    // The rule of those without a schedule: two units of exercise, at 40.00 each.
    @Test("stand alone for a patient without insurance")
    func selfPay() throws {
        let tables = try RuleTables()
        let quote = try tables.estimator().quote(
            QuoteRequest([RequestedVisit("2026-11-23", session: session)])
        )

        #expect(quote.visits.first?.lines.map(\.priced.line.units) == [2])
        #expect(quote.totals.patientPays == Money(cents: 80_00))
    }

    // Twice 20 minutes are three units for Acme, and the tie is for the higher price: 34.00 for
    // movement training, 30.20 for exercise.
    @Test("break a tie by the prices of the payer's schedule")
    func tie() throws {
        let tables = try RuleTables()
        let tied = Session(
            spinalRegions: nil,
            timed: [
                TimedService(service: .spelled("therapeutic-exercise"), minutes: 20),
                TimedService(service: .spelled("neuromuscular-reeducation"), minutes: 20),
            ]
        )
        let quote = try tables.estimator().quote(
            QuoteRequest(
                [RequestedVisit("2026-11-23", session: tied)],
                coverage: .payingAll(on: "acme-ppo-2026")
            )
        )

        #expect(quote.visits.first?.lines.map(\.priced.line.units) == [1, 2])
    }

    @Test("leave a session with nothing to bill where they are too few")
    func nothing() throws {
        let tables = try RuleTables()
        let short = Session(
            spinalRegions: nil,
            timed: [TimedService(service: .spelled("massage"), minutes: 7)]
        )
        let problems = tables.estimator().problems(
            with: QuoteRequest([RequestedVisit("2026-11-23", session: short)])
        )

        #expect(
            problems == [
                .session(
                    .tooShort(
                        TimedService(
                            service: .spelled("massage"),
                            minutes: 7,
                            price: Money(cents: 35_00)
                        )
                    ),
                    place: SourcePlace(file: "", pointer: "/visits/0/session")
                )
            ]
        )
    }

    @Test("carry the therapy modifier of a payer that wants one")
    func therapyModifier() throws {
        let tables = try RuleTables()
        let payer = PayerRule(
            schedule: nil,
            timedUnits: TimedUnitRule(
                id: "midpoint",
                unitMinutes: 15,
                minimumMinutes: 8,
                isPooled: false
            ),
            reducesProcedures: false,
            therapyModifier: .spelled("GP")
        )
        let rules = tables.rules.changing(payers: [payer])
        let quote = try tables.estimator(rules: rules).quote(
            QuoteRequest([
                RequestedVisit(
                    "2026-11-23",
                    session: Session(
                        spinalRegions: 3,
                        timed: [
                            TimedService(service: .spelled("therapeutic-exercise"), minutes: 15)
                        ]
                    )
                )
            ])
        )

        #expect(
            quote.visits.first?.lines.map(\.priced.line.modifiers) == [[], [.spelled("GP")]]
        )
    }
}

extension Notice {
    fileprivate var isTooShort: Bool {
        if case .tooShortToBill = self { true } else { false }
    }
}
