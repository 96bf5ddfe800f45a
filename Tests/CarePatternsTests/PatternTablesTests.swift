import CareModel
import CarePatterns
import TestSupport
import Testing

@Suite("The tables of care patterns")
struct PatternTablesTests {
    /// Every day is open, so that nothing but the pace decides.
    private func dates(_ pattern: CarePattern) throws -> [CalendarDate] {
        let calendar = try VisitCalendar(
            openWeekdays: Set(Weekday.allCases),
            closedDays: [],
            spacing: OwnTables.read().spacing
        )
        return try calendar.dates(of: pattern.phases, from: .spelled("2026-11-23"))
    }

    /// INV-1 and INV-2 of the published checks: at most 20 visits, and a decision at or before
    /// visit 8 and within 6 weeks; for recent pain within 3 weeks.
    @Test("decide early whether care helps, and end")
    func decisions() throws {
        let tables = try OwnTables.read()
        for pattern in tables.patterns {
            let dates = try dates(pattern)
            let weeks = pattern.id.contains("acute") && !pattern.id.contains("subacute") ? 3 : 6

            #expect(pattern.cap <= 20, "\(pattern.id)")
            #expect(pattern.firstGate <= 8, "\(pattern.id)")
            #expect(
                dates[0].days(until: dates[pattern.firstGate - 1]) <= 7 * weeks,
                "\(pattern.id)"
            )
            #expect(pattern.phases.map(\.visits).reduce(0, +) == pattern.cap)
        }
        #expect(tables.limits.episodeVisits == 20)
        #expect(tables.limits.firstDecisionVisits == 8)
    }

    @Test("give the pattern and the factor of a name, and none of another")
    func names() throws {
        let tables = try OwnTables.read()

        #expect(tables.pattern("lbp-acute")?.id == "lbp-acute")
        #expect(tables.pattern("lbp") == nil)
        #expect(tables.factor("sleep-poor")?.delta == -0.25)
        #expect(tables.factor("sleep") == nil)
        #expect(tables.finding("gate-mcid", improved: false) == .gate(isMet: false))
        #expect(tables.finding("gate", improved: true) == nil)
        #expect(tables.factors.count == 17)
    }

    @Test("say in two languages whatever a patient reads")
    func languages() throws {
        let tables = try OwnTables.read()
        var words = tables.patterns.flatMap { [$0.words, $0.criteria] }
        words += tables.patterns.flatMap { $0.phases.map(\.kind.words) }
        words += tables.factors.map(\.words) + tables.tests.map(\.words)
        words += tables.screening.items.flatMap { [$0.question, $0.advice] }
        words += tables.chooser.rules.map(\.words)
        words += [tables.maintenance.words, tables.maintenance.eligibility]
        words += [tables.maintenance.benefit]
        words += tables.stopRules.rules.map(\.words) + tables.alternatives.map(\.words)
        words += tables.moreVisits.map(\.words) + tables.naturalCourses.map(\.words)

        for text in words { #expect(text.english != text.spanish, "\(text.english)") }
    }
}

@Suite("Maintenance")
struct MaintenanceTests {
    @Test("is for the low back, seldom, looked at again, and ends after a year")
    func terms() throws {
        let maintenance = try OwnTables.read().maintenance

        #expect(maintenance.regions == [.lowBack])
        #expect(maintenance.interval.usual == 8)
        #expect(maintenance.interval.range == 4...12)
        #expect(maintenance.horizonWeeks == 52)
        #expect(maintenance.reviewVisits == 6)
        #expect(maintenance.mostVisitsPerMonth == 2)
        #expect(maintenance.grade == .c)
        #expect(maintenance.flare.id == "lbp-flare-mild")
    }

    /// 52 weeks hold 6 times 8, 13 times 4 and 4 times 12.
    @Test("schedules whole intervals of the year", arguments: [(nil, 6), (4, 13), (12, 4), (9, 5)])
    func scheduled(_ weeks: Int?, _ visits: Int) throws {
        let tables = try OwnTables.read()
        let (maintenance, model) = (tables.maintenance, tables.model)
        let distribution = maintenance.visits(model: model, everyWeeks: weeks)

        #expect(maintenance.scheduledVisits(everyWeeks: weeks) == visits)
        // None takes place with 0.1 each, and neither of two flares comes with 0.8 each.
        let none = (0..<visits).reduce(0.64) { chance, _ in chance * 0.1 }
        #expect(abs(distribution.probability(of: 0) - none) < 1e-12)
        // Each visit takes place with 0.9; a flare has the typical mean of the mild flare.
        let flare = try tables.course("lbp-flare-mild", .typical).visits.mean
        #expect(abs(distribution.mean - (0.9 * Double(visits) + 2 * 0.2 * flare)) < 1e-12)
    }

    /// Recurrent or persistent low-back pain that responded, and nothing else.
    @Test(
        "can follow recurrent or persistent low-back pain that was helped",
        arguments: [
            ("lbp-persistent", nil, nil, true), ("lbp-persistent", false, .goals, true),
            ("lbp-persistent", true, .stopRule, false), ("lbp-flare-mild", nil, .cap, true),
            ("lbp-flare-moderate", nil, .patient, true), ("lbp-acute", nil, nil, false),
            ("lbp-acute", false, .goals, false), ("lbp-acute", true, .goals, true),
            ("lbp-acute", true, .stopRule, false), ("lbp-subacute", nil, .goals, false),
            ("neck-persistent", true, .goals, false), ("cgh-persistent", true, .goals, false),
            ("leg-pain", true, .goals, false),
        ] as [(String, Bool?, EndReason?, Bool)]
    )
    func canFollow(
        _ id: String,
        _ isKnownRecurrent: Bool?,
        _ end: EndReason?,
        _ expected: Bool
    ) throws {
        let tables = try OwnTables.read()
        let found = try tables.maintenance.canFollow(
            tables.spelled(id),
            isKnownRecurrent: isKnownRecurrent,
            endedBecause: end
        )

        #expect(found == expected)
    }

    @Test("is less than it where patients come only as it hurts")
    func symptomGuided() throws {
        let tables = try OwnTables.read()
        let visits = tables.maintenance.symptomGuidedVisits(model: tables.model)
        let flare = try tables.course("lbp-flare-mild", .typical).visits.mean

        #expect(abs(visits.mean - 3 * 0.52 * flare) < 1e-12)
        // No flare of three comes with 0.48 each.
        #expect(abs(visits.probability(of: 0) - 0.48 * 0.48 * 0.48) < 1e-12)
    }
}
