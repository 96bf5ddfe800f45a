import CareModel
import CarePricing
import FeeScheduleRefresh
import Testing

@Suite("A new year's prices")
struct PlausibilityYearTests {
    private typealias Scratch = PlausibilityScratch

    /// Forty services without an end, so that one more row is 2.5 %, far below 20 %.
    private static let others = Scratch.list(Array(repeating: 500_00, count: 40)).rows

    private static func reasons(_ old: [PriceRow], _ new: [PriceRow]) -> [String] {
        Scratch.reasons(others + old, others + new, from: Scratch.date("2027-01-01"))
    }

    private static let old = Scratch.row("x", 40_00, through: "2026-12-31")

    @Test("change no price of the old year, and are compared with the price that they take over")
    func takeOver() {
        // 25 % of 40.00 is 10.00.
        let right = Scratch.row("x", 50_00, from: "2027-01-01")
        let wrong = Scratch.row("x", 50_01, from: "2027-01-01")
        let says =
            "schedules/acme.csv: x on 2027-01-01: 40.00 becomes 50.01 (+25.0 %), more than 25 %"
        let old = PlausibilityYearTests.old
        #expect(PlausibilityYearTests.reasons([old], [old, right]) == [])
        #expect(PlausibilityYearTests.reasons([old], [old, wrong]) == [says])
        // The same where the old year's row is gone, or went on without an end.
        #expect(PlausibilityYearTests.reasons([old], [wrong]) == [says])
        let open = Scratch.row("x", 40_00)
        #expect(PlausibilityYearTests.reasons([open], [old, wrong]) == [says])
        #expect(PlausibilityYearTests.reasons([open], [old, right]) == [])
    }

    @Test("that were installed before are compared with themselves")
    func known() {
        // From 40.00 to 80.00 is 100 %, and known; what changes is 80.00 to 90.00, 12.5 %.
        let old = PlausibilityYearTests.old
        let known = Scratch.row("x", 80_00, from: "2027-01-01")
        let next = Scratch.row("x", 90_00, from: "2027-01-01")
        #expect(PlausibilityYearTests.reasons([old, known], [old, next]) == [])
        // A row in the middle of a period is compared with the price of those days.
        let spring = [
            Scratch.row("x", 80_00, from: "2027-01-01", through: "2027-02-28"),
            Scratch.row("x", 100_01, from: "2027-03-01", through: "2027-05-31"),
            Scratch.row("x", 80_00, from: "2027-06-01"),
        ]
        #expect(
            PlausibilityYearTests.reasons([old, known], [old] + spring) == [
                "schedules/acme.csv: x on 2027-03-01: 80.00 becomes 100.01 (+25.0 %), "
                    + "more than 25 %"
            ]
        )
    }

    @Test("that begin earlier than any price are compared with the first")
    func earlier() {
        let first = Scratch.row("x", 40_00, from: "2027-06-01")
        let before = Scratch.row("x", 90_00, from: "2027-01-01", through: "2027-05-31")
        #expect(
            PlausibilityYearTests.reasons([first], [before, first]) == [
                "schedules/acme.csv: x on 2027-01-01: 40.00 becomes 90.00 (+125.0 %), "
                    + "more than 25 %"
            ]
        )
    }

    @Test("are told row by row, in words")
    func differences() {
        let old = [
            Scratch.row("a", 45_10), Scratch.row("b", 45_10),
            Scratch.row("c", 30_00, reduced: 20_00), Scratch.row("d", 30_00, reduced: 20_00),
            Scratch.row("e", 10_00), Scratch.row("f", 10_00), Scratch.row("g", 10_00),
            Scratch.row("h", 10_00, modifier: "GP", through: "2026-12-31"),
        ]
        let new = [
            Scratch.row("a", 45_10), Scratch.row("b", 46_20),
            Scratch.row("c", 30_00, reduced: 21_00), Scratch.row("d", 30_00),
            Scratch.row("e", 10_00, through: "2026-12-31"),
            Scratch.row("f", 11_00, from: "2026-02-01"),
            Scratch.row("h", 10_00, modifier: "GP", through: "2026-12-31"),
            Scratch.row("h", 11_00, modifier: "GP", from: "2027-01-01"),
        ]
        let lists = [old, new].map { PriceList(file: Scratch.file, rows: $0) }
        let offer = Plausibility(
            installed: [lists[0]],
            offered: [lists[1]],
            units: (old: catalog(.once), new: catalog(.minutes15)),
            from: Scratch.day
        )
        let lines = [
            "a from 2026-01-01: same",
            // 1.10 of 45.10 is 2.4 %.
            "b from 2026-01-01: amount changed: 45.10 becomes 46.20 (+2.4 %)",
            "c from 2026-01-01: reduced price changed: 20.00 becomes 21.00 (+5.0 %)",
            "d from 2026-01-01: reduced price changed: 20.00 becomes none",
            "e from 2026-01-01: dates changed: from 2026-01-01 without an end becomes "
                + "from 2026-01-01 through 2026-12-31; unit changed: once becomes minutes15",
            "f from 2026-02-01: amount changed: 10.00 becomes 11.00 (+10.0 %); dates changed: "
                + "from 2026-01-01 without an end becomes from 2026-02-01 without an end",
            "g from 2026-01-01: removed, 10.00, from 2026-01-01 without an end",
            "h GP from 2026-01-01: same",
            "h GP from 2027-01-01: added, 11.00, from 2027-01-01 without an end",
        ]
        #expect(
            offer.differences.map(\.description) == lines.map { "schedules/acme.csv: \($0)" }
        )
        #expect(
            offer.reasons.first?.description
                == "services.csv: e: unit changed: once becomes minutes15, and its prices may mean "
                + "something else"
        )
    }

    /// A services table in which only e is counted in the given unit.
    private func catalog(_ unit: Service.Unit) -> ServiceCatalog {
        guard let category = ServiceCategory("massage") else {
            preconditionFailure("the category is malformed")
        }
        return ServiceCatalog(
            services: ["a", "e"].map { key in
                Service(
                    key: Scratch.key(key),
                    code: nil,
                    category: category,
                    unit: key == "e" ? unit : .once,
                    serviceType: "",
                    words: LocalizedWords(english: key, spanish: key)
                )
            }
        )
    }
}
