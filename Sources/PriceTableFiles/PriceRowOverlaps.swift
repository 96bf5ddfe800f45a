import CareModel
import CarePricing

/// The rows of a file that price a day which an earlier row of the same service prices already.
///
/// The days are cut where a row begins or has just ended. Each row takes the pieces that are still
/// free, and one that meets a taken piece overlaps. A piece is taken once and passed over by a
/// jump after that, so that a hundred thousand rows of one service take no longer than of many.
struct PriceRowOverlaps {
    /// What rows have in common that must not price the same day.
    private struct Line: Hashable {
        let service: ServiceKey
        let modifier: Modifier?
    }

    /// The position of each row that overlaps, in the order of the file, with that of an earlier one.
    private(set) var found: [(row: Int, earlier: Int)] = []

    init(_ rows: [PriceRow]) {
        let lines = Dictionary(grouping: rows.indices) { index in
            Line(service: rows[index].service, modifier: rows[index].modifier)
        }
        for indices in lines.values where indices.count > 1 {
            var pieces = DayPieces(indices.map { rows[$0] })
            for index in indices {
                guard let earlier = pieces.take(rows[index], as: index) else { continue }
                found.append((index, earlier))
            }
        }
        found.sort { $0.row < $1.row }
    }
}

/// The days between the beginnings and ends of some rows, and who has taken each piece.
private struct DayPieces {
    /// The first day of each piece; the last piece has no end.
    private let starts: [Int]
    private var owners: [Int]
    /// For each piece the next one that may be free, itself where it is; one more for the end.
    private var next: [Int]

    init(_ rows: [PriceRow]) {
        starts = Set(
            rows.flatMap { row in [row.from.dayNumber] + (row.dayAfter.map { [$0] } ?? []) }
        )
        .sorted()
        owners = Array(repeating: 0, count: starts.count)
        next = Array(0...starts.count)
    }

    /// Takes the free pieces of a row.
    ///
    /// - Returns: Who has taken a piece of it before; absent where all were free.
    mutating func take(_ row: PriceRow, as owner: Int) -> Int? {
        let end = row.dayAfter.map(piece) ?? starts.count
        var earlier: Int?
        var place = piece(row.from.dayNumber)
        while place < end {
            let free = firstFree(from: place)
            if free > place, earlier == nil { earlier = owners[place] }
            guard free < end else { break }
            owners[free] = owner
            next[free] = free + 1
            place = free + 1
        }
        return earlier
    }

    private mutating func firstFree(from place: Int) -> Int {
        var place = place
        while next[place] != place {
            next[place] = next[next[place]]
            place = next[place]
        }
        return place
    }

    /// The piece that begins on a day.
    private func piece(_ day: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension PriceRow {
    /// The day after its last; absent where it has none.
    fileprivate var dayAfter: Int? { through.map { $0.dayNumber + 1 } }
}
