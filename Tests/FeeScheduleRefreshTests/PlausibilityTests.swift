import CareModel
import FeeScheduleRefresh
import Testing

@Suite("An offer waits for a person")
struct PlausibilityTests {
    private typealias Scratch = PlausibilityScratch

    /// Ten thousand dollars of other prices, so that one price moves neither the total nor the
    /// part of services that change: 20 services of 500.00.
    private static let others = Array(repeating: 500_00, count: 20)

    @Test(
        "when a service changes by more than 25 %",
        arguments: [
            // 25 % of 40.00 is 10.00, up and down.
            (40_00, 50_00, nil),
            (40_00, 50_01, "40.00 becomes 50.01 (+25.0 %), more than 25 %"),
            (40_00, 30_00, nil),
            (40_00, 29_99, "40.00 becomes 29.99 (-25.0 %), more than 25 %"),
            // 25 % of 0.03 is 0.0075, so that a cent is more.
            (3, 4, "0.03 becomes 0.04 (+33.3 %), more than 25 %"),
            (4, 5, nil),
            // Of nothing, anything is more.
            (0, 1, "0.00 becomes 0.01, more than 25 %"),
            (0, 0, nil),
            (1_00, 0, "1.00 becomes 0.00 (-100.0 %), more than 25 %"),
        ] as [(Int, Int, String?)]
    )
    func service(_ old: Int, _ new: Int, _ says: String?) {
        #expect(
            Scratch.reasons([old] + PlausibilityTests.others, [new] + PlausibilityTests.others)
                == (says.map { ["schedules/acme.csv: s1 on 2026-01-01: \($0)"] } ?? [])
        )
    }

    /// Of 40 services 5 % are 2, so that the third is one too many; of 20 it is the second.
    @Test("when more than 5 % of the services change by more than 10 %")
    func many() {
        func offer(_ changed: Int, of count: Int, to cents: Int) -> [String] {
            let old = Array(repeating: 100_00, count: count)
            let new = Array(repeating: cents, count: changed) + old.dropFirst(changed)
            return Scratch.reasons(old, Array(new))
        }
        #expect(offer(2, of: 40, to: 110_01) == [])
        #expect(
            offer(3, of: 40, to: 110_01) == [
                "schedules/acme.csv: 3 of 40 services change by more than 10 %, "
                    + "which is more than 5 % of them"
            ]
        )
        #expect(offer(3, of: 40, to: 110_00) == [])
        #expect(offer(3, of: 40, to: 89_99).count == 1)
        #expect(offer(3, of: 40, to: 90_00) == [])
        #expect(offer(1, of: 20, to: 110_01) == [])
        #expect(offer(2, of: 20, to: 110_01).count == 1)
        // All by exactly 10 %: the total too is at its threshold.
        #expect(offer(40, of: 40, to: 110_00) == [])
    }

    /// Ten rows become twelve (20 %) or thirteen; the rows that are added cost 0.01, so that the
    /// total stays.
    @Test("when the number of rows changes by more than 20 %")
    func rows() {
        let old = Array(repeating: 100_00, count: 10)
        #expect(Scratch.reasons(old, old + [1, 1]) == [])
        #expect(
            Scratch.reasons(old, old + [1, 1, 1]) == [
                "schedules/acme.csv: 10 rows become 13 (+30.0 %), more than 20 %"
            ]
        )
        // Fewer rows: old ones end before the day, so that no service vanishes.
        func rows(_ ended: Int) -> [String] {
            let kept = Scratch.list(old).rows
            let history = (1...10).map {
                Scratch.row("s\($0)", 1, from: "2025-01-01", through: "2025-12-31")
            }
            return Scratch.reasons(kept + history.prefix(ended), kept)
        }
        // 12 become 10: 16.7 %. 13 become 10: 23.1 %.
        #expect(rows(2) == [])
        #expect(
            rows(3) == ["schedules/acme.csv: 13 rows become 10 (-23.1 %), more than 20 %"]
        )
    }

    /// Ten services of 100.00 are 1,000.00; each may rise by 10.00 without being one of many.
    @Test("when the sum of the amounts changes by more than 10 %")
    func total() {
        let old = Array(repeating: 100_00, count: 10)
        #expect(Scratch.reasons(old, Array(repeating: 110_00, count: 10)) == [])
        // A new service of 0.01 makes it 1,100.01, and eleven rows of ten are 10 %.
        #expect(
            Scratch.reasons(old, Array(repeating: 110_00, count: 10) + [1]) == [
                "schedules/acme.csv: the sum of the amounts 1000.00 becomes 1100.01 (+10.0 %), "
                    + "more than 10 %"
            ]
        )
        #expect(Scratch.reasons(old, Array(repeating: 90_00, count: 10)) == [])
        // One cent less, on one service, is also more than 10 % for that one: 1 of 10 services.
        #expect(
            Scratch.reasons(old, Array(repeating: 90_00, count: 9) + [89_99]) == [
                "schedules/acme.csv: 1 of 10 services change by more than 10 %, "
                    + "which is more than 5 % of them",
                "schedules/acme.csv: the sum of the amounts 1000.00 becomes 899.99 (-10.0 %), "
                    + "more than 10 %",
            ]
        )
    }

    /// Factors are looked for among changes that 25 % would hold anyway; rules that let every
    /// other change pass show the factors alone.
    @Test("when three prices change by a factor of 10 or 100")
    func factor() {
        let most = Percentage(billionths: 9_999_000_000_000)
        let rules = HoldingRules(
            serviceChange: most,
            manyServices: .whole,
            rowsChange: most,
            totalChange: most
        )
        func offer(_ old: [Int], _ new: [Int]) -> [String] {
            Scratch.reasons(Scratch.list(old).rows, Scratch.list(new).rows, rules: rules)
        }
        let old = [40_00, 50_00, 60_00, 70_00]
        #expect(offer(old, [4_000_00, 5_000_00, 60_00, 70_00]) == [])
        #expect(
            offer(old, [4_000_00, 5_000_00, 6_000_00, 70_00]) == [
                "schedules/acme.csv: 3 prices are 100 times what they were, the first s1: "
                    + "40.00 becomes 4000.00 (+9900.0 %). Check for cents in place of dollars"
            ]
        )
        #expect(
            offer(old, [4_00, 5_00, 6_00, 7_00]) == [
                "schedules/acme.csv: 4 prices are 1/10 of what they were, the first s1: "
                    + "40.00 becomes 4.00 (-90.0 %). Check for cents in place of dollars"
            ]
        )
        #expect(offer(old, [400_00, 500_00, 600_00, 70_00]).count == 1)
        #expect(offer(old, [40, 50, 60, 70_00]).count == 1)
        // A tenth more than ten times is near enough, and a cent more is not: 40.00 gives 440.00.
        #expect(offer(old, [440_00, 500_00, 600_00, 70_00]).count == 1)
        #expect(offer(old, [440_01, 500_00, 600_00, 70_00]) == [])
        // Two rise and one falls: no three alike.
        #expect(offer(old, [400_00, 500_00, 6_00, 70_00]) == [])
    }

    @Test("when a service vanishes")
    func vanished() {
        #expect(
            Scratch.reasons(PlausibilityTests.others + [1], PlausibilityTests.others) == [
                "schedules/acme.csv: s21: has no price from 2026-01-01 on; it was 0.01"
            ]
        )
        // It ends, and none follows.
        let old = Scratch.list(PlausibilityTests.others).rows
        #expect(
            Scratch.reasons(
                old + [Scratch.row("x", 40_00)],
                old + [Scratch.row("x", 40_00, through: "2026-03-31")]
            ) == ["schedules/acme.csv: x: has no price from 2026-04-01 on; it was 40.00"]
        )
        // The price that had ended before the day is no loss, and the whole service is.
        let ended = Scratch.row("x", 40_00, from: "2025-01-01", through: "2025-12-31")
        let earlier = Scratch.row("x", 40_00, from: "2024-01-01", through: "2024-12-31")
        #expect(Scratch.reasons(old + [earlier, ended], old + [ended]) == [])
        #expect(
            Scratch.reasons(old + [ended], old) == [
                "schedules/acme.csv: x: has no price from 2025-01-01 on; it was 40.00"
            ]
        )
    }

    @Test("when a row for a modifier goes and the plain price is another")
    func modifier() {
        let old = Scratch.list(PlausibilityTests.others).rows + [Scratch.row("x", 40_00)]
        let special = Scratch.row("x", 30_00, modifier: "GP")
        // From 30.00 to 40.00 is 33.3 %; from 40.00 to 30.00 it is 25 %, which may be.
        #expect(
            Scratch.reasons(old + [special], old) == [
                "schedules/acme.csv: x GP on 2026-01-01: 30.00 becomes 40.00 (+33.3 %), "
                    + "more than 25 %"
            ]
        )
        #expect(Scratch.reasons(old, old + [special]) == [])
    }

    @Test("when a reduced price changes by more than 25 %, or goes")
    func reduced() {
        let others = Scratch.list(PlausibilityTests.others).rows
        func offer(_ old: Int?, _ new: Int?) -> [String] {
            Scratch.reasons(
                others + [Scratch.row("x", 40_00, reduced: old)],
                others + [Scratch.row("x", 40_00, reduced: new)]
            )
        }
        #expect(offer(20_00, 25_00) == [])
        #expect(
            offer(20_00, 25_01) == [
                "schedules/acme.csv: x, reduced price on 2026-01-01: 20.00 becomes 25.01 "
                    + "(+25.1 %), more than 25 %"
            ]
        )
        // Without one the full price counts: 31.99 to 40.00 is 25.04 %, 32.00 to 40.00 is 25 %.
        #expect(offer(31_99, nil).count == 1)
        #expect(offer(32_00, nil) == [])
    }

    @Test("when a list is the first for a clinic that has prices")
    func first() {
        let offer = Plausibility(
            installed: [],
            offered: [Scratch.list([40_00], file: "clinics/harbor/charges.csv")],
            from: Scratch.day,
            isFirstList: true
        )
        #expect(
            offer.reasons.map(\.description) == [
                "clinics/harbor/charges.csv: the first list of this source, for a clinic that has "
                    + "prices. Compare it with those"
            ]
        )
        let later = Plausibility(
            installed: [],
            offered: [Scratch.list([40_00])],
            from: Scratch.day
        )
        #expect(later.reasons == [])
    }

    /// Each list for itself is right; a list of its own for ten more rows is 50 % more of both.
    @Test("when a list is added that makes all of them much longer")
    func addedList() {
        let old = Scratch.list(PlausibilityTests.others)
        let added = Scratch.list(Array(repeating: 500_00, count: 10), file: "schedules/new.csv")
        let offer = Plausibility(installed: [old], offered: [old, added], from: Scratch.day)
        #expect(
            offer.reasons.map(\.description) == [
                "all files: 20 rows become 30 (+50.0 %), more than 20 %",
                "all files: the sum of the amounts 10000.00 becomes 15000.00 (+50.0 %), "
                    + "more than 10 %",
            ]
        )
        // Two rows more are 10 % of both.
        let short = Scratch.list([500_00, 500_00], file: "schedules/new.csv")
        #expect(
            Plausibility(installed: [old], offered: [old, short], from: Scratch.day).reasons == []
        )
    }
}
