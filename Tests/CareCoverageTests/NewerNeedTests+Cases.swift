import CareCoverage
import CareModel
import Testing

extension NewerNeedTests {
    /// One line on one date, and the figures that it depends on.
    struct Asked: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var plan = BenefitPlan([Benefit()])
        var date = "2026-03-02"
        var known = Accumulators.used()
        var facts = CoverageFacts()
        let needs: [AccumulatorNeed]

        static let all = authorizations + dates + carryovers + dollars
    }
}

extension NewerNeedTests.Asked {
    private static func plan(
        after visits: Int = 0,
        selector: Benefit.Selector? = nil
    ) -> BenefitPlan {
        BenefitPlan([
            Benefit(selector: selector).with {
                $0.authorization = AuthorizationTerm(afterVisit: visits)
            }
        ])
    }

    private static let given = CoverageFacts(
        authorization: CoverageFacts.Authorization(
            visits: 12,
            from: day("2026-03-01"),
            through: day("2026-03-31")
        )
    )
    private static let after = UsageLimit(
        id: "v",
        unit: .visits,
        maximum: 6,
        kind: .authorizationAfter
    )

    private static let authorizations = [
        Self(
            testDescription: "a row that needs an authorization, and one is given",
            plan: plan(),
            facts: given,
            needs: [.authorizationVisits]
        ),
        Self(testDescription: "none is given", plan: plan(), needs: []),
        Self(testDescription: "none is needed", facts: given, needs: []),
        Self(
            testDescription: "how many have used it is known",
            plan: plan(),
            known: Accumulators(asOf: day("2026-01-01"), authorizationVisitsUsed: 0),
            facts: given,
            needs: []
        ),
        Self(
            testDescription: "the last day of its span",
            plan: plan(),
            date: "2026-03-31",
            facts: given,
            needs: [.authorizationVisits]
        ),
        Self(
            testDescription: "outside its span",
            plan: plan(),
            date: "2026-04-01",
            facts: given,
            needs: []
        ),
        Self(
            testDescription: "a limit after which one is needed, and one is given",
            plan: BenefitPlan(limits: [after], [Benefit(limits: [0])]),
            facts: given,
            needs: [.limit(after), .authorizationVisits]
        ),
        Self(
            testDescription: "a limit after which one is needed, and none is given",
            plan: BenefitPlan(limits: [after], [Benefit(limits: [0])]),
            needs: [.limit(after)]
        ),
    ]

    private static let dates = [
        Self(
            testDescription: "an authorization after two dates",
            plan: plan(after: 2),
            needs: [.benefitVisits(.chiropractic)]
        ),
        Self(
            testDescription: "the dates are known",
            plan: plan(after: 2),
            known: Accumulators(asOf: day("2026-01-01"), benefitVisits: [.chiropractic: 0]),
            needs: []
        ),
        Self(
            testDescription: "another category's dates are known",
            plan: plan(after: 2),
            known: Accumulators(asOf: day("2026-01-01"), benefitVisits: [.xray: 0]),
            needs: [.benefitVisits(.chiropractic)]
        ),
        Self(
            testDescription: "the next year, when they start anew",
            plan: plan(after: 2),
            date: "2027-01-01",
            needs: []
        ),
        Self(
            testDescription: "a row about a code, whose dates no request states",
            plan: plan(after: 2, selector: .codes([code("98941")])),
            needs: []
        ),
    ]

    private static func carrying(
        _ name: String,
        from: String,
        on date: String,
        onlyIfNotMet: Bool = false,
        row: Benefit = Benefit(),
        months: [Int: Money]? = nil,
        needs: [AccumulatorNeed]
    ) -> Self {
        Self(
            testDescription: name,
            plan: BenefitPlan(
                deductible: Deductible(
                    individual: 500_00.cents,
                    carryover: Deductible.Carryover(months: 3, onlyIfNotMet: onlyIfNotMet)
                ),
                [row]
            ),
            date: date,
            known: Accumulators(asOf: day(from), deductibleByMonth: months),
            needs: needs
        )
    }

    private static let carryovers = [
        carrying(
            "from December into January",
            from: "2026-12-10",
            on: "2027-01-04",
            needs: [.carryoverMonths]
        ),
        carrying(
            "in its own year",
            from: "2026-12-10",
            on: "2026-12-31",
            needs: [.deductible]
        ),
        carrying(
            "from the first day of October",
            from: "2026-10-01",
            on: "2027-01-04",
            needs: [.carryoverMonths]
        ),
        carrying(
            "from September, before the months that count",
            from: "2026-09-30",
            on: "2027-01-04",
            needs: []
        ),
        carrying(
            "the year after next, when nothing of it is left",
            from: "2026-12-10",
            on: "2028-01-04",
            needs: []
        ),
        carrying(
            "the months are known",
            from: "2026-12-10",
            on: "2027-01-04",
            months: [:],
            needs: []
        ),
        carrying(
            "a row without deductible",
            from: "2026-12-10",
            on: "2027-01-04",
            row: Benefit(deductibleApplies: false),
            needs: []
        ),
        carrying(
            "only if it was not met: what was met as well",
            from: "2026-12-10",
            on: "2027-01-04",
            onlyIfNotMet: true,
            needs: [.carryoverMonths, .deductible]
        ),
        carrying(
            "only if it was not met, the months being known",
            from: "2026-12-10",
            on: "2027-01-04",
            onlyIfNotMet: true,
            months: [12: 50_00.cents],
            needs: [.deductible]
        ),
    ]

    private static func of(
        _ name: String,
        _ period: UsageLimit.Period,
        used: Money? = nil,
        isNeeded: Bool
    ) -> Self {
        let limit = UsageLimit(id: "usd", unit: .dollars, maximum: 500_00, period: period)
        return Self(
            testDescription: name,
            plan: BenefitPlan(limits: [limit], [Benefit(limits: [0])]),
            known: .used(limits: used.map { ["usd": .amount($0)] } ?? [:]),
            needs: isNeeded ? [.limit(limit)] : []
        )
    }

    private static let dollars = [
        of("dollars of a year", .benefitYear, isNeeded: true),
        of("dollars of a lifetime", .lifetime, isNeeded: true),
        of("dollars of a visit", .visit, isNeeded: false),
        of("dollars of a day", .day, isNeeded: false),
        of("dollars that are known", .benefitYear, used: .zero, isNeeded: false),
    ]
}
