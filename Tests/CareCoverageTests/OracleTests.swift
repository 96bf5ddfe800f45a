import CareCoverage
import CareModel
import Testing

@Suite("An oracle's case")
struct OracleTests {
    private static let exceptions = Set(
        OracleTable("cases").cases.filter { $0.rows.first?.text("exception") != nil }.map(\.id)
    )

    @Test("is met", arguments: OracleCase.all.filter { !exceptions.contains($0.id) })
    func met(_ published: OracleCase) throws {
        #expect(try published.differences() == [])
    }

    @Test("that was published wrong is not reproduced", arguments: WrongFigure.all)
    func wrong(_ figure: WrongFigure) throws {
        let found = try figure.found()

        #expect(found == figure.correct)
        #expect(found != figure.published)
    }

    /// ANTI-12VISITS: a page says that Medicare covers up to 12 adjustments a year; it has no such
    /// limit, and a plan without one denies no 13th visit.
    @Test("of a limit that does not exist denies no 13th visit (ANTI-12VISITS)")
    func noLimit() throws {
        let line = PricedLine(charge: 40_00, allowed: 40_00)
        let dates = (0..<13).map { day("2026-03-02").adding(days: $0).description }
        try WorkedEpisode(
            "13 visits, a fifth of each",
            BenefitPlan([Benefit()]),
            visits: PlannedVisit.each(dates, line),
            expect: Array(repeating: Split(coinsurance: 8_00, plan: 32_00), count: 13)
        ).check()
    }

    /// Counts the cases of every file.
    ///
    /// One that nothing here meets must be named in `cases.csv` with the reason.
    @Test("is either met or named as an exception")
    func tally() throws {
        let met = Set(
            try OracleCase.all.filter { try $0.differences().isEmpty }.map { $0.id }
                + WrongFigure.all.filter { try $0.found() == $0.correct }.map { $0.id }
                + ["ANTI-12VISITS"]
        )
        var tallies: [(file: String, met: Int, excepted: Int, all: Int)] = []
        for (id, rows) in OracleTable("cases").cases {
            let row = try #require(rows.first)
            let file = try #require(row.text("file"))
            if tallies.last?.file != file { tallies.append((file, 0, 0, 0)) }
            let isMet = met.contains(id)
            tallies[tallies.count - 1].all += 1
            tallies[tallies.count - 1].met += isMet ? 1 : 0
            tallies[tallies.count - 1].excepted += row.text("exception") == nil ? 0 : 1

            #expect(isMet != (row.text("exception") != nil), "\(file): \(id)")
            #expect(row.text("source") != nil, "\(file): \(id)")
        }
        for tally in tallies {
            print("\(tally.file): \(tally.met) of \(tally.all) met, \(tally.excepted) excepted")
        }
        let sums = tallies.map { "\($0.file) \($0.met)/\($0.all)" }
        #expect(
            sums == [
                "insurance-open-dental.json 33/33", "insurance-payer-examples.json 17/17",
                "insurance-official.json 9/16", "insurance-cob.json 10/12",
                "insurance-medicare.json 4/5", "insurance-anti-oracles.json 7/9",
            ]
        )
    }
}
