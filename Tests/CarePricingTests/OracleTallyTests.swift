import CarePricing
import TestSupport
import Testing

@Suite("The tally of the price oracles")
struct OracleTallyTests {
    @Test("meets every row of medicare-2025.csv")
    func medicare() throws {
        var tally = OracleTally("medicare-2025.csv")
        for row in try MedicareOracle.all() {
            tally.count(row.name, isMet: row.isMet(by: .law))
        }
        tally.report()

        #expect(tally.total == 121)
        #expect(tally.missed == [])
        #expect(tally.idleExceptions == [])
    }

    @Test("meets every visit of mppr-2025.csv")
    func multipleProcedures() throws {
        var tally = OracleTally("mppr-2025.csv")
        for visit in try MultipleProcedureOracle.all() {
            tally.count(
                visit.testDescription,
                isMet: visit.total(reducing: visit.reducedUnits) == visit.total
            )
        }
        tally.report()

        #expect(tally.total == 8)
        #expect(tally.missed == [])
        #expect(tally.idleExceptions == [])
    }
}
