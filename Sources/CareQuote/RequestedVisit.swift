public import CareComplexity
public import CareModel
public import CarePatterns

/// A visit that a request asks about.
public struct RequestedVisit: Hashable, Sendable {
    /// What a visit holds.
    public enum Contents: Hashable, Sendable {
        /// The services as they will be billed.
        case services([ServiceLine])
        /// What is done, from which the services follow.
        case session(Session)
        /// An exam alone, after which a clinician decides.
        case consultation
    }

    /// The date of service.
    public let date: CalendarDate
    /// Why the visit takes place; absent to have it derived.
    public let kind: VisitKind?
    /// Whether the care is active or maintenance.
    public let careType: CareType
    /// What the visit holds.
    public let contents: Contents
    /// How thorough the exam of a session is; absent for what the clinic's table says.
    public let exam: ExamLevel?
    /// The part of a plan of care that it belongs to.
    public let phase: PhaseKind?
    /// The chance that it takes place, 0 to 1.
    public let probability: Double
    /// Where the request asks for the visit.
    public let place: SourcePlace

    /// Creates a visit.
    public init(
        date: CalendarDate,
        kind: VisitKind? = nil,
        careType: CareType = .active,
        contents: Contents,
        exam: ExamLevel? = nil,
        phase: PhaseKind? = nil,
        probability: Double = 1,
        place: SourcePlace
    ) {
        self.date = date
        self.kind = kind
        self.careType = careType
        self.contents = contents
        self.exam = exam
        self.phase = phase
        self.probability = probability
        self.place = place
    }
}
