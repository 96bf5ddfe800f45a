import CareCoverage
import CareModel
import Testing

/// What holds for every plan and every course, on 20,000 generated ones each.
///
/// A failure names the seed from which the same course is made again.
@Suite("Every course of visits")
struct CoursePropertyTests {
    private static let seeds = 100_000..<120_000

    @Test("adds up on every line, with the patient between nothing and the bill, step by step")
    func sound() throws {
        for seed in Self.seeds {
            for visit in try GeneratedCourse.make(seed: seed).adjudicated().visits {
                for line in visit.lines {
                    try #require(line.flaws == [], "seed \(seed)")
                    try #require(line.partsWithWrongSteps == [], "seed \(seed)")
                }
            }
        }
    }

    @Test("comes out alike whether or not the steps are noted")
    func withoutSteps() throws {
        for seed in Self.seeds.prefix(4_000) {
            let course = GeneratedCourse.make(seed: seed)
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

    @Test("keeps every visit as it was when another is added")
    func addedVisit() throws {
        for seed in Self.seeds {
            let course = GeneratedCourse.make(seed: seed)
            var shorter = course
            shorter.visits.removeLast()
            let all = try course.adjudicated(recordsSteps: false).visits
            let fewer = try shorter.adjudicated(recordsSteps: false).visits

            try #require(Array(all.dropLast()) == fewer, "seed \(seed)")
        }
    }

    /// Left out: a limit that excludes the first visit, because a continued course has a first
    /// visit of its own; and visits that share a date, because what a date has used of a copay
    /// or of a limit by the day is no accumulator that a later request could state.
    @Test("goes on from its accumulators, wherever it is split")
    func split() throws {
        for seed in Self.seeds {
            let course = GeneratedCourse.make(
                seed: seed,
                without: [.firstVisitExcluded, .visitsOnOneDate]
            )
            let whole = try course.adjudicated(recordsSteps: false)
            let middle = seed % (course.visits.count + 1)
            var head = course
            head.visits = Array(course.visits[..<middle])
            let start = try head.adjudicated(recordsSteps: false)
            var tail = course
            tail.visits = Array(course.visits[middle...])
            tail.used = start.after
            let end = try tail.adjudicated(recordsSteps: false)

            try #require(start.visits + end.visits == whole.visits, "seed \(seed), after \(middle)")
            try #require(end.after == whole.after, "seed \(seed), after \(middle)")
        }
    }

    /// Left out: rows whose shares are not counted or not waived, which may go on for ever.
    @Test("never has counted shares above the out-of-pocket maximum")
    func maximum() throws {
        for seed in Self.seeds {
            let course = GeneratedCourse.make(seed: seed, without: .uncountedShares)
            guard let maximum = course.plan.outOfPocketMaximum?.individual else { continue }
            let visits = try course.adjudicated(recordsSteps: false).visits
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

    /// Left out: limits that count only what the plan paid, which a met deductible uses up; and
    /// rows whose shares are waived at the maximum without counting toward it, because a met
    /// deductible keeps the maximum from being reached.
    @Test("never costs more when more of the deductible is met")
    func moreDeductibleMet() throws {
        for seed in Self.seeds {
            let course = GeneratedCourse.make(
                seed: seed,
                without: [.planPaidCounting, .waivedUncounted]
            )
            var later = course
            let more = Money(cents: 1 + seed * 7_919 % 300_00)
            later.used.deductible.individual = (course.used.deductible.individual ?? .zero) + more
            later.used.deductible.family = (course.used.deductible.family ?? .zero) + more

            let before = try course.adjudicated(recordsSteps: false).visits
            let after = try later.adjudicated(recordsSteps: false).visits
            try #require(patientPays(after) <= patientPays(before), "seed \(seed)")
        }
    }

    private func patientPays(_ visits: [AdjudicatedVisit]) -> Money {
        visits.flatMap(\.lines).map(\.amounts.patientPays).sum()
    }
}
