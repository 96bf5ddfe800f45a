import CareModel

extension AccumulatorState {
    /// What is left of the deductible for a line of a category (rule S6), or nothing where the
    /// plan has no deductible for it.
    func deductibleLeft(for category: ServiceCategory, of plan: BenefitPlan) -> DeductibleRoom? {
        guard let deductible = plan.deductible else { return nil }
        let general = generalRoom(deductible)
        guard let ofCategory = deductible.byCategory[category] else { return general }
        // A category's deductible is capped by the general one; without one it stands alone.
        let met = categoryDeductible[category] ?? .zero
        let own = DeductibleRoom(
            left: max(ofCategory - met, .zero),
            whole: ofCategory,
            term: "byCategory/\(category)"
        )
        guard let general else { return own }
        return own.left <= general.left ? own : general
    }

    /// What is left of the general deductible, or nothing where the plan has none.
    func generalDeductibleLeft(of plan: BenefitPlan) -> Money? {
        plan.deductible.flatMap { generalRoom($0)?.left }
    }

    /// What of this year's deductible counts for the next (rule S12).
    ///
    /// The amounts of the last months of the year are credited; with `onlyIfNotMet`, only when
    /// something of the deductible was left at the reset.
    func carriedOver(into newYear: CalendarDate, plan: BenefitPlan) -> Money {
        guard let carryover = plan.deductible?.carryover,
            plan.benefitPeriod.nextYearStart(after: yearStart) == newYear
        else { return .zero }
        if carryover.onlyIfNotMet, generalDeductibleLeft(of: plan) == .zero { return .zero }
        let months = (1...carryover.months).map { newYear.adding(months: -$0).month }
        return months.compactMap { deductibleByMonth[$0] }.sum()
    }

    /// What is left under the out-of-pocket maximum, person and family; nothing where the plan
    /// has none.
    func outOfPocketRoom(of plan: BenefitPlan) -> Money? {
        guard let maximum = plan.outOfPocketMaximum else { return nil }
        let rooms = [
            maximum.individual.map { $0 - individualOutOfPocket },
            maximum.family.map { $0 - familyOutOfPocket },
        ]
        return rooms.compactMap { $0 }.min().map { max($0, .zero) }
    }

    /// Credits a deductible to the person, the family and the category.
    mutating func creditDeductible(
        _ amount: Money,
        category: ServiceCategory,
        plan: BenefitPlan
    ) {
        individualDeductible += amount
        if amount > .zero, plan.deductible?.carryover != nil {
            deductibleByMonth[latestDate.month, default: .zero] += amount
        }
        familyDeductible += amount
        if plan.deductible?.byCategory[category] != nil {
            categoryDeductible[category, default: .zero] += amount
        }
    }

    /// Credits a share to the person's and the family's out-of-pocket figure.
    mutating func creditOutOfPocket(_ amount: Money) {
        individualOutOfPocket += amount
        familyOutOfPocket += amount
    }

    private func generalRoom(_ deductible: Deductible) -> DeductibleRoom? {
        if case .memberCount(let count) = deductible.familyType, membersMet >= count {
            return deductible.individual(inYearFrom: yearStart).map {
                DeductibleRoom(left: .zero, whole: $0, term: "memberCount")
            }
        }
        var rooms: [DeductibleRoom] = []
        if deductible.usesIndividual,
            let whole = deductible.individual(inYearFrom: yearStart)
        {
            rooms.append(
                DeductibleRoom(
                    left: max(whole - individualDeductible, .zero),
                    whole: whole,
                    term: "individual",
                    table: deductible.individualByYear?.place(of: yearStart.year)
                )
            )
        }
        if deductible.usesFamily, let whole = deductible.family {
            rooms.append(
                DeductibleRoom(
                    left: max(whole - familyDeductible, .zero),
                    whole: whole,
                    term: "family"
                )
            )
        }
        return rooms.min { $0.left < $1.left }
    }
}

/// What is left of a deductible, and how large it is.
struct DeductibleRoom: Hashable, Sendable {
    let left: Money
    let whole: Money
    /// The plan's term that decides, below `/deductible`.
    let term: String
    /// The row of a table that decides in place of the plan's term.
    var table: SourcePlace?
}
