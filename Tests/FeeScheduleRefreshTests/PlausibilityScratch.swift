import CareModel
import CarePricing
import FeeScheduleRefresh

/// Lists of prices for the tests of plausibility.
enum PlausibilityScratch: Sendable {
    static let file = "schedules/acme.csv"
    static let day = date("2026-01-01")

    static func date(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(isoText: text) else {
            preconditionFailure("\(text) is no day")
        }
        return date
    }

    static func key(_ text: String) -> ServiceKey {
        guard let key = ServiceKey(text) else { preconditionFailure("\(text) is no service") }
        return key
    }

    /// A row, from 2026-01-01 on where nothing else is said.
    static func row(
        _ service: String,
        _ cents: Int,
        modifier: String? = nil,
        reduced: Int? = nil,
        from: String = "2026-01-01",
        through: String? = nil
    ) -> PriceRow {
        PriceRow(
            service: key(service),
            modifier: modifier.flatMap(Modifier.init),
            amount: Money(cents: cents),
            reduced: reduced.map { Money(cents: $0) },
            from: date(from),
            through: through.map(date),
            place: SourcePlace(file: file, row: 2)
        )
    }

    /// A list of services named s1, s2 and so on with these amounts.
    static func list(_ cents: [Int], file: String = file) -> PriceList {
        PriceList(
            file: file,
            rows: cents.enumerated().map { row("s\($0.offset + 1)", $0.element) }
        )
    }

    /// Why an offer of one list waits.
    static func reasons(
        _ old: [PriceRow],
        _ new: [PriceRow],
        from day: CalendarDate = day,
        rules: HoldingRules = HoldingRules()
    ) -> [String] {
        Plausibility(
            installed: [PriceList(file: file, rows: old)],
            offered: [PriceList(file: file, rows: new)],
            from: day,
            rules: rules
        ).reasons.map(\.description)
    }

    /// Why an offer of the services s1, s2 and so on waits.
    static func reasons(_ old: [Int], _ new: [Int]) -> [String] {
        reasons(list(old).rows, list(new).rows)
    }
}
