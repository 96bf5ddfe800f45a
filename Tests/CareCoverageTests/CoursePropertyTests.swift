import CareCoverage
import CareModel
import Testing

/// What holds for every plan and every course, on 4,000 generated ones each; of each a block of
/// its own.
///
/// A failure names the seed from which the same course is made again.
@Suite("Every course of visits")
struct CoursePropertyTests {
    private static func seeds(_ block: Int) -> Range<Int> {
        100_000 + block * 1_000..<100_000 + (block + 1) * 1_000
    }

    @Test(
        "adds up on every line, with the patient between nothing and the bill, step by step",
        arguments: 0..<4
    )
    func sound(_ block: Int) throws {
        for seed in Self.seeds(block) {
            for visit in try GeneratedCourse.episode(seed: seed).adjudicated().visits {
                for line in visit.lines {
                    try #require(line.flaws == [], "seed \(seed)")
                    try #require(line.partsWithWrongSteps == [], "seed \(seed)")
                }
            }
        }
    }

    @Test("comes out alike whether or not the steps are noted")
    func withoutSteps() throws {
        for seed in Self.seeds(0) {
            let course = GeneratedCourse.episode(seed: seed)
            let noted = try course.adjudicated(recordsSteps: true)
            let bare = try course.adjudicated(recordsSteps: false)

            try #require(
                noted.visits.map { $0.lines.map(\.amounts) }
                    == bare.visits.map { $0.lines.map(\.amounts) },
                "seed \(seed)"
            )
            try #require(bare.visits.allSatisfy { $0.lines.allSatisfy(\.steps.isEmpty) })
            try #require(noted.after == bare.after, "seed \(seed)")
        }
    }

    @Test("keeps every visit as it was when another is added", arguments: 0..<4)
    func addedVisit(_ block: Int) throws {
        for seed in Self.seeds(block) {
            let course = GeneratedCourse.episode(seed: seed)
            var shorter = course
            shorter.course.visits.removeLast()
            let all = try course.adjudicated(recordsSteps: false).visits
            let fewer = try shorter.adjudicated(recordsSteps: false).visits

            try #require(Array(all.dropLast()) == fewer, "seed \(seed)")
        }
    }

    /// Left out: a limit that excludes the first visit, because a continued course has a first
    /// visit of its own; visits that share a date, because what a date has used of a copay, of a
    /// limit by the day or of an authorization is no accumulator that a later request could
    /// state; and an authorization after so many dates on a row about services or codes, whose
    /// dates a request cannot state either.
    @Test("goes on from its accumulators, wherever it is split", arguments: 0..<4)
    func split(_ block: Int) throws {
        for seed in Self.seeds(block) {
            let whole = GeneratedCourse.episode(
                seed: seed,
                without: [.firstVisitExcluded, .visitsOnOneDate, .uncountableAuthorization]
            )
            let expected = try whole.adjudicated(recordsSteps: false)
            let middle = seed % (whole.course.visits.count + 1)
            var head = whole
            head.course.visits = Array(whole.course.visits[..<middle])
            let start = try head.adjudicated(recordsSteps: false)
            var tail = whole
            tail.course.visits = Array(whole.course.visits[middle...])
            tail.course.used = start.after
            let end = try tail.adjudicated(recordsSteps: false)

            try #require(
                start.visits + end.visits == expected.visits,
                "seed \(seed), after \(middle)"
            )
            try #require(end.after == expected.after, "seed \(seed), after \(middle)")
        }
    }

    /// Left out: rows whose shares are not counted or not waived, which may go on for ever.
    @Test("never has counted shares above the out-of-pocket maximum", arguments: 0..<4)
    func maximum(_ block: Int) throws {
        for seed in Self.seeds(block) {
            let episode = GeneratedCourse.episode(seed: seed, without: .uncountedShares)
            let course = episode.course
            guard let maximum = course.plan.outOfPocketMaximum?.individual else { continue }
            let visits = try episode.adjudicated(recordsSteps: false).visits
            let period = course.plan.benefitPeriod
            let firstYear = period.yearStart(containing: course.used.asOf)

            var counted = [firstYear: course.used.outOfPocket.individual ?? .zero]
            for (planned, visit) in zip(course.visits, visits) {
                let year = period.yearStart(containing: planned.date)
                for line in visit.lines {
                    let amounts = line.amounts
                    counted[year, default: .zero] +=
                        amounts.deductible + amounts.copay + amounts.coinsurance
                }
            }
            // A figure that begins above the maximum stays where it is.
            let most = max(maximum, course.used.outOfPocket.individual ?? .zero)
            try #require(counted[firstYear, default: .zero] <= most, "seed \(seed)")
            for (year, sum) in counted where year != firstYear {
                try #require(sum <= maximum, "seed \(seed)")
            }
        }
    }

    /// Left out: the terms that can reverse it, of which ``DeductibleReversalTests`` shows a case
    /// each.
    @Test("never costs more when more of the deductible is met", arguments: 0..<4)
    func moreDeductibleMet(_ block: Int) throws {
        for seed in Self.seeds(block) {
            let before = GeneratedCourse.episode(
                seed: seed,
                without: [
                    .planPaidCounting, .waivedUncounted, .carryover, .exhaustedWriteOff,
                    .planPaidDollars, .penalties,
                ]
            )
            var after = before
            let used = before.course.used
            let more = Money(cents: 1 + seed * 7_919 % 300_00)
            after.course.used.deductible.individual = (used.deductible.individual ?? .zero) + more
            after.course.used.deductible.family = (used.deductible.family ?? .zero) + more

            try #require(
                try Self.patientPays(after) <= Self.patientPays(before),
                "seed \(seed): \(Self.smallest(before, more: more).summary)"
            )
        }
    }

    private static func patientPays(_ episode: Episode) throws -> Money {
        try episode.adjudicated(recordsSteps: false).visits.flatMap(\.lines)
            .map(\.amounts.patientPays).sum()
    }

    /// The smallest episode that costs more when so much more of the deductible is met.
    private static func smallest(_ episode: Episode, more: Money) -> Episode {
        episode.smallest { smaller in
            var after = smaller
            let met = smaller.course.used.deductible
            after.course.used.deductible.individual = (met.individual ?? .zero) + more
            after.course.used.deductible.family = (met.family ?? .zero) + more
            guard let one = try? patientPays(smaller), let two = try? patientPays(after) else {
                return false
            }
            return two > one
        }
    }
}
