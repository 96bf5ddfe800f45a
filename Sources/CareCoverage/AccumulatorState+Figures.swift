import CareModel

extension AccumulatorState {
    /// The figures in the shape in which a later request states them; one that was not known at
    /// the start stays so until its period ends.
    func accumulators(of coded: CodedPlan, known: Accumulators) -> Accumulators {
        let plan = coded.plan
        return Accumulators(
            asOf: latestDate,
            source: known.source,
            deductible: Accumulators.Tier(
                individual: figure(
                    individualDeductible,
                    began: known.deductible.individual,
                    term: individualDeductibleTerm
                ),
                family: figure(
                    familyDeductible,
                    began: known.deductible.family,
                    term: plan.deductible?.family
                )
            ),
            membersMet: plan.deductible?.memberCount.flatMap { _ in
                isFirstYear && known.membersMet == nil ? nil : membersMet
            },
            deductibleByCategory: (plan.deductible?.byCategory ?? [:]).reduce(into: [:]) {
                if !isFirstYear || known.deductibleByCategory[$1.key] != nil {
                    $0[$1.key] = categoryDeductible[coded.position(of: $1.key)]
                }
            },
            outOfPocket: Accumulators.Tier(
                individual: figure(
                    individualOutOfPocket,
                    began: known.outOfPocket.individual,
                    term: plan.outOfPocketMaximum?.individual
                ),
                family: figure(
                    familyOutOfPocket,
                    began: known.outOfPocket.family,
                    term: plan.outOfPocketMaximum?.family
                )
            ),
            limits: uses(of: plan),
            deductibleByMonth: byMonth(plan: plan, known: known),
            authorizationVisitsUsed: known.authorizationVisitsUsed.map { _ in
                authorizationVisitsUsed
            },
            benefitVisits: plan.benefits.enumerated().reduce(into: [:]) { counts, row in
                guard case .category(let category) = row.element.selector,
                    row.element.authorization != nil
                else { return }
                if !isFirstYear || known.benefitVisits[category] != nil {
                    counts[category] = max(
                        counts[category] ?? 0,
                        coveredDates[row.offset].count
                    )
                }
            }
        )
    }

    /// A running figure, or nothing where it began in this year and was not known.
    private func figure(
        _ running: Money,
        began: Money?,
        term: Money?
    ) -> Money? {
        guard term != nil, !(isFirstYear && began == nil) else { return nil }
        return running
    }

    private func uses(of plan: BenefitPlan) -> [String: Accumulators.LimitUse] {
        var uses: [String: Accumulators.LimitUse] = [:]
        for (index, limit) in plan.limits.enumerated()
        where limit.remembersEarlierUse && !limits[index].isUnknown {
            uses[limit.id] =
                limit.period == .rolling12Months
                ? .dates(rollingDates[index])
                : limit.unit == .dollars
                    ? .amount(Money(cents: limits[index].used)) : .used(limits[index].used)
        }
        return uses
    }

    private func byMonth(plan: BenefitPlan, known: Accumulators) -> [Int: Money]? {
        guard let carryover = plan.deductible?.carryover else { return nil }
        let newYear = plan.benefitPeriod.nextYearStart(after: known.asOf)
        let isAsked = known.asOf >= newYear.adding(months: -carryover.months)
        // Figures of a day before the months that count leave nothing of them open.
        if isFirstYear, isAsked, known.deductibleByMonth == nil { return nil }
        return deductibleByMonth.enumerated().reduce(into: [:]) { months, entry in
            let month = entry.offset + 1
            let isStated = isFirstYear && known.deductibleByMonth?[month] != nil
            if isStated || entry.element != .zero { months[month] = entry.element }
        }
    }
}
