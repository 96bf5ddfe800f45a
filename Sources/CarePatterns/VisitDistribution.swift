/// How likely each number of visits is.
public struct VisitDistribution: Hashable, Sendable {
    /// The chance of 0 visits, of 1, of 2, and so on.
    public let probabilities: [Double]

    /// Creates a distribution from the chance of 0 visits, of 1, and so on.
    public init(probabilities: [Double]) {
        self.probabilities = probabilities
    }

    /// A number of visits that is certain.
    public init(certainly visits: Int) {
        probabilities = (0...max(visits, 0)).map { $0 == visits ? 1 : 0 }
    }

    /// What is left open by rounding where probabilities are added up.
    private static let rounding = 1e-12

    /// The chance of exactly so many visits.
    public func probability(of visits: Int) -> Double {
        probabilities.indices.contains(visits) ? probabilities[visits] : 0
    }

    /// The chance of more than so many visits.
    public func probability(ofMoreThan visits: Int) -> Double {
        probabilities.dropFirst(max(visits + 1, 0)).reduce(0, +)
    }

    /// The chance that a visit takes place.
    public func probability(ofReaching visit: Int) -> Double {
        probability(ofMoreThan: visit - 1)
    }

    /// The mean number of visits.
    public var mean: Double {
        probabilities.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    }

    /// The smallest number of visits that is not exceeded with a probability.
    ///
    /// Adding up leaves an error in the last digits; a sum that falls short by no more than that
    /// counts as reached.
    public func quantile(_ probability: Double) -> Int {
        var sum = 0.0
        for (visits, part) in probabilities.enumerated() {
            sum += part
            if sum + VisitDistribution.rounding >= probability { return visits }
        }
        return probabilities.lastIndex { $0 > 0 } ?? 0
    }
}

extension VisitDistribution {
    /// The sum of two numbers of visits that do not depend on each other.
    public func adding(_ other: VisitDistribution) -> VisitDistribution {
        guard !probabilities.isEmpty, !other.probabilities.isEmpty else {
            return VisitDistribution(probabilities: [])
        }
        var sum = [Double](
            repeating: 0,
            count: probabilities.count + other.probabilities.count - 1
        )
        for (visits, part) in probabilities.enumerated() {
            for (more, otherPart) in other.probabilities.enumerated() {
                sum[visits + more] += part * otherPart
            }
        }
        return VisitDistribution(probabilities: sum)
    }

    /// These visits with a chance, and none otherwise.
    public func happening(withProbability chance: Double) -> VisitDistribution {
        var parts = probabilities.map { $0 * chance }
        if parts.isEmpty { parts = [0] }
        parts[0] += 1 - chance
        return VisitDistribution(probabilities: parts)
    }

    /// These visits so many times over, each time anew.
    public func repeated(_ times: Int) -> VisitDistribution {
        (0..<max(times, 0)).reduce(VisitDistribution(certainly: 0)) { sum, _ in sum.adding(self) }
    }

    /// One or the other, where the parts of both add up to one.
    func merged(with other: VisitDistribution) -> VisitDistribution {
        let count = max(probabilities.count, other.probabilities.count)
        return VisitDistribution(
            probabilities: (0..<count).map { probability(of: $0) + other.probability(of: $0) }
        )
    }
}
