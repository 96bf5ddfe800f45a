import CareModel
import Testing

@Suite("A dated value")
struct DatedValueTests {
    /// The Medicare Part B deductible of 2024 to 2026, stated out of order.
    private let deductible: DatedValue<Money>

    init() throws {
        let days = try ["2026-01-01", "2024-01-01", "2025-01-01"].map {
            try #require(CalendarDate(isoText: $0))
        }
        let amounts = [283_00, 240_00, 257_00].map(Money.init(cents:))
        deductible = DatedValue(
            entries: zip(days, amounts).map { day, amount in
                DatedValue.Entry(from: day, value: amount, source: "page of \(day.year)")
            }
        )
    }

    @Test("is in force from its day until the next begins", arguments: Look.all)
    func lookUp(_ look: Look) throws {
        let date = try #require(CalendarDate(isoText: look.date))

        #expect(deductible.value(on: date)?.cents == look.cents)
        #expect(deductible.entry(on: date)?.value.cents == look.cents)
    }

    @Test("keeps the source beside the value")
    func source() throws {
        let date = try #require(CalendarDate(isoText: "2025-07-01"))

        #expect(deductible.entry(on: date)?.source == "page of 2025")
        #expect(deductible.entries.map(\.value.cents) == [240_00, 257_00, 283_00])
    }

    @Test("of a year is only what was published for that year")
    func year() {
        #expect(deductible.entry(forYear: 2_026)?.value.cents == 283_00)
        #expect(deductible.entry(forYear: 2_027) == nil)
        #expect(deductible.entry(forYear: 2_023) == nil)
    }

    @Test("without entries never has a value")
    func empty() {
        let nothing = DatedValue<Money>(entries: [])

        #expect(nothing.value(on: CalendarDate(dayNumber: 0)) == nil)
        #expect(nothing.entry(forYear: 1_970) == nil)
    }
}

extension DatedValueTests {
    struct Look: CustomTestStringConvertible, Sendable {
        let date: String
        let cents: Int?
        var testDescription: String { date }

        static let all = [
            Look(date: "2023-12-31", cents: nil),
            Look(date: "2024-01-01", cents: 240_00),
            Look(date: "2024-12-31", cents: 240_00),
            Look(date: "2025-01-01", cents: 257_00),
            Look(date: "2026-11-23", cents: 283_00),
            Look(date: "2030-01-01", cents: 283_00),
        ]
    }
}
