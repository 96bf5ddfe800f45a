public import CareModel

/// Visits that keep up a gain: opt-in, far apart, looked at again, and with an end.
public struct Maintenance: Hashable, Sendable {
    /// Flares that may come in a year, each with the same chance.
    public struct Flares: Hashable, Sendable {
        /// How many may come.
        public let most: Int
        /// How likely each is.
        public let chance: Double

        /// Creates flares.
        public init(most: Int, chance: Double) {
            self.most = most
            self.chance = chance
        }
    }

    /// The name by which a request gives it.
    public let id: String
    /// What it is called.
    public let words: LocalizedWords
    /// For whom it is.
    public let eligibility: LocalizedWords
    /// What it does, and for whom it does nothing.
    public let benefit: LocalizedWords
    /// The parts of the body for which it is.
    public let regions: Set<BodyRegion>
    /// The patterns of pain that is recurrent or persistent by itself.
    public let patterns: Set<String>
    /// The weeks between visits, and their limits.
    public let interval: Interval
    /// The weeks after which it ends.
    public let horizonWeeks: Int
    /// How many visits may pass until it is looked at again.
    public let reviewVisits: Int
    /// The most visits in a month.
    public let mostVisitsPerMonth: Int
    /// The chance that a scheduled visit takes place.
    public let attendance: Double
    /// Flares all the same, and the plan of each.
    public let flares: Flares
    /// Flares of a patient who comes only when it hurts.
    public let symptomGuided: Flares
    /// The plan of a flare.
    public let flare: CarePattern
    /// How well it is known.
    public let grade: EvidenceGrade
    /// The studies.
    public let citations: [Citation]

    /// The weeks between visits.
    public struct Interval: Hashable, Sendable {
        /// The usual weeks.
        public let usual: Int
        /// The fewest and the most.
        public let range: ClosedRange<Int>

        /// Creates an interval.
        public init(usual: Int, range: ClosedRange<Int>) {
            self.usual = usual
            self.range = range
        }
    }

    /// Creates the terms of maintenance.
    public init(
        id: String,
        words: LocalizedWords,
        eligibility: LocalizedWords,
        benefit: LocalizedWords,
        regions: Set<BodyRegion>,
        patterns: Set<String>,
        interval: Interval,
        horizonWeeks: Int,
        reviewVisits: Int,
        mostVisitsPerMonth: Int,
        attendance: Double,
        flares: Flares,
        symptomGuided: Flares,
        flare: CarePattern,
        grade: EvidenceGrade,
        citations: [Citation]
    ) {
        self.id = id
        self.words = words
        self.eligibility = eligibility
        self.benefit = benefit
        self.regions = regions
        self.patterns = patterns
        self.interval = interval
        self.horizonWeeks = horizonWeeks
        self.reviewVisits = reviewVisits
        self.mostVisitsPerMonth = mostVisitsPerMonth
        self.attendance = attendance
        self.flares = flares
        self.symptomGuided = symptomGuided
        self.flare = flare
        self.grade = grade
        self.citations = citations
    }

    /// Whether maintenance can follow a plan; the patient must ask for it all the same.
    ///
    /// - Parameters:
    ///   - pattern: The plan before it.
    ///   - isKnownRecurrent: Whether the pain is known to come back; nothing where nobody knows.
    ///   - end: Why the plan ended; nothing where it still goes on.
    /// - Returns: Whether the pain is recurrent or persistent, and the care has not failed.
    public func canFollow(
        _ pattern: CarePattern,
        isKnownRecurrent: Bool?,
        endedBecause end: EndReason?
    ) -> Bool {
        let comesBack = patterns.contains(pattern.id) || isKnownRecurrent == true
        return regions.contains(pattern.region) && comesBack && end != .stopRule
    }

    /// Whether the patient is examined again at one of the visits, counted from 1.
    public func isReview(_ visit: Int) -> Bool { visit % max(reviewVisits, 1) == 0 }

    /// How many visits are scheduled until the end: six at every eight weeks of a year.
    public func scheduledVisits(everyWeeks weeks: Int? = nil) -> Int {
        horizonWeeks / max(weeks ?? interval.usual, 1)
    }

    /// The visits of a year with maintenance: the scheduled ones that take place, and flares.
    public func visits(model: CourseModel, everyWeeks weeks: Int? = nil) -> VisitDistribution {
        VisitDistribution(certainly: 1)
            .happening(withProbability: attendance)
            .repeated(scheduledVisits(everyWeeks: weeks))
            .adding(visits(of: flares, model: model))
    }

    /// The visits of twelve months: the first plan, and maintenance for whoever it has helped.
    ///
    /// - Parameters:
    ///   - course: How the first plan ends.
    ///   - model: The model.
    /// - Returns: The number of visits. Whoever was sent elsewhere or stayed away has no more.
    public func twelveMonths(
        after course: CourseDistribution,
        model: CourseModel
    ) -> VisitDistribution {
        let once = course.visits(because: .stopRule).merged(with: course.visits(because: .patient))
        let goesOn = course.visits(because: .goals).merged(with: course.visits(because: .cap))
        return once.merged(with: goesOn.adding(visits(model: model)))
    }

    /// The visits of a year in which the patient comes only when it hurts.
    public func symptomGuidedVisits(model: CourseModel) -> VisitDistribution {
        visits(of: symptomGuided, model: model)
    }

    private func visits(of flares: Flares, model: CourseModel) -> VisitDistribution {
        let prognosis = model.prognosis(of: flare)
        return model.course(of: flare, prognosis: prognosis, attendance: .typical).visits
            .happening(withProbability: flares.chance)
            .repeated(flares.most)
    }
}
