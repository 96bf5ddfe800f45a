/// The figures that all patterns share: who leaves, how wide the ranges are, and what factors do.
public struct CourseModel: Hashable, Sendable {
    /// How likely each of three views of the evidence is.
    public struct ScenarioWeights: Hashable, Sendable {
        /// Care helps more people, and sooner.
        public let favourable: Double
        /// The figures as they are.
        public let central: Double
        /// Care helps fewer people, and later.
        public let unfavourable: Double

        /// Creates the weights, which add up to one.
        public init(favourable: Double, central: Double, unfavourable: Double) {
            self.favourable = favourable
            self.central = central
            self.unfavourable = unfavourable
        }
    }

    /// How far the figures of a grade may be off.
    public struct GradeWidth: Hashable, Sendable {
        /// How far the share of patients who are helped may lie to either side.
        public let responders: Double
        /// By how many times the chance that goals are met may be larger or smaller.
        public let goalsRatio: Double

        /// Creates a width.
        public init(responders: Double, goalsRatio: Double) {
            self.responders = responders
            self.goalsRatio = goalsRatio
        }
    }

    /// How far the figures may be off, for every grade.
    public struct GradeWidths: Hashable, Sendable {
        /// For grade A.
        public let a: GradeWidth
        /// For grade B.
        public let b: GradeWidth
        /// For grade C.
        public let c: GradeWidth

        /// Creates the widths.
        public init(a: GradeWidth, b: GradeWidth, c: GradeWidth) {
            self.a = a
            self.b = b
            self.c = c
        }

        /// The width of a grade.
        public subscript(grade: EvidenceGrade) -> GradeWidth {
            switch grade {
            case .a: a
            case .b: b
            case .c: c
            }
        }
    }

    /// What factors do to a prognosis, and how much they may do at most.
    public struct FactorTerms: Hashable, Sendable {
        /// The part of each factor's delta that is believed.
        public let shrink: Double
        /// The least and the greatest sum.
        public let shift: ClosedRange<Double>
        /// How strongly the sum moves the chance that goals are met.
        public let goalsExponent: Double
        /// How much wider a factor of grade C makes the range.
        public let weakWidth: Double
        /// How much wider all of them together may make it.
        public let weakWidthMost: Double
        /// The least and the greatest share of patients who are helped.
        public let responders: ClosedRange<Double>

        /// Creates the terms.
        public init(
            shrink: Double,
            shift: ClosedRange<Double>,
            goalsExponent: Double,
            weakWidth: Double,
            weakWidthMost: Double,
            responders: ClosedRange<Double>
        ) {
            self.shrink = shrink
            self.shift = shift
            self.goalsExponent = goalsExponent
            self.weakWidth = weakWidth
            self.weakWidthMost = weakWidthMost
            self.responders = responders
        }
    }

    /// The first visit at which goals can be met.
    public let firstGoalsVisit: Int
    /// The share of patients who leave of their own accord.
    public let attrition: Attrition
    /// How likely each view of the evidence is.
    public let weights: ScenarioWeights
    /// How far the figures of each grade may be off.
    public let widths: GradeWidths
    /// What factors do.
    public let factors: FactorTerms

    /// Creates a model.
    public init(
        firstGoalsVisit: Int,
        attrition: Attrition,
        weights: ScenarioWeights,
        widths: GradeWidths,
        factors: FactorTerms
    ) {
        self.firstGoalsVisit = firstGoalsVisit
        self.attrition = attrition
        self.weights = weights
        self.widths = widths
        self.factors = factors
    }
}
