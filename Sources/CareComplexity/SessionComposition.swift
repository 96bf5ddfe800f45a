public import CareModel

/// Turns a session into the services that stand on the claim, exam first.
public struct SessionComposition: Hashable, Sendable {
    /// A service of a session with its units.
    public struct Item: Hashable, Sendable {
        /// The service.
        public let service: ServiceKey
        /// The units.
        public let units: Int
        /// Whether the units were made from minutes.
        public let isTimed: Bool
    }

    /// The services of a session, and the minutes that made no unit.
    public struct Result: Hashable, Sendable {
        /// The services in the order of the claim.
        public let items: [Item]
        /// The timed services whose minutes are too few for a unit.
        public let tooShort: [TimedService]
    }

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
    ///   - exam: How thorough the exam is; absent for what the clinic's table says.
    ///   - status: Whether the patient is new.
    ///   - timedUnits: How the payer turns minutes into units.
    /// - Returns: The services, each once, and the minutes that made no unit.
    /// - Throws: ``SessionError`` where the data has no service for what is done.
    public func services(
        of session: Session,
        kind: VisitKind,
        exam: ExamLevel? = nil,
        status: PatientStatus,
        timedUnits: TimedUnitRule
    ) throws(SessionError) -> Result {
        guard let contents = table.contents[kind] else { throw .noContents(kind) }
        if let twice = session.serviceGivenTwice { throw .givenTwice(twice) }
        var items: [Item] = []
        var tooShort: [TimedService] = []
        func add(_ service: ServiceKey, units: Int = 1, isTimed: Bool = false) {
            guard !items.contains(where: { $0.service == service }) else { return }
            items.append(Item(service: service, units: units, isTimed: isTimed))
        }
        if let level = exam ?? contents.exam {
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
            for (timed, units) in zip(session.timed, timedUnits.units(of: session.timed)) {
                if units > 0 {
                    add(timed.service, units: units, isTimed: true)
                } else {
                    tooShort.append(timed)
                }
            }
            for service in session.other { add(service) }
        }
        for service in contents.other { add(service) }
        guard !items.isEmpty else {
            throw tooShort.first.map { .tooShort($0) } ?? .nothingDone
        }
        return Result(items: items, tooShort: tooShort)
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
    /// The session holds only minutes that are too few for a unit.
    case tooShort(TimedService)
    /// The session names a service twice.
    case givenTwice(ServiceKey)
    /// The session names nothing that is done.
    case nothingDone
}
