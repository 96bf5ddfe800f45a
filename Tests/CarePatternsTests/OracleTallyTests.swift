import CarePatterns
import TestSupport
import Testing

@Suite("The tally of the reference computation")
struct OracleTallyTests {
    @Test("meets every single pass of the chain")
    func singlePass() throws {
        let inputs = try OracleTable("single-pass-inputs.csv").rows
        var courses: [String: CourseDistribution] = [:]
        for row in inputs {
            let chain = try VisitChain(
                responders: row.number("responders"),
                goalsMetPerVisit: row.number("goals_met"),
                firstGoalsVisit: row.whole("first_goals_visit"),
                attrition: Attrition(
                    first: row.number("drop_first"),
                    later: row.number("drop_later")
                ),
                gates: row.gates("gates"),
                cap: row.whole("cap")
            )
            courses[try row.text("case")] = chain.course
        }
        var tally = OracleTally("single-pass.csv")
        try tally.count(OracleTable("single-pass.csv"), by: ["case"]) {
            try #require(courses[$0[0]])
        }
        tally.report()

        #expect(tally.missed == [])
        // 66 rows, and for each of 5 cases that nothing else has a probability.
        #expect(tally.total == 71)
    }

    @Test("reads the figures of every pattern from the tables")
    func inputs() throws {
        let tables = try OwnTables.read()
        var tally = OracleTally("pattern-inputs.csv")
        for row in try OracleTable("pattern-inputs.csv").rows {
            let pattern = try tables.spelled(row.text("pattern"))
            let prognosis = tables.model.prognosis(of: pattern)
            let (weights, width) = (tables.model.weights, prognosis.width)
            let views = [
                (weights.favourable, width, prognosis.ratio), (weights.central, 0, 1),
                (weights.unfavourable, -width, 1 / prognosis.ratio),
            ]
            let view = try views[Int(row.text("key")) ?? 0]
            let what = try row.text("what")
            let isMet =
                switch what {
                case "responders": try pattern.responders == row.number("value")
                case "goals_met": try pattern.goalsMetPerVisit == row.number("value")
                case "grade": try pattern.grade.rawValue == row.text("value")
                case "cap": try pattern.cap == row.whole("value")
                case "gates": try pattern.gates == row.gates("value")
                case "scenario_weight": try view.0.agrees(with: row.number("value"))
                case "scenario_responders":
                    try (prognosis.responders + view.1).agrees(with: row.number("value"))
                case "scenario_goals_met":
                    try (prognosis.goalsMetPerVisit * view.2).agrees(with: row.number("value"))
                default: throw UnknownQuestion(what: what)
                }
            try tally.count("\(row.text("pattern")) \(what) \(row.text("key"))", isMet: isMet)
        }
        tally.report()

        #expect(tally.missed == [])
        #expect(tally.total == 84)
    }

    @Test("meets the course of every pattern, adherent and typical")
    func patterns() throws {
        let tables = try OwnTables.read()
        var tally = OracleTally("patterns.csv")
        try tally.count(OracleTable("patterns.csv"), by: ["pattern", "attendance"]) { names in
            try tables.course(names[0], #require(Attendance(rawValue: names[1])))
        }
        tally.report()

        #expect(tally.missed == [])
        // 242 rows, and 6 patterns in two modes.
        #expect(tally.total == 254)
    }

    @Test("meets the cost of every course at fees that are made up")
    func costs() throws {
        let tables = try OwnTables.read()
        var tally = OracleTally("pattern-costs.csv")
        try tally.count(
            OracleTable("pattern-costs.csv"),
            by: ["pattern"]
        ) { names in
            let pattern = try tables.spelled(names[0])
            return try CostDistribution(tables.course(names[0]), gates: pattern.gates)
        }
        tally.report()

        #expect(tally.missed == [])
        // 88 rows and 6 patterns.
        #expect(tally.total == 94)
    }

    @Test("meets the visits of twelve months")
    func twelveMonths() throws {
        let tables = try OwnTables.read()
        var tally = OracleTally("twelve-months.csv")
        try tally.count(OracleTable("twelve-months.csv"), by: ["pattern"]) { names in
            try tables.projection(of: tables.spelled(names[0])).twelveMonths
        }
        tally.report()

        #expect(tally.missed == [])
        // 61 rows and 3 patterns.
        #expect(tally.total == 64)
    }

    @Test("meets both arms of maintenance")
    func maintenance() throws {
        let tables = try OwnTables.read()
        var tally = OracleTally("maintenance.csv")
        try tally.count(OracleTable("maintenance.csv"), by: ["arm"]) { names in
            names[0] == "maintenanceArm"
                ? tables.maintenance.visits(model: tables.model)
                : tables.maintenance.symptomGuidedVisits(model: tables.model)
        }
        tally.report()

        #expect(tally.missed == [])
        // 46 rows and 2 arms.
        #expect(tally.total == 48)
    }

    @Test("meets every shift of a prognosis by factors")
    func factors() throws {
        let model = try OwnTables.read().model
        var tally = OracleTally("factors.csv")
        for row in try OracleTable("factors.csv").rows {
            let deltas = try row.text("deltas").split(separator: " ").map {
                try #require(Double($0))
            }
            let shift = model.shift(of: deltas)
            let found = try [
                "shift": shift,
                "responders_after": model.responders(row.number("responders"), shiftedBy: shift),
                "goals_met_after": model.goalsMetPerVisit(
                    row.number("goals_met"),
                    shiftedBy: shift
                ),
            ]
            for (column, value) in found {
                try tally.count(
                    "\(row.text("case")) \(column)",
                    isMet: value.agrees(with: row.number(column))
                )
            }
        }
        tally.report()

        #expect(tally.missed == [])
        #expect(tally.total == 12)
    }

    @Test("meets every update by a test")
    func updates() throws {
        let tables = try OwnTables.read()
        func test(_ row: OracleTable.Row) throws -> ResponseTest {
            let id = try row.text("test")
            return try #require(tables.tests.first { $0.id == id })
        }
        var tally = OracleTally("updates.csv and update-tests.csv")
        for row in try OracleTable("updates.csv").rows {
            let posterior = try test(row).posterior(
                of: row.number("responders"),
                improved: row.text("improved") == "yes"
            )
            try tally.count(
                "row \(row.number)",
                isMet: posterior.agrees(with: row.number("posterior"))
            )
        }
        for row in try OracleTable("update-tests.csv").rows {
            let test = try test(row)
            let (s, f) = (test.sensitivity, test.falsePositive)
            let oddsRatio = (s / (1 - s)) / (f / (1 - f))
            let isSame = try s == row.number("sensitivity") && f == row.number("false_positive")
            try tally.count(
                test.id,
                isMet: isSame && abs(oddsRatio - row.number("odds_ratio")) < 0.005
            )
        }
        tally.report()

        #expect(tally.missed == [])
        #expect(tally.total == 11)
    }

    @Test("meets the mean and the quantiles that are published for every pattern")
    func summary() throws {
        let tables = try OwnTables.read()
        var tally = OracleTally("summary.csv")
        for row in try OracleTable("summary.csv").rows {
            let id = try row.text("pattern")
            let visits =
                id == tables.maintenance.id
                ? tables.maintenance.visits(model: tables.model) : try tables.course(id).visits
            try tally.count("\(id) mean", isMet: abs(visits.mean - row.number("mean")) <= 0.005)
            for (column, probability) in [("p10", 0.1), ("p50", 0.5), ("p90", 0.9)] {
                try tally.count(
                    "\(id) \(column)",
                    isMet: visits.quantile(probability) == row.whole(column)
                )
            }
        }
        tally.report()

        #expect(tally.missed == [])
        #expect(tally.total == 44)
    }

    @Test("meets every calendar")
    func calendars() throws {
        let spacing = try OwnTables.read().spacing
        var tally = OracleTally("calendars.csv")
        for oracle in try CalendarOracle.all() {
            let found = try oracle.calendar(spacing).dates(of: oracle.phases, from: oracle.start)
            for (index, date) in oracle.dates.enumerated() {
                tally.count("\(oracle.name), visit \(index + 1)", isMet: found[index] == date)
            }
            tally.count("\(oracle.name), visits", isMet: found.count == oracle.dates.count)
        }
        tally.report()

        #expect(tally.missed == [])
        // 68 dates of 6 plans.
        #expect(tally.total == 74)
    }
}

/// What a course costs at fees that stand in no market, for the oracle alone.
private struct CostDistribution: Asked {
    let parts: [(cents: Int, probability: Double)]

    init(_ course: CourseDistribution, gates: [Gate]) {
        parts = (1...course.cap).map { visit in
            let exams = gates.filter { $0.visit <= visit }.count
            return (
                13_000 + (visit - 1) * 6_500 + exams * 4_500,
                course.probability(ofLastVisit: visit)
            )
        }
    }

    func answer(_ what: String, _ key: String) throws -> Double {
        switch what {
        case "pmf":
            let cents = try #require(Int(key))
            return parts.filter { $0.cents == cents }.map(\.probability).reduce(0, +)
        case "mean": return parts.reduce(0) { $0 + Double($1.cents) * $1.probability }
        case "max": return Double(parts.map(\.cents).max() ?? 0)
        case "quantile":
            let wanted = try #require(Double(key))
            var sum = 0.0
            for part in parts {
                sum += part.probability
                if sum + 1e-12 >= wanted { return Double(part.cents) }
            }
            return 0
        default: throw UnknownQuestion(what: what)
        }
    }

    func probability(outside listed: Set<Int>) -> Double {
        parts.filter { !listed.contains($0.cents) }.map(\.probability).reduce(0, +)
    }
}
