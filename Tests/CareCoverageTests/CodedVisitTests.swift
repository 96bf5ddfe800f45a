import CareCoverage
import CareModel
import Testing

/// A visit that is settled once comes to what its lines come to one by one.
@Suite("A coded visit")
struct CodedVisitTests {
    /// Every visit of a course by its sums alone, with the figures after the last.
    private static func totals(
        of episode: Episode
    ) throws -> (totals: [LineAmounts], after: Accumulators, settled: Int) {
        var adjudicator = episode.adjudicator(recordsSteps: false)
        var settled = 0
        let totals = try episode.course.visits.map { visit in
            let coded = adjudicator.coded(visit.lines)
            if coded.isSettled { settled += 1 }
            let total = adjudicator.total(of: coded, on: visit.date, careType: visit.careType)
            return try #require(total)
        }
        return (totals, adjudicator.accumulators, settled)
    }

    private static func sum(_ visit: AdjudicatedVisit) -> LineAmounts {
        visit.lines.map(\.amounts).reduce(into: LineAmounts()) { $0 += $1 }
    }

    @Test(
        "has the sums of its lines and leaves the same figures, on 8,000 generated courses",
        arguments: 0..<8
    )
    func sums(_ block: Int) throws {
        var settled = 0
        for seed in 300_000 + block * 1_000..<301_000 + block * 1_000 {
            let episode = GeneratedCourse.episode(seed: seed)
            let lines = try episode.adjudicated(recordsSteps: false)
            let coded = try Self.totals(of: episode)

            try #require(coded.totals == lines.visits.map(Self.sum), "seed \(seed)")
            try #require(coded.after == lines.after, "seed \(seed)")
            settled += coded.settled
        }
        // Enough of the visits are settled for the comparison to say something of them.
        #expect(settled > 500)
    }

    /// A plan of $300.00 deductible, 20 % and four visits in a year; $100.00 a visit.
    ///
    /// Visits 1 to 3 go wholly toward the deductible, visit 4 is a fifth, visit 5 is over the limit.
    @Test("is settled before the deductible and after it, and shared anew where a limit ends")
    func phases() throws {
        let plan = BenefitPlan(
            id: "p",
            payerName: "Acme",
            planName: "PPO",
            type: .preferredProvider,
            effectiveFrom: day("2026-01-01"),
            deductible: Deductible(individual: Money(cents: 300_00)),
            limits: [UsageLimit(id: "v", unit: .visits, maximum: 4)],
            benefits: [
                Benefit(
                    selector: .category(try #require(ServiceCategory("chiropractic"))),
                    sharing: .coinsurance(Percentage(billionths: 200_000_000)),
                    limits: [0],
                    afterExhaustion: .billed,
                    place: SourcePlace(file: "p.json", pointer: "/benefits/0")
                )
            ],
            place: SourcePlace(file: "p.json", pointer: "")
        )
        let place = SourcePlace(file: "p.csv", row: 2)
        let line = PricedLine(
            line: ServiceLine(
                service: nil,
                code: nil,
                category: try #require(ServiceCategory("chiropractic")),
                place: place
            ),
            charge: UnitPrice(amount: Money(cents: 150_00), source: place),
            allowed: UnitPrice(amount: Money(cents: 100_00), source: place)
        )
        var adjudicator = Adjudicator(
            plan: plan,
            network: .inNetwork,
            accumulators: Accumulators(
                asOf: day("2026-01-01"),
                deductible: Accumulators.Tier(individual: .zero),
                limits: ["v": .used(0)]
            )
        )
        let visit = adjudicator.coded([line])
        #expect(visit.isSettled)
        let paid = (1...5).map { number in
            adjudicator.total(of: visit, on: day("2026-03-0\(number)"))?.patientPays.cents
        }
        #expect(paid == [100_00, 100_00, 100_00, 20_00, 150_00])
        #expect(adjudicator.accumulators.deductible.individual == Money(cents: 300_00))
        #expect(adjudicator.accumulators.limits == ["v": .used(4)])
        // A branch starts where it is asked to: in the next year all begins anew.
        var branch = adjudicator.starting(from: Accumulators(asOf: day("2027-01-01")))
        let next = branch.total(of: visit, on: day("2027-01-04"))
        #expect(next?.patientPays.cents == 100_00)
    }

    @Test("has no sum where a price is needed that nobody knows")
    func unknownPrice() throws {
        let episode = GeneratedCourse.episode(seed: 1)
        let place = SourcePlace(file: "p.csv", row: 2)
        let bare = episode.course.visits[0].lines.map { line in
            PricedLine(
                line: line.line,
                charge: UnitPrice(amount: Money(cents: 150_00), source: place)
            )
        }
        var adjudicator = Adjudicator(
            plan: BenefitPlan(
                id: "p",
                payerName: "Acme",
                planName: "PPO",
                type: .preferredProvider,
                effectiveFrom: day("2020-01-01"),
                benefits: bare.map { line in
                    Benefit(
                        selector: .category(line.line.category),
                        sharing: .coinsurance(.zero),
                        place: place
                    )
                },
                place: place
            ),
            network: .inNetwork,
            accumulators: Accumulators(asOf: day("2026-01-01"))
        )
        let visit = adjudicator.coded(bare)
        #expect(!visit.isSettled)
        let total = adjudicator.total(of: visit, on: day("2026-03-02"))
        #expect(total == nil)
    }
}
