import CarePatterns
import TestSupport
import Testing

@Suite("The exact chain")
struct SimulationTests {
    /// With 100,000 patients a share is off by at most 0.0016 in one throw of three (a standard
    /// deviation); four of them, 0.0064, hold for all shares here.
    @Test(
        "agrees with patients who throw dice at each visit",
        arguments: ["lbp-acute", "lbp-persistent", "cgh-persistent", "leg-pain"],
        Attendance.allCases
    )
    func simulation(_ id: String, _ attendance: Attendance) throws {
        let tables = try OwnTables.read()
        let pattern = try tables.spelled(id)
        let chain = VisitChain(
            responders: pattern.responders,
            goalsMetPerVisit: pattern.goalsMetPerVisit,
            firstGoalsVisit: tables.model.firstGoalsVisit,
            attrition: attendance == .typical ? tables.model.attrition : .none,
            gates: pattern.gates,
            cap: pattern.cap
        )
        let shares = SimulatedPatients(chain: chain).shares(of: 100_000, seed: 20_261_123)

        for reason in EndReason.allCases {
            for visit in 1...pattern.cap {
                let share = shares[reason]?[visit] ?? 0
                let exact = chain.course.probability(ofLastVisit: visit, because: reason)
                #expect(abs(share - exact) < 0.0064, "visit \(visit), \(reason)")
            }
        }
    }

    @Test("can be worked by hand: half are helped, half of them are done at each visit")
    func byHand() {
        let chain = VisitChain(
            responders: 0.5,
            goalsMetPerVisit: 0.5,
            firstGoalsVisit: 2,
            attrition: Attrition(first: 0.5, later: 0),
            gates: [Gate(visit: 2, question: .improvement)],
            cap: 3
        )
        let course = chain.course

        // Of 16, 8 are helped. After visit 1 half of all leave: 4 and 4. At visit 2, 2 are done
        // and 4 are found not to be helped; at visit 3, 1 is done and 1 has no visit left.
        #expect(course.probability(ofLastVisit: 1, because: .patient) == 8.0 / 16)
        #expect(course.probability(ofLastVisit: 2, because: .goals) == 2.0 / 16)
        #expect(course.probability(ofLastVisit: 2, because: .stopRule) == 4.0 / 16)
        #expect(course.probability(ofLastVisit: 3, because: .goals) == 1.0 / 16)
        #expect(course.probability(ofLastVisit: 3, because: .cap) == 1.0 / 16)
        // 8 end at visit 1, 6 at visit 2 and 2 at visit 3: 26 visits in all.
        #expect(course.visits.mean == 26.0 / 16)
    }

    @Test("asks for a further gain before it lets anyone leave")
    func furtherGain() {
        let chain = VisitChain(
            responders: 1,
            goalsMetPerVisit: 0.5,
            firstGoalsVisit: 2,
            attrition: Attrition(first: 0, later: 0.5),
            gates: [
                Gate(visit: 1, question: .improvement),
                Gate(visit: 2, question: .furtherGain(stopProbability: 0.5)),
            ],
            cap: 3
        )
        let course = chain.course

        // Of 16 at visit 2: 8 are done, 4 of the others stop, 2 of the others leave, 2 go on.
        #expect(course.probability(ofLastVisit: 2, because: .goals) == 8.0 / 16)
        #expect(course.probability(ofLastVisit: 2, because: .stopRule) == 4.0 / 16)
        #expect(course.probability(ofLastVisit: 2, because: .patient) == 2.0 / 16)
        #expect(course.probability(ofLastVisit: 3) == 2.0 / 16)
    }

    @Test("ends care that does not help at the cap where there is no gate")
    func withoutGates() {
        let chain = VisitChain(
            responders: 0,
            goalsMetPerVisit: 0.5,
            firstGoalsVisit: 2,
            attrition: .none,
            gates: [],
            cap: 3
        )

        #expect(chain.course.probability(ofLastVisit: 3, because: .stopRule) == 1)
    }
}
