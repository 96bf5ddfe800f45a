/// What a patient is told around the visits of a plan.
public struct VisitAdvice: Hashable, Sendable {
    /// What to do before a visit.
    public let beforeVisit: [Statement]
    /// What to do after it.
    public let afterVisit: [Statement]
    /// What is common after it, and passes.
    public let sideEffects: [Statement]
    /// When to call, and whom.
    public let whenToCall: [Statement]

    /// Creates the advice.
    public init(
        beforeVisit: [Statement],
        afterVisit: [Statement],
        sideEffects: [Statement],
        whenToCall: [Statement]
    ) {
        self.beforeVisit = beforeVisit
        self.afterVisit = afterVisit
        self.sideEffects = sideEffects
        self.whenToCall = whenToCall
    }

    /// What of it belongs beside a pattern.
    public func beside(_ pattern: CarePattern) -> VisitAdvice {
        func kept(_ statements: [Statement]) -> [Statement] {
            statements.filter { $0.patterns.contains(pattern.id) }
        }
        return VisitAdvice(
            beforeVisit: kept(beforeVisit),
            afterVisit: kept(afterVisit),
            sideEffects: kept(sideEffects),
            whenToCall: kept(whenToCall)
        )
    }
}
