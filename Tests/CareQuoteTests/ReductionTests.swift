import CareQuote
import TestSupport
import Testing

@Suite("A payer's reduction of further procedures")
struct ReductionTests {
    /// Exercise on some days, which Acme pays in full.
    private func exercises(_ dates: String...) throws -> Quote {
        let tables = try RuleTables()
        let visits = try dates.map {
            RequestedVisit($0, [try tables.line("therapeutic-exercise")])
        }
        return try tables.estimator().quote(
            QuoteRequest(visits, coverage: .payingAll(on: "acme-ppo-2026"))
        )
    }

    // In 2026 massage has the higher practice expense, 0.53 against 0.47, and movement training
    // the higher price. Massage in full is 30.90 + 25.85 = 56.75; by price it would be 34.00 +
    // 21.70 = 55.70.
    @Test("ranks by practice expense and not by price")
    func ranking() throws {
        let tables = try RuleTables()
        let quote = try tables.estimator().quote(
            .oneDay([
                try tables.line("neuromuscular-reeducation"), try tables.line("massage"),
            ])
        )

        #expect(quote.visits.first?.lines.map(\.priced.reducedUnits) == [1, 0])
        #expect(quote.totals.planPays == Money(cents: 56_75))
    }

    // Exams and adjustments have another indicator than therapy: 52.40 + 45.10 + 30.20.
    @Test("leaves exams and adjustments alone")
    func otherServices() throws {
        let tables = try RuleTables()
        let quote = try tables.estimator().quote(
            .oneDay([
                try tables.line("exam-established-standard", "25"),
                try tables.line("adjust-spine-3-4"),
                try tables.line("therapeutic-exercise"),
            ])
        )

        #expect(quote.totals.planPays == Money(cents: 127_70))
        #expect(quote.visits.first?.lines.allSatisfy { $0.priced.reducedUnits == 0 } == true)
    }

    @Test("is of one day: the same services on two days are both paid in full")
    func eachDay() throws {
        let quote = try exercises("2026-11-23", "2026-11-25")

        #expect(quote.totals.planPays == Money(cents: 60_40))
    }

    // One day: 30.20 for the first unit, and 23.08 for that of the later visit.
    @Test("takes two visits on one date for one day")
    func twoVisitsOneDay() throws {
        let quote = try exercises("2026-11-23", "2026-11-23")

        #expect(quote.visits.map { $0.lines.map(\.priced.reducedUnits) } == [[0], [1]])
        #expect(quote.totals.planPays == Money(cents: 53_28))
    }

    @Test("needs Medicare's figures to rank, and says so where there are none")
    func noRanking() throws {
        let tables = try RuleTables()
        let estimator = Estimator(
            catalog: tables.catalog,
            clinic: tables.clinic,
            schedules: tables.schedules,
            rules: tables.rules
        )
        func problems(units: Int) throws -> [QuoteProblem] {
            let line = try tables.line("therapeutic-exercise", units: units)
            return estimator.problems(with: .oneDay([line]))
        }

        #expect(
            try problems(units: 2) == [
                .noProcedureRanking(
                    date: .spelled("2026-11-23"),
                    visit: 1,
                    place: SourcePlace(file: "", pointer: "/visits/0")
                )
            ]
        )
        #expect(try problems(units: 1) == [])
    }

    @Test("is none without insurance, and none of a payer that does not reduce")
    func noReduction() throws {
        let tables = try RuleTables()
        let visits = [
            RequestedVisit("2026-11-23", [try tables.line("therapeutic-exercise", units: 3)])
        ]
        let selfPay = try tables.estimator().quote(QuoteRequest(visits))
        let bluebird = try tables.estimator().quote(
            QuoteRequest(visits, coverage: .payingAll(on: "bluebird-2026"))
        )

        #expect(selfPay.totals.patientPays == Money(cents: 120_00))
        #expect(bluebird.totals.planPays == Money(cents: 67_50))
    }

    @Test("leaves a line alone that states what the plan allows")
    func statedAmount() throws {
        let tables = try RuleTables()
        let stated = ServiceLine.StatedAmounts(allowed: Money(cents: 30_00))
        let quote = try tables.estimator().quote(
            .oneDay([try tables.line("therapeutic-exercise", units: 2, stated: stated)])
        )

        #expect(quote.totals.planPays == Money(cents: 60_00))
    }

    @Test("names the row that prints no reduced price")
    func missingReducedPrice() throws {
        let tables = try RuleTables()
        let line = try tables.line("therapeutic-exercise", units: 2)
        let problems = tables.estimator(rules: tables.rules.reducing).problems(
            with: .oneDay([line], payingOn: "bluebird-2026")
        )
        // The row of the table, found by its price on the day.
        let row = try #require(tables.schedules["bluebird-2026"])
            .price(of: .spelled("therapeutic-exercise"), on: .spelled("2026-11-23")).source

        guard case .noReducedPrice(let reference, let source)? = problems.first else {
            Issue.record("\(problems)")
            return
        }
        #expect(problems.count == 1)
        #expect(reference.line == line)
        #expect(reference.visit == 1)
        #expect(source == row)
        #expect(source.file == "schedules/bluebird-2026.csv")
    }

    @Test("needs no reduced price of the unit that is paid in full")
    func oneUnit() throws {
        let tables = try RuleTables()
        let quote = try tables.estimator(rules: tables.rules.reducing).quote(
            .oneDay([try tables.line("therapeutic-exercise")], payingOn: "bluebird-2026")
        )

        #expect(quote.totals.planPays == Money(cents: 22_50))
    }

    // 2027 has prices at Acme and no release of Medicare yet: 2026 ranks massage first all the
    // same, 31.50 + 26.38 = 57.88.
    @Test("is ranked in 2027 by the figures of 2026, and says so")
    func laterYear() throws {
        let tables = try RuleTables()
        func quote(_ date: String) throws -> Quote {
            let lines = [
                try tables.line("neuromuscular-reeducation"), try tables.line("massage"),
            ]
            return try tables.estimator().quote(
                QuoteRequest(
                    [RequestedVisit(date, lines)],
                    coverage: .payingAll(on: "acme-ppo-2026")
                )
            )
        }
        let later = try quote("2027-01-04")

        #expect(later.totals.planPays == Money(cents: 57_88))
        #expect(later.notices.contains(.rankedByEarlierRelease("2026")))
        #expect(!(try quote("2026-12-30").notices.contains(.rankedByEarlierRelease("2026"))))
    }

    @Test("never raises what is allowed", arguments: ReducedPrice.all)
    func neverRaises(_ price: ReducedPrice) {
        let (full, reduced) = (price.line(reducedUnits: 0), price.line(reducedUnits: 2))

        #expect(full.allowedTotal == Money(cents: price.full))
        #expect(reduced.allowedTotal == Money(cents: price.reduced))
        #expect(price.reduced <= price.full)
    }

    @Test("never raises what is allowed, whatever the prices")
    func property() throws {
        var numbers = SplitMix64(seed: 20_271)
        for _ in 0..<5_000 {
            let units = Int.random(in: 1...5, using: &numbers)
            let price = ReducedPrice(
                testDescription: "",
                charge: .random(in: 0...100_00, using: &numbers),
                allowed: .random(in: 0...100_00, using: &numbers),
                printed: .random(in: 0...100_00, using: &numbers),
                units: units
            )
            let totals = try (0...units).map { count in
                try #require(price.line(reducedUnits: count).allowedTotal)
            }
            let rates = try (0...units).map { count in
                try #require(price.line(reducedUnits: count).rate)
            }

            #expect(totals == totals.sorted(by: >))
            #expect(rates == rates.sorted(by: >))
            #expect(zip(totals, rates).allSatisfy { $0 <= $1 })
            #expect(totals.allSatisfy { $0 <= Money(cents: price.charge * units) })
        }
    }
}

extension QuoteRequest {
    /// A request for the services of one day, which a plan pays in full by a schedule.
    fileprivate static func oneDay(
        _ lines: [ServiceLine],
        payingOn schedule: String = "acme-ppo-2026"
    ) -> QuoteRequest {
        QuoteRequest(
            [RequestedVisit("2026-11-23", lines)],
            coverage: .payingAll(on: schedule)
        )
    }
}

extension Estimator.Rules {
    /// The rules under which every payer reduces further procedures.
    fileprivate var reducing: Estimator.Rules {
        changing(
            payers: payers.map { payer in
                PayerRule(
                    schedule: payer.schedule,
                    timedUnits: payer.timedUnits,
                    reducesProcedures: true
                )
            }
        )
    }
}

/// Three units, and what is allowed for them in full and with two of them reduced, in cents.
struct ReducedPrice: CustomTestStringConvertible {
    let testDescription: String
    let charge: Int
    let allowed: Int
    let printed: Int
    var units = 3
    var full = 0
    var reduced = 0

    func line(reducedUnits: Int) -> PricedLine {
        let place = SourcePlace(file: "schedules/a.csv", row: 2)
        return PricedLine(
            line: ServiceLine(
                service: .spelled("massage"),
                code: nil,
                category: .spelled("massage"),
                units: units,
                place: place
            ),
            charge: UnitPrice(amount: Money(cents: charge), source: place),
            allowed: UnitPrice(
                amount: Money(cents: allowed),
                reduced: Money(cents: printed),
                source: place
            ),
            reducedUnits: reducedUnits
        )
    }

    static let all = [
        ReducedPrice(
            testDescription: "reduced < allowed < charge: 30.00 + 2 × 20.00",
            charge: 50_00,
            allowed: 30_00,
            printed: 20_00,
            full: 90_00,
            reduced: 70_00
        ),
        ReducedPrice(
            testDescription: "charge between the two: 25.00 + 2 × 20.00",
            charge: 25_00,
            allowed: 30_00,
            printed: 20_00,
            full: 75_00,
            reduced: 65_00
        ),
        ReducedPrice(
            testDescription: "reduced above the charge: 3 × 15.00",
            charge: 15_00,
            allowed: 30_00,
            printed: 20_00,
            full: 45_00,
            reduced: 45_00
        ),
        ReducedPrice(
            testDescription: "reduced above the full price: 3 × 30.00",
            charge: 50_00,
            allowed: 30_00,
            printed: 40_00,
            full: 90_00,
            reduced: 90_00
        ),
    ]
}
