import CareModel

/// What each end of many points can cost, beside every end of one other point at a time.
///
/// Two terms can hide each other: without a deductible it makes no difference whether it applies.
/// So no point is judged alone.
struct PairedEnds {
    /// The least and the greatest total that was seen with an end.
    private struct Seen {
        private(set) var least = Money.zero
        private(set) var most = Money.zero
        private(set) var isEmpty = true

        var spread: Money { most - least }

        mutating func add(_ total: Money) {
            least = isEmpty ? total : min(least, total)
            most = isEmpty ? total : max(most, total)
            isEmpty = false
        }
    }

    private let points: [OpenPoint]
    private var seen: [[Seen]]
    /// The largest difference that each point was seen to make.
    private(set) var effects: [Money]

    /// Looks at every pair of points.
    ///
    /// - Parameters:
    ///   - points: The points, at least two.
    ///   - total: What the patient pays at a setting; nothing where its ends cannot stand together.
    /// - Throws: What `total` throws.
    init(
        of points: [OpenPoint],
        total: (Setting) throws(QuoteProblems) -> Money?
    ) throws(QuoteProblems) {
        self.points = points
        seen = points.map { $0.ends.map { _ in Seen() } }
        effects = points.map { _ in .zero }
        for first in points.indices {
            for second in points.indices.dropFirst(first + 1) {
                try look(at: first, second, total)
            }
        }
    }

    private mutating func look(
        at first: Int,
        _ second: Int,
        _ total: (Setting) throws(QuoteProblems) -> Money?
    ) throws(QuoteProblems) {
        var rows = points[first].ends.map { _ in Seen() }
        var columns = points[second].ends.map { _ in Seen() }
        for (row, end) in points[first].ends.enumerated() {
            let setting = Setting().with(points[first], at: end)
            for (column, other) in points[second].ends.enumerated() {
                guard let cost = try total(setting.with(points[second], at: other)) else {
                    continue
                }
                rows[row].add(cost)
                columns[column].add(cost)
                seen[first][row].add(cost)
                seen[second][column].add(cost)
            }
        }
        effects[first] = max(effects[first], columns.map(\.spread).max() ?? .zero)
        effects[second] = max(effects[second], rows.map(\.spread).max() ?? .zero)
    }

    /// A point with two of its ends at most: those that were seen to cost least and most, or where
    /// they are one, that one and another.
    func narrowed(_ index: Int) -> OpenPoint {
        var point = points[index]
        let possible = seen[index].indices.filter { !seen[index][$0].isEmpty }
        let least = possible.min { seen[index][$0].least < seen[index][$1].least }
        guard let least, let most = costliest(index) else {
            // No end of it can stand beside another point's: the first is as good as any.
            point.ends = Array(point.ends.prefix(1))
            return point
        }
        let other = most == least ? possible.last { $0 != least } : most
        point.ends = [least, other].compactMap { $0.map { point.ends[$0] } }
        return point
    }

    /// The end at which a point stands where it is not combined: nothing used of a figure, and of
    /// a term what costs most.
    func expectedEnd(of index: Int) -> OpenPoint.End? {
        guard points[index].isExpectedAtMost else { return points[index].ends.first }
        return costliest(index).map { points[index].ends[$0] }
    }

    private func costliest(_ index: Int) -> Int? {
        seen[index].indices.filter { !seen[index][$0].isEmpty }
            .max { seen[index][$0].most < seen[index][$1].most }
    }
}
