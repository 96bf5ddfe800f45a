import CareModel

extension AccumulatorState {
    /// What is left of the deductible for a line of a category (rule S6), or nothing where the
    /// plan has no deductible for it.
    ///
    /// A category's deductible is capped by the general one; without one it stands alone.
    @inline(__always)
    func deductibleLeft(for category: Int, of coded: CodedPlan) -> Money? {
        guard category >= 0, let whole = coded.categoryDeductibles[category] else {
            return generalDeductibleLeft
        }
        let own = max(whole - categoryDeductible[category], .zero)
        return generalDeductibleLeft.map { min(own, $0) } ?? own
    }

    /// The term that decides what is left of the deductible, and its amount.
    func deductibleTerm(for category: Int, of coded: CodedPlan) -> DeductibleTerm? {
        if category >= 0, let whole = coded.categoryDeductibles[category] {
            let own = max(whole - categoryDeductible[category], .zero)
            if own <= generalDeductibleLeft ?? own { return .category(category, whole) }
        }
        guard let deductible = coded.deductible else { return nil }
        if let count = deductible.memberCount, membersMet >= count {
            return individualDeductibleTerm.map { .memberCount($0) }
        }
        let ofPerson = deductible.usesIndividual ? individualDeductibleTerm : nil
        guard deductible.usesFamily, let ofFamily = deductible.family else {
            return ofPerson.map { .individual($0) }
        }
        guard let ofPerson else { return .family(ofFamily) }
        let isOfFamily =
            max(ofFamily - familyDeductible, .zero) < max(ofPerson - individualDeductible, .zero)
        return isOfFamily ? .family(ofFamily) : .individual(ofPerson)
    }

    /// Works out what is left at the start of a course or of a year.
    mutating func findRooms(of coded: CodedPlan) {
        generalDeductibleLeft = coded.deductible.flatMap { generalLeft($0) }
        outOfPocketRoom = outOfPocketLeft(coded.maximum)
    }

    /// What of this year's deductible counts for the next (rule S12).
    ///
    /// The amounts of the last months of the year are credited; with `onlyIfNotMet`, only when
    /// something of the deductible was left at the reset.
    func carriedOver(into newYear: CalendarDate, plan: BenefitPlan) -> Money {
        guard let carryover = plan.deductible?.carryover,
            plan.benefitPeriod.nextYearStart(after: yearStart) == newYear
        else { return .zero }
        if carryover.onlyIfNotMet, generalDeductibleLeft == .zero { return .zero }
        let months = (1...carryover.months).map { newYear.adding(months: -$0).month }
        return months.map { deductibleByMonth[$0 - 1] }.sum()
    }

    /// What is left under the maximum, person and family; nothing where the plan has none.
    @inline(__always)
    private func outOfPocketLeft(_ maximum: OutOfPocketMaximum?) -> Money? {
        guard let maximum else { return nil }
        let ofPerson = maximum.individual.map { $0 - individualOutOfPocket }
        guard let family = maximum.family else { return ofPerson.map { max($0, .zero) } }
        let ofFamily = family - familyOutOfPocket
        return max(min(ofPerson ?? ofFamily, ofFamily), .zero)
    }

    /// Credits a deductible to the person, the family and the category.
    @inline(__always)
    mutating func creditDeductible(_ amount: Money, category: Int, of coded: CodedPlan) {
        guard amount != .zero else { return }
        individualDeductible += amount
        familyDeductible += amount
        if coded.deductible?.hasCarryover == true {
            deductibleByMonth[latestDate.month - 1] += amount
        }
        if category >= 0, coded.categoryDeductibles[category] != nil {
            categoryDeductible[category] += amount
        }
        generalDeductibleLeft = coded.deductible.flatMap { generalLeft($0) }
    }

    /// Credits a share to the person's and the family's out-of-pocket figure.
    @inline(__always)
    mutating func creditOutOfPocket(_ amount: Money, of coded: CodedPlan) {
        guard amount != .zero else { return }
        individualOutOfPocket += amount
        familyOutOfPocket += amount
        outOfPocketRoom = outOfPocketLeft(coded.maximum)
    }

    /// What is left of the general deductible: nothing where the plan has none.
    @inline(__always)
    private func generalLeft(_ deductible: CodedDeductible) -> Money? {
        if let count = deductible.memberCount, membersMet >= count {
            return individualDeductibleTerm.map { _ in .zero }
        }
        let term = deductible.usesIndividual ? individualDeductibleTerm : nil
        let ofPerson = term.map { max($0 - individualDeductible, .zero) }
        guard deductible.usesFamily, let family = deductible.family else { return ofPerson }
        let ofFamily = max(family - familyDeductible, .zero)
        return min(ofPerson ?? ofFamily, ofFamily)
    }
}

/// The term of a plan that decides what is left of a deductible, with its amount.
enum DeductibleTerm: Hashable, Sendable {
    case individual(Money)
    case family(Money)
    case memberCount(Money)
    /// The deductible of a category, by its position.
    case category(Int, Money)

    var whole: Money {
        switch self {
        case .individual(let whole), .family(let whole), .memberCount(let whole): whole
        case .category(_, let whole): whole
        }
    }
}

extension Adjudicator {
    /// Why the deductible takes something of a line.
    func deductibleReason(for category: Int, left: Money) -> StepReason {
        let whole = state.deductibleTerm(for: category, of: coded)?.whole
        return .deductibleUnmet(left: left, of: whole ?? left)
    }

    /// Where the deductible that decides was read: the plan's term, or the row of a table.
    func place(ofDeductibleFor category: Int) -> SourcePlace? {
        switch state.deductibleTerm(for: category, of: coded) {
        case .individual:
            plan.deductible?.individualByYear?.place(of: state.yearStart.year)
                ?? plan.place.appending("/deductible/individual")
        case .family: plan.place.appending("/deductible/family")
        case .memberCount: plan.place.appending("/deductible/memberCount")
        case .category(let index, _):
            plan.place.appending("/deductible/byCategory/\(coded.categories[index])")
        case nil: nil
        }
    }
}
