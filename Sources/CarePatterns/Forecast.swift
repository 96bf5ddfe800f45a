/// What is known in the middle of a plan: the visits done, and what they showed.
public struct Forecast: Hashable, Sendable {
    /// What was found.
    public enum Finding: Hashable, Sendable {
        /// The answer to a test.
        case test(ResponseTest, improved: Bool)
        /// Whether the last gate up to the visits done was met.
        case gate(isMet: Bool)
    }

    /// How many visits are done.
    public let visitsDone: Int
    /// What they showed, where anything was asked.
    public let finding: Finding?

    /// Creates a forecast.
    public init(visitsDone: Int, finding: Finding? = nil) {
        self.visitsDone = visitsDone
        self.finding = finding
    }
}

/// Why no forecast can be given.
public enum ForecastError: Error, Hashable, Sendable {
    /// Fewer visits than none are done.
    case negativeVisits(Int)
    /// The plan has no visit left.
    case planIsOver(visitsDone: Int, cap: Int)
    /// The test was not studied in the pattern.
    case testOfOtherPattern(test: String, pattern: String)
    /// The test is asked later.
    case testTooEarly(test: String, visitsDone: Int, earliestVisit: Int)
    /// No gate stands at the visit, nor before it.
    case noGate(visitsDone: Int, gates: [Int])
    /// Nobody's plan goes on after so many visits.
    case nobodyGoesOn(visitsDone: Int)
}

extension ForecastError: CustomStringConvertible {
    /// What is wrong, and what to write instead.
    public var description: String {
        switch self {
        case .negativeVisits(let visits):
            "\(visits) is not a number of visits done. Write 0 or more"
        case .planIsOver(let visitsDone, let cap):
            "\(visitsDone) visits are done, and the plan has at most \(cap). "
                + "Write a number below \(cap), or quote a new plan"
        case .testOfOtherPattern(let test, let pattern):
            "\(test) was not studied in \(pattern). Leave it out, or write a test of \(pattern)"
        case .testTooEarly(let test, let visitsDone, let earliestVisit):
            "\(test) is asked from visit \(earliestVisit) on, and \(visitsDone) are done. "
                + "Leave it out until then"
        case .noGate(let visitsDone, let gates):
            "the plan has no checkpoint at visit \(visitsDone), nor before it. Its checkpoints are "
                + "at visit \(gates.map(String.init).joined(separator: ", ")): write that many "
                + "visits, or leave the checkpoint out"
        case .nobodyGoesOn(let visitsDone):
            "every plan of this kind has ended by visit \(visitsDone). Quote a new plan"
        }
    }
}
