import CareComplexity
import CareModel
import TestSupport
import Testing

@Suite("Any minutes of a day")
struct TimedUnitPropertyTests {
    private static let rounds = 10_000

    @Test("are pooled into the units of their sum, none lost and none made up")
    func pooled() {
        var numbers = SplitMix64(seed: 20_261)
        for _ in 0..<TimedUnitPropertyTests.rounds {
            let services = TimedService.day(using: &numbers)
            let units = TimedUnitRule.eightMinute.units(of: services)
            let minutes = services.map(\.minutes)
            let expected = (minutes.reduce(0, +) + 7) / 15

            #expect(units.reduce(0, +) == expected, "\(minutes)")
            for (units, minutes) in zip(units, minutes) {
                #expect(units >= minutes / 15)
                // A service without a rest gets none of the pool, any other one at most.
                #expect(units <= (minutes + 14) / 15)
            }
        }
    }

    @Test("never give the smaller remainder the unit of a larger one")
    func fair() {
        var numbers = SplitMix64(seed: 20_262)
        for _ in 0..<TimedUnitPropertyTests.rounds {
            let services = TimedService.day(using: &numbers)
            let units = TimedUnitRule.eightMinute.units(of: services)
            let rests = services.map { $0.minutes % 15 }
            let given = services.indices.filter { units[$0] > services[$0].minutes / 15 }
            let passed = services.indices.filter { !given.contains($0) }

            for (one, other) in given.flatMap({ one in passed.map { (one, $0) } }) {
                let (winner, loser) = (services[one], services[other])
                #expect((rests[one], winner.price) >= (rests[other], loser.price))
            }
        }
    }

    @Test("make no fewer units by a further minute")
    func monotone() {
        for (before, after) in zip(0..<480, 1...480) {
            for rule in [TimedUnitRule.midpoint, .eightMinute] {
                let units = rule.units(ofMinutes: [before]) + rule.units(ofMinutes: [after])
                #expect(units == units.sorted(), "\(after) minutes by \(rule.id)")
            }
        }
        var numbers = SplitMix64(seed: 20_263)
        for _ in 0..<TimedUnitPropertyTests.rounds {
            let services = TimedService.day(using: &numbers)
            let longer = services.enumerated().map { index, timed in
                TimedService(
                    service: timed.service,
                    minutes: timed.minutes + (index == 0 ? 1 : 0),
                    price: timed.price
                )
            }
            for rule in [TimedUnitRule.midpoint, .eightMinute] {
                let (units, more) = (rule.units(of: services), rule.units(of: longer))
                #expect(more.reduce(0, +) >= units.reduce(0, +))
            }
            let alone = TimedUnitRule.midpoint
            #expect(zip(alone.units(of: services), alone.units(of: longer)).allSatisfy { $0 <= $1 })
        }
    }

    @Test("make the same units under both rules where one service is alone")
    func oneService() {
        for minutes in 0...480 {
            #expect(
                TimedUnitRule.midpoint.units(ofMinutes: [minutes])
                    == TimedUnitRule.eightMinute.units(ofMinutes: [minutes])
            )
        }
    }
}

extension TimedService {
    /// One to six services of a day, some of the same length and price.
    fileprivate static func day(using numbers: inout SplitMix64) -> [TimedService] {
        (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
            TimedService(
                service: .spelled("massage"),
                minutes: .random(in: 1...60, using: &numbers),
                price: Money(cents: .random(in: 1...3, using: &numbers))
            )
        }
    }
}
