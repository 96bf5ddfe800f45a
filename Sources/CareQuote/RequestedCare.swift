public import CareComplexity
public import CareModel
public import CarePatterns

/// A plan of care that a request asks to project.
public struct RequestedCare: Hashable, Sendable {
    /// How its pattern is found.
    public enum Choice: Hashable, Sendable {
        /// By the name of the pattern.
        case pattern(String)
        /// By the published criteria, from what the patient complains of.
        case complaint(Complaint)
    }

    /// What a test has shown.
    public struct Finding: Hashable, Sendable {
        /// The test, by its name.
        public let test: String
        /// Whether the patient had improved.
        public let hasImproved: Bool

        /// Creates a finding.
        public init(test: String, hasImproved: Bool) {
            self.test = test
            self.hasImproved = hasImproved
        }
    }

    /// What is known after some visits.
    public struct Progress: Hashable, Sendable {
        /// How many visits are done.
        public let visitsDone: Int
        /// The test that was made, by its name; absent where nothing was asked.
        public let test: String?
        /// Whether the patient had improved.
        public let hasImproved: Bool

        /// Creates what is known.
        public init(visitsDone: Int, test: String? = nil, hasImproved: Bool = false) {
            self.visitsDone = visitsDone
            self.test = test
            self.hasImproved = hasImproved
        }

        /// What the test has shown, where one was made.
        var finding: Finding? { test.map { Finding(test: $0, hasImproved: hasImproved) } }
    }

    /// How its pattern is found.
    public let choice: Choice
    /// The first day that suits for the first visit.
    public private(set) var start: CalendarDate
    /// The last day on which the plan may begin, to compare starts.
    public let startNoLaterThan: CalendarDate?
    /// What is known of the patient that bears on the result, by the names of the factors.
    public let factors: [String]
    /// What one follow-up visit holds.
    public let session: Session
    /// How thorough the first visit's exam is; absent for what the clinic's table says.
    public let exam: ExamLevel?
    /// Whether patients who leave of their own accord are counted.
    public let attendance: Attendance
    /// The weekdays that suit the patient; absent for all on which the clinic is open.
    public let weekdays: Set<Weekday>?
    /// Whether visits that keep up a gain follow; they are never added by themselves.
    public let includesMaintenance: Bool
    /// What is known after some visits; absent before the first.
    public private(set) var progress: Progress?
    /// Where the request asks for it.
    public let place: SourcePlace

    /// Creates a plan of care.
    public init(
        choice: Choice,
        start: CalendarDate,
        startNoLaterThan: CalendarDate? = nil,
        factors: [String] = [],
        session: Session,
        exam: ExamLevel? = nil,
        attendance: Attendance = .adherent,
        weekdays: Set<Weekday>? = nil,
        includesMaintenance: Bool = false,
        progress: Progress? = nil,
        place: SourcePlace
    ) {
        self.choice = choice
        self.start = start
        self.startNoLaterThan = startNoLaterThan
        self.factors = factors
        self.session = session
        self.exam = exam
        self.attendance = attendance
        self.weekdays = weekdays
        self.includesMaintenance = includesMaintenance
        self.progress = progress
        self.place = place
    }

    /// How many visits of the plan are done.
    public var visitsDone: Int { progress?.visitsDone ?? 0 }

    /// The same plan from another day.
    public func starting(on day: CalendarDate) -> RequestedCare {
        var care = self
        care.start = day
        return care
    }

    /// The same plan after more visits, and what they showed where that is known.
    ///
    /// - Parameters:
    ///   - visits: How many more visits are done.
    ///   - finding: What they showed.
    ///   - checkpoints: The visits at which it is decided whether care goes on. What was known before
    ///     stays known until the next of them.
    /// - Returns: The plan.
    func going(
        on visits: Int,
        showing finding: Finding?,
        checkpoints: [Int]
    ) -> RequestedCare {
        var care = self
        let (before, now) = (visitsDone, visitsDone + visits)
        let isPastOne = checkpoints.contains { $0 > before && $0 <= now }
        let finding = finding ?? (isPastOne ? nil : progress?.finding)
        care.progress = Progress(
            visitsDone: now,
            test: finding?.test,
            hasImproved: finding?.hasImproved ?? false
        )
        return care
    }
}
