extension Accumulators {
    /// Whether a figure is known.
    ///
    /// - Parameter need: The figure; the diagnosis is none, and never known here.
    /// - Returns: Whether it is stated.
    public func knows(_ need: AccumulatorNeed) -> Bool {
        switch need {
        case .deductible: deductible.individual != nil
        case .familyDeductible: deductible.family != nil
        case .membersMet: membersMet != nil
        case .categoryDeductible(let category): deductibleByCategory[category] != nil
        case .outOfPocket: outOfPocket.individual != nil
        case .familyOutOfPocket: outOfPocket.family != nil
        case .limit(let limit): limits[limit.id] != nil
        case .carryoverMonths: deductibleByMonth != nil
        case .authorizationVisits: authorizationVisitsUsed != nil
        case .benefitVisits(let category): benefitVisits[category] != nil
        case .diagnosis: false
        }
    }
}
