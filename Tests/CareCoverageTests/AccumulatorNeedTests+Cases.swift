import CareCoverage
import CareModel
import Testing

extension AccumulatorNeedTests {
    /// One line on one date, and the figures that it depends on.
    struct Asked: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var plan = full
        var date = "2026-03-02"
        var careType = CareType.active
        var category = ServiceCategory.chiropractic
        var network = Network.inNetwork
        var known = Accumulators.used()
        let needs: [AccumulatorNeed]

        static let limit = UsageLimit(id: "v", unit: .visits, maximum: 20)
        static let full = BenefitPlan(
            through: "2027-12-31",
            deductible: Deductible(individual: 500_00.cents),
            maximum: OutOfPocketMaximum(individual: 900_00.cents),
            limits: [limit],
            [Benefit(networks: [.inNetwork], limits: [0]), Benefit(.massage, coverage: .excluded)]
        )
        static let fullNeeds: [AccumulatorNeed] = [.deductible, .outOfPocket, .limit(limit)]

        static let all = whenAndWhere + deductibles + maxima + limits
    }
}

extension AccumulatorNeedTests.Asked {
    private typealias Asked = AccumulatorNeedTests.Asked

    private static let whenAndWhere = [
        Asked(testDescription: "nothing is known", needs: fullNeeds),
        Asked(
            testDescription: "everything is known",
            known: .used(deductible: 0, outOfPocket: 0, limits: ["v": .used(0)]),
            needs: []
        ),
        Asked(
            testDescription: "one thing is known",
            known: .used(outOfPocket: 0),
            needs: [.deductible, .limit(limit)]
        ),
        Asked(testDescription: "the last day of the year", date: "2026-12-31", needs: fullNeeds),
        Asked(testDescription: "the first day of the next year", date: "2027-01-01", needs: []),
        Asked(testDescription: "the plan has ended", date: "2028-01-01", needs: []),
        Asked(testDescription: "maintenance", careType: .maintenance, needs: []),
        Asked(testDescription: "no row for it", category: .xray, needs: []),
        Asked(testDescription: "excluded", category: .massage, needs: []),
        Asked(testDescription: "no row for the network", network: .outOfNetwork, needs: []),
    ]

    private static func of(
        _ name: String,
        _ deductible: Deductible?,
        row benefit: Benefit = Benefit(),
        needs: [AccumulatorNeed]
    ) -> Asked {
        Asked(
            testDescription: name,
            plan: BenefitPlan(deductible: deductible, [benefit]),
            needs: needs
        )
    }

    private static func copay(_ relation: Copay.DeductibleRelation) -> Benefit {
        Benefit(copay: Copay(amount: 30_00.cents, deductible: relation))
    }

    private static let both = Deductible(individual: 500_00.cents, family: 900_00.cents)
    private static let person = Deductible(individual: 500_00.cents)

    private static let deductibles = [
        of("no deductible", nil, needs: []),
        of("a deductible of nothing", Deductible(individual: .zero), needs: []),
        of("a person's and a family's", both, needs: [.deductible, .familyDeductible]),
        of(
            "a person's, and a family's of nothing",
            Deductible(individual: 500_00.cents, family: .zero),
            needs: [.deductible]
        ),
        of(
            "a family's alone",
            Deductible(individual: nil, family: 9_00.cents),
            needs: [.familyDeductible]
        ),
        of(
            "aggregate with family coverage",
            Deductible(
                individual: 500_00.cents,
                family: 900_00.cents,
                familyType: .aggregate,
                hasFamilyCoverage: true
            ),
            needs: [.familyDeductible]
        ),
        of(
            "aggregate without family coverage",
            Deductible(
                individual: 500_00.cents,
                family: 900_00.cents,
                familyType: .aggregate
            ),
            needs: [.deductible]
        ),
        of(
            "by person",
            Deductible(individual: 500_00.cents, family: 900_00.cents, familyType: .perPerson),
            needs: [.deductible]
        ),
        of(
            "by members",
            Deductible(individual: 500_00.cents, familyType: .memberCount(2)),
            needs: [.deductible, .membersMet]
        ),
        of("a row without deductible", person, row: Benefit(deductibleApplies: false), needs: []),
        of("a copay alone", person, row: copay(.notSubject), needs: []),
        of("a copay before", person, row: copay(.before), needs: [.deductible]),
        of("a copay after", person, row: copay(.after), needs: [.deductible]),
        of(
            "the line's category has its own",
            Deductible(individual: 500_00.cents, byCategory: [.chiropractic: 50_00.cents]),
            needs: [.deductible, .categoryDeductible(.chiropractic)]
        ),
        of(
            "another category has its own",
            Deductible(individual: 500_00.cents, byCategory: [.xray: 50_00.cents]),
            needs: [.deductible]
        ),
    ]

    private static func of(
        _ name: String,
        counts: Bool = true,
        isWaived: Bool = true,
        family: Int? = nil,
        needs: [AccumulatorNeed]
    ) -> Asked {
        Asked(
            testDescription: name,
            plan: BenefitPlan(
                maximum: OutOfPocketMaximum(
                    individual: 900_00.cents,
                    family: family?.cents
                ),
                [Benefit(counts: counts, isWaived: isWaived)]
            ),
            needs: needs
        )
    }

    private static let maxima = [
        of("counts and is waived", needs: [.outOfPocket]),
        of("counts", isWaived: false, needs: [.outOfPocket]),
        of("is waived", counts: false, needs: [.outOfPocket]),
        of("neither counts nor is waived", counts: false, isWaived: false, needs: []),
        of("a family's as well", family: 1_800_00, needs: [.outOfPocket, .familyOutOfPocket]),
    ]

    private static func of(
        _ name: String,
        _ period: UsageLimit.Period,
        on date: String,
        isNeeded: Bool
    ) -> Asked {
        let limit = UsageLimit(id: "v", unit: .visits, maximum: 20, period: period)
        return Asked(
            testDescription: name,
            plan: BenefitPlan(
                period: .contractYear(month: 7, day: 1),
                limits: [limit],
                [Benefit(limits: [0])]
            ),
            date: date,
            needs: isNeeded ? [.limit(limit)] : []
        )
    }

    /// The figures are of January 1, 2026, in the contract year from July 1, 2025.
    private static let limits = [
        of("a visit", .visit, on: "2026-03-02", isNeeded: false),
        of("a day", .day, on: "2026-03-02", isNeeded: false),
        of("a benefit year, in it", .benefitYear, on: "2026-06-30", isNeeded: true),
        of("a benefit year, after it", .benefitYear, on: "2026-07-01", isNeeded: false),
        of("a calendar year, in it", .calendarYear, on: "2026-12-31", isNeeded: true),
        of("a calendar year, after it", .calendarYear, on: "2027-01-01", isNeeded: false),
        of("twelve months", .rolling12Months, on: "2026-12-31", isNeeded: true),
        of("a lifetime", .lifetime, on: "2031-03-02", isNeeded: true),
    ]
}
