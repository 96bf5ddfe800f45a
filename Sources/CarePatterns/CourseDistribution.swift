/// How likely each way is in which a course of care can end: the last visit, and why it was the
/// last.
public struct CourseDistribution: Hashable, Sendable {
    /// Probabilities by visit, from visit 1, and by reason.
    struct Ends: Hashable, Sendable {
        fileprivate var byVisit: [[Double]]

        init(cap: Int) {
            let none = [Double](repeating: 0, count: EndReason.allCases.count)
            byVisit = Array(repeating: none, count: max(cap, 0))
        }

        mutating func add(_ part: Double, at visit: Int, because reason: EndReason) {
            byVisit[visit - 1][Ends.position(of: reason)] += part
        }

        static func position(of reason: EndReason) -> Int {
            switch reason {
            case .goals: 0
            case .stopRule: 1
            case .cap: 2
            case .patient: 3
            }
        }
    }

    private let ends: Ends

    init(_ ends: Ends) {
        self.ends = ends
    }

    /// A course that certainly ends at a visit.
    public init(endingAt visit: Int, because reason: EndReason) {
        var ends = Ends(cap: visit)
        if visit > 0 { ends.add(1, at: visit, because: reason) }
        self.init(ends)
    }

    /// Several courses, each with the chance that it is the one.
    public init(mixing parts: [(weight: Double, course: CourseDistribution)]) {
        var ends = Ends(cap: parts.map(\.course.cap).max() ?? 0)
        for part in parts {
            for (index, reasons) in part.course.ends.byVisit.enumerated() {
                for (position, probability) in reasons.enumerated() {
                    ends.byVisit[index][position] += part.weight * probability
                }
            }
        }
        self.init(ends)
    }

    /// The most visits.
    public var cap: Int { ends.byVisit.count }

    /// The chance that a visit is the last and ends the course for a reason.
    public func probability(ofLastVisit visit: Int, because reason: EndReason) -> Double {
        guard ends.byVisit.indices.contains(visit - 1) else { return 0 }
        return ends.byVisit[visit - 1][Ends.position(of: reason)]
    }

    /// The chance that a visit is the last.
    public func probability(ofLastVisit visit: Int) -> Double {
        guard ends.byVisit.indices.contains(visit - 1) else { return 0 }
        return ends.byVisit[visit - 1].reduce(0, +)
    }

    /// The chance that the course ends for a reason, at whichever visit.
    public func probability(because reason: EndReason) -> Double {
        ends.byVisit.reduce(0) { $0 + $1[Ends.position(of: reason)] }
    }

    /// The number of visits, without the reasons.
    public var visits: VisitDistribution {
        VisitDistribution(probabilities: [0] + ends.byVisit.map { $0.reduce(0, +) })
    }

    /// The number of visits of those courses alone that end for a reason.
    ///
    /// The probabilities add up to ``probability(because:)``, not to one.
    func visits(because reason: EndReason) -> VisitDistribution {
        let position = Ends.position(of: reason)
        return VisitDistribution(probabilities: [0] + ends.byVisit.map { $0[position] })
    }

    /// What is to be expected once it is known that care goes on after a visit.
    ///
    /// - Parameter visit: The last visit so far.
    /// - Returns: The course given that, or nothing where none goes on.
    public func goingOn(after visit: Int) -> CourseDistribution? {
        let remaining = visits.probability(ofMoreThan: visit)
        guard remaining > 0 else { return nil }
        var left = ends
        for index in left.byVisit.indices {
            for position in left.byVisit[index].indices {
                let probability = left.byVisit[index][position]
                left.byVisit[index][position] = index < visit ? 0 : probability / remaining
            }
        }
        return CourseDistribution(left)
    }
}
