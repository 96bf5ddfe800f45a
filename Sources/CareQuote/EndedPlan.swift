public import CareModel
public import CarePatterns

/// A plan of care that a checkpoint has ended: what was looked at there, and what is shown beside.
public struct EndedPlan: Hashable, Sendable {
    /// The pattern.
    public let pattern: CarePattern
    /// The checkpoint that was not met.
    public let checkpoint: Gate
    /// How many visits of the plan are done.
    public let visitsDone: Int
    /// What else helps, and when to call.
    public let evidence: CareEvidence
    /// What the screening says beside it.
    public let screening: ScreeningResult
}

/// A checkpoint up to the visits done of which nobody says whether it was met.
public struct OpenCheckpoint: Hashable, Sendable {
    /// The visit of the checkpoint.
    public let visit: Int
    /// How many visits of the plan are done.
    public let visitsDone: Int
    /// The name by which a request gives the answer.
    public let test: String
    /// When care goes on; absent where the tables do not say.
    public let goesOnIf: LocalizedWords?
}

extension Estimator {
    /// The plan of a request where its checkpoint was not met.
    ///
    /// - Parameters:
    ///   - care: What is asked.
    ///   - screening: What the screening means.
    /// - Returns: The plan; nothing where it goes on, or where no checkpoint stands there.
    /// - Throws: ``QuoteProblems`` where there is no plan to end.
    func endedPlan(
        of care: RequestedCare,
        screening: ScreeningResult
    ) throws(QuoteProblems) -> EndedPlan? {
        guard let tables = patterns, let progress = care.progress,
            progress.test == tables.gateTest.id, !progress.hasImproved,
            case .pattern(let pattern, _) = try choose(for: care, in: tables),
            let checkpoint = pattern.gate(through: progress.visitsDone)
        else { return nil }
        // Of a plan without a visit left there is nothing to end.
        let cap =
            pattern.cap + (care.includesMaintenance ? tables.maintenance.scheduledVisits() : 0)
        guard progress.visitsDone < cap else {
            let error = ForecastError.planIsOver(visitsDone: progress.visitsDone, cap: cap)
            throw QuoteProblems([.forecast(error, place: care.place.appending("/forecast"))])
        }
        return EndedPlan(
            pattern: pattern,
            checkpoint: checkpoint,
            visitsDone: progress.visitsDone,
            evidence: CareEvidence(beside: pattern, in: tables),
            screening: screening.withoutVisits
        )
    }

    /// The last checkpoint up to the visits done, where nobody says whether it was met.
    func openCheckpoint(
        of pattern: CarePattern,
        for care: RequestedCare,
        in tables: PatternTables
    ) -> OpenCheckpoint? {
        guard let progress = care.progress, progress.test != tables.gateTest.id,
            let gate = pattern.gate(through: progress.visitsDone)
        else { return nil }
        return OpenCheckpoint(
            visit: gate.visit,
            visitsDone: progress.visitsDone,
            test: tables.gateTest.id,
            goesOnIf: tables.stopRules.goesOn(gate.question, of: pattern.id)?.words
        )
    }
}

extension ScreeningResult {
    /// The result where no visit follows: without what is said of the price of an exam, and of care
    /// that would go on.
    fileprivate var withoutVisits: ScreeningResult {
        let sayings: Set<Screening.Saying> = [.caution, .cleared, .clearanceTooOld]
        let moot = Set(sayings.map(\.rawValue))
        return ScreeningResult(
            outcome: outcome,
            tier: tier,
            messages: messages.filter { !moot.contains($0.id) },
            clearance: clearance
        )
    }
}
