/// How often pain comes back within a year so that the patient seeks care again.
public struct Recurrence: Hashable, Sendable {
    /// The share of patients who have sought care again by some month.
    public struct Point: Hashable, Sendable {
        /// The months since the first plan ended.
        public let months: Int
        /// The share.
        public let share: Double

        /// Creates a point.
        public init(months: Int, share: Double) {
            self.months = months
            self.share = share
        }
    }

    /// The shares by month; the last stands for the year.
    public let points: [Point]
    /// The plan of a return, such as a mild flare.
    public let flare: CarePattern
    /// The parts of the body in which it was studied; elsewhere it is borrowed.
    public let studiedIn: Set<BodyRegion>
    /// The studies.
    public let citations: [Citation]

    /// Creates a recurrence.
    public init(
        points: [Point],
        flare: CarePattern,
        studiedIn: Set<BodyRegion>,
        citations: [Citation]
    ) {
        self.points = points
        self.flare = flare
        self.studiedIn = studiedIn
        self.citations = citations
    }

    /// The visits of twelve months: the first plan, and a return where there is one.
    ///
    /// - Parameters:
    ///   - course: How the first plan ends.
    ///   - model: The model, for the return: a plan of its own in which everybody comes.
    /// - Returns: The number of visits. Whoever was sent elsewhere by a stop rule does not return.
    public func twelveMonths(
        after course: CourseDistribution,
        model: CourseModel
    ) -> VisitDistribution {
        let share = points.last?.share ?? 0
        let flare = model.course(of: flare, prognosis: model.prognosis(of: flare)).visits
        let once = course.visits(because: .stopRule)
        let again = EndReason.allCases.filter { $0 != .stopRule }
            .map { course.visits(because: $0) }
            .reduce(VisitDistribution(probabilities: [])) { $0.merged(with: $1) }
        return once.merged(with: again.adding(flare.happening(withProbability: share)))
    }
}
