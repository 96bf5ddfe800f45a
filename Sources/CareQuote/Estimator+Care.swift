import CareComplexity
import CareModel
import CarePatterns

/// What a request's plan of care comes to: its visits, and the plan where one is published.
struct PlannedCare {
    let visits: [RequestedVisit]
    /// The plan; absent where none is published for the complaint, so that only single visits have
    /// a price.
    let plan: CarePlan?
    /// Why there is none.
    let refusal: PatternChoice?
}

extension Estimator {
    /// Puts a plan of care on the calendar.
    ///
    /// - Parameters:
    ///   - care: What is asked.
    ///   - grade: The best grade that the plan can have after the screening.
    ///   - day: The day of the quote; visits that are left do not come before it.
    /// - Returns: The visits that are left of the longest course, and the plan.
    /// - Throws: ``QuoteProblems`` with every reason why there is none.
    func plan(
        _ care: RequestedCare,
        atBest grade: EvidenceGrade,
        asOf day: CalendarDate
    ) throws(QuoteProblems) -> PlannedCare {
        guard let tables = patterns else { throw QuoteProblems([.noPatternTables(care.place)]) }
        let pattern: CarePattern
        let reason: PatternReason?
        switch try choose(for: care, in: tables) {
        case .pattern(let chosen, let because): (pattern, reason) = (chosen, because)
        case .nothing(let choice):
            let visits = visits(of: care, on: [try firstOpenDay(for: care)])
            return PlannedCare(visits: visits, plan: nil, refusal: choice)
        }
        let projection = try projection(of: pattern, for: care, atBest: grade, in: tables)
        let dates = try dates(of: pattern.phases, for: care, asOf: day)
        let exams = tables.limits.reEvaluations(gates: pattern.gates, dates: dates)
        let plan = CarePlan(
            reason: reason,
            projection: projection,
            dates: dates,
            checkpoints: exams.filter { $0.visit > care.visitsDone }.map { exam in
                CarePlan.Checkpoint(
                    visit: exam.visit,
                    date: dates[exam.visit - 1],
                    reason: exam.reason
                )
            },
            visitsDone: care.visitsDone,
            factors: care.factors.compactMap(tables.factor).filter { $0.applies(to: pattern) },
            evidence: CareEvidence(beside: pattern, in: tables),
            maintenance: try upkeep(after: projection, from: dates, for: care, in: tables)
        )
        return PlannedCare(visits: visits(of: care, under: plan), plan: plan, refusal: nil)
    }

    // MARK: Choosing

    /// Names of the request that the tables do not know, and what goes with no plan.
    private func unknownNames(
        of care: RequestedCare,
        in tables: PatternTables
    ) -> [QuoteProblem] {
        var problems: [QuoteProblem] = []
        for (index, id) in care.factors.enumerated() where tables.factor(id) == nil {
            problems.append(
                .unknownName(
                    .factor,
                    id,
                    known: tables.factors.map(\.id),
                    place: care.place.appending("/factors/\(index)")
                )
            )
        }
        if let test = care.progress?.test, tables.finding(test, improved: true) == nil {
            problems.append(
                .unknownName(
                    .test,
                    test,
                    known: tables.tests.map(\.id) + [tables.gateTest],
                    place: care.place.appending("/forecast/test")
                )
            )
        }
        return problems
    }

    /// What a request's choice comes to.
    private enum Chosen {
        case pattern(CarePattern, because: PatternReason?)
        case nothing(PatternChoice)
    }

    private func choose(
        for care: RequestedCare,
        in tables: PatternTables
    ) throws(QuoteProblems) -> Chosen {
        var problems = unknownNames(of: care, in: tables)
        var chosen: Chosen?
        switch care.choice {
        case .pattern(let id):
            chosen = tables.pattern(id).map { .pattern($0, because: nil) }
            if id == tables.maintenance.id {
                let place = care.place.appending("/pattern")
                problems.append(.noMaintenance(after: nil, place: place))
            } else if chosen == nil {
                let known = tables.patterns.map(\.id)
                let place = care.place.appending("/pattern")
                problems.append(.unknownName(.pattern, id, known: known, place: place))
            }
        case .complaint(let complaint):
            let choice = tables.chooser.choice(for: complaint)
            switch choice {
            case .chosen(let id, let cap, let reason):
                chosen = tables.pattern(id).map { pattern in
                    .pattern(cap.map(pattern.capped) ?? pattern, because: reason)
                }
            case .noPattern, .noCriterion: chosen = .nothing(choice)
            case .asks(let items):
                let questions = items.map { item in
                    QuoteProblem.AskedItem(item: item, question: tables.chooser.questions[item])
                }
                problems.append(
                    .complaintUnknown(questions, place: care.place.appending("/complaint"))
                )
            }
        }
        guard problems.isEmpty, let chosen else { throw QuoteProblems(problems) }
        return chosen
    }

    private func projection(
        of pattern: CarePattern,
        for care: RequestedCare,
        atBest grade: EvidenceGrade,
        in tables: PatternTables
    ) throws(QuoteProblems) -> Projection {
        let place = care.place.appending("/forecast")
        let forecast = care.progress.map { progress in
            Forecast(
                visitsDone: progress.visitsDone,
                finding: progress.test.flatMap {
                    tables.finding($0, improved: progress.hasImproved)
                }
            )
        }
        let projection: Projection
        do throws(ForecastError) {
            projection = try tables.projection(
                of: pattern,
                factors: care.factors.compactMap(tables.factor),
                attendance: care.attendance,
                atBest: grade,
                after: forecast
            )
        } catch {
            throw QuoteProblems([.forecast(error, place: place)])
        }
        if let forecast, forecast.finding == .gate(isMet: false) {
            throw QuoteProblems([.planEnded(visit: forecast.visitsDone, place: place)])
        }
        return projection
    }

    // MARK: Dates and visits

    /// The dates of a plan's visits; those that are left do not come before the day of the quote.
    private func dates(
        of phases: [Phase],
        for care: RequestedCare,
        asOf day: CalendarDate
    ) throws(QuoteProblems) -> [CalendarDate] {
        let planned = try onCalendar(of: care) { calendar throws(VisitCalendarError) in
            try calendar.dates(of: phases, from: care.start)
        }
        let done = care.visitsDone
        guard done > 0, planned[done] < day else { return planned }
        let left = try onCalendar(of: care) { calendar throws(VisitCalendarError) in
            try calendar.dates(of: phases.dropping(visits: done), from: day)
        }
        return planned.prefix(done) + left
    }

    /// The first day on which a plan can begin.
    func firstOpenDay(for care: RequestedCare) throws(QuoteProblems) -> CalendarDate {
        try onCalendar(of: care) { calendar throws(VisitCalendarError) in
            try calendar.firstOpenDay(from: care.start)
        }
    }

    /// Looks something up in the days on which both the clinic and the patient can.
    private func onCalendar<Value>(
        of care: RequestedCare,
        _ look: (VisitCalendar) throws(VisitCalendarError) -> Value
    ) throws(QuoteProblems) -> Value {
        guard let tables = patterns else { throw QuoteProblems([.noPatternTables(care.place)]) }
        guard let clinic else { throw QuoteProblems([.noClinic(place: care.place)]) }
        let weekdays = clinic.openWeekdays.intersection(care.weekdays ?? clinic.openWeekdays)
        guard !weekdays.isEmpty else {
            throw QuoteProblems([
                .noOpenWeekday(
                    open: clinic.openWeekdays.sorted { $0.rawValue < $1.rawValue },
                    place: care.place.appending("/weekdays")
                )
            ])
        }
        let holidays = tables.holidays.observedDays(
            from: care.start,
            through: care.start.adding(days: 4 * VisitCalendar.mostDaysBehind)
        )
        let calendar = VisitCalendar(
            openWeekdays: weekdays,
            closedDays: clinic.closedDays.union(holidays),
            spacing: tables.spacing
        )
        do throws(VisitCalendarError) {
            return try look(calendar)
        } catch {
            throw QuoteProblems([.calendar(error, place: care.place.appending("/start"))])
        }
    }

    /// First visits on some dates: what single visits cost where there is no plan.
    func visits(of care: RequestedCare, on dates: [CalendarDate]) -> [RequestedVisit] {
        dates.map { date in
            RequestedVisit(
                date: date,
                kind: .new,
                contents: .session(care.session),
                exam: care.exam,
                place: care.place
            )
        }
    }

    /// The visits that keep up a gain, where the patient asks for them and they can follow.
    private func upkeep(
        after projection: Projection,
        from dates: [CalendarDate],
        for care: RequestedCare,
        in tables: PatternTables
    ) throws(QuoteProblems) -> CarePlan.Upkeep? {
        guard care.includesMaintenance, let last = dates.last else { return nil }
        let terms = tables.maintenance
        var isKnownRecurrent: Bool?
        if case .complaint(let complaint) = care.choice {
            isKnownRecurrent = complaint.knownRecurrent
        }
        guard
            terms.canFollow(
                projection.pattern,
                isKnownRecurrent: isKnownRecurrent,
                endedBecause: nil
            )
        else {
            throw QuoteProblems([
                .noMaintenance(
                    after: projection.pattern.id,
                    place: care.place.appending("/maintenance")
                )
            ])
        }
        let course = projection.course
        let helped = course.probability(because: .goals) + course.probability(because: .cap)
        return CarePlan.Upkeep(
            terms: terms,
            dates: try onCalendar(of: care) { calendar throws(VisitCalendarError) in
                try calendar.dates(
                    everyWeeks: terms.interval.usual,
                    after: last,
                    count: terms.scheduledVisits()
                )
            },
            probability: helped * terms.attendance,
            twelveMonths: terms.twelveMonths(after: course, model: tables.model)
        )
    }

    private func visits(of care: RequestedCare, under plan: CarePlan) -> [RequestedVisit] {
        let exams = Set(plan.checkpoints.map(\.visit))
        let active = plan.dates.enumerated().dropFirst(plan.visitsDone).map { index, date in
            let number = index + 1
            return RequestedVisit(
                date: date,
                kind: number == 1 ? .new : exams.contains(number) ? .reEvaluation : .followUp,
                contents: .session(care.session),
                exam: number == 1 ? care.exam : nil,
                phase: plan.pattern.phase(ofVisit: number)?.kind,
                probability: plan.projection.probability(ofVisit: number),
                place: care.place
            )
        }
        guard let upkeep = plan.maintenance else { return active }
        let phase = PhaseKind(id: upkeep.terms.id, words: upkeep.terms.words)
        return active
            + upkeep.dates.enumerated().map { index, date in
                RequestedVisit(
                    date: date,
                    kind: (index + 1) % upkeep.terms.reviewVisits == 0 ? .reEvaluation : .followUp,
                    careType: .maintenance,
                    contents: .session(care.session),
                    phase: phase,
                    probability: upkeep.probability,
                    place: care.place
                )
            }
    }
}

extension [Phase] {
    /// The phases that are left after some visits.
    fileprivate func dropping(visits done: Int) -> [Phase] {
        var done = done
        return compactMap { phase in
            let dropped = Swift.min(done, phase.visits)
            done -= dropped
            guard phase.visits > dropped else { return nil }
            return Phase(kind: phase.kind, visits: phase.visits - dropped, pace: phase.pace)
        }
    }
}

extension Estimator.Prepared {
    /// What a reader must know of what the quote holds.
    var notices: [Notice] {
        if screening.outcome == .clinicianDecides { return [.consultationOnly] }
        switch care?.refusal {
        case .noPattern(let reason)?: return [.singleVisit(because: reason.words)]
        case .noCriterion?: return [.singleVisit(because: nil)]
        case .chosen?, .asks?, nil: return []
        }
    }
}
