import CareModel

/// A plan as the adjudication works with it: every name is a position, and what does not change
/// from line to line is settled once.
///
/// It holds the plan itself for the words of the steps only. It never changes, so all copies of an
/// adjudicator share one, and a copy of a course costs no copy of its plan.
final class CodedPlan: Sendable {
    let plan: BenefitPlan
    let network: Network
    let facts: CoverageFacts
    let rows: [CodedBenefit]
    let limits: [CodedLimit]
    /// The positions of the limits of each row, row after row; a row knows its part of them.
    let limitsOfRows: [Int]
    /// The categories that a line can meet by name: those with a deductible of their own, and those
    /// that a copay absorbs.
    let categories: [ServiceCategory]
    /// Of each of these categories, its own deductible.
    let categoryDeductibles: [Money?]
    /// Whether some row's copay takes the place of another row's sharing.
    let hasAbsorbingCopay: Bool
    /// Of each row and category, whether the row's copay covers lines of the category as well.
    private let absorbs: [Bool]
    /// How clinic and patient stand to Medicare, where the plan is its Part B.
    let standing: CodedStanding?
    /// The family type, the order and the family's amount, where there is a deductible.
    let deductible: CodedDeductible?
    let maximum: OutOfPocketMaximum?
    let type: PlanType
    /// Whether some row, or a limit of it, can ask for an authorization.
    let canNeedAuthorization: Bool
    let benefitPeriod: BenefitPeriod
    /// Whether some limit counts a visit, a day or the twelve months before, so that it has to be
    /// looked at on every date.
    let hasShortLimit: Bool
    let effectiveFrom: CalendarDate
    /// The last day of coverage; the end of time where the plan goes on.
    let effectiveThrough: CalendarDate
    let authorization: CoverageFacts.Authorization?

    init(_ plan: BenefitPlan, network: Network, facts: CoverageFacts) {
        self.plan = plan
        self.network = network
        self.facts = facts
        type = plan.type
        effectiveFrom = plan.effectiveFrom
        effectiveThrough = plan.effectiveThrough ?? CalendarDate(dayNumber: .max)
        authorization = facts.authorization
        var limitsOfRows: [Int] = []
        rows = plan.benefits.map { benefit in
            let start = limitsOfRows.count
            limitsOfRows += benefit.limits
            return CodedBenefit(
                benefit,
                of: plan,
                network: network,
                facts: facts,
                limits: start..<limitsOfRows.count
            )
        }
        self.limitsOfRows = limitsOfRows
        canNeedAuthorization = rows.contains(where: \.canNeedAuthorization)
        limits = plan.limits.map(CodedLimit.init)
        benefitPeriod = plan.benefitPeriod
        hasShortLimit = limits.contains { limit in
            switch limit.period {
            case .visit, .day, .rolling12Months: true
            case .benefitYear, .calendarYear, .lifetime: false
            }
        }
        let named = plan.benefits.reduce(into: Set(plan.deductible?.byCategory.keys ?? [:].keys)) {
            $0.formUnion($1.copay?.absorbs ?? [])
        }
        let categories = named.sorted()
        self.categories = categories
        categoryDeductibles = categories.map { plan.deductible?.byCategory[$0] }
        absorbs = plan.benefits.flatMap { row in
            categories.map { row.copay?.absorbs.contains($0) == true }
        }
        hasAbsorbingCopay = absorbs.contains(true)
        standing =
            plan.type == .medicarePartB ? facts.medicare.map { CodedStanding($0) } : nil
        deductible = plan.deductible.map { CodedDeductible($0) }
        maximum = plan.outOfPocketMaximum
    }

    /// The patient's standing with Medicare in full, where the plan is its Part B.
    var medicare: MedicareStanding? { type == .medicarePartB ? facts.medicare : nil }

    /// Whether the copay of a row covers lines of a category as well.
    func absorbs(row: Int, category: Int) -> Bool {
        category >= 0 && absorbs[row * categories.count + category]
    }

    /// The position of a category, or −1 where no term names it.
    func position(of category: ServiceCategory) -> Int {
        categories.firstIndex(of: category) ?? -1
    }
}
