/// A visit at which it is decided whether the care goes on.
public struct Gate: Hashable, Sendable {
    /// What must be seen at the visit.
    public enum Question: Hashable, Sendable {
        /// That the patient is better by an amount that matters.
        case improvement
        /// That there was a further gain since the gate before.
        ///
        /// `stopProbability` is the share of those still in care who have had none.
        case furtherGain(stopProbability: Double)
    }

    /// The visit's number, from 1.
    public let visit: Int
    /// What must be seen.
    public let question: Question

    /// Creates a gate.
    public init(visit: Int, question: Question) {
        self.visit = visit
        self.question = question
    }

    /// The share of helped patients who stop here for want of a further gain.
    public var stopProbability: Double {
        switch question {
        case .improvement: 0
        case .furtherGain(let stopProbability): stopProbability
        }
    }
}
