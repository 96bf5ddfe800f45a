import CareCoverage
import CareModel

extension AuthorizationTests {
    private static func penalized(
        _ fraction: String,
        deductible: Int? = nil,
        maximum: Int? = nil,
        limits: [UsageLimit] = [],
        patient: String = "0.20"
    ) -> BenefitPlan {
        BenefitPlan(
            deductible: deductible.map { Deductible(individual: $0.cents) },
            maximum: maximum.map { OutOfPocketMaximum(individual: $0.cents) },
            limits: limits,
            [
                Benefit(patient: patient, limits: Array(limits.indices)).with {
                    $0.authorization = AuthorizationTerm(ifMissing: .penalty(part(fraction)))
                }
            ]
        )
    }

    /// A line of 100.00: 20.00 for the patient, and of the plan's 80.00 the penalty.
    static let penalties = [
        WorkedEpisode(
            "a half",
            penalized("0.50"),
            [line],
            expect: [Split(writeOff: 20_00, coinsurance: 20_00, notCovered: 40_00, plan: 40_00)]
        ),
        WorkedEpisode(
            "nothing",
            penalized("0"),
            [line],
            expect: [Split(writeOff: 20_00, coinsurance: 20_00, plan: 80_00)]
        ),
        WorkedEpisode(
            "all of it",
            penalized("1"),
            [line],
            expect: [Split(writeOff: 20_00, coinsurance: 20_00, notCovered: 80_00)]
        ),
        // Half of 10.01 is 5.005, half a cent up: 5.01, and the plan keeps 5.00.
        WorkedEpisode(
            "is rounded half up, the patient's part",
            penalized("0.50", patient: "0"),
            [PricedLine(charge: 10_01, allowed: 10_01)],
            expect: [Split(notCovered: 5_01, plan: 5_00)]
        ),
        // A quarter of 10.01 is 2.5025.
        WorkedEpisode(
            "is rounded down below half a cent",
            penalized("0.25", patient: "0"),
            [PricedLine(charge: 10_01, allowed: 10_01)],
            expect: [Split(notCovered: 2_50, plan: 7_51)]
        ),
        WorkedEpisode(
            "of nothing, where the deductible took the line",
            penalized("0.50", deductible: 100_00),
            used: .used(deductible: 0),
            [line],
            expect: [Split(writeOff: 20_00, deductible: 100_00)]
        ),
        // 5.00 are left under the maximum, so the plan's part is 95.00, and half of it 47.50; the
        // second line is free but for its penalty, 50.00, for the penalty counts nowhere.
        WorkedEpisode(
            "comes after the maximum, and counts nowhere",
            penalized("0.50", maximum: 900_00),
            used: .used(outOfPocket: 895_00),
            [line, line],
            expect: [
                Split(writeOff: 20_00, coinsurance: 5_00, notCovered: 47_50, plan: 47_50),
                Split(writeOff: 20_00, notCovered: 50_00, plan: 50_00),
            ]
        ),
        // 40.00 of the plan's 80.00 are the penalty; of the other 40.00, 30.00 fit, and 10.00 are
        // over. Were the limit first, 30.00 would be halved.
        WorkedEpisode(
            "comes before a limit of dollars",
            penalized("0.50", limits: [UsageLimit(id: "usd", unit: .dollars, maximum: 30_00)]),
            [line],
            expect: [
                Split(
                    writeOff: 20_00,
                    coinsurance: 20_00,
                    overLimit: 10_00,
                    notCovered: 40_00,
                    plan: 30_00
                )
            ]
        ),
        // A penalty of all leaves nothing paid, so that a limit on paid visits counts nothing.
        WorkedEpisode(
            "of all of it leaves a visit that the plan did not pay",
            penalized(
                "1",
                limits: [UsageLimit(id: "v", unit: .visits, maximum: 1, counting: .planPaid)]
            ),
            visits: PlannedVisit.each(["2026-03-02", "2026-03-03"], line),
            expect: [
                Split(writeOff: 20_00, coinsurance: 20_00, notCovered: 80_00),
                Split(writeOff: 20_00, coinsurance: 20_00, notCovered: 80_00),
            ]
        ),
        WorkedEpisode(
            "out of network, beside the balance bill",
            penalized("0.50"),
            network: .outOfNetwork,
            [line],
            expect: [
                Split(coinsurance: 20_00, balanceBill: 20_00, notCovered: 40_00, plan: 40_00)
            ]
        ),
        // The first date is free; the second is outside the span.
        WorkedEpisode(
            "only where it is needed and missing",
            BenefitPlan([
                Benefit().with {
                    $0.authorization = AuthorizationTerm(
                        afterVisit: 1,
                        ifMissing: .penalty(part("0.50"))
                    )
                }
            ]),
            visits: PlannedVisit.each(["2026-03-02", "2026-03-03"], line),
            expect: [
                Split(writeOff: 20_00, coinsurance: 20_00, plan: 80_00),
                Split(writeOff: 20_00, coinsurance: 20_00, notCovered: 40_00, plan: 40_00),
            ]
        ),
    ]
}
