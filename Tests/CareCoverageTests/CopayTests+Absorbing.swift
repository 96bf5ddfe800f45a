import CareCoverage
import CareModel

extension CopayTests {
    /// An adjustment's copay also covers exercise; exercise alone costs a fifth.
    private static func absorbing(
        _ basis: Copay.Basis = .perVisit,
        relation: Copay.DeductibleRelation = .notSubject,
        patient: String = "0",
        limits: [UsageLimit] = [],
        adjustment: [Int] = [],
        exercise: [Int] = []
    ) -> BenefitPlan {
        BenefitPlan(
            deductible: Deductible(individual: 500_00.cents),
            limits: limits,
            [
                Benefit(
                    copay: Copay(
                        amount: 30_00.cents,
                        basis: basis,
                        deductible: relation,
                        absorbs: [.physicalMedicine]
                    ),
                    patient: patient,
                    limits: adjustment
                ),
                Benefit(.physicalMedicine, deductibleApplies: false, limits: exercise),
            ]
        )
    }

    private static let adjustment = PricedLine(charge: 45_10, allowed: 45_10)
    private static let exercise = PricedLine(.physicalMedicine, charge: 30_20, allowed: 30_20)
    private static let once = UsageLimit(id: "once", unit: .visits, maximum: 1)

    static let absorbed = [
        Worked(
            "an earlier copay covers the line",
            absorbing(),
            [adjustment, exercise],
            expect: [Shares(copay: 30_00, plan: 15_10), Shares(plan: 30_20)]
        ),
        Worked(
            "a later one does not: a fifth of 30.20",
            absorbing(),
            [exercise, adjustment],
            expect: [Shares(coinsurance: 6_04, plan: 24_16), Shares(copay: 30_00, plan: 15_10)]
        ),
        Worked(
            "what the earlier line left of it is taken",
            absorbing(),
            [PricedLine(charge: 20_00, allowed: 20_00), exercise],
            expect: [Shares(copay: 20_00), Shares(copay: 10_00, plan: 20_20)]
        ),
        Worked(
            "only one by visit does: a fifth of 30.20",
            absorbing(.perService),
            [adjustment, exercise],
            expect: [Shares(copay: 30_00, plan: 15_10), Shares(coinsurance: 6_04, plan: 24_16)]
        ),
        Worked(
            "all of the other row's sharing holds: its deductible and its tenth",
            absorbing(relation: .before, patient: "0.10"),
            used: .used(deductible: 480_00),
            [adjustment, exercise],
            // 30.00 and 15.10 of the 20.00 left; then 4.90, and a tenth of 25.30.
            expect: [
                Shares(deductible: 15_10, copay: 30_00),
                Shares(deductible: 4_90, coinsurance: 2_53, plan: 22_77),
            ]
        ),
        Worked(
            "a line that was denied absorbs nothing",
            absorbing(limits: [once], adjustment: [0]),
            used: .used(limits: ["once": .used(1)]),
            [adjustment, exercise],
            expect: [Shares(notCovered: 45_10), Shares(coinsurance: 6_04, plan: 24_16)]
        ),
        Worked(
            "the line's own coverage and limits stay",
            absorbing(limits: [once], exercise: [0]),
            visits: [
                PlannedVisit("2026-03-02", [adjustment, exercise]),
                PlannedVisit("2026-03-04", [adjustment, exercise]),
            ],
            expect: [
                Shares(copay: 30_00, plan: 15_10), Shares(plan: 30_20),
                Shares(copay: 30_00, plan: 15_10), Shares(notCovered: 30_20),
            ]
        ),
        Worked(
            "the copay of another date covers nothing",
            absorbing(),
            visits: [
                PlannedVisit("2026-03-02", [adjustment]), PlannedVisit("2026-03-04", [exercise]),
            ],
            expect: [Shares(copay: 30_00, plan: 15_10), Shares(coinsurance: 6_04, plan: 24_16)]
        ),
    ]
}
