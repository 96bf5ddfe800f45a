public import CareModel

/// How long after a visit a patient stays established; the years are data with a source.
///
/// The boundary day still counts as established: seen on 2023-11-23, a visit on 2026-11-23 is an
/// established patient's, one on 2026-11-24 a new patient's.
public struct NewPatientRule: Hashable, Sendable {
    /// The years after the last professional service by the same group and specialty.
    public let years: Int

    /// Creates the rule.
    public init(years: Int) {
        self.years = years
    }

    /// Whether a patient is new on a date.
    ///
    /// - Parameters:
    ///   - lastSeen: The last professional service; nothing means never seen.
    ///   - date: The date of service.
    /// - Returns: New or established.
    public func status(lastSeen: CalendarDate?, on date: CalendarDate) -> PatientStatus {
        guard let lastSeen else { return .new }
        return lastSeen < date.adding(years: -years) ? .new : .established
    }
}

/// Whether the clinic's group has seen the patient in the years that the rule looks back.
public enum PatientStatus: String, CaseIterable, Hashable, Sendable {
    /// Not seen in that time.
    case new
    /// Seen in that time.
    case established
}

/// Why a visit takes place.
public enum VisitKind: String, CaseIterable, Hashable, Sendable {
    /// The first visit for a condition.
    case new
    /// A visit of treatment.
    case followUp
    /// A visit at which the condition is examined again.
    case reEvaluation
}

/// How thorough an exam is; the clinic's table says which service that is.
public enum ExamLevel: String, CaseIterable, Hashable, Sendable {
    /// A short exam.
    case brief
    /// The usual exam.
    case standard
    /// A thorough exam.
    case detailed
}
