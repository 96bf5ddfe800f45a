import CareComplexity
import CareModel
import CarePatterns

/// What a request's plan of care comes to: its visits, and the plan where one is published.
struct PlannedCare {
    /// The visits that are left of the plan, or the single one that has a price without a plan.
    let visits: [RequestedVisit]
    /// The plan; absent where none is published for the complaint, so that only single visits have
    /// a price.
    let plan: CarePlan?
    /// Why there is none.
    let refusal: PatternChoice?
    /// What is left of the visits that keep up a gain, where the plan before them is over.
    var maintenance: MaintenanceLeft?
    /// What belongs beside the single visit where there is none.
    var singleVisit: SingleVisit?
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
            return PlannedCare(
                visits: visits,
                plan: nil,
                refusal: choice,
                singleVisit: SingleVisit(of: care, in: tables)
            )
        }
        if care.includesMaintenance, care.visitsDone >= pattern.cap {
            return try maintenanceLeft(after: pattern, for: care, asOf: day, in: tables)
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
                    reason: exam.reason,
                    question: pattern.gates.first { $0.visit == exam.visit }?.question
                )
            },
            visitsDone: care.visitsDone,
            factors: care.factors.compactMap(tables.factor).filter { $0.applies(to: pattern) },
            evidence: CareEvidence(beside: pattern, in: tables),
            maintenance: try upkeep(after: projection, from: dates, for: care, in: tables)
        )
        return PlannedCare(visits: visits(of: care, under: plan), plan: plan, refusal: nil)
    }
}

extension Estimator.Prepared {
    /// What a reader must know of what the quote holds.
    var notices: [Notice] {
        if screening.outcome == .clinicianDecides { return [.consultationOnly] }
        if let left = care?.maintenance { return [.maintenanceGoesOn(left)] }
        switch care?.refusal {
        case .noPattern(let reason)?: return [.singleVisit(because: reason.words)]
        case .noCriterion?: return [.singleVisit(because: nil)]
        case .chosen?, .asks?, nil: return []
        }
    }
}
