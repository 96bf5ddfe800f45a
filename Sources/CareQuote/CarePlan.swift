public import CareModel
public import CarePatterns

/// A plan of care on the calendar: which pattern and why, its dates, and how it can end.
public struct CarePlan: Hashable, Sendable {
    /// A visit at which the patient is examined again.
    public struct Checkpoint: Hashable, Sendable {
        /// The number of the visit.
        public let visit: Int
        /// Its date.
        public let date: CalendarDate
        /// Why the patient is examined there.
        public let reason: ReEvaluation.Reason
        /// What must be seen there for care to go on; nothing where the exam decides nothing.
        public let question: Gate.Question?
    }

    /// Visits that keep up a gain, after the longest course.
    public struct Upkeep: Hashable, Sendable {
        /// The terms.
        public let terms: Maintenance
        /// The date of each scheduled visit.
        public let dates: [CalendarDate]
        /// The chance that each takes place: the care has helped, and the patient comes.
        public let probability: Double
        /// The visits of twelve months, the plan before them included.
        public let twelveMonths: VisitDistribution
    }

    /// Why the pattern was chosen; absent where the request names it.
    public let reason: PatternReason?
    /// How the plan can end.
    public let projection: Projection
    /// The date of each visit of the longest course, those that are done included.
    public let dates: [CalendarDate]
    /// The visits at which the patient is examined again, of those that are left.
    public let checkpoints: [Checkpoint]
    /// How many visits are done.
    public let visitsDone: Int
    /// The factors that were counted.
    public let factors: [PrognosticFactor]
    /// What is shown beside the plan.
    public let evidence: CareEvidence
    /// The visits that keep up a gain, where the patient asks for them.
    public let maintenance: Upkeep?

    /// The pattern, with as many visits as it may have at most.
    public var pattern: CarePattern { projection.pattern }

    /// The visits at which the patient is examined again among those that keep up a gain.
    public var maintenanceExams: [Checkpoint] {
        guard let maintenance else { return [] }
        return zip(1..., maintenance.dates).filter { number, _ in maintenance.terms.isReview(number)
        }
        .map { number, date in
            Checkpoint(visit: pattern.cap + number, date: date, reason: .visits, question: nil)
        }
    }

    /// The visit by which half of the courses or more have ended.
    public var likelyEnd: Int { projection.course.visits.quantile(0.5) }

    /// The visits of twelve months: with maintenance where it is asked for, else with a return of
    /// the pain for some.
    public var twelveMonths: VisitDistribution {
        maintenance?.twelveMonths ?? projection.twelveMonths
    }
}

/// What the tables say beside a plan: when it stops, how pain goes without it, what else helps.
public struct CareEvidence: Hashable, Sendable {
    /// When a checkpoint is met, and when care stops.
    public let stopRules: StopRules
    /// The goals with a number that suit the part of the body.
    public let goals: [Goal]
    /// How pain goes without any particular care.
    public let naturalCourses: [NaturalCourse]
    /// What more visits buy.
    public let moreVisits: [Statement]
    /// What can be done instead, or first.
    public let alternatives: [Statement]
    /// What to do around a visit, what is common after it, and when to call.
    public let advice: VisitAdvice
    /// How much care may be given without an exam.
    public let limits: CareLimits

    /// Whether how often pain comes back was studied in other parts of the body only.
    public let borrowsReturns: Bool

    /// What of the tables belongs beside a pattern.
    init(beside pattern: CarePattern, in tables: PatternTables) {
        stopRules = tables.stopRules
        goals = tables.stopRules.goals.filter { $0.regions.contains(pattern.region) }
        naturalCourses = tables.naturalCourses.filter { $0.patterns.contains(pattern.id) }
        moreVisits = tables.moreVisits.filter { $0.patterns.contains(pattern.id) }
        advice = tables.advice.beside(pattern)
        limits = tables.limits
        borrowsReturns = !tables.recurrence.studiedIn.contains(pattern.region)
        alternatives = tables.alternatives.filter { $0.patterns.contains(pattern.id) }
    }
}
