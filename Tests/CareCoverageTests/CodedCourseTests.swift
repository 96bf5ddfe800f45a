import CareCoverage
import CareModel
import Testing

/// A course that is shared at once comes to what its lines come to one by one.
@Suite("A coded course")
struct CodedCourseTests {
    /// The visits of an episode as a course; visits of the same lines are one coded visit.
    private static func coded(
        _ episode: Episode
    ) throws -> (course: CodedCourse, first: CalendarDate, adjudicator: Adjudicator) {
        let adjudicator = episode.adjudicator(recordsSteps: false)
        let first = try #require(episode.course.visits.first).date
        var visits: [[PricedLine]: CodedVisit] = [:]
        let course = CodedCourse(
            episode.course.visits.map { visit in
                let coded = visits[visit.lines] ?? adjudicator.coded(visit.lines)
                visits[visit.lines] = coded
                return CodedCourse.Visit(
                    coded,
                    day: first.days(until: visit.date),
                    careType: visit.careType
                )
            }
        )
        return (course, first, adjudicator)
    }

    /// What the lines of an episode come to one by one, with the figures after the last visit.
    private static func lineByLine(
        _ episode: Episode
    ) throws -> (total: LineAmounts, after: Accumulators) {
        let (visits, after) = try episode.adjudicated(recordsSteps: false)
        let total = visits.flatMap(\.lines).reduce(into: LineAmounts()) { $0 += $1.amounts }
        return (total, after)
    }

    /// Compares the course with its lines, and a patient of many with one alone.
    private static func compare(_ episode: Episode, seed: Int) throws {
        let expected = try lineByLine(episode)
        var (course, first, adjudicator) = try coded(episode)
        var sharer = CourseAdjudicator(adjudicator)

        try #require(adjudicator.total(of: course, from: first) == expected.total, "seed \(seed)")
        try #require(adjudicator.accumulators == expected.after, "seed \(seed)")

        // The same patient, then one who has used nothing, then the first one again.
        let used = sharer.coded(episode.course.used)
        try #require(sharer.total(of: course, from: first, after: used) == expected.total)
        var fresh = episode
        fresh.course.used = Accumulators(asOf: first)
        let unused = sharer.coded(fresh.course.used)
        let freshTotal = try lineByLine(fresh).total
        try #require(
            sharer.total(of: course, from: first, after: unused) == freshTotal,
            "seed \(seed)"
        )
        try #require(
            sharer.total(of: course, from: first, after: used) == expected.total,
            "seed \(seed)"
        )
        sharer.restart(from: used)
        try #require(runByRun(episode, of: adjudicator, by: &sharer) == expected.total)
    }

    /// What an episode comes to where visits that are alike and follow each other on later days are
    /// shared together.
    private static func runByRun(
        _ episode: Episode,
        of adjudicator: Adjudicator,
        by sharer: inout CourseAdjudicator
    ) -> LineAmounts? {
        let visits = episode.course.visits
        let offsets = visits.map { visits[0].date.days(until: $0.date) }
        let starts = visits.indices.filter { index in
            index == 0 || visits[index].lines != visits[index - 1].lines
                || visits[index].careType != visits[index - 1].careType
                || offsets[index] <= offsets[index - 1]
        }
        var total = LineAmounts()
        for (start, end) in zip(starts, starts.dropFirst() + [visits.count]) {
            let shared = sharer.total(
                repeating: adjudicator.coded(visits[start].lines),
                careType: visits[start].careType,
                days: offsets,
                start..<end,
                from: visits[0].date
            )
            guard let shared else { return nil }
            total += shared
        }
        return total
    }

    @Test(
        "has the sums of its lines and leaves the same figures, on 4,000 courses by every rule",
        arguments: 0..<8
    )
    func everyRule(_ block: Int) throws {
        for seed in 400_000 + block * 500..<400_500 + block * 500 {
            try Self.compare(GeneratedCourse.episode(seed: seed).repeated(seed: seed), seed: seed)
        }
    }

    @Test(
        "has the sums of its lines and leaves the same figures, on 8,000 courses by ordinary terms",
        arguments: 0..<8
    )
    func ordinaryTerms(_ block: Int) throws {
        for seed in block * 1_000..<(block + 1) * 1_000 {
            try Self.compare(OrdinaryCourse.episode(seed: seed), seed: seed)
        }
    }

    /// Half of $100.00 of adjustment reaches a maximum of $50.00 to the cent, and from then on the
    /// massage, a fifth of $100.00 that does not count toward it, is free.
    @Test("ends a phase with the line that reaches the maximum to the cent")
    func maximumToTheCent() {
        let plan = BenefitPlan(
            maximum: OutOfPocketMaximum(individual: 50_00.cents),
            [
                Benefit(.chiropractic, patient: "0.50"),
                Benefit(.massage, patient: "0.20", counts: false),
            ]
        )
        let total = Self.total(
            of: [
                PricedLine(charge: 100_00, allowed: 100_00),
                PricedLine(.massage, charge: 100_00, allowed: 100_00),
            ],
            times: 3,
            under: plan
        )
        #expect(total?.patientPays == 50_00.cents)
        #expect(total?.planPays == 550_00.cents)
    }

    /// $300.00 of deductible take three visits of $100.00; the other two are a fifth each.
    @Test("goes over from phase to phase at the visit that meets the deductible to the cent")
    func deductibleToTheCent() {
        let plan = BenefitPlan(
            deductible: Deductible(individual: 300_00.cents),
            [Benefit(.chiropractic, patient: "0.20")]
        )
        let lines = [PricedLine(charge: 100_00, allowed: 100_00)]

        #expect(Self.total(of: lines, times: 5, under: plan)?.patientPays == 340_00.cents)
    }

    @Test("has no sum where a price is needed that nobody knows")
    func unknownPrice() {
        let plan = BenefitPlan([Benefit(.chiropractic)])
        let lines = [PricedLine(charge: 100_00)]

        #expect(Self.total(of: lines, times: 5, under: plan) == nil)
    }

    /// So many equal visits on consecutive days, of a patient who has used nothing.
    private static func total(
        of lines: [PricedLine],
        times: Int,
        under plan: BenefitPlan
    ) -> LineAmounts? {
        let adjudicator = Adjudicator(
            plan: plan,
            network: .inNetwork,
            accumulators: Accumulators(asOf: day("2026-01-01"))
        )
        let visit = adjudicator.coded(lines)
        var sharer = CourseAdjudicator(adjudicator)
        return sharer.total(
            of: CodedCourse((0..<times).map { CodedCourse.Visit(visit, day: $0) }),
            from: day("2026-03-02"),
            after: sharer.coded(Accumulators(asOf: day("2026-01-01")))
        )
    }
}
