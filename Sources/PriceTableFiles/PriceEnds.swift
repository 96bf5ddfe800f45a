import CareModel
import CarePricing

/// The prices of a file that have ended or end soon, and that no later row continues.
struct PriceEnds {
    /// The prices that end on one day.
    private struct Ending {
        let day: CalendarDate
        var rows: [PriceRow]
    }

    private let today: CalendarDate
    private let endings: [Ending]

    /// Finds the prices that end.
    ///
    /// A price is continued by a row of the same service and modifier that is in force on the
    /// day after its last: a row that begins later leaves days without a price. Where days without
    /// a price are past and a later row has begun since, they are no longer missed.
    ///
    /// - Parameters:
    ///   - rows: The rows of one file.
    ///   - today: The day of the check.
    ///   - days: How many days ahead an end is near.
    init(_ rows: [PriceRow], asOf today: CalendarDate, within days: Int) {
        self.today = today
        let siblings = Dictionary(grouping: rows, by: \.service)
        var endings: [CalendarDate: Ending] = [:]
        for row in rows {
            guard let end = row.through, today.days(until: end) <= days else { continue }
            let isContinued = siblings[row.service, default: []].contains { next in
                next.modifier == row.modifier
                    && (next.isInForce(on: end.adding(days: 1))
                        || end < next.from && next.from <= today)
            }
            guard !isContinued else { continue }
            endings[end, default: Ending(day: end, rows: [])].rows.append(row)
        }
        self.endings = endings.values.sorted { $0.day < $1.day }
    }

    /// One sentence for each day on which prices end, the nearest first.
    var messages: [String] {
        endings.map { ending in
            let count = ending.rows.count
            let first = ending.rows[0].place.row
            let isPast = ending.day < today
            let day = "on \(ending.day), \(distance(to: ending.day))"
            return count == 1
                ? "1 price \(isPast ? "ended" : "ends") \(day) (row \(first)). Add its next row"
                : "\(count) prices \(isPast ? "ended" : "end") \(day) "
                    + "(the first in row \(first)). Add their next rows"
        }
    }

    private func distance(to day: CalendarDate) -> String {
        switch today.days(until: day) {
        case 0: "today"
        case 1: "in 1 day"
        case -1: "1 day ago"
        case let days where days < 0: "\(-days) days ago"
        case let days: "in \(days) days"
        }
    }
}

extension SourcePlace {
    /// The number of the row, of a place that is a row of a table.
    fileprivate var row: String {
        String(description.dropFirst(file.count + 1))
    }
}
