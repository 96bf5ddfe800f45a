import CareComplexity
import CareModel
import CarePatterns

extension Estimator {
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
    ///
    /// - Parameters:
    ///   - projection: How the plan before them can end.
    ///   - dates: The dates of its longest course.
    ///   - care: What is asked.
    ///   - tables: The terms of maintenance and the model.
    /// - Returns: The visits on the calendar; nothing where nobody asks for them.
    /// - Throws: ``QuoteProblems`` where they cannot follow this plan.
    func upkeep(
        after projection: Projection,
        from dates: [CalendarDate],
        for care: RequestedCare,
        in tables: PatternTables
    ) throws(QuoteProblems) -> CarePlan.Upkeep? {
        guard care.includesMaintenance, let last = dates.last else { return nil }
        let terms = try maintenance(after: projection.pattern, for: care, in: tables)
        let course = projection.course
        let helped = course.probability(because: .goals) + course.probability(because: .cap)
        return CarePlan.Upkeep(
            terms: terms,
            dates: try maintenanceDates(under: terms, after: last, for: care),
            probability: helped * terms.attendance,
            twelveMonths: terms.twelveMonths(after: course, model: tables.model)
        )
    }

    /// The visits of a plan that are left, with those after it that keep up a gain.
    ///
    /// - Parameters:
    ///   - care: What is asked.
    ///   - plan: The plan on the calendar.
    /// - Returns: The visits in order of date, each with the chance that it takes place.
    func visits(of care: RequestedCare, under plan: CarePlan) -> [RequestedVisit] {
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
                    kind: upkeep.terms.isReview(index + 1) ? .reEvaluation : .followUp,
                    careType: .maintenance,
                    contents: .session(care.session),
                    phase: phase,
                    probability: upkeep.probability,
                    place: care.place
                )
            }
    }
}
