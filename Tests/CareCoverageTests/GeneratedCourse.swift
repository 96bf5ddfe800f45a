import CareCoverage
import CareModel
import TestSupport

/// Makes plans and courses of visits that meet the edges of the rules often: small deductibles,
/// small maxima, limits of a few visits, gaps that cross benefit years.
struct GeneratedCourse {
    /// What a property needs its courses to leave out, each for a reason that it gives.
    struct Without: OptionSet {
        let rawValue: Int
        static let firstVisitExcluded = Without(rawValue: 1)
        static let visitsOnOneDate = Without(rawValue: 2)
        static let planPaidCounting = Without(rawValue: 4)
        static let uncountedShares = Without(rawValue: 8)
        static let waivedUncounted = Without(rawValue: 16)
        /// Everything from dollar limits on: rules S10, S12, S13 and S18.
        static let newerRules = Without(rawValue: 32)
        static let carryover = Without(rawValue: 64)
        static let exhaustedWriteOff = Without(rawValue: 128)
        static let uncountableAuthorization = Without(rawValue: 256)
        static let planPaidDollars = Without(rawValue: 512)
        static let penalties = Without(rawValue: 1_024)
    }

    private var random: SplitMix64
    let without: Without
    private(set) var limits: [UsageLimit] = []
    var hasNewerRules: Bool { !without.contains(.newerRules) }

    /// A course by the rules that need no more than a plan: those up to S9, and S11.
    static func make(seed: Int, without: Without = []) -> Course {
        episode(seed: seed, without: without.union(.newerRules)).course
    }

    /// A course by every rule.
    static func episode(seed: Int, without: Without = []) -> Episode {
        var maker = GeneratedCourse(seed: seed, without: without)
        return maker.episode()
    }

    init(seed: Int, without: Without) {
        random = SplitMix64(seed: UInt64(seed))
        self.without = without
    }

    /// An episode whose figures are those of a day, or of any.
    mutating func episode(asOf day: CalendarDate? = nil) -> Episode {
        limits = (0..<number(0...3)).map { limit($0) }
        let plan = plan()
        let asOf = day ?? Self.firstDay.adding(days: number(0...150))
        let course = Course(
            plan: plan,
            network: chance(25) ? .outOfNetwork : .inNetwork,
            used: used(of: plan, asOf: asOf),
            visits: visits(after: asOf)
        )
        return Episode(course: course, facts: hasNewerRules ? facts(asOf: asOf) : CoverageFacts())
    }
}

// MARK: Terms

extension GeneratedCourse {
    static let categories: [ServiceCategory] = [
        .chiropractic, .physicalMedicine, .xray, .massage,
    ]
    private static let firstDay = day("2026-09-01")
    private static let parts = ["0", "0.10", "0.20", "0.30", "0.333333333", "0.50", "1"].map(part)
    private static let chargeParts = ["0.60", "0.333", "1.1"].map(part)
    private static let caps = ["0.50", "0.333"].map(part)
    private static let named: [Benefit.Selector] = [
        .services([key("adjust-spine-3-4")]), .codes([code("98941")]),
    ]

    private mutating func plan() -> BenefitPlan {
        var benefits: [Benefit] = []
        for category in Self.categories where chance(93) {
            benefits.append(benefit(.category(category)))
        }
        for selector in Self.named where chance(20) { benefits.append(benefit(selector)) }
        if hasNewerRules {
            benefits = benefits.map { withNewerTerms($0) }
            for row in benefits where chance(10) { benefits.append(withDiagnoses(row)) }
        }
        let hasCopay = benefits.contains { $0.copay != nil }
        let hasCarryover = hasNewerRules && !without.contains(.carryover) && chance(40)
        // The months of a carry-over are those of the calendar, so that its year begins with one.
        let firstDay = hasCarryover ? 1 : number(1...28)
        return BenefitPlan(
            from: chance(5) ? "2026-12-01" : "2020-01-01",
            through: chance(5) ? "2027-06-30" : nil,
            period: chance(30)
                ? .contractYear(month: number(1...12), day: firstDay) : .calendarYear,
            deductible: chance(80)
                ? deductible(mayReverse: !hasCopay, hasCarryover: hasCarryover) : nil,
            maximum: chance(60) ? maximum() : nil,
            limits: limits,
            benefits
        )
    }

    private mutating func deductible(mayReverse: Bool, hasCarryover: Bool) -> Deductible {
        let types: [Deductible.FamilyType] = [
            .embedded, .embedded, .aggregate, .perPerson, .memberCount(number(1...3)),
        ]
        var byCategory: [ServiceCategory: Money] = [:]
        if chance(20) { byCategory[.xray] = number(0...120_00).cents }
        if chance(10) { byCategory[.chiropractic] = number(0...120_00).cents }
        let individual = chance(90) ? number(0...400_00).cents : nil
        return Deductible(
            individual: individual,
            family: chance(40) ? number(0...600_00).cents : nil,
            familyType: pick(types),
            hasFamilyCoverage: chance(50),
            byCategory: byCategory,
            order: mayReverse && chance(20) ? .afterCoinsurance : .beforeCoinsurance,
            carryover: hasCarryover
                ? Deductible.Carryover(
                    months: chance(70) ? 3 : number(1...12),
                    onlyIfNotMet: chance(40)
                ) : nil
        )
    }

    private mutating func maximum() -> OutOfPocketMaximum {
        let individual = chance(85) ? number(0...500_00).cents : nil
        return OutOfPocketMaximum(
            individual: individual,
            family: individual == nil || chance(40) ? number(0...800_00).cents : nil
        )
    }

    private mutating func limit(_ index: Int) -> UsageLimit {
        if hasNewerRules, chance(45) { return dollarLimit(index) }
        let unit = pick([UsageLimit.Unit.visits, .services])
        let kinds: [UsageLimit.Kind] = [.hard, .hard, .notice, .authorizationAfter]
        return UsageLimit(
            id: "limit-\(index)",
            unit: unit,
            maximum: chance(25) ? number(0...2) : number(3...12),
            period: pick(UsageLimit.Period.allCases),
            counting: chance(25) && !without.contains(.planPaidCounting) ? .planPaid : .allowed,
            excludesFirstVisit: chance(15) && !without.contains(.firstVisitExcluded),
            kind: hasNewerRules ? pick(kinds) : .hard
        )
    }

    private mutating func benefit(_ selector: Benefit.Selector) -> Benefit {
        let isPlain = without.contains(.uncountedShares)
        let networks: [Set<Network>] = [
            [.inNetwork], [.outOfNetwork], [.inNetwork, .outOfNetwork],
        ]
        let counts = isPlain || chance(80)
        let isWaived = isPlain || chance(80)
        return Benefit(
            selector: selector,
            networks: chance(90) ? networks[2] : pick(networks),
            coverage: chance(92) ? .covered : pick(Benefit.Coverage.allCases),
            copay: chance(40) ? copay() : nil,
            patient: "0",
            planPaysFixed: chance(10) ? number(0...60_00) : nil,
            base: pick(Benefit.CoinsuranceBase.allCases),
            deductibleApplies: chance(80),
            counts: counts || (isWaived && without.contains(.waivedUncounted)),
            isWaived: isWaived,
            limits: limits.indices.filter { _ in chance(45) },
            afterExhaustion: chance(60) ? pick(Benefit.UncoveredPrice.allCases) : nil,
            coversMaintenance: chance(40),
            outOfNetwork: chance(50)
                ? .fractionOfCharge(pick(Self.chargeParts)) : nil
        ).with { row in
            if case .coinsurance = row.sharing { row.sharing = .coinsurance(pick(Self.parts)) }
        }
    }

    private mutating func copay() -> Copay {
        Copay(
            amount: number(0...60_00).cents,
            basis: chance(60) ? .perVisit : pick(Copay.Basis.allCases),
            deductible: pick(Copay.DeductibleRelation.allCases),
            capOfAllowed: chance(20) ? pick(Self.caps) : nil,
            absorbs: chance(30) ? [pick(Self.categories)] : []
        )
    }
}

// MARK: Chance

extension GeneratedCourse {
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        // Int.random is even to the last bit, and slow where nothing is optimized.
        let width = UInt64(range.upperBound - range.lowerBound + 1)
        return range.lowerBound + Int(random.next() % width)
    }

    mutating func chance(_ percent: Int) -> Bool {
        number(1...100) <= percent
    }

    mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[number(0...choices.count - 1)]
    }
}
