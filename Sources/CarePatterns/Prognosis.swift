/// How likely care is to help one patient, how soon, and how well that is known.
public struct Prognosis: Hashable, Sendable {
    /// The chance that the care helps.
    public let responders: Double
    /// The chance at each visit that the goals are met, where it does.
    public let goalsMetPerVisit: Double
    /// How far ``responders`` may lie to either side.
    public let width: Double
    /// By how many times ``goalsMetPerVisit`` may be larger or smaller.
    public let ratio: Double
    /// How well it is known.
    public let grade: EvidenceGrade

    /// Creates a prognosis.
    public init(
        responders: Double,
        goalsMetPerVisit: Double,
        width: Double,
        ratio: Double,
        grade: EvidenceGrade
    ) {
        self.responders = responders
        self.goalsMetPerVisit = goalsMetPerVisit
        self.width = width
        self.ratio = ratio
        self.grade = grade
    }

    /// The prognosis once a test has been read.
    ///
    /// - Parameters:
    ///   - test: The test.
    ///   - improved: Whether the patient had improved.
    /// - Returns: The new prognosis.
    public func updated(by test: ResponseTest, improved: Bool) -> Prognosis {
        replacing(responders: test.posterior(of: responders, improved: improved), width: width)
    }

    /// The prognosis of a patient of whom it is known that the care helps.
    public var withImprovement: Prognosis { replacing(responders: 1, width: 0) }

    private func replacing(responders: Double, width: Double) -> Prognosis {
        Prognosis(
            responders: responders,
            goalsMetPerVisit: goalsMetPerVisit,
            width: width,
            ratio: ratio,
            grade: grade
        )
    }
}
