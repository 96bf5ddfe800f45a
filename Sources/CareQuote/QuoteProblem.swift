public import CareComplexity
public import CareModel
public import CarePatterns
public import CarePricing

/// Why no quote can be made; all problems of a request are reported together.
public struct QuoteProblems: Error, Hashable, Sendable {
    /// The problems, in the order of the visits.
    public let problems: [QuoteProblem]

    /// Creates the error.
    public init(_ problems: [QuoteProblem]) {
        self.problems = problems
    }

    /// What the screening says, where care elsewhere comes first.
    public var seekCareFirst: ScreeningResult? {
        for case .seekCareFirst(let result) in problems { return result }
        return nil
    }
}

extension QuoteProblems {
    /// The plan of care that a checkpoint has ended, where one has.
    public var endedPlan: EndedPlan? {
        for case .planEnded(let plan, _) in problems { return plan }
        return nil
    }

    /// The checkpoint of which nobody says whether it was met, where that is asked for.
    public var openCheckpoint: OpenCheckpoint? {
        for case .checkpointOpen(let checkpoint, _) in problems { return checkpoint }
        return nil
    }
}

/// One reason why no quote can be made.
public enum QuoteProblem: Error, Hashable, Sendable {
    /// Which of a line's prices is asked for.
    public enum PriceRole: String, Hashable, Sendable {
        /// The regular charge.
        case charge
        /// What the plan allows.
        case allowed
        /// The self-pay price.
        case selfPay
    }

    /// What a name in a plan of care stands for.
    public enum PatternName: String, Hashable, Sendable {
        /// A care pattern.
        case pattern
        /// Something about the patient that bears on the result.
        case factor
        /// A test in the course of care.
        case test
    }

    /// A piece of a complaint that decides its pattern and is not known.
    public struct AskedItem: Hashable, Sendable {
        /// The piece.
        public let item: Complaint.Item
        /// How it is asked for.
        public let question: LocalizedWords?
    }

    /// A line of a visit as an error names it.
    public struct LineReference: Hashable, Sendable {
        /// The line.
        public let line: ServiceLine
        /// The number of the visit, in order of date.
        public let visit: Int
        /// The date of service.
        public let date: CalendarDate
    }

    /// No row of a table is in force for a line.
    case noPrice(PriceRole, LineReference, PriceGap)
    /// Medicare has no price for a line, and the plan allows a ratio of it.
    case noMedicarePrice(LineReference, MedicareGap)
    /// The line is a part of a service, and the schedule prices only the whole.
    case noComponentPrice(PriceRole, LineReference, Modifier, file: String)
    /// The line names a code that the services table lacks, and does not state its price.
    case unlistedService(PriceRole, LineReference)
    /// No table states the price: the plan names no schedule, or no clinic is known.
    case noTable(PriceRole, LineReference)
    /// The clinic is taken to be in network, and the plan prices the service, by its name,
    /// out of network only.
    case onlyOutOfNetwork(String, place: SourcePlace)
    /// Whether the patient is new decides the exam, and the request does not say.
    case unknownLastSeen(place: SourcePlace)
    /// The session cannot be turned into services.
    case session(SessionError, place: SourcePlace)
    /// The session needs a clinic's table, and none is known.
    case noClinic(place: SourcePlace)
    /// A same-day rule refuses a line.
    case refused(SameDayEdit, LineReference)
    /// The payer reduces further procedures of a day, and the row prints no reduced price.
    case noReducedPrice(LineReference, source: SourcePlace)
    /// The payer reduces further procedures of a day, and no release of Medicare ranks them.
    case noProcedureRanking(date: CalendarDate, visit: Int, place: SourcePlace)
    /// Timed services of two visits on one date, whose minutes a payer pools.
    case timedTwiceOnOneDay(date: CalendarDate, place: SourcePlace)
    /// No rule says how the payer of a schedule wants sessions billed.
    case noPayerRule(schedule: String, place: SourcePlace)
    /// Nobody pays an insured plan of care in advance: its shares are the insurer's to decide.
    case prepaidInsurance
    /// A discount for paying on the day of each visit, paid otherwise.
    case promptPayLater
    /// Care is paid in advance at most to the next checkpoint.
    case prepaidBeyondCheckpoint(visit: Int)
    /// Nothing beyond the next visit is paid in advance once a clinician has cleared a caution.
    case prepaidAfterClearance
    /// The figures are of a benefit year that ended before the day of the quote.
    case outdatedAccumulators(asOf: CalendarDate, yearStart: CalendarDate, place: SourcePlace)
    /// A day that has passed by its meaning lies after the day of the quote.
    case dateAfterQuote(CalendarDate, place: SourcePlace)
    /// The patient joined the plan after the first visit.
    case memberAfterVisit(CalendarDate, visit: CalendarDate, place: SourcePlace)
    /// The patient was last seen after the first visit.
    case lastSeenAfterVisit(CalendarDate, visit: CalendarDate)
    /// A table lacks the figure of a year.
    case noYearlyFigure(year: Int, file: String, place: SourcePlace)
    /// The screening says that care elsewhere comes first: there is no plan and no price.
    case seekCareFirst(ScreeningResult)
    /// The screening has answers to questions that the tables do not ask.
    case screening(ScreeningError)
    /// The screening has a finding, and the tables that say what it means are missing.
    case noScreeningTable
    /// A plan of care is asked for, and the tables of care patterns are missing.
    case noPatternTables(SourcePlace)
    /// The tables have no pattern, factor or test of this name.
    case unknownName(PatternName, String, known: [String], place: SourcePlace)
    /// The complaint leaves open what decides its pattern.
    case complaintUnknown([AskedItem], place: SourcePlace)
    /// The complaint holds a yes that speaks of another part of the body, with which it decides
    /// nothing; it stands with a complaint of these parts.
    case complaintUnweighed(Complaint.Item, of: BodyRegion, [BodyRegion], place: SourcePlace)
    /// A checkpoint was not met, so that the plan has ended.
    case planEnded(EndedPlan, place: SourcePlace)
    /// Visits are done up to a checkpoint or beyond it, and nobody says whether it was met.
    case checkpointOpen(OpenCheckpoint, place: SourcePlace)
    /// Maintenance is asked for where it cannot follow: it is for recurrent or persistent pain of
    /// some parts of the body, after a plan that has helped.
    case noMaintenance(after: String?, place: SourcePlace)
    /// What is known after some visits does not fit the plan.
    case forecast(ForecastError, place: SourcePlace)
    /// The clinic is open on none of the weekdays.
    case noOpenWeekday(open: [Weekday], place: SourcePlace)
    /// The plan cannot be put on the clinic's calendar.
    case calendar(VisitCalendarError, place: SourcePlace)
    /// A visit lies in a benefit year before that of the accumulators.
    case visitBeforeAccumulators(CalendarDate, asOf: CalendarDate, place: SourcePlace)
}
