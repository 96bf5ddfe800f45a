import CareCoverage
import CareModel

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
    }

    private var random: SplitMix64
    let without: Without
    private var limits: [UsageLimit] = []

    static func make(seed: Int, without: Without = []) -> Course {
        var maker = GeneratedCourse(random: SplitMix64(seed: UInt64(seed)), without: without)
        return maker.course()
    }

    private init(random: SplitMix64, without: Without) {
        self.random = random
        self.without = without
    }

    private mutating func course() -> Course {
        limits = (0..<number(0...2)).map { limit($0) }
        let plan = plan()
        let asOf = day("2026-09-01").adding(days: number(0...150))
        return Course(
            plan: plan,
            network: chance(25) ? .outOfNetwork : .inNetwork,
            used: used(of: plan, asOf: asOf),
            visits: visits(after: asOf)
        )
    }
}

// MARK: Terms

extension GeneratedCourse {
    static let categories: [ServiceCategory] = [
        .chiropractic, .physicalMedicine, .xray, .massage,
    ]

    private mutating func plan() -> BenefitPlan {
        var benefits: [Benefit] = []
        for category in Self.categories where chance(93) {
            benefits.append(benefit(.category(category)))
        }
        if chance(20) { benefits.append(benefit(.services([key("adjust-spine-3-4")]))) }
        if chance(20) { benefits.append(benefit(.codes([code("98941")]))) }
        let hasCopay = benefits.contains { $0.copay != nil }
        return BenefitPlan(
            from: chance(5) ? "2026-12-01" : "2020-01-01",
            through: chance(5) ? "2027-06-30" : nil,
            period: chance(30)
                ? .contractYear(month: number(1...12), day: number(1...28)) : .calendarYear,
            deductible: chance(80) ? deductible(mayReverse: !hasCopay) : nil,
            maximum: chance(60) ? maximum() : nil,
            limits: limits,
            benefits
        )
    }

    private mutating func deductible(mayReverse: Bool) -> Deductible {
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
            order: mayReverse && chance(20) ? .afterCoinsurance : .beforeCoinsurance
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
        let unit = pick([UsageLimit.Unit.visits, .services])
        return UsageLimit(
            id: "limit-\(index)",
            unit: unit,
            maximum: chance(25) ? number(0...2) : number(3...12),
            period: pick(UsageLimit.Period.allCases),
            counting: chance(25) && !without.contains(.planPaidCounting) ? .planPaid : .allowed,
            excludesFirstVisit: chance(15) && !without.contains(.firstVisitExcluded)
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
            patient: pick(["0", "0.10", "0.20", "0.30", "0.333333333", "0.50", "1"]),
            planPaysFixed: chance(10) ? number(0...60_00) : nil,
            base: pick(Benefit.CoinsuranceBase.allCases),
            deductibleApplies: chance(80),
            counts: counts || (isWaived && without.contains(.waivedUncounted)),
            isWaived: isWaived,
            limits: limits.indices.filter { _ in chance(45) },
            afterExhaustion: chance(60) ? pick(Benefit.UncoveredPrice.allCases) : nil,
            coversMaintenance: chance(40),
            outOfNetwork: chance(50)
                ? .fractionOfCharge(part(pick(["0.60", "0.333", "1.1"]))) : nil
        )
    }

    private mutating func copay() -> Copay {
        Copay(
            amount: number(0...60_00).cents,
            basis: chance(60) ? .perVisit : pick(Copay.Basis.allCases),
            deductible: pick(Copay.DeductibleRelation.allCases),
            capOfAllowed: chance(20) ? part(pick(["0.50", "0.333"])) : nil,
            absorbs: chance(30) ? [pick(Self.categories)] : []
        )
    }
}

// MARK: Chance

extension GeneratedCourse {
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    mutating func chance(_ percent: Int) -> Bool {
        number(1...100) <= percent
    }

    mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[number(0...choices.count - 1)]
    }
}
