import CareCoverage
import CareModel
import Testing

@Suite("The out-of-pocket maximum (S8)")
struct OutOfPocketTests {
    @Test("trims coinsurance first, then the copay, then the deductible", arguments: Trimmed.all)
    func trimming(_ trimmed: Trimmed) throws {
        let (_, after) = try trimmed.worked.check()

        // 1,000.00 less the room were used; all of the room is used now, or the share of 60.00.
        let used = 1_000_00 - trimmed.room
        #expect(after.outOfPocket.individual == (used + min(trimmed.room, 60_00)).cents)
        // Only what was really paid is credited to the deductible.
        #expect(after.deductible.individual == (480_00 + trimmed.shares.deductible).cents)
    }

    @Test("caps or credits as the row says", arguments: Combination.all)
    func combinations(_ combination: Combination) throws {
        let (_, after) = try combination.worked.check()

        #expect(
            after.outOfPocket.individual == (1_000_00 - combination.room + combination.credit).cents
        )
    }

    @Test("is the smaller of the person's and the family's", arguments: twoTiers)
    func tiers(_ worked: Worked) throws { try worked.check() }

    @Test("holds for the lines of a visit together, not for each")
    func severalLines() throws {
        let plan = BenefitPlan(
            maximum: OutOfPocketMaximum(individual: 1_000_00.cents),
            [Benefit()]
        )
        let line = PricedLine(charge: 100_00, allowed: 100_00)
        let (_, after) = try Worked(
            "20.00, then the last 10.00, then nothing",
            plan,
            used: .used(outOfPocket: 970_00),
            [line, line, line],
            expect: [
                Shares(coinsurance: 20_00, plan: 80_00), Shares(coinsurance: 10_00, plan: 90_00),
                Shares(plan: 100_00),
            ]
        ).check()

        #expect(after.outOfPocket.individual == 1_000_00.cents)
    }
}

extension OutOfPocketTests {
    /// A copay of 30.00, the last 20.00 of the deductible, and a fifth of the other 50.00.
    private static func plan(counts: Bool = true, isWaived: Bool = true) -> BenefitPlan {
        BenefitPlan(
            deductible: Deductible(individual: 500_00.cents),
            maximum: OutOfPocketMaximum(individual: 1_000_00.cents),
            [
                Benefit(
                    copay: Copay(amount: 30_00.cents, deductible: .before),
                    counts: counts,
                    isWaived: isWaived
                )
            ]
        )
    }

    private static func worked(_ plan: BenefitPlan, room: Int, expect shares: Shares) -> Worked {
        Worked(
            "room of \(room) cents",
            plan,
            used: .used(deductible: 480_00, outOfPocket: 1_000_00 - room),
            [PricedLine(charge: 100_00, allowed: 100_00)],
            expect: [shares]
        )
    }

    private static let full = Shares(
        deductible: 20_00,
        copay: 30_00,
        coinsurance: 10_00,
        plan: 40_00
    )

    struct Trimmed: CustomTestStringConvertible, Sendable {
        let room: Int
        let shares: Shares
        var testDescription: String { "room of \(room) cents" }
        var worked: Worked { OutOfPocketTests.worked(plan(), room: room, expect: shares) }

        static let all = [
            Trimmed(room: 1_000_00, shares: full),
            Trimmed(room: 60_00, shares: full),
            Trimmed(
                room: 55_00,
                shares: Shares(deductible: 20_00, copay: 30_00, coinsurance: 5_00, plan: 45_00)
            ),
            Trimmed(room: 50_00, shares: Shares(deductible: 20_00, copay: 30_00, plan: 50_00)),
            Trimmed(room: 35_00, shares: Shares(deductible: 20_00, copay: 15_00, plan: 65_00)),
            Trimmed(room: 20_00, shares: Shares(deductible: 20_00, plan: 80_00)),
            Trimmed(room: 12_00, shares: Shares(deductible: 12_00, plan: 88_00)),
            Trimmed(room: 0, shares: Shares(plan: 100_00)),
        ]
    }

    struct Combination: CustomTestStringConvertible, Sendable {
        let counts: Bool
        let isWaived: Bool
        let room: Int
        let shares: Shares
        let credit: Int
        var testDescription: String {
            "counts: \(counts), waived: \(isWaived), room of \(room) cents"
        }
        var worked: Worked {
            OutOfPocketTests.worked(
                plan(counts: counts, isWaived: isWaived),
                room: room,
                expect: shares
            )
        }

        private static let trimmed = Shares(deductible: 12_00, plan: 88_00)
        private static let none = Shares(plan: 100_00)

        static let all = [
            Combination(counts: true, isWaived: true, room: 60_00, shares: full, credit: 60_00),
            Combination(counts: true, isWaived: true, room: 12_00, shares: trimmed, credit: 12_00),
            Combination(counts: true, isWaived: true, room: 0, shares: none, credit: 0),
            Combination(counts: true, isWaived: false, room: 60_00, shares: full, credit: 60_00),
            Combination(counts: true, isWaived: false, room: 12_00, shares: full, credit: 12_00),
            Combination(counts: true, isWaived: false, room: 0, shares: full, credit: 0),
            Combination(counts: false, isWaived: true, room: 60_00, shares: full, credit: 0),
            Combination(counts: false, isWaived: true, room: 12_00, shares: full, credit: 0),
            Combination(counts: false, isWaived: true, room: 1, shares: full, credit: 0),
            Combination(counts: false, isWaived: true, room: 0, shares: none, credit: 0),
            Combination(counts: false, isWaived: false, room: 60_00, shares: full, credit: 0),
            Combination(counts: false, isWaived: false, room: 12_00, shares: full, credit: 0),
            Combination(counts: false, isWaived: false, room: 0, shares: full, credit: 0),
        ]
    }

    private static func tier(
        _ name: String,
        _ maximum: OutOfPocketMaximum?,
        used: Accumulators,
        patient: Int
    ) -> Worked {
        Worked(
            name,
            BenefitPlan(maximum: maximum, [Benefit()]),
            used: used,
            [PricedLine(charge: 100_00, allowed: 100_00)],
            expect: [Shares(coinsurance: patient, plan: 100_00 - patient)]
        )
    }

    static let twoTiers = [
        tier("no maximum", nil, used: .used(), patient: 20_00),
        tier(
            "the family's is the smaller",
            OutOfPocketMaximum(individual: 1_000_00.cents, family: 2_000_00.cents),
            used: .used(outOfPocket: 900_00, familyOutOfPocket: 1_993_00),
            patient: 7_00
        ),
        tier(
            "the person's is the smaller",
            OutOfPocketMaximum(individual: 1_000_00.cents, family: 2_000_00.cents),
            used: .used(outOfPocket: 993_00, familyOutOfPocket: 1_900_00),
            patient: 7_00
        ),
        tier(
            "the family's alone",
            OutOfPocketMaximum(individual: nil, family: 2_000_00.cents),
            used: .used(familyOutOfPocket: 1_993_00),
            patient: 7_00
        ),
        tier(
            "more than it is said to be used",
            OutOfPocketMaximum(individual: 1_000_00.cents),
            used: .used(outOfPocket: 1_200_00),
            patient: 0
        ),
        tier(
            "a maximum of nothing",
            OutOfPocketMaximum(individual: .zero),
            used: .used(outOfPocket: 0),
            patient: 0
        ),
    ]
}
