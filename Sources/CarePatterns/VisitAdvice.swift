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
        kept { $0.contains(pattern.id) }
    }

    /// What of it belongs beside a visit for a part of the body for which there is no plan.
    ///
    /// Where no pattern at all is about that part, all of it does: each sentence says what it is
    /// about, and none of them is left out for want of a study.
    ///
    /// - Parameters:
    ///   - region: The part of the body.
    ///   - patterns: The patterns of the tables.
    /// - Returns: The advice.
    public func beside(_ region: BodyRegion?, of patterns: [CarePattern]) -> VisitAdvice {
        let names = Set(patterns.filter { $0.region == region }.map(\.id))
        return kept { names.isEmpty || !$0.isDisjoint(with: names) }
    }

    private func kept(_ belongs: (Set<String>) -> Bool) -> VisitAdvice {
        func kept(_ statements: [Statement]) -> [Statement] {
            statements.filter { belongs($0.patterns) }
        }
        return VisitAdvice(
            beforeVisit: kept(beforeVisit),
            afterVisit: kept(afterVisit),
            sideEffects: kept(sideEffects),
            whenToCall: kept(whenToCall)
        )
    }
}
