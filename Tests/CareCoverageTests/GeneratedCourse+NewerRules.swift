import CareCoverage
import CareModel

// Terms and facts of rules S10, S12, S13 and S18.
extension GeneratedCourse {
    private static let penalties = ["0", "0.25", "0.333", "0.50", "1"].map(part)
    private static let ratios = ["0.80", "1.40", "0.333"].map(part)

    mutating func dollarLimit(_ index: Int) -> UsageLimit {
        // The twelve months before each visit go with visits and services only.
        let periods: [UsageLimit.Period] = [.visit, .day, .benefitYear, .calendarYear, .lifetime]
        let isSmall = chance(15)
        let period = pick(periods)
        let most = period == .visit || period == .day ? 90_00 : 300_00
        return UsageLimit(
            id: "limit-\(index)",
            unit: .dollars,
            maximum: isSmall ? 0 : number(0...most),
            period: period,
            dollarBasis: without.contains(.planPaidDollars)
                ? .allowed : pick(UsageLimit.DollarBasis.allCases)
        )
    }

    mutating func withNewerTerms(_ row: Benefit) -> Benefit {
        var terms = BenefitTerms(row)
        if chance(30) { terms.authorization = authorization(of: row) }
        if case .penalty? = terms.authorization?.ifMissing {
            // What a missing authorization costs once such a limit is used up is not stated.
            terms.limits.removeAll { limits[$0].kind == .authorizationAfter }
        }
        if chance(12) { terms.waitingPeriodMonths = number(1...8) }
        if chance(35), !without.contains(.exhaustedWriteOff) { terms.exhaustedWriteOff = .zero }
        if chance(20) { terms.outOfNetworkBasis = .fractionOfMedicare(pick(Self.ratios)) }
        return terms.benefit
    }

    /// A row beside another that is about the same services, for some diagnoses.
    mutating func withDiagnoses(_ row: Benefit) -> Benefit {
        var terms = BenefitTerms(row)
        terms.diagnoses = chance(50) ? .only(["M54", "M99.0"]) : .except(["R51", "M54.5"])
        terms.sharing = .coinsurance(pick(Self.penalties))
        terms.limits = []
        return terms.benefit
    }

    private mutating func authorization(of row: Benefit) -> AuthorizationTerm {
        let missing: [AuthorizationTerm.IfMissing?] = [
            nil, nil, .notBillable, .patient,
            without.contains(.penalties) ? nil : .penalty(pick(Self.penalties)),
        ]
        let isCountable: Bool
        if case .category = row.selector { isCountable = true } else { isCountable = false }
        let isPlain = !isCountable && without.contains(.uncountableAuthorization)
        return AuthorizationTerm(
            afterVisit: isPlain || chance(50) ? 0 : number(1...3),
            ifMissing: pick(missing)
        )
    }

    mutating func facts(asOf: CalendarDate) -> CoverageFacts {
        let from = asOf.adding(days: number(-20...20))
        return CoverageFacts(
            authorization: chance(65)
                ? CoverageFacts.Authorization(
                    visits: number(0...6),
                    from: from,
                    through: from.adding(days: number(0...250))
                ) : nil,
            memberSince: chance(60) ? asOf.adding(days: -number(0...250)) : nil,
            diagnosis: pick([nil, "M54.50", "M54.2", "M99.01", "R51.9"])
        )
    }

    /// The known figures of these rules.
    struct NewerFigures {
        var byMonth: [Int: Money]?
        var authorizationVisits: Int?
        var benefitVisits: [ServiceCategory: Int] = [:]
    }

    mutating func newerFigures(
        of plan: BenefitPlan,
        asOf: CalendarDate,
        individualMet: Int
    ) -> NewerFigures {
        guard hasNewerRules else { return NewerFigures() }
        var figures = NewerFigures()
        figures.authorizationVisits = number(0...3)
        for row in plan.benefits where row.authorization != nil {
            if case .category(let category) = row.selector {
                figures.benefitVisits[category] = number(0...3)
            }
        }
        if plan.deductible?.carryover != nil {
            let latest = number(0...individualMet)
            let before = number(0...individualMet - latest)
            // Both months lie in the benefit year of the figures, or the earlier one is left out.
            let isSameYear =
                plan.benefitPeriod.yearStart(containing: asOf)
                <= asOf.adding(days: 1 - asOf.day).adding(months: -1)
            figures.byMonth = [asOf.month: latest.cents]
            if isSameYear { figures.byMonth?[asOf.adding(months: -1).month] = before.cents }
        }
        return figures
    }
}
