import CareComplexity
import CareModel
import CarePatterns
import CarePricing

/// A visit with its place in the order of dates and the services that it holds.
struct ArrangedVisit: Hashable, Sendable {
    let number: Int
    let date: CalendarDate
    let kind: VisitKind
    let careType: CareType
    let phase: PhaseKind?
    let probability: Double
    let lines: [ServiceLine]
    /// The timed services whose minutes made no unit.
    let tooShort: [TimedService]
    /// Whether some units were made from minutes, or could not be.
    let hasTimedSession: Bool
    let place: SourcePlace
}

extension RequestedVisit {
    /// What is done at the visit, where its services follow from that; nothing at an exam alone.
    fileprivate var session: Session? {
        switch contents {
        case .services: nil
        case .session(let session): session
        case .consultation: Session(spinalRegions: nil)
        }
    }
}

extension Estimator {
    /// Puts the visits in order of date and turns sessions into services.
    func arrange(_ request: QuoteRequest, problems: inout [QuoteProblem]) -> [ArrangedVisit] {
        let inOrder = request.visits.enumerated().sorted { left, right in
            (left.element.date, left.offset) < (right.element.date, right.offset)
        }
        var arranged: [ArrangedVisit] = []
        for (index, visit) in inOrder.map(\.element).enumerated() {
            let status = status(
                lastSeen: request.lastSeen,
                on: visit.date,
                after: arranged.last?.date
            )
            let kind = kind(of: visit, isFirst: index == 0, status: status)
            var lines: [ServiceLine] = []
            var tooShort: [TimedService] = []
            var hasTimed = false
            let session = visit.session
            if case .services(let services) = visit.contents { lines = services }
            if let session {
                hasTimed = !session.timed.isEmpty
                let composed = compose(
                    session,
                    of: visit,
                    for: request,
                    kind: kind,
                    status: status,
                    problems: &problems
                )
                lines = composed?.lines ?? []
                tooShort = composed?.tooShort ?? []
            }
            arranged.append(
                ArrangedVisit(
                    number: index + 1 + (request.care?.visitsDone ?? 0),
                    date: visit.date,
                    kind: kind,
                    careType: visit.careType,
                    phase: visit.phase,
                    probability: visit.probability,
                    lines: lines,
                    tooShort: tooShort,
                    hasTimedSession: hasTimed,
                    place: visit.place
                )
            )
        }
        for (earlier, visit) in zip(arranged, arranged.dropFirst())
        where earlier.date == visit.date && earlier.hasTimedSession && visit.hasTimedSession {
            problems.append(.timedTwiceOnOneDay(date: visit.date, place: visit.place))
        }
        return arranged
    }

    /// Whether the patient is new on a date; nothing where the request does not say.
    func status(
        lastSeen: LastSeen,
        on date: CalendarDate,
        after earlier: CalendarDate?
    ) -> PatientStatus? {
        if let earlier { return rules.newPatient.status(lastSeen: earlier, on: date) }
        switch lastSeen {
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
        case .session, .consultation:
            return isFirst && status != .established ? .new : .followUp
        case .services(let lines):
            let hasExam = lines.compactMap(\.service).contains { service in
                clinic?.sessions.isExam(service) == true
            }
            guard hasExam else { return .followUp }
            return isFirst ? .new : .reEvaluation
        }
    }

    private func compose(
        _ session: Session,
        of visit: RequestedVisit,
        for request: QuoteRequest,
        kind: VisitKind,
        status: PatientStatus?,
        problems: inout [QuoteProblem]
    ) -> (lines: [ServiceLine], tooShort: [TimedService])? {
        guard let table = clinic?.sessions else {
            problems.append(.noClinic(place: visit.place))
            return nil
        }
        // A payer without a rule is a problem of the request as a whole, told once.
        guard let payer = rules.payer(ofSchedule: request.primary?.payerSchedule) else {
            return nil
        }
        if status == nil, kind == .new {
            problems.append(.unknownLastSeen(place: visit.place))
        }
        let place = visit.place.appending("/session")
        do throws(SessionError) {
            let composition = SessionComposition(table: table, regions: rules.spinalRegions)
            let result = try composition.services(
                of: priced(session, on: visit.date, for: request),
                kind: kind,
                exam: visit.exam,
                status: status ?? .established,
                timedUnits: payer.timedUnits
            )
            let lines = result.items.compactMap { item in
                catalog[item.service].map { service in
                    ServiceLine(
                        service: service.key,
                        code: service.code,
                        category: service.category,
                        units: item.units,
                        modifiers: item.isTimed ? [payer.therapyModifier].compactMap { $0 } : [],
                        place: place
                    )
                }
            }
            return (withUnderstoodModifiers(lines), result.tooShort)
        } catch {
            problems.append(.session(error, place: place))
            return nil
        }
    }

    /// The session with the price of a unit beside the minutes, which decides ties.
    private func priced(
        _ session: Session,
        on date: CalendarDate,
        for request: QuoteRequest
    ) -> Session {
        guard !session.timed.isEmpty else { return session }
        let schedule = request.primary?.payerSchedule.flatMap { schedules[$0] } ?? clinic?.selfPay
        return Session(
            spinalRegions: session.spinalRegions,
            isExtraspinal: session.isExtraspinal,
            technique: session.technique,
            timed: session.timed.map { timed in
                let price = try? schedule?.price(
                    of: timed.service,
                    on: date,
                    assumingPricesContinue: request.assumesPricesContinue
                )
                return TimedService(
                    service: timed.service,
                    minutes: timed.minutes,
                    price: price?.amount ?? .zero
                )
            },
            other: session.other
        )
    }
}
