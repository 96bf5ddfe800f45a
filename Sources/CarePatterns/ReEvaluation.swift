public import CareModel

/// A visit at which the patient is examined again.
public struct ReEvaluation: Hashable, Sendable {
    /// Why the exam stands there.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        /// The visit is a gate.
        case gate
        /// So many visits have passed without one.
        case visits
        /// So many weeks would pass without one until the next visit.
        case weeks
    }

    /// The visit's number, from 1.
    public let visit: Int
    /// Why the exam stands there.
    public let reason: Reason

    /// Creates a re-evaluation.
    public init(visit: Int, reason: Reason) {
        self.visit = visit
        self.reason = reason
    }
}

/// How much care may be given at most, and how much without a look at what it does.
public struct CareLimits: Hashable, Sendable {
    /// The most visits in a week.
    public let visitsPerWeek: Int
    /// The most visits without an exam.
    public let reEvaluationVisits: Int
    /// The most weeks without an exam.
    public let reEvaluationWeeks: Int
    /// The latest visit at which it must be decided whether the care helps.
    public let firstDecisionVisits: Int
    /// The most visits of one plan.
    public let episodeVisits: Int

    /// Creates limits.
    public init(
        visitsPerWeek: Int,
        reEvaluationVisits: Int,
        reEvaluationWeeks: Int,
        firstDecisionVisits: Int,
        episodeVisits: Int
    ) {
        self.visitsPerWeek = visitsPerWeek
        self.reEvaluationVisits = reEvaluationVisits
        self.reEvaluationWeeks = reEvaluationWeeks
        self.firstDecisionVisits = firstDecisionVisits
        self.episodeVisits = episodeVisits
    }

    /// The visits of a plan at which the patient is examined again.
    ///
    /// - Parameters:
    ///   - gates: The plan's gates.
    ///   - dates: The date of each visit.
    /// - Returns: The exams in order; the first visit's own exam is none of them.
    public func reEvaluations(gates: [Gate], dates: [CalendarDate]) -> [ReEvaluation] {
        // An exam stands:
        // 1. at every gate,
        // 2. after so many visits without one, the first visit counted,
        // 3. before more than so many weeks pass without one.
        var exams: [ReEvaluation] = []
        var lastVisit = 0
        var lastDay = dates.first
        for (index, day) in dates.enumerated().dropFirst() {
            let visit = index + 1
            let next = index + 1 < dates.count ? dates[index + 1] : nil
            let isLate = lastDay.map { isOverdue(since: $0, at: next ?? day) } ?? false
            let reason: ReEvaluation.Reason? =
                if gates.contains(where: { $0.visit == visit }) {
                    .gate
                } else if visit - lastVisit >= reEvaluationVisits {
                    .visits
                } else if isLate {
                    .weeks
                } else {
                    nil
                }
            guard let reason else { continue }
            exams.append(ReEvaluation(visit: visit, reason: reason))
            (lastVisit, lastDay) = (visit, day)
        }
        return exams
    }

    private func isOverdue(since last: CalendarDate, at next: CalendarDate) -> Bool {
        last.days(until: next) > 7 * reEvaluationWeeks
    }
}
