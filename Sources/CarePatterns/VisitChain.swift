/// One pass of a plan, visit by visit, with two kinds of patients: those whom the care helps and
/// those whom it does not.
///
/// ```swift
/// // Half are helped, half of those are done at each visit, and the gate is visit 2 of 3.
/// let chain = VisitChain(
///     responders: 0.5,
///     goalsMetPerVisit: 0.5,
///     firstGoalsVisit: 2,
///     attrition: .none,
///     gates: [Gate(visit: 2, question: .improvement)],
///     cap: 3
/// )
/// chain.course.probability(ofLastVisit: 2)  // 0.75
/// ```
public struct VisitChain: Hashable, Sendable {
    /// The share who are helped.
    public let responders: Double
    /// The chance at each visit that the goals of such a patient are met.
    public let goalsMetPerVisit: Double
    /// The first visit at which goals can be met.
    public let firstGoalsVisit: Int
    /// The share who leave after a visit.
    public let attrition: Attrition
    /// The gates in order.
    public let gates: [Gate]
    /// The most visits.
    public let cap: Int

    /// Creates a pass.
    public init(
        responders: Double,
        goalsMetPerVisit: Double,
        firstGoalsVisit: Int,
        attrition: Attrition,
        gates: [Gate],
        cap: Int
    ) {
        self.responders = responders
        self.goalsMetPerVisit = goalsMetPerVisit
        self.firstGoalsVisit = firstGoalsVisit
        self.attrition = attrition
        self.gates = gates
        self.cap = cap
    }

    /// The probability of each last visit and reason.
    public var course: CourseDistribution {
        var ends = CourseDistribution.Ends(cap: cap)
        followResponders(&ends)
        followNonResponders(&ends)
        return CourseDistribution(ends)
    }

    private func followResponders(_ ends: inout CourseDistribution.Ends) {
        // At each visit, of those still in care:
        // 1. Some have met their goals.
        // 2. At the cap the others end.
        // 3. At a gate for a further gain some are found to have had none.
        // 4. Some do not come again.
        var share = responders
        func leave(_ part: Double, at visit: Int, because reason: EndReason) {
            ends.add(part, at: visit, because: reason)
            share -= part
        }
        for visit in stride(from: 1, through: cap, by: 1) {
            if visit >= firstGoalsVisit {
                leave(share * goalsMetPerVisit, at: visit, because: .goals)
            }
            if visit == cap {
                return leave(share, at: visit, because: .cap)
            }
            for gate in gates where gate.visit == visit && gate.stopProbability > 0 {
                leave(share * gate.stopProbability, at: visit, because: .stopRule)
            }
            leave(share * attrition.after(visit: visit), at: visit, because: .patient)
        }
    }

    private func followNonResponders(_ ends: inout CourseDistribution.Ends) {
        // Care that does not help ends at the first gate; until then some do not come again.
        var share = 1 - responders
        let firstGate = min(gates.first?.visit ?? cap, cap)
        for visit in stride(from: 1, to: firstGate, by: 1) {
            let part = share * attrition.after(visit: visit)
            ends.add(part, at: visit, because: .patient)
            share -= part
        }
        if firstGate > 0 { ends.add(share, at: firstGate, because: .stopRule) }
    }
}

/// The share of patients who do not come again, after a visit at which care would have gone on.
public struct Attrition: Hashable, Sendable {
    /// After the first visit.
    public let first: Double
    /// After each later visit.
    public let later: Double

    /// Creates an attrition.
    public init(first: Double, later: Double) {
        self.first = first
        self.later = later
    }

    /// Nobody leaves.
    public static let none = Attrition(first: 0, later: 0)

    /// The share who leave after a visit.
    public func after(visit: Int) -> Double { visit == 1 ? first : later }
}
