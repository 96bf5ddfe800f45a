import CareCoverage
import CareModel
import Testing

@Suite("A figure that is not known")
struct AccumulatorNeedTests {
    @Test("is asked for when a visit depends on it, and else not", arguments: Asked.all)
    func needs(_ asked: Asked) {
        let needs = asked.plan.unknownNeeds(
            of: [
                DatedLines(
                    date: day(asked.date),
                    careType: asked.careType,
                    lines: [PricedLine(asked.category, charge: 100_00).line]
                )
            ],
            network: asked.network,
            known: asked.known
        )

        #expect(needs == asked.needs)
    }

    @Test("is asked for once, however many visits depend on it")
    func once() {
        let visits = (0..<3).map {
            DatedLines(
                date: day("2026-03-02").adding(days: $0),
                lines: Array(repeating: PricedLine(charge: 100_00).line, count: 2)
            )
        }

        #expect(
            Asked.full.unknownNeeds(of: visits, network: .inNetwork, known: .used())
                == Asked.fullNeeds
        )
        #expect(Asked.full.unknownNeeds(of: [], network: .inNetwork, known: .used()) == [])
    }

    @Test("stays unknown after visits that do not touch it")
    func staysUnknown() throws {
        let plan = BenefitPlan(
            deductible: Deductible(individual: 500_00.cents),
            maximum: OutOfPocketMaximum(individual: 900_00.cents),
            limits: [UsageLimit(id: "v", unit: .visits, maximum: 20)],
            [Benefit(limits: [0]), Benefit(.massage, coverage: .notCovered)]
        )
        let (_, after) = try Worked(
            "a line that is not covered",
            plan,
            used: .used(),
            [PricedLine(.massage, charge: 50_00, allowed: 50_00)],
            expect: [Shares(notCovered: 50_00)]
        ).check()

        #expect(after.deductible.individual == nil)
        #expect(after.outOfPocket.individual == nil)
        #expect(after.limits["v"] == nil)
    }

    @Test("is asked for where another row's copay absorbs the line, and with it the deductible")
    func absorbed() throws {
        // Exercise alone has no deductible; after an adjustment it takes that row's sharing.
        let plan = BenefitPlan(
            deductible: Deductible(
                individual: 500_00.cents,
                byCategory: [.physicalMedicine: 50_00.cents]
            ),
            [
                Benefit(
                    copay: Copay(
                        amount: 30_00.cents,
                        deductible: .before,
                        absorbs: [.physicalMedicine]
                    ),
                    patient: "0"
                ),
                Benefit(.physicalMedicine, deductibleApplies: false),
            ]
        )
        let lines = [
            PricedLine(charge: 30_00, allowed: 30_00),
            PricedLine(.physicalMedicine, charge: 40_00, allowed: 40_00),
        ]
        // The category's deductible decides: nothing met, 40.00; all of it met, nothing.
        for (met, share) in [(0, 40_00), (50_00, 0)] {
            try Worked(
                "\(met) cents met",
                plan,
                used: .used(deductible: 0, byCategory: [.physicalMedicine: met.cents]),
                lines,
                expect: [Shares(copay: 30_00), Shares(deductible: share, plan: 40_00 - share)]
            ).check()
        }

        let visit = DatedLines(date: day("2026-03-02"), lines: lines.map(\.line))
        #expect(
            plan.unknownNeeds(of: [visit], network: .inNetwork, known: .used())
                == [.deductible, .categoryDeductible(.physicalMedicine)]
        )
    }

    @Test("has its place in the request", arguments: Pointed.all)
    func pointer(_ pointed: Pointed) {
        #expect(pointed.need.pointer == pointed.pointer)
    }

    /// Whatever is not asked for may be anything: the course comes out the same.
    @Test("matters to no line unless it is asked for, on 20,000 generated courses")
    func nothingElseMatters() throws {
        for seed in 200_000..<220_000 {
            let course = GeneratedCourse.make(seed: seed)
            let visits = course.visits.map {
                DatedLines(date: $0.date, careType: $0.careType, lines: $0.lines.map(\.line))
            }
            let needs = course.plan.unknownNeeds(
                of: visits,
                network: course.network,
                known: Accumulators(asOf: course.used.asOf)
            )
            var other = course
            other.used = course.used.changed(except: needs, plan: course.plan)
            let one = try course.adjudicated(recordsSteps: false).visits
            let two = try other.adjudicated(recordsSteps: false).visits

            try #require(
                one.map { $0.lines.map(\.shares) } == two.map { $0.lines.map(\.shares) },
                "seed \(seed)"
            )
        }
    }
}

extension Accumulators {
    /// The figures with another value for each that nobody asks for.
    fileprivate func changed(except needs: [AccumulatorNeed], plan: BenefitPlan) -> Accumulators {
        var other = self
        let much = 700_00.cents
        if !needs.contains(.deductible) { other.deductible.individual = much }
        if !needs.contains(.familyDeductible) { other.deductible.family = much }
        if !needs.contains(.membersMet) { other.membersMet = 3 - (membersMet ?? 0) }
        for category in deductibleByCategory.keys
        where !needs.contains(.categoryDeductible(category)) {
            other.deductibleByCategory[category] = much
        }
        if !needs.contains(.outOfPocket) { other.outOfPocket.individual = much }
        if !needs.contains(.familyOutOfPocket) { other.outOfPocket.family = much }
        for limit in plan.limits where !needs.contains(.limit(limit)) {
            other.limits[limit.id] =
                limit.period == .rolling12Months
                ? .dates(Array(repeating: asOf, count: 13)) : .used(13)
        }
        return other
    }
}

extension AccumulatorNeedTests {
    struct Pointed: CustomTestStringConvertible, Sendable {
        let need: AccumulatorNeed
        let pointer: String
        var testDescription: String { pointer }

        static let all = [
            Pointed(need: .deductible, pointer: "/accumulators/deductible/individualMet"),
            Pointed(need: .familyDeductible, pointer: "/accumulators/deductible/familyMet"),
            Pointed(need: .membersMet, pointer: "/accumulators/deductible/membersMet"),
            Pointed(
                need: .categoryDeductible(.xray),
                pointer: "/accumulators/deductible/byCategoryMet/xray"
            ),
            Pointed(need: .outOfPocket, pointer: "/accumulators/outOfPocket/individualMet"),
            Pointed(need: .familyOutOfPocket, pointer: "/accumulators/outOfPocket/familyMet"),
            Pointed(
                need: .limit(UsageLimit(id: "v", unit: .visits, maximum: 1)),
                pointer: "/accumulators/limits/v/used"
            ),
            Pointed(
                need: .limit(
                    UsageLimit(id: "v", unit: .visits, maximum: 1, period: .rolling12Months)
                ),
                pointer: "/accumulators/limits/v/dates"
            ),
        ]
    }
}
