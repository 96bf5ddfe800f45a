import CareModel
import CarePatterns
import TestSupport
import Testing

@Suite("A course of any pattern")
struct CoursePropertyTests {
    private func model() throws -> CourseModel { try OwnTables.read().model }

    @Test(
        "has probabilities that add up to one and none beyond the cap",
        arguments: GeneratedPattern.all
    )
    func sums(_ generated: GeneratedPattern) throws {
        let model = try model()
        for attendance in Attendance.allCases {
            let pattern = generated.pattern
            let prognosis = model.prognosis(of: pattern, factors: generated.factors())
            let course = model.course(of: pattern, prognosis: prognosis, attendance: attendance)
            let reasons = EndReason.allCases.map { course.probability(because: $0) }

            #expect(course.cap == pattern.cap)
            #expect(abs(course.visits.probabilities.reduce(0, +) - 1) < 1e-12)
            #expect(abs(reasons.reduce(0, +) - 1) < 1e-12)
            #expect(course.visits.probability(ofMoreThan: pattern.cap) == 0)
            #expect(course.visits.probability(of: 0) == 0)
            #expect(course.visits.probabilities.allSatisfy { $0 >= -1e-15 })
            #expect((attendance == .adherent) == (course.probability(because: .patient) == 0))
        }
    }

    @Test("has quantiles that never fall", arguments: GeneratedPattern.all)
    func quantiles(_ generated: GeneratedPattern) throws {
        let model = try model()
        let course = model.course(
            of: generated.pattern,
            prognosis: model.prognosis(of: generated.pattern),
            attendance: .typical
        )
        let quantiles = stride(from: 0.05, through: 1, by: 0.05).map(course.visits.quantile)

        #expect(quantiles == quantiles.sorted())
        #expect((quantiles.last ?? 0) <= generated.pattern.cap)
    }

    @Test("is never longer on average with fewer visits at most", arguments: GeneratedPattern.all)
    func caps(_ generated: GeneratedPattern) throws {
        let model = try model()
        let pattern = generated.pattern
        let means = (pattern.firstGate...max(pattern.cap, pattern.firstGate)).map { cap in
            let capped = pattern.capped(at: cap)
            return model.course(of: capped, prognosis: model.prognosis(of: capped)).visits.mean
        }

        for (shorter, longer) in zip(means, means.dropFirst()) {
            #expect(shorter <= longer + 1e-12)
        }
    }

    @Test("keeps its gates and its cap whatever the prognosis", arguments: GeneratedPattern.all)
    func prognosis(_ generated: GeneratedPattern) throws {
        let model = try model()
        let pattern = generated.pattern
        let course = model.course(
            of: pattern,
            prognosis: Prognosis(
                responders: 0.05,
                goalsMetPerVisit: 0.001,
                width: 0.2,
                ratio: 3,
                grade: .c
            )
        )

        #expect(course.cap == pattern.cap)
        for visit in 1...pattern.cap where !pattern.gates.contains(where: { $0.visit == visit }) {
            #expect(course.probability(ofLastVisit: visit, because: .stopRule) == 0)
        }
    }

    @Test("is not changed by a test that tells nothing", arguments: GeneratedPattern.all)
    func emptyTest(_ generated: GeneratedPattern) throws {
        let responders = generated.pattern.responders
        for answer in [true, false] {
            let test = ResponseTest.made(sensitivity: 0.4, falsePositive: 0.4)

            #expect(abs(test.posterior(of: responders, improved: answer) - responders) < 1e-15)
        }
    }

    @Test("is not changed by an answer that cannot occur", arguments: [true, false])
    func impossibleAnswer(_ improved: Bool) {
        // All have improved by then, or none.
        let share = improved ? 0.0 : 1.0
        let test = ResponseTest.made(sensitivity: share, falsePositive: share)

        #expect(test.posterior(of: 0.6, improved: improved) == 0.6)
    }

    /// Goals met at 0.9 are met at 1.35 times that in the favourable view, which is all of them.
    @Test("has no view in which more goals are met than there are patients")
    func certainGoals() throws {
        let tables = try OwnTables.read()
        let course = try tables.model.course(
            of: tables.spelled("lbp-acute"),
            prognosis: Prognosis(
                responders: 1,
                goalsMetPerVisit: 0.9,
                width: 0,
                ratio: 1.35,
                grade: .b
            )
        )

        // At visit 2: a quarter for certain, half with 0.9 and a quarter with 2/3.
        let second = 0.25 + 0.5 * 0.9 + 0.25 * 0.9 / 1.35
        // At visit 3: 0.1 of the half and 1/3 of the quarter are left, and the same again.
        let third = 0.5 * 0.1 * 0.9 + 0.25 * (1 - 0.9 / 1.35) * 0.9 / 1.35
        #expect(abs(course.probability(ofLastVisit: 2) - second) < 1e-12)
        #expect(abs(course.probability(ofLastVisit: 3) - third) < 1e-12)
    }

    @Test("is better after a good answer than after a bad one", arguments: GeneratedPattern.all)
    func answers(_ generated: GeneratedPattern) {
        let responders = generated.pattern.responders
        let test = ResponseTest.made(sensitivity: 0.7, falsePositive: 0.4)
        let good = test.posterior(of: responders, improved: true)
        let bad = test.posterior(of: responders, improved: false)

        #expect(bad < responders && responders < good)
        // The answers average out: how likely each is times what follows from it.
        let chance = 0.7 * responders + 0.4 * (1 - responders)
        #expect(abs(chance * good + (1 - chance) * bad - responders) < 1e-12)
    }

    /// A bad prognosis must not sell visits: it turns goals that are met into stops.
    @Test(
        "with a worse prognosis does not grow",
        arguments: ["lbp-acute", "lbp-persistent", "neck-persistent", "leg-pain"]
    )
    func worse(_ id: String) throws {
        let model = try model()
        let pattern = try OwnTables.read().spelled(id)
        func chain(_ shift: Double) -> CourseDistribution {
            VisitChain(
                responders: model.responders(pattern.responders, shiftedBy: shift),
                goalsMetPerVisit: model.goalsMetPerVisit(
                    pattern.goalsMetPerVisit,
                    shiftedBy: shift
                ),
                firstGoalsVisit: model.firstGoalsVisit,
                attrition: .none,
                gates: pattern.gates,
                cap: pattern.cap
            )
            .course
        }
        let base = chain(0).visits
        for shift in stride(from: -0.9, through: 0, by: 0.05) {
            let visits = chain(shift).visits
            let beyond = visits.probability(ofMoreThan: pattern.firstGate)

            #expect(visits.mean <= base.mean + 0.65)
            #expect(beyond <= base.probability(ofMoreThan: pattern.firstGate) + 0.03)
        }
        let firstGateStops = stride(from: -0.9, through: 0.6, by: 0.05).map {
            chain($0).probability(ofLastVisit: pattern.firstGate, because: .stopRule)
        }
        #expect(firstGateStops == firstGateStops.sorted(by: >))
    }
}

extension ResponseTest {
    /// A test of every generated pattern and of none in the tables.
    static func made(
        sensitivity: Double,
        falsePositive: Double,
        earliestVisit: Int = 1,
        patterns: Set<String> = []
    ) -> ResponseTest {
        ResponseTest(
            id: "made-up",
            words: .init(english: "a", spanish: "b"),
            sensitivity: sensitivity,
            falsePositive: falsePositive,
            earliestVisit: earliestVisit,
            patterns: patterns,
            source: "made up"
        )
    }
}
