import CareComplexity
import CareModel

/// A visit with its place in the order of dates and the services that it holds.
struct ArrangedVisit: Hashable, Sendable {
    let number: Int
    let date: CalendarDate
    let kind: VisitKind
    let careType: CareType
    let lines: [ServiceLine]
    let place: SourcePlace
}

extension Estimator {
    /// Puts the visits in order of date and turns sessions into services.
    func arrange(_ request: QuoteRequest, problems: inout [QuoteProblem]) -> [ArrangedVisit] {
        let inOrder = request.visits.enumerated().sorted { left, right in
            (left.element.date, left.offset) < (right.element.date, right.offset)
        }
        var arranged: [ArrangedVisit] = []
        for (index, visit) in inOrder.map(\.element).enumerated() {
            let status = status(of: request, on: visit.date, after: arranged.last?.date)
            let kind = kind(of: visit, isFirst: index == 0, status: status)
            arranged.append(
                ArrangedVisit(
                    number: index + 1,
                    date: visit.date,
                    kind: kind,
                    careType: visit.careType,
                    lines: lines(of: visit, kind: kind, status: status, problems: &problems),
                    place: visit.place
                )
            )
        }
        return arranged
    }

    /// Whether the patient is new on a date; nothing where the request does not say.
    private func status(
        of request: QuoteRequest,
        on date: CalendarDate,
        after earlier: CalendarDate?
    ) -> PatientStatus? {
        if let earlier { return rules.newPatient.status(lastSeen: earlier, on: date) }
        switch request.lastSeen {
        case .notStated: return nil
        case .never: return .new
        case .on(let day): return rules.newPatient.status(lastSeen: day, on: date)
        }
    }

    /// The kind of a visit: as the request says, or by its exam, or by the patient's status.
    private func kind(
        of visit: RequestedVisit,
        isFirst: Bool,
        status: PatientStatus?
    ) -> VisitKind {
        if let kind = visit.kind { return kind }
        switch visit.contents {
        case .session:
            return isFirst && status != .established ? .new : .followUp
        case .services(let lines):
            let hasExam = lines.compactMap(\.service).contains { service in
                clinic?.sessions.isExam(service) == true
            }
            guard hasExam else { return .followUp }
            return isFirst ? .new : .reEvaluation
        }
    }

    private func lines(
        of visit: RequestedVisit,
        kind: VisitKind,
        status: PatientStatus?,
        problems: inout [QuoteProblem]
    ) -> [ServiceLine] {
        let session: Session
        switch visit.contents {
        case .services(let lines): return lines
        case .session(let asked): session = asked
        }
        guard let table = clinic?.sessions else {
            problems.append(.noClinic(place: visit.place))
            return []
        }
        if status == nil, kind == .new {
            problems.append(.unknownLastSeen(place: visit.place))
        }
        do throws(SessionError) {
            let composition = SessionComposition(table: table, regions: rules.spinalRegions)
            let services = try composition.services(
                of: session,
                kind: kind,
                status: status ?? .established
            )
            return services.compactMap { catalog[$0] }.map { service in
                ServiceLine(
                    service: service.key,
                    code: service.code,
                    category: service.category,
                    place: visit.place.appending("/session")
                )
            }
        } catch {
            problems.append(.session(error, place: visit.place.appending("/session")))
            return []
        }
    }
}
