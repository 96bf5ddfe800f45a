import CarePatterns
import Testing

@Suite("A forecast in the middle of a plan")
struct ForecastTests {
    private func forecast(
        _ id: String,
        _ visitsDone: Int,
        _ test: String? = nil,
        improved: Bool = true,
        _ attendance: Attendance = .adherent
    ) throws -> CourseDistribution {
        let tables = try OwnTables.read()
        let finding = try test.map { test in
            try #require(tables.finding(test, improved: improved), "there is no test \(test)")
        }
        return try tables.projection(
            of: tables.spelled(id),
            attendance: attendance,
            after: Forecast(visitsDone: visitsDone, finding: finding)
        )
        .course
    }

    @Test("before the first visit is the plan itself")
    func atTheStart() throws {
        let plan = try OwnTables.read().course("lbp-acute")
        let course = try forecast("lbp-acute", 0)

        for visit in 1...10 {
            #expect(
                abs(course.probability(ofLastVisit: visit) - plan.probability(ofLastVisit: visit))
                    < 1e-12
            )
        }
    }

    /// The reference computation for lbp-acute gives 0.139935972222222 for visit 2 and
    /// 0.11406595065072 for visit 3, so that 0.11406595065072 / 0.860064027777778 is left.
    @Test("leaves out the courses that have ended")
    func goesOn() throws {
        let course = try forecast("lbp-acute", 2)

        #expect(course.probability(ofLastVisit: 2) == 0)
        #expect(
            abs(course.probability(ofLastVisit: 3) - 0.11406595065072 / 0.860064027777778) < 1e-12
        )
        #expect(abs(course.visits.probabilities.reduce(0, +) - 1) < 1e-12)
    }

    /// Worked apart for a grade B pattern with M = 0.79 and rho = 0.17 and the answer "better":
    /// M' = 0.882681564245810, so 0.982…, 0.882… and 0.782… with rho 0.2295, 0.17, 0.17 / 1.35.
    @Test("takes the answer to a test by Bayes before the range is laid around it")
    func bayes() throws {
        let better = 0.8826815642458101
        let views = [
            (0.25, better + 0.10, 0.17 * 1.35), (0.5, better, 0.17),
            (0.25, better - 0.10, 0.17 / 1.35),
        ]
        func last(_ visit: Int) -> Double {
            views.reduce(0) { sum, view in
                var helped = view.1
                var done = 0.0
                for _ in 2...visit {
                    done = helped * view.2
                    helped -= done
                }
                return sum + view.0 * done
            }
        }
        let course = try forecast("lbp-acute", 2, "visit2-any-improvement")

        for visit in 3...5 {
            let expected = last(visit) / (1 - last(2))
            #expect(abs(course.probability(ofLastVisit: visit) - expected) < 1e-12)
        }
    }

    @Test("stops more often after a bad answer than after a good one")
    func badAnswer() throws {
        let good = try forecast("lbp-acute", 2, "visit2-any-improvement", improved: true)
        let bad = try forecast("lbp-acute", 2, "visit2-any-improvement", improved: false)
        let none = try forecast("lbp-acute", 2)

        let stops = [good, none, bad].map { $0.probability(because: .stopRule) }
        #expect(stops == stops.sorted())
        #expect(good.cap == bad.cap)
    }

    @Test("has nobody left who is not helped, once the gate is met or passed")
    func gateMet() throws {
        let met = try forecast("lbp-acute", 6, "gate-mcid", improved: true)
        let passed = try forecast("lbp-acute", 6)

        #expect(met == passed)
        #expect(met.probability(because: .stopRule) == 0)
        #expect(met.probability(ofLastVisit: 6) == 0)
        // Helped for certain, with rho 0.2295, 0.17 and 0.17 / 1.35 from visit 2 on; 5 visits of
        // them are past, and 1 - rho of each are left.
        let views = [(0.25, 0.17 * 1.35), (0.5, 0.17), (0.25, 0.17 / 1.35)]
        func left(_ visits: Int) -> Double {
            views.reduce(0) { sum, view in
                sum + view.0 * (0..<visits).reduce(1.0) { left, _ in left * (1 - view.1) }
            }
        }
        #expect(abs(met.visits.probability(ofReaching: 10) - left(8) / left(5)) < 1e-12)
    }

    @Test("ends at a gate that is missed")
    func gateMissed() throws {
        let course = try forecast("lbp-acute", 6, "gate-mcid", improved: false)

        #expect(course.probability(ofLastVisit: 6, because: .stopRule) == 1)
        #expect(course.visits.quantile(0.9) == 6)
    }

    /// Only visit 6 of this plan is a gate; an answer before it is a mistake, never "go on".
    @Test("knows no gate before the first", arguments: [0, 1, 3, 5], [true, false])
    func noGate(_ visitsDone: Int, _ isMet: Bool) throws {
        #expect(throws: ForecastError.noGate(visitsDone: visitsDone, gates: [6])) {
            try forecast("lbp-acute", visitsDone, "gate-mcid", improved: isMet)
        }
    }

    @Test("takes the answer to a gate after it too", arguments: [7, 9])
    func answeredLater(_ visitsDone: Int) throws {
        let met = try forecast("lbp-acute", visitsDone, "gate-mcid", improved: true)
        let missed = try forecast("lbp-acute", visitsDone, "gate-mcid", improved: false)

        #expect(met == (try forecast("lbp-acute", visitsDone)))
        #expect(missed.probability(ofLastVisit: visitsDone, because: .stopRule) == 1)
    }

    @Test("has no plan beyond the last visit, whatever a gate showed", arguments: [true, false])
    func answeredTooLate(_ isMet: Bool) throws {
        #expect(throws: ForecastError.planIsOver(visitsDone: 11, cap: 10)) {
            try forecast("lbp-acute", 11, "gate-mcid", improved: isMet)
        }
    }

    /// Helped for certain, with rho 0.075, 0.05 and 0.05 / 1.5 from visit 2 on: 11 visits are
    /// past, none stopped at visit 12, and six more come to the cap.
    @Test("goes on after a gate for a further gain that is met")
    func furtherGainMet() throws {
        let course = try forecast("cgh-persistent", 12, "gate-mcid", improved: true)
        let views = [(0.25, 0.075), (0.5, 0.05), (0.25, 0.05 / 1.5)]
        func left(_ visits: Int) -> Double {
            views.reduce(0) { sum, view in
                sum + view.0 * (0..<visits).reduce(1.0) { left, _ in left * (1 - view.1) }
            }
        }

        #expect(course.probability(because: .stopRule) == 0)
        #expect(abs(course.visits.probability(ofReaching: 18) - left(16) / left(11)) < 1e-12)
    }

    @Test("asks nothing of a test once the first gate is passed")
    func testAfterGate() throws {
        let asked = try forecast("lbp-acute", 7, "visit2-any-improvement", improved: false)

        #expect(asked == (try forecast("lbp-acute", 7)))
    }

    @Test("counts a gate for a further gain that is missed like any other")
    func furtherGainMissed() throws {
        let course = try forecast("cgh-persistent", 12, "gate-mcid", improved: false)

        #expect(course.visits.mean == 12)
    }

    @Test("narrows the range of visits", arguments: [0, 2, 4, 6, 8])
    func narrows(_ visitsDone: Int) throws {
        let course = try forecast("lbp-acute", visitsDone)

        #expect(course.visits.quantile(0.1) > visitsDone)
        #expect(course.visits.quantile(0.9) <= 10)
    }

    @Test("says why there is none")
    func errors() throws {
        #expect(throws: ForecastError.planIsOver(visitsDone: 10, cap: 10)) {
            try forecast("lbp-acute", 10)
        }
        #expect(throws: ForecastError.negativeVisits(-1)) { try forecast("lbp-acute", -1) }
        #expect(
            throws: ForecastError.testOfOtherPattern(
                test: "week1-neck-acute",
                pattern: "lbp-acute"
            )
        ) { try forecast("lbp-acute", 2, "week1-neck-acute") }
        #expect(
            throws: ForecastError.testTooEarly(
                test: "visit2-any-improvement",
                visitsDone: 1,
                earliestVisit: 2
            )
        ) { try forecast("lbp-acute", 1, "visit2-any-improvement") }
    }

    @Test("says so where every plan has ended")
    func nobodyGoesOn() throws {
        let tables = try OwnTables.read()
        let prognosis = Prognosis(
            responders: 1,
            goalsMetPerVisit: 1,
            width: 0,
            ratio: 1,
            grade: .a
        )

        #expect(throws: ForecastError.nobodyGoesOn(visitsDone: 2)) {
            try tables.model.course(
                of: tables.spelled("lbp-acute"),
                prognosis: prognosis,
                after: Forecast(visitsDone: 2)
            )
        }
    }

    @Test(
        "says in words what is wrong",
        arguments: [
            (ForecastError.negativeVisits(-1), "-1 is not a number of visits done"),
            (.planIsOver(visitsDone: 10, cap: 10), "10 visits are done, and the plan has at most"),
            (.testOfOtherPattern(test: "a", pattern: "b"), "a was not studied in b"),
            (.testTooEarly(test: "a", visitsDone: 1, earliestVisit: 2), "is asked from visit 2 on"),
            (
                .noGate(visitsDone: 3, gates: [6, 12]),
                "no checkpoint at visit 3, nor before it. Its checkpoints are at visit 6, 12: write "
            ),
            (.nobodyGoesOn(visitsDone: 3), "has ended by visit 3"),
        ]
    )
    func words(_ error: ForecastError, _ words: String) {
        #expect(error.description.contains(words))
    }

    @Test("counts a return in the year, but not after a stop")
    func year() throws {
        let tables = try OwnTables.read()
        let pattern = try tables.spelled("lbp-acute")
        func year(_ forecast: Forecast) throws -> VisitDistribution {
            try tables.projection(of: pattern, after: forecast).twelveMonths
        }
        let stopped = try year(Forecast(visitsDone: 6, finding: .gate(isMet: false)))
        let goingOn = try year(Forecast(visitsDone: 6, finding: .gate(isMet: true)))

        #expect(stopped.probability(of: 6) == 1)
        #expect(abs(goingOn.probabilities.reduce(0, +) - 1) < 1e-12)
        #expect(goingOn.quantile(1) == 16)
    }
}
