import CareCoverage
import CareModel
import TestSupport

/// Makes courses under ordinary plans: a few kinds of visit, each many times over, with copays,
/// coinsurance, a limit of visits and one of dollars, and figures near to where they run out.
struct OrdinaryCourse {
    private static let parts = ["0", "0.10", "0.20", "0.30", "0.333333333", "1"].map(part)
    private static let categories: [ServiceCategory] = [
        .officeVisit, .chiropractic, .physicalMedicine, .massage,
    ]

    private var random: SplitMix64

    static func episode(seed: Int) -> Episode {
        var maker = OrdinaryCourse(random: SplitMix64(seed: UInt64(seed)))
        return maker.episode()
    }

    private mutating func episode() -> Episode {
        let asOf = day("2026-09-01").adding(days: number(0...110))
        let lines = Self.categories.map { line($0) }
        let first = [lines[0], lines[1], lines[2]]
        let later = chance(80) ? [lines[1], lines[2], lines[3]] : [lines[1], lines[1], lines[3]]
        var date = asOf.adding(days: number(0...20))
        let visits = (0..<number(1...30)).map { count in
            defer { date = date.adding(days: chance(4) ? number(0...200) : number(1...5)) }
            return PlannedVisit(
                date: date,
                careType: chance(2) ? .maintenance : .active,
                lines: count % 12 == 0 ? first : later
            )
        }
        let used = used(asOf: asOf)
        return Episode(
            course: Course(
                plan: plan(),
                network: chance(15) ? .outOfNetwork : .inNetwork,
                used: used,
                visits: visits
            )
        )
    }

    private mutating func plan() -> BenefitPlan {
        let periods: [UsageLimit.Period] = [.calendarYear, .benefitYear, .lifetime, .day]
        return BenefitPlan(
            through: chance(10) ? "2027-01-20" : nil,
            period: chance(25) ? .contractYear(month: number(1...12), day: 15) : .calendarYear,
            deductible: chance(85)
                ? Deductible(
                    individual: number(0...900_00).cents,
                    family: chance(50) ? number(0...1_500_00).cents : nil,
                    familyType: pick([.embedded, .aggregate, .perPerson]),
                    hasFamilyCoverage: chance(50)
                ) : nil,
            maximum: chance(85)
                ? OutOfPocketMaximum(
                    individual: number(0...2_000_00).cents,
                    family: chance(50) ? number(0...3_000_00).cents : nil
                ) : nil,
            limits: [
                UsageLimit(
                    id: "visits",
                    unit: .visits,
                    maximum: number(0...20),
                    period: pick(periods),
                    counting: pick(UsageLimit.Counting.allCases)
                ),
                UsageLimit(
                    id: "dollars",
                    unit: .dollars,
                    maximum: number(0...600_00),
                    period: pick(periods)
                ),
            ],
            Self.categories.map { benefit($0) }
        )
    }

    private mutating func benefit(_ category: ServiceCategory) -> Benefit {
        Benefit(
            category,
            coverage: chance(95) ? .covered : pick(Benefit.Coverage.allCases),
            copay: chance(60)
                ? Copay(
                    amount: number(0...50_00).cents,
                    basis: pick(Copay.Basis.allCases),
                    deductible: pick(Copay.DeductibleRelation.allCases),
                    capOfAllowed: chance(20) ? part("0.333") : nil
                ) : nil,
            base: pick(Benefit.CoinsuranceBase.allCases),
            deductibleApplies: chance(80),
            limits: pick([[], [0], [1], [0, 1]]),
            afterExhaustion: pick([nil, .contracted, .billed, .selfPay, .notBillable]),
            coversMaintenance: chance(50)
        ).with { $0.sharing = .coinsurance(pick(Self.parts)) }
    }

    private mutating func line(_ category: ServiceCategory) -> PricedLine {
        let charge = number(20_00...150_00)
        return PricedLine(
            category,
            units: chance(75) ? 1 : number(2...3),
            charge: charge,
            allowed: number(10_00...charge),
            selfPay: number(10_00...charge)
        )
    }

    private mutating func used(asOf: CalendarDate) -> Accumulators {
        let deductible = number(0...900_00)
        let outOfPocket = deductible + number(0...1_200_00)
        return Accumulators(
            asOf: asOf,
            deductible: Accumulators.Tier(
                individual: deductible.cents,
                family: (deductible + number(0...600_00)).cents
            ),
            outOfPocket: Accumulators.Tier(
                individual: outOfPocket.cents,
                family: (outOfPocket + number(0...600_00)).cents
            ),
            limits: [
                "visits": .used(number(0...15)), "dollars": .amount(number(0...300_00).cents),
            ]
        )
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(random.next() % UInt64(range.count))
    }

    private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[number(0...choices.count - 1)]
    }
}

extension Episode {
    /// The same episode with each visit many times over, on the same date or on later ones.
    func repeated(seed: Int) -> Episode {
        var random = SplitMix64(seed: UInt64(seed))
        func number(_ range: ClosedRange<Int>) -> Int {
            range.lowerBound + Int(random.next() % UInt64(range.count))
        }
        var shift = 0
        var repeated = self
        repeated.course.visits = course.visits.flatMap { visit in
            (0..<number(1...9)).map { count in
                if count > 0 { shift += number(1...100) <= 5 ? 0 : number(1...40) }
                return PlannedVisit(
                    date: visit.date.adding(days: shift),
                    careType: visit.careType,
                    lines: visit.lines
                )
            }
        }
        return repeated
    }
}
