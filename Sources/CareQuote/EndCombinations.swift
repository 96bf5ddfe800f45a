import CareModel

/// Every way in which the ends of some points stand together, numbered from 0.
struct EndCombinations {
    /// The points that are combined.
    let points: ArraySlice<OpenPoint>
    /// The ends of the points that are not.
    let held: Setting
    /// How many combinations there are.
    var count: Int { EndCombinations.count(of: points) }

    /// How many ways there are for the ends of points to stand together, or more than a document
    /// may have.
    static func count(of points: some Sequence<OpenPoint>) -> Int {
        points.reduce(1) { min($0 * $1.ends.count, DocumentLimits.combinations + 1) }
    }

    /// The setting of a combination.
    func setting(_ number: Int) -> Setting {
        var rest = number
        return points.reduce(into: held) { setting, point in
            setting = setting.with(point, at: point.ends[rest % point.ends.count])
            rest /= point.ends.count
        }
    }

    /// Whether every figure stands at the first of its ends: nothing used.
    func usesNothing(_ number: Int) -> Bool {
        var rest = number
        return points.allSatisfy { point in
            defer { rest /= point.ends.count }
            return point.isExpectedAtMost || rest % point.ends.count == 0
        }
    }

    /// The combinations in groups that differ in the end of one point alone.
    func groups(of index: Int) -> [[Int]] {
        let step = EndCombinations.count(of: points.prefix(upTo: index))
        let ends = points[index].ends.count
        return (0..<count).filter { $0 / step % ends == 0 }
            .map { first in (0..<ends).map { first + $0 * step } }
    }
}
