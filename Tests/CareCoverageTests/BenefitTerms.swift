import CareCoverage
import CareModel

/// The terms of a benefit row, of which a test may change one.
struct BenefitTerms {
    var selector: Benefit.Selector
    var diagnoses: DiagnosisCondition?
    var networks: Set<Network>
    var coverage: Benefit.Coverage
    var copay: Copay?
    var sharing: Benefit.Sharing
    var coinsuranceBase: Benefit.CoinsuranceBase
    var deductibleApplies: Bool
    var counts: Bool
    var isWaived: Bool
    var limits: [Int]
    var afterExhaustion: Benefit.UncoveredPrice?
    var coversMaintenance: Bool
    var authorization: AuthorizationTerm?
    var isReferralRequired: Bool
    var waitingPeriodMonths: Int
    var exhaustedWriteOff: Benefit.ExhaustedWriteOff
    var outOfNetworkBasis: Benefit.OutOfNetworkBasis?
    let place: SourcePlace

    init(_ row: Benefit) {
        selector = row.selector
        diagnoses = row.diagnoses
        networks = row.networks
        coverage = row.coverage
        copay = row.copay
        sharing = row.sharing
        coinsuranceBase = row.coinsuranceBase
        deductibleApplies = row.deductibleApplies
        counts = row.countsTowardOutOfPocketMaximum
        isWaived = row.isWaivedAfterOutOfPocketMaximum
        limits = row.limits
        afterExhaustion = row.afterExhaustion
        coversMaintenance = row.coversMaintenance
        authorization = row.authorization
        isReferralRequired = row.isReferralRequired
        waitingPeriodMonths = row.waitingPeriodMonths
        exhaustedWriteOff = row.exhaustedWriteOff
        outOfNetworkBasis = row.outOfNetworkBasis
        place = row.place
    }

    var benefit: Benefit {
        Benefit(
            selector: selector,
            diagnoses: diagnoses,
            networks: networks,
            coverage: coverage,
            copay: copay,
            sharing: sharing,
            coinsuranceBase: coinsuranceBase,
            deductibleApplies: deductibleApplies,
            countsTowardOutOfPocketMaximum: counts,
            isWaivedAfterOutOfPocketMaximum: isWaived,
            limits: limits,
            afterExhaustion: afterExhaustion,
            coversMaintenance: coversMaintenance,
            authorization: authorization,
            isReferralRequired: isReferralRequired,
            waitingPeriodMonths: waitingPeriodMonths,
            exhaustedWriteOff: exhaustedWriteOff,
            outOfNetworkBasis: outOfNetworkBasis,
            place: place
        )
    }
}

extension Benefit {
    /// The row with some terms changed.
    func with(_ change: (inout BenefitTerms) -> Void) -> Benefit {
        var terms = BenefitTerms(self)
        change(&terms)
        return terms.benefit
    }
}

/// The terms of a plan, of which a test may change one.
struct PlanTerms {
    private let whole: BenefitPlan
    var type: PlanType
    var coordination: CoordinationRule
    var medigap: MedigapCover?
    var effectiveFrom: CalendarDate
    var effectiveThrough: CalendarDate?
    var benefitPeriod: BenefitPeriod
    var deductible: Deductible?
    var outOfPocketMaximum: OutOfPocketMaximum?
    var limits: [UsageLimit]
    var benefits: [Benefit]

    init(_ plan: BenefitPlan) {
        whole = plan
        type = plan.type
        coordination = plan.coordination
        medigap = plan.medigap
        effectiveFrom = plan.effectiveFrom
        effectiveThrough = plan.effectiveThrough
        benefitPeriod = plan.benefitPeriod
        deductible = plan.deductible
        outOfPocketMaximum = plan.outOfPocketMaximum
        limits = plan.limits
        benefits = plan.benefits
    }

    var plan: BenefitPlan {
        BenefitPlan(
            id: whole.id,
            payerName: whole.payerName,
            planName: whole.planName,
            type: type,
            effectiveFrom: effectiveFrom,
            effectiveThrough: effectiveThrough,
            benefitPeriod: benefitPeriod,
            deductible: deductible,
            outOfPocketMaximum: outOfPocketMaximum,
            limits: limits,
            benefits: benefits,
            coordination: coordination,
            medigap: medigap,
            place: whole.place
        )
    }
}

extension BenefitPlan {
    /// The plan with some terms changed.
    func with(_ change: (inout PlanTerms) -> Void) -> BenefitPlan {
        var terms = PlanTerms(self)
        change(&terms)
        return terms.plan
    }
}
