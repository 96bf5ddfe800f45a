public import CareModel

/// Which services make up a clinic's first visits, follow-ups and re-evaluations.
public struct SessionTable: Hashable, Sendable {
    /// What a kind of visit holds.
    public struct Contents: Hashable, Sendable {
        /// The exam, if there is one.
        public let exam: ExamLevel?
        /// Whether the patient is treated on the same day.
        public let hasTreatment: Bool
        /// Services that always belong to it.
        public let other: [ServiceKey]

        /// Creates the contents.
        public init(exam: ExamLevel?, hasTreatment: Bool, other: [ServiceKey] = []) {
            self.exam = exam
            self.hasTreatment = hasTreatment
            self.other = other
        }
    }

    /// The exams of a new patient.
    public let newPatientExams: [ExamLevel: ServiceKey]
    /// The exams of an established patient with a new condition.
    public let establishedExams: [ExamLevel: ServiceKey]
    /// The exams of a re-evaluation.
    public let reEvaluationExams: [ExamLevel: ServiceKey]
    /// The fee for an appointment that is missed, where the clinic has one.
    public let missedAppointment: ServiceKey?
    /// The service that guided exercise is, where the desk tells its minutes alone.
    public let exercise: ServiceKey?
    /// What each kind of visit holds.
    public let contents: [VisitKind: Contents]

    /// Creates the table.
    public init(
        newPatientExams: [ExamLevel: ServiceKey],
        establishedExams: [ExamLevel: ServiceKey],
        reEvaluationExams: [ExamLevel: ServiceKey],
        missedAppointment: ServiceKey? = nil,
        exercise: ServiceKey? = nil,
        contents: [VisitKind: Contents]
    ) {
        self.newPatientExams = newPatientExams
        self.establishedExams = establishedExams
        self.reEvaluationExams = reEvaluationExams
        self.missedAppointment = missedAppointment
        self.exercise = exercise
        self.contents = contents
    }

    /// The exam service of a visit.
    public func exam(
        _ level: ExamLevel,
        kind: VisitKind,
        status: PatientStatus
    ) -> ServiceKey? {
        switch (kind, status) {
        case (.reEvaluation, _): reEvaluationExams[level]
        case (_, .new): newPatientExams[level]
        case (_, .established): establishedExams[level]
        }
    }

    /// Whether a service is one of the clinic's exams.
    public func isExam(_ service: ServiceKey) -> Bool {
        [newPatientExams, establishedExams, reEvaluationExams].contains { exams in
            exams.values.contains(service)
        }
    }
}
