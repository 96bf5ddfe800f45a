import CareModel

/// A benefit row with everything settled that holds for all of its lines.
struct CodedBenefit: Sendable {
    let coverage: Benefit.Coverage
    let copay: CodedCopay?
    let sharing: Benefit.Sharing
    let coinsuranceBase: Benefit.CoinsuranceBase
    let deductibleApplies: Bool
    let countsTowardOutOfPocketMaximum: Bool
    let isWaivedAfterOutOfPocketMaximum: Bool
    /// The row's part of the list of limits of all rows.
    let limits: Range<Int>
    let hasDollarLimit: Bool
    let afterExhaustion: Benefit.UncoveredPrice?
    let uncoveredPrice: Benefit.UncoveredPrice
    let coversMaintenance: Bool
    /// The dates that are covered without an authorization; absent where the row asks for none.
    let authorizationAfter: Int?
    /// Whether the row, or a limit of it, can ask for an authorization.
    let canNeedAuthorization: Bool
    /// What the plan pays less where an authorization is missing; absent where the line is denied.
    let penalty: Percentage?
    /// Whether the clinic bears a line without its authorization.
    let isNotBillableUnauthorized: Bool
    /// The first day after the waiting period; absent where there is none.
    let waitingEndsOn: CalendarDate?
    let exhaustedWriteOff: Benefit.ExhaustedWriteOff

    init(
        _ benefit: Benefit,
        of plan: BenefitPlan,
        network: Network,
        facts: CoverageFacts,
        limits: Range<Int>
    ) {
        coverage = benefit.coverage
        copay = benefit.copay.map { CodedCopay($0) }
        sharing = benefit.sharing
        coinsuranceBase = benefit.coinsuranceBase
        deductibleApplies = benefit.deductibleApplies
        countsTowardOutOfPocketMaximum = benefit.countsTowardOutOfPocketMaximum
        isWaivedAfterOutOfPocketMaximum = benefit.isWaivedAfterOutOfPocketMaximum
        self.limits = limits
        hasDollarLimit = benefit.limits.contains { plan.limits[$0].unit == .dollars }
        afterExhaustion = benefit.afterExhaustion
        uncoveredPrice = benefit.uncoveredPrice
        coversMaintenance = benefit.coversMaintenance
        authorizationAfter = benefit.authorization?.afterVisit
        canNeedAuthorization =
            benefit.authorization != nil
            || benefit.limits.contains { plan.limits[$0].kind == .authorizationAfter }
        if case .penalty(let part)? = benefit.authorization?.consequence(in: network) {
            penalty = part
        } else {
            penalty = nil
        }
        isNotBillableUnauthorized =
            (benefit.authorization ?? AuthorizationTerm()).consequence(in: network) == .notBillable
        let joined = facts.memberSince ?? plan.effectiveFrom
        waitingEndsOn =
            benefit.waitingPeriodMonths > 0
            ? joined.adding(months: benefit.waitingPeriodMonths) : nil
        exhaustedWriteOff = benefit.exhaustedWriteOff
    }
}

/// A copay without the categories that it absorbs.
struct CodedCopay: Sendable {
    let amount: Money
    let basis: Copay.Basis
    let deductible: Copay.DeductibleRelation
    let capOfAllowed: Percentage?

    init(_ copay: Copay) {
        amount = copay.amount
        basis = copay.basis
        deductible = copay.deductible
        capOfAllowed = copay.capOfAllowed
    }
}

/// A limit without its name.
struct CodedLimit: Sendable {
    let unit: UsageLimit.Unit
    let maximum: Int
    let period: UsageLimit.Period
    let counting: UsageLimit.Counting
    let excludesFirstVisit: Bool
    let dollarBasis: UsageLimit.DollarBasis
    let kind: UsageLimit.Kind
    let remembersEarlierUse: Bool

    init(_ limit: UsageLimit) {
        unit = limit.unit
        maximum = limit.maximum
        period = limit.period
        counting = limit.counting
        excludesFirstVisit = limit.excludesFirstVisit
        dollarBasis = limit.dollarBasis
        kind = limit.kind
        remembersEarlierUse = limit.remembersEarlierUse
    }
}

/// A deductible without its tables and its categories.
struct CodedDeductible: Sendable {
    let family: Money?
    let usesIndividual: Bool
    let usesFamily: Bool
    /// How many members must meet theirs, where the family's deductible is such a count.
    let memberCount: Int?
    let isAfterCoinsurance: Bool
    let hasCarryover: Bool
    /// Whether a table publishes it year by year.
    let isYearly: Bool

    init(_ deductible: Deductible) {
        family = deductible.family
        usesIndividual = deductible.usesIndividual
        usesFamily = deductible.usesFamily
        memberCount = deductible.memberCount
        isAfterCoinsurance = deductible.order == .afterCoinsurance
        hasCarryover = deductible.carryover != nil
        isYearly = deductible.individualByYear != nil
    }
}

/// How clinic and patient stand to Medicare, as far as it decides from line to line.
struct CodedStanding: Sendable {
    let takesAssignment: Bool
    let isQualifiedBeneficiary: Bool
    /// The days on which a signed notice holds, unless covered care ends it; absent without one.
    let notice: Range<CalendarDate>?

    init(_ standing: MedicareStanding) {
        takesAssignment = standing.takesAssignment
        isQualifiedBeneficiary = standing.isQualifiedBeneficiary
        notice = standing.noticeSignedOn.map { signed in
            signed..<max(signed, signed.adding(months: standing.rules.noticeMonths))
        }
    }
}
