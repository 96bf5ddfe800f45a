import CareCoverage
import CareModel
import Testing

@Suite("A figure of the newer rules that is not known")
struct NewerNeedTests {
    @Test("is asked for when a visit depends on it, and else not", arguments: Asked.all)
    func needs(_ asked: Asked) {
        let line = PricedLine(code: code("98941"), charge: 100_00).line
        let needs = asked.plan.unknownNeeds(
            of: [DatedLines(date: day(asked.date), lines: [line])],
            network: .inNetwork,
            known: asked.known,
            facts: asked.facts
        )

        #expect(Set(needs) == Set(asked.needs))
        #expect(needs.count == asked.needs.count)
    }

    @Test("has its place in the request")
    func pointers() {
        let needs: [(AccumulatorNeed, String)] = [
            (.carryoverMonths, "/accumulators/carryoverMonths"),
            (.authorizationVisits, "/accumulators/authorizationVisitsUsed"),
            (.benefitVisits(.chiropractic), "/accumulators/benefitVisits/chiropractic"),
        ]
        for (need, pointer) in needs {
            #expect(need.pointer == pointer)
            #expect(need.isOfCoverage)
        }
    }

    /// The figure that the patient's cost turns on, twice: that it is asked for is no formality.
    @Test("matters: the deductible that was met, to a carry-over only of one that was not")
    func metMatters() throws {
        // 100.00 of December are known; 500.00 met are the whole deductible, 100.00 are not.
        for (met, left) in [(100_00, 400_00), (500_00, 500_00)] {
            try WorkedEpisode(
                "\(met) cents met",
                CarryoverTests.plan(onlyIfNotMet: true),
                used: CarryoverTests.used(asOf: "2026-12-20", met: met, months: [12: 100_00]),
                visits: [
                    PlannedVisit("2027-01-04", [PricedLine(charge: 600_00, allowed: 600_00)])
                ],
                expect: [
                    Split(
                        deductible: left,
                        coinsurance: (600_00 - left) / 5,
                        plan: (600_00 - left) * 4 / 5
                    )
                ]
            ).check()
        }
    }

    /// Whatever is not asked for may be anything: the course comes out the same.
    @Test("matters to no line unless it is asked for", arguments: 0..<4)
    func nothingElseMatters(_ block: Int) throws {
        var asked: Set<String> = []
        for seed in 300_000 + block * 1_500..<300_000 + (block + 1) * 1_500 {
            let made = GeneratedCourse.episode(seed: seed)
            let facts = made.facts
            let episode = Episode(
                course: made.course,
                facts: CoverageFacts(
                    authorization: facts.authorization,
                    memberSince: facts.memberSince
                )
            )
            let course = episode.course
            let needs = course.plan.unknownNeeds(
                of: course.visits.map {
                    DatedLines(date: $0.date, careType: $0.careType, lines: $0.lines.map(\.line))
                },
                network: course.network,
                known: Accumulators(asOf: course.used.asOf),
                facts: episode.facts
            )
            let other = episode.changed(except: needs)
            let one = try episode.adjudicated(recordsSteps: false).visits
            let two = try other.adjudicated(recordsSteps: false).visits

            try #require(
                one.map { $0.lines.map(\.split) } == two.map { $0.lines.map(\.split) },
                "seed \(seed)"
            )
            for need in needs { asked.insert(String(need.pointer.split(separator: "/")[0])) }
            if needs.contains(.carryoverMonths) { asked.insert("carryover") }
            if needs.contains(.authorizationVisits) { asked.insert("authorization") }
        }
        #expect(asked == ["accumulators", "diagnosisCodes", "carryover", "authorization"])
    }
}

extension Episode {
    /// The episode with another value for each figure that nobody asks for.
    fileprivate func changed(except needs: [AccumulatorNeed]) -> Episode {
        var other = self
        let used = course.used
        let much = 700_00.cents
        if !needs.contains(.deductible) { other.course.used.deductible.individual = much }
        if !needs.contains(.familyDeductible) { other.course.used.deductible.family = much }
        if !needs.contains(.membersMet) { other.course.used.membersMet = 3 }
        for category in used.deductibleByCategory.keys
        where !needs.contains(.categoryDeductible(category)) {
            other.course.used.deductibleByCategory[category] = much
        }
        if !needs.contains(.outOfPocket) { other.course.used.outOfPocket.individual = much }
        if !needs.contains(.familyOutOfPocket) { other.course.used.outOfPocket.family = much }
        for limit in course.plan.limits where !needs.contains(.limit(limit)) {
            other.course.used.limits[limit.id] =
                if limit.unit == .dollars {
                    .amount(much)
                } else if limit.period == .rolling12Months {
                    .dates(Array(repeating: used.asOf, count: 13))
                } else {
                    .used(13)
                }
        }
        if !needs.contains(.carryoverMonths) {
            other.course.used.deductibleByMonth = [used.asOf.month: much]
        }
        if !needs.contains(.authorizationVisits) { other.course.used.authorizationVisitsUsed = 99 }
        for category in GeneratedCourse.categories where !needs.contains(.benefitVisits(category)) {
            other.course.used.benefitVisits[category] = 99
        }
        if !needs.contains(.diagnosis) {
            other.facts = CoverageFacts(
                authorization: facts.authorization,
                memberSince: facts.memberSince,
                diagnosis: "M54.50"
            )
        }
        return other
    }
}
