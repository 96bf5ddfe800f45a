import CareComplexity
import TestSupport
import Testing

@Suite("The tally of the oracle of timed units")
struct OracleTallyTests {
    @Test("meets every row of timed-units.csv under both rules")
    func timedUnits() throws {
        let reason =
            "which service gets a unit at a tie is free; we take the higher price, and the "
            + "totals agree"
        var tally = OracleTally(
            "timed-units.csv",
            exceptions: [
                "\(TimedUnitOracle.freeTie), line 2, eight-minute rule": reason,
                "\(TimedUnitOracle.freeTie), line 3, eight-minute rule": reason,
            ]
        )
        for oracle in try TimedUnitOracle.all() {
            let rules: [(String, TimedUnitRule, [Int]?)] = [
                ("eight-minute", .eightMinute, oracle.eightMinute),
                ("midpoint", .midpoint, oracle.midpoint),
            ]
            for (name, rule, expected) in rules {
                guard let expected else { continue }
                let units = rule.units(of: oracle.services)
                #expect(units.reduce(0, +) == expected.reduce(0, +))
                for (index, pair) in zip(units, expected).enumerated() {
                    tally.count(
                        "\(oracle.name), line \(index + 1), \(name) rule",
                        isMet: pair.0 == pair.1
                    )
                }
            }
        }
        tally.report()

        #expect(tally.missed == [])
        #expect(tally.idleExceptions == [])
        // 31 lines of examples under two rules, and 19 boundaries under one.
        #expect(tally.total == 81)
    }
}
