import CareModel

extension CodedPlan {
    /// A denial in the words of the plan.
    func denial(_ denial: CodedDenial) -> Denial {
        switch denial {
        case .planNotInForce: .planNotInForce
        case .noBenefit: .noBenefit
        case .notCovered: .notCovered
        case .excluded: .excluded
        case .maintenance: .maintenance
        case .authorizationMissing: .authorizationMissing
        case .waitingPeriod(let end): .waitingPeriod(endsOn: end)
        case .modifierMissing:
            facts.medicare.map { .modifierMissing($0.rules.modifiers.active) } ?? .noBenefit
        case .diagnosisNotPayable: .diagnosisNotPayable
        case .limitReached(let index): .limitReached(plan.limits[index])
        }
    }

    /// An event in the words of the plan.
    func event(_ event: CodedEvent) -> CoverageEvent {
        switch event {
        case .benefitYearReset: .benefitYearReset
        case .deductibleMet: .deductibleMet
        case .outOfPocketMaximumMet: .outOfPocketMaximumMet
        case .limitReached(let index, let isDenied):
            .limitReached(plan.limits[index], isDenied: isDenied)
        }
    }

    /// The term of the plan because of which a line is not covered.
    func source(of denial: CodedDenial, benefit: Benefit?) -> SourcePlace? {
        switch denial {
        case .planNotInForce: plan.place.appending("/effectiveFrom")
        case .limitReached(let index): place(ofLimit: index)
        case .notCovered, .excluded: benefit?.place.appending("/coverage")
        case .authorizationMissing: benefit?.place.appending("/authorization")
        case .waitingPeriod: benefit?.place.appending("/waitingPeriodMonths")
        case .maintenance: benefit?.place.appending("/maintenance")
        case .modifierMissing, .diagnosisNotPayable: medicare?.rules.place
        case .noBenefit: plan.place.appending("/benefits")
        }
    }

    /// Where the most that a limit covers was read.
    func place(ofLimit index: Int) -> SourcePlace {
        plan.place.appending("/limits/\(index)/maximum")
    }
}
