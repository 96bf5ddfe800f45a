public import CareModel

/// Turns a session into the services that stand on the claim, exam first.
public struct SessionComposition: Hashable, Sendable {
    /// The clinic's table of sessions.
    public let table: SessionTable
    /// The rule of the spinal regions.
    public let regions: SpinalRegionRule

    /// Creates the composition from data.
    public init(table: SessionTable, regions: SpinalRegionRule) {
        self.table = table
        self.regions = regions
    }

    /// The services of a visit in the order of the claim.
    ///
    /// - Parameters:
    ///   - session: What is done.
    ///   - kind: Why the visit takes place.
    ///   - status: Whether the patient is new.
    /// - Returns: The services, each once.
    /// - Throws: ``SessionError`` where the data has no service for what is done.
    public func services(
        of session: Session,
        kind: VisitKind,
        status: PatientStatus
    ) throws(SessionError) -> [ServiceKey] {
        guard let contents = table.contents[kind] else { throw .noContents(kind) }
        var services: [ServiceKey] = []
        func add(_ service: ServiceKey) {
            if !services.contains(service) { services.append(service) }
        }
        if let level = contents.exam {
            guard let exam = table.exam(level, kind: kind, status: status) else {
                throw .noExam(level, kind, status)
            }
            add(exam)
        }
        if contents.hasTreatment {
            if let count = session.spinalRegions {
                guard let adjustment = regions.adjustment(ofRegions: count) else {
                    throw .noAdjustment(regions: count)
                }
                add(adjustment)
            }
            if session.isExtraspinal { add(regions.extraspinal) }
            for service in session.other { add(service) }
        }
        for service in contents.other { add(service) }
        guard !services.isEmpty else { throw .nothingDone }
        return services
    }
}

/// Why a session has no services.
public enum SessionError: Error, Hashable, Sendable {
    /// No band of the rule holds this number of spinal regions.
    case noAdjustment(regions: Int)
    /// The clinic's table has no such exam.
    case noExam(ExamLevel, VisitKind, PatientStatus)
    /// The clinic's table does not say what such a visit holds.
    case noContents(VisitKind)
    /// The session names nothing that is done.
    case nothingDone
}
