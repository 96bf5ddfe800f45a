public import CareModel

/// How pain goes on average without any particular care, to be shown beside a plan.
public struct NaturalCourse: Hashable, Sendable {
    /// The mean pain some weeks after the beginning.
    public struct Point: Hashable, Sendable {
        /// The weeks, such as 6.5.
        public let weeks: Double
        /// The pain, 0 to 100.
        public let pain: Double

        /// Creates a point.
        public init(weeks: Double, pain: Double) {
            self.weeks = weeks
            self.pain = pain
        }
    }

    /// Its name.
    public let id: String
    /// What it shows, in plain words.
    public let words: LocalizedWords
    /// The patterns beside which it is shown.
    public let patterns: Set<String>
    /// The points in order of time.
    public let points: [Point]
    /// The studies.
    public let citations: [Citation]

    /// Creates a course.
    public init(
        id: String,
        words: LocalizedWords,
        patterns: Set<String>,
        points: [Point],
        citations: [Citation]
    ) {
        self.id = id
        self.words = words
        self.patterns = patterns
        self.points = points
        self.citations = citations
    }
}

/// A sentence that is shown beside certain plans, with what it rests on.
public struct Statement: Hashable, Sendable {
    /// Its name.
    public let id: String
    /// The sentence.
    public let words: LocalizedWords
    /// The patterns beside which it is shown.
    public let patterns: Set<String>
    /// The studies.
    public let citations: [Citation]

    /// Creates a statement.
    public init(
        id: String,
        words: LocalizedWords,
        patterns: Set<String>,
        citations: [Citation]
    ) {
        self.id = id
        self.words = words
        self.patterns = patterns
        self.citations = citations
    }
}

/// A way to measure whether a patient is better.
public struct OutcomeMeasure: Hashable, Sendable {
    /// Its name, such as `pain`.
    public let id: String
    /// What it measures, in plain words.
    public let words: LocalizedWords
    /// The highest score; absent where there is none, such as for days.
    public let scale: Double?
    /// The least change that matters, in points; absent where only a part is published.
    public let minimalChange: Double?
    /// The parts of the body for which it is used.
    public let regions: Set<BodyRegion>
    /// The studies.
    public let citations: [Citation]

    /// Creates a measure.
    public init(
        id: String,
        words: LocalizedWords,
        scale: Double?,
        minimalChange: Double?,
        regions: Set<BodyRegion>,
        citations: [Citation]
    ) {
        self.id = id
        self.words = words
        self.scale = scale
        self.minimalChange = minimalChange
        self.regions = regions
        self.citations = citations
    }
}

/// A goal that can be counted, such as how long a patient can walk.
public struct Goal: Hashable, Sendable {
    /// Its name, such as `walk`.
    public let id: String
    /// The goal, in plain words.
    public let words: LocalizedWords
    /// The parts of the body for which it is a goal.
    public let regions: Set<BodyRegion>
    /// What is counted.
    public let measure: LocalizedWords
    /// An example of how it was before.
    public let exampleBefore: LocalizedWords
    /// An example of what is aimed at.
    public let exampleAfter: LocalizedWords

    /// Creates a goal.
    public init(
        id: String,
        words: LocalizedWords,
        regions: Set<BodyRegion>,
        measure: LocalizedWords,
        exampleBefore: LocalizedWords,
        exampleAfter: LocalizedWords
    ) {
        self.id = id
        self.words = words
        self.regions = regions
        self.measure = measure
        self.exampleBefore = exampleBefore
        self.exampleAfter = exampleAfter
    }
}

/// When a checkpoint is met, and when care stops.
public struct StopRules: Hashable, Sendable {
    /// The part by which pain or function must improve, where no minimal change is published.
    public let relativeChange: Double
    /// The points of pain, of ten, by which a patient who is worse stops.
    public let worsening: Double
    /// The ways to measure.
    public let measures: [OutcomeMeasure]
    /// The goals that can be counted.
    public let goals: [Goal]
    /// When a checkpoint is met that asks for an improvement, one statement for each pattern.
    public let continueIf: [Statement]
    /// When a checkpoint is met that asks for a further gain.
    public let furtherGainIf: [Statement]
    /// What happens otherwise.
    public let otherwise: Statement
    /// When care stops at any visit.
    public let rules: [Statement]
    /// Which of them, by name, hold for a single visit without a plan too.
    public let namesAtOneVisit: Set<String>

    /// Creates rules.
    public init(
        relativeChange: Double,
        worsening: Double,
        measures: [OutcomeMeasure],
        goals: [Goal],
        continueIf: [Statement],
        furtherGainIf: [Statement],
        otherwise: Statement,
        rules: [Statement],
        namesAtOneVisit: Set<String> = []
    ) {
        self.relativeChange = relativeChange
        self.worsening = worsening
        self.measures = measures
        self.goals = goals
        self.continueIf = continueIf
        self.furtherGainIf = furtherGainIf
        self.otherwise = otherwise
        self.rules = rules
        self.namesAtOneVisit = namesAtOneVisit
    }

    /// When care stops at a single visit that belongs to no plan.
    public var atOneVisit: [Statement] { rules.filter { namesAtOneVisit.contains($0.id) } }

    /// When the care of a pattern goes on after a checkpoint.
    ///
    /// - Parameters:
    ///   - question: What must be seen at the checkpoint.
    ///   - pattern: The name of the pattern.
    /// - Returns: The statement; the tables are checked to have one.
    public func goesOn(_ question: Gate.Question, of pattern: String) -> Statement? {
        let statements =
            switch question {
            case .improvement: continueIf
            case .furtherGain: furtherGainIf
            }
        return statements.first { $0.patterns.contains(pattern) }
    }

    /// Whether a score has improved enough for care to go on.
    ///
    /// Lower scores are better. A part of the first score is enough, and so is the least change
    /// that matters.
    public func isMet(_ measure: OutcomeMeasure, before: Double, now: Double) -> Bool {
        let gain = before - now
        guard gain > 0 else { return false }
        let isPartMet = gain >= relativeChange * before - StopRules.rounding
        return isPartMet || measure.minimalChange.map { gain >= $0 - StopRules.rounding } ?? false
    }

    /// Whether pain, 0 to 10, is worse by so much that care stops at any visit.
    public func isWorse(painBefore before: Double, now: Double) -> Bool {
        now - before >= worsening - StopRules.rounding
    }

    /// What binary fractions leave open in a product such as 0.3 × 10.
    private static let rounding = 1e-9
}
