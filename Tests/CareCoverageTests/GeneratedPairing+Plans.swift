import CareCoverage
import CareModel

// The terms of the special payers.
extension GeneratedCourse {
    private static let codeLists = [
        [], [], ["M99.01"], ["M54.50"], ["M54.50", "M99.03"], ["M99.13", "R51.9"],
    ]

    /// Part B in the span of another plan, with small deductibles and now and then a year of which
    /// none is published; and what of it was used.
    mutating func partB(
        _ other: BenefitPlan?,
        asOf: CalendarDate
    ) -> (BenefitPlan, Accumulators) {
        var cents: [Int: Int] = [:]
        for year in 2026...2040 { cents[year] = number(0...200_00) }
        if chance(5) { cents[number(2027...2028)] = nil }
        let prices: [Benefit.UncoveredPrice?] = [nil, nil, .selfPay, .notBillable, .contracted]
        let price = pick(prices)
        let plan = BenefitPlan.partB(deductibles: YearlyAmounts(cents: cents)).with { plan in
            plan.benefits = plan.benefits.map { row in
                row.coverage == .covered ? row : row.with { $0.afterExhaustion = price }
            }
            if let other {
                plan.effectiveFrom = other.effectiveFrom
                plan.effectiveThrough = other.effectiveThrough
            }
        }
        let met = Accumulators.Tier(individual: number(0...200_00).cents)
        return (plan, Accumulators(asOf: asOf, deductible: met))
    }

    mutating func medicareFacts(asOf: CalendarDate) -> CoverageFacts {
        let codes = pick(Self.codeLists)
        let isParticipating = chance(40)
        return CoverageFacts(
            diagnosis: codes.first,
            furtherDiagnoses: Array(codes.dropFirst()),
            medicare: MedicareStanding(
                rules: .published,
                isParticipating: isParticipating,
                isAssigned: isParticipating || chance(40),
                isQualifiedBeneficiary: chance(20),
                noticeSignedOn: chance(60) ? asOf.adding(days: number(-360...120)) : nil
            )
        )
    }

    /// The rows pay up to a bucket of dollars, most of them in full.
    mutating func autoPolicy(_ plan: BenefitPlan) -> BenefitPlan {
        let bucket = UsageLimit(
            id: "bucket",
            unit: .dollars,
            maximum: number(50_00...500_00),
            period: .lifetime
        )
        return plan.with { plan in
            plan.type = .autoMedical
            plan.limits.append(bucket)
            plan.benefits = plan.benefits.map { row in
                let isFull = chance(65)
                let hasPrice = chance(30)
                return row.with { terms in
                    terms.limits.append(plan.limits.count - 1)
                    if isFull {
                        terms.copay = nil
                        terms.sharing = .coinsurance(.zero)
                        terms.deductibleApplies = false
                    }
                    if !hasPrice { terms.afterExhaustion = nil }
                }
            }
        }
    }

    /// The worker has no share of any row.
    mutating func workersCompensation(_ plan: BenefitPlan) -> BenefitPlan {
        plan.with { plan in
            plan.type = .workersCompensation
            plan.deductible = nil
            let limits = plan.limits
            plan.benefits = plan.benefits.map { row in
                let isStated = chance(20)
                return row.with { terms in
                    terms.copay = nil
                    terms.sharing = .coinsurance(.zero)
                    terms.limits.removeAll { limits[$0].unit == .dollars }
                    terms.afterExhaustion = isStated ? .notBillable : nil
                }
            }
        }
    }

    /// Prices, and no benefits.
    mutating func discountPlan(_ plan: BenefitPlan) -> BenefitPlan {
        plan.with { plan in
            plan.type = .discountPlan
            plan.deductible = nil
            plan.outOfPocketMaximum = nil
            plan.benefits = plan.benefits.map { row in
                let isExcluded = chance(10)
                let hasPrice = chance(20)
                return row.with { terms in
                    terms.coverage = isExcluded ? .excluded : .notCovered
                    if !hasPrice { terms.afterExhaustion = nil }
                }
            }
        }
    }

    /// The line with a second plan's amount; for Medicare often an adjustment or an office visit,
    /// and now and then with a list of modifiers.
    mutating func secondPriced(_ priced: PricedLine, hasMedicare: Bool) -> PricedLine {
        let line = priced.line
        let charge = priced.charge.amount.cents
        let lists = [["AT"], ["59", "AT"], ["GA"], []].map { $0.map(modifier) }
        let common: [ServiceCategory] = [.chiropractic, .chiropractic, .officeVisit]
        return PricedLine(
            hasMedicare && chance(65) ? pick(common) : line.category,
            code: line.code,
            service: line.service,
            units: line.units,
            charge: charge,
            allowed: priced.allowed?.amount.cents,
            selfPay: priced.selfPay?.amount.cents,
            secondAllowed: chance(90) ? number(0...charge * 11 / 10) : nil,
            modifiers: hasMedicare && chance(20) ? pick(lists) : nil
        )
    }
}
