import CarePatterns
import Testing

@Suite("A prognosis")
struct PrognosisTests {
    @Test("is the pattern's own where nothing is known of the patient")
    func bare() throws {
        let tables = try OwnTables.read()
        let pattern = try tables.spelled("lbp-acute")
        let prognosis = tables.model.prognosis(of: pattern)

        #expect(abs(prognosis.responders - 0.79) < 1e-15)
        #expect(prognosis.goalsMetPerVisit == 0.17)
        #expect(prognosis.width == 0.10)
        #expect(prognosis.ratio == 1.35)
        #expect(prognosis.grade == .b)
    }

    @Test("leaves out a factor of other patterns, its width included")
    func otherPatterns() throws {
        let tables = try OwnTables.read()
        let pattern = try tables.spelled("neck-acute")
        let factors = try tables.spelledFactors(["leg-pain-present", "pain-days-30-past-year"])

        #expect(
            tables.model.prognosis(of: pattern, factors: factors)
                == tables.model.prognosis(of: pattern)
        )
    }

    @Test("takes a factor that is given twice once")
    func twice() throws {
        let tables = try OwnTables.read()
        let pattern = try tables.spelled("lbp-acute")
        let (once, twice) = (["sleep-poor"], ["sleep-poor", "sleep-poor"])

        #expect(
            try tables.model.prognosis(of: pattern, factors: tables.spelledFactors(twice))
                == tables.model.prognosis(of: pattern, factors: tables.spelledFactors(once))
        )
    }

    /// -0.3 for the back and -0.6 for pain that radiates: shifts of -0.18 and -0.36.
    @Test("takes the delta of leg pain where there is one")
    func legPain() throws {
        let tables = try OwnTables.read()
        let factors = try tables.spelledFactors(["expects-not-to-recover"])
        for (id, shift) in [("lbp-acute", -0.18), ("leg-pain", -0.36)] {
            let pattern = try tables.spelled(id)
            let found = tables.model.prognosis(of: pattern, factors: factors).responders
            let expected = tables.model.responders(pattern.responders, shiftedBy: shift)

            #expect(abs(found - expected) < 1e-15)
        }
    }

    /// Of grade B, width 0.10: each factor of grade C adds 0.02, startback-high 0.04, at most
    /// 0.06 together; factors of grade B add nothing.
    @Test(
        "grows wider with weak factors, up to a limit",
        arguments: [
            ([], 0.10),
            (["high-disability"], 0.10),
            (["smoker"], 0.12),
            (["smoker", "sedentary"], 0.14),
            (["startback-high"], 0.14),
            (["startback-high", "irritable"], 0.16),
            (["startback-high", "smoker", "sedentary", "irritable"], 0.16),
        ]
    )
    func width(_ ids: [String], _ width: Double) throws {
        let tables = try OwnTables.read()
        let prognosis = try tables.model.prognosis(
            of: tables.spelled("lbp-persistent"),
            factors: tables.spelledFactors(ids)
        )

        #expect(abs(prognosis.width - width) < 1e-15)
        #expect(prognosis.ratio == 1.35)
    }

    @Test("does not move with a factor that only widens")
    func onlyWidens() throws {
        let tables = try OwnTables.read()
        let pattern = try tables.spelled("lbp-persistent")
        let prognosis = try tables.model.prognosis(
            of: pattern,
            factors: tables.spelledFactors(["startback-high"])
        )

        #expect(abs(prognosis.responders - pattern.responders) < 1e-15)
    }

    /// Shifts end at -0.9 and 0.6, and shares at 0.05 and 0.97.
    @Test("stays within its limits")
    func limits() throws {
        let model = try OwnTables.read().model

        #expect(model.shift(of: [-5]) == -0.9)
        #expect(model.shift(of: [5]) == 0.6)
        #expect(model.responders(0.999, shiftedBy: 0) == 0.97)
        #expect(model.responders(0.001, shiftedBy: 0) == 0.05)
        #expect(model.responders(1, shiftedBy: 0) == 0.97)
        #expect(model.responders(0, shiftedBy: 0) == 0.05)
        #expect(model.goalsMetPerVisit(1, shiftedBy: 0.6) == 1)
    }

    @Test("is graded C at best once a clinician has cleared a caution")
    func cleared() throws {
        let tables = try OwnTables.read()
        let prognosis = try tables.model.prognosis(
            of: tables.spelled("lbp-acute"),
            atBest: .c
        )

        #expect(prognosis.grade == .c)
        #expect(prognosis.width == 0.15)
        #expect(prognosis.ratio == 1.5)

        let projection = try tables.projection(
            of: tables.spelled("lbp-acute"),
            attendance: .typical,
            atBest: .c
        )
        #expect(projection.prognosis == prognosis)
        #expect(projection.attendance == .typical)
        #expect(try tables.projection(of: projection.pattern).attendance == .adherent)
        // One in five does not come again after the first visit.
        #expect(projection.probability(ofVisit: 1) == 1)
        #expect(abs(projection.probability(ofVisit: 2) - 0.8) < 1e-12)
    }
}
