import CareComplexity
import CareModel
import TestSupport
import Testing

@Suite("Minutes become units")
struct TimedUnitTests {
    @Test(
        "by Medicare's rule, as its manual works them",
        arguments: try TimedUnitOracle.all()
    )
    func eightMinute(_ oracle: TimedUnitOracle) {
        let units = TimedUnitRule.eightMinute.units(of: oracle.services)

        #expect(units.reduce(0, +) == oracle.eightMinute.reduce(0, +))
        if oracle.name != TimedUnitOracle.freeTie { #expect(units == oracle.eightMinute) }
    }

    @Test(
        "by the midpoint rule, each service by itself",
        arguments: try TimedUnitOracle.all().filter { $0.midpoint != nil }
    )
    func midpoint(_ oracle: TimedUnitOracle) {
        #expect(TimedUnitRule.midpoint.units(of: oracle.services) == oracle.midpoint)
    }

    @Test("in 16 examples and at 19 boundaries")
    func oracleSize() throws {
        let cases = try TimedUnitOracle.all()

        #expect(cases.filter { $0.name.hasPrefix("example") }.count == 16)
        #expect(cases.filter { $0.name.hasPrefix("boundary") }.count == 19)
    }

    @Test("differently under the two rules", arguments: TwoRules.all)
    func twoRules(_ minutes: TwoRules) {
        let pooled = TimedUnitRule.eightMinute.units(ofMinutes: minutes.minutes)
        let alone = TimedUnitRule.midpoint.units(ofMinutes: minutes.minutes)

        #expect(pooled.reduce(0, +) == minutes.eightMinute)
        #expect(alone.reduce(0, +) == minutes.midpoint)
        if let units = minutes.units { #expect(pooled == units) }
    }

    // 24 + 23 = 47 minutes are three units: one whole one each, and the third to the 9 minutes
    // that remain of the 24 rather than to the 8 of the 23.
    @Test("with the last unit for the largest remainder")
    func largestRemainder() {
        #expect(TimedUnitRule.eightMinute.units(ofMinutes: [24, 23]) == [2, 1])
        #expect(TimedUnitRule.eightMinute.units(ofMinutes: [23, 24]) == [1, 2])
    }

    @Test("with a tie for the higher price, and then for the earlier service")
    func ties() {
        func units(_ prices: [Int]) -> [Int] {
            TimedUnitRule.eightMinute.units(
                of: prices.map { price in
                    TimedService(
                        service: .spelled("massage"),
                        minutes: 20,
                        price: Money(cents: price)
                    )
                }
            )
        }

        #expect(units([31_71, 35_30]) == [1, 2])
        #expect(units([35_30, 31_71]) == [2, 1])
        #expect(units([35_30, 35_30]) == [2, 1])
    }

    // Three times 8 minutes are 24, two units: to 97110 and 97112, whose price is above 97140's.
    @Test("with the free tie of the manual for the two higher prices")
    func freeTie() throws {
        let oracle = try #require(
            try TimedUnitOracle.all().first { $0.name == TimedUnitOracle.freeTie }
        )

        #expect(oracle.services.map(\.service.description) == ["97110", "97140", "97112"])
        #expect(TimedUnitRule.eightMinute.units(of: oracle.services) == [1, 0, 1])
    }

    @Test("of the length that the rule says")
    func otherLengths() {
        let rule = TimedUnitRule(
            id: "tens",
            unitMinutes: 10,
            minimumMinutes: 10,
            isPooled: false
        )

        #expect(rule.units(ofMinutes: [9, 10, 19, 20]) == [0, 1, 1, 2])
    }

    @Test("where there are any", arguments: [TimedUnitRule.eightMinute, .midpoint])
    func nothing(_ rule: TimedUnitRule) {
        #expect(rule.units(of: []) == [])
    }
}

/// Minutes of a day and the units that each rule makes of them: the table of the pricing pages.
struct TwoRules: CustomTestStringConvertible {
    let minutes: [Int]
    let eightMinute: Int
    /// How Medicare's units fall, where that is not free.
    let units: [Int]?
    let midpoint: Int

    var testDescription: String { minutes.map(String.init).joined(separator: " + ") }

    static let all = [
        TwoRules(minutes: [24, 23], eightMinute: 3, units: [2, 1], midpoint: 4),
        TwoRules(minutes: [20, 20], eightMinute: 3, units: nil, midpoint: 2),
        TwoRules(minutes: [33, 7], eightMinute: 3, units: [2, 1], midpoint: 2),
        TwoRules(minutes: [18, 13, 10, 8], eightMinute: 3, units: [1, 1, 1, 0], midpoint: 4),
        TwoRules(minutes: [7, 7, 7], eightMinute: 1, units: nil, midpoint: 0),
        TwoRules(minutes: [8, 8, 8], eightMinute: 2, units: nil, midpoint: 3),
    ]
}
