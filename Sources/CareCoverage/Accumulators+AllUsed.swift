import CareModel

extension Accumulators {
    /// The figures with all of one of them used, the upper end of what it can be (rule S17).
    ///
    /// The lower end is the figure left unknown, which counts as nothing used. What the last months
    /// put toward the deductible is part of what is met, so it is set after the deductible itself.
    ///
    /// - Parameters:
    ///   - need: The figure; the diagnosis is none, and changes nothing.
    ///   - plan: The plan whose terms say how much there is to use.
    ///   - facts: The authorization, where the figure counts its visits.
    /// - Returns: The figures.
    public func usingAll(
        of need: AccumulatorNeed,
        under plan: BenefitPlan,
        facts: CoverageFacts
    ) -> Accumulators {
        var figures = self
        let yearStart = plan.benefitPeriod.yearStart(containing: asOf)
        switch need {
        case .deductible:
            figures.deductible.individual = plan.deductible?.individual(inYearFrom: yearStart)
        case .familyDeductible: figures.deductible.family = plan.deductible?.family
        case .membersMet: figures.membersMet = plan.deductible?.memberCount
        case .categoryDeductible(let category):
            figures.deductibleByCategory[category] = plan.deductible?.byCategory[category]
        case .outOfPocket: figures.outOfPocket.individual = plan.outOfPocketMaximum?.individual
        case .familyOutOfPocket: figures.outOfPocket.family = plan.outOfPocketMaximum?.family
        case .limit(let limit):
            let own = plan.limits.first { $0.id == limit.id } ?? limit
            figures.limits[limit.id] = own.allUsed(by: asOf)
        case .carryoverMonths:
            let last = plan.benefitPeriod.nextYearStart(after: asOf).adding(days: -1)
            figures.deductibleByMonth = [
                last.month: mostMet(of: plan.deductible, inYearFrom: yearStart)
            ]
        case .authorizationVisits:
            figures.authorizationVisitsUsed = facts.authorization?.visits
        case .benefitVisits(let category):
            let terms = plan.benefits.filter { $0.selector == .category(category) }
                .compactMap(\.authorization?.afterVisit)
            figures.benefitVisits[category] = terms.max() ?? 0
        case .diagnosis: break
        }
        return figures
    }

    /// The most that the months of a year can have put toward its deductible: what is met, or where
    /// nobody knows that, what the plan has.
    private func mostMet(
        of term: Deductible?,
        inYearFrom yearStart: CalendarDate
    ) -> Money {
        let bounds = [
            deductible.individual,
            deductible.family,
            term?.usesIndividual == true ? term?.individual(inYearFrom: yearStart) : nil,
            term?.usesFamily == true ? term?.family : nil,
        ]
        return bounds.compactMap { $0 }.min() ?? .zero
    }
}

extension UsageLimit {
    /// All of the limit used on a day.
    fileprivate func allUsed(by day: CalendarDate) -> Accumulators.LimitUse {
        if unit == .dollars { return .amount(Money(cents: maximum)) }
        return period == .rolling12Months
            ? .dates(Array(repeating: day, count: maximum)) : .used(maximum)
    }
}

extension BenefitPlan {
    /// One diagnosis for each way in which the rows of some lines can hold, for a patient whose
    /// diagnosis nobody knows: each beginning that a row names, and one that none does.
    public var telltaleDiagnoses: [String] {
        var beginnings: Set<String> = []
        for case .only(let codes) in benefits.map(\.diagnoses) { beginnings.formUnion(codes) }
        for case .except(let codes) in benefits.map(\.diagnoses) { beginnings.formUnion(codes) }
        return [""] + beginnings.sorted()
    }
}
