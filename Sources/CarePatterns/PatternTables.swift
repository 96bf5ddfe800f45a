/// All that the tables say of care patterns.
public struct PatternTables: Hashable, Sendable {
    /// The patterns in the order of their names.
    public let patterns: [CarePattern]
    /// The figures that they share.
    public let model: CourseModel
    /// How much care may be given at most.
    public let limits: CareLimits
    /// How close visits may come to each other.
    public let spacing: VisitCalendar.Spacing
    /// What is known of patients that bears on the result.
    public let factors: [PrognosticFactor]
    /// The questions asked in the course of care.
    public let tests: [ResponseTest]
    /// What is asked at a gate.
    public let gateTest: GateTest
    /// How often pain comes back.
    public let recurrence: Recurrence
    /// Visits that keep up a gain.
    public let maintenance: Maintenance
    /// The questions before any price.
    public let screening: Screening
    /// How a pattern is chosen for a complaint.
    public let chooser: PatternChooser
    /// When a checkpoint is met, and when care stops.
    public let stopRules: StopRules
    /// How pain goes without any particular care.
    public let naturalCourses: [NaturalCourse]
    /// What more visits buy.
    public let moreVisits: [Statement]
    /// What can be done instead, or first.
    public let alternatives: [Statement]
    /// What to do around a visit, and when to call.
    public let advice: VisitAdvice
    /// The federal holidays.
    public let holidays: HolidayTable

    /// Creates the tables.
    public init(
        patterns: [CarePattern],
        model: CourseModel,
        limits: CareLimits,
        spacing: VisitCalendar.Spacing,
        factors: [PrognosticFactor],
        tests: [ResponseTest],
        gateTest: GateTest,
        recurrence: Recurrence,
        maintenance: Maintenance,
        screening: Screening,
        chooser: PatternChooser,
        stopRules: StopRules,
        naturalCourses: [NaturalCourse],
        moreVisits: [Statement],
        alternatives: [Statement],
        advice: VisitAdvice,
        holidays: HolidayTable
    ) {
        self.patterns = patterns
        self.model = model
        self.limits = limits
        self.spacing = spacing
        self.factors = factors
        self.tests = tests
        self.gateTest = gateTest
        self.recurrence = recurrence
        self.maintenance = maintenance
        self.screening = screening
        self.chooser = chooser
        self.stopRules = stopRules
        self.naturalCourses = naturalCourses
        self.moreVisits = moreVisits
        self.alternatives = alternatives
        self.advice = advice
        self.holidays = holidays
    }

    /// The pattern of that name.
    public func pattern(_ id: String) -> CarePattern? { patterns.first { $0.id == id } }

    /// The factor of that name.
    public func factor(_ id: String) -> PrognosticFactor? { factors.first { $0.id == id } }

    /// What a test of that name has found: an answer to a question, or whether a gate was met.
    public func finding(_ test: String, improved: Bool) -> Forecast.Finding? {
        if test == gateTest.id { return .gate(isMet: improved) }
        return tests.first { $0.id == test }.map { .test($0, improved: improved) }
    }
}

extension PatternTables {
    /// What is to be expected of a plan.
    ///
    /// - Parameters:
    ///   - pattern: The plan.
    ///   - factors: What is known of the patient.
    ///   - attendance: Whether patients who leave of their own accord are counted.
    ///   - grade: The best grade that the plan can have, from ``ScreeningResult/bestGrade``.
    ///   - forecast: The visits done and what they showed, in the middle of a plan.
    /// - Returns: The projection.
    /// - Throws: ``ForecastError`` where the forecast does not fit the plan.
    public func projection(
        of pattern: CarePattern,
        factors: [PrognosticFactor] = [],
        attendance: Attendance = .adherent,
        atBest grade: EvidenceGrade = .a,
        after forecast: Forecast? = nil
    ) throws(ForecastError) -> Projection {
        let prognosis = model.prognosis(of: pattern, factors: factors, atBest: grade)
        let course: CourseDistribution
        if let forecast {
            course = try model.course(
                of: pattern,
                prognosis: prognosis,
                attendance: attendance,
                after: forecast
            )
        } else {
            course = model.course(of: pattern, prognosis: prognosis, attendance: attendance)
        }
        return Projection(
            pattern: pattern,
            prognosis: prognosis,
            attendance: attendance,
            course: course,
            twelveMonths: recurrence.twelveMonths(after: course, model: model)
        )
    }
}

/// What is to be expected of a plan: how it can end, and the visits of a year.
public struct Projection: Hashable, Sendable {
    /// The plan.
    public let pattern: CarePattern
    /// The prognosis before the first visit.
    public let prognosis: Prognosis
    /// Whether patients who leave of their own accord are counted.
    public let attendance: Attendance
    /// How the plan can end.
    public let course: CourseDistribution
    /// The visits of twelve months, a return included.
    public let twelveMonths: VisitDistribution

    /// The chance that a visit takes place.
    public func probability(ofVisit visit: Int) -> Double {
        course.visits.probability(ofReaching: visit)
    }
}
