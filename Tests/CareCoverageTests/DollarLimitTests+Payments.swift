import CareCoverage
import CareModel

// A line of 100.00 leaves the patient 20.00 and the plan 80.00, unless a case says otherwise.
extension DollarLimitTests {
    static let paid: [WorkedEpisode] = [
        WorkedEpisode(
            "with room exactly for the payment, all of it",
            plan(limit("usd", 80_00)),
            [line],
            expect: [Split(coinsurance: 20_00, plan: 80_00)]
        ),
        WorkedEpisode(
            "with a cent less",
            plan(limit("usd", 79_99)),
            [line],
            expect: [Split(coinsurance: 20_00, overLimit: 1, plan: 79_99)]
        ),
        WorkedEpisode(
            "without room, nothing but the coinsurance stays what it was",
            plan(limit("usd", 0)),
            [line],
            expect: [Split(coinsurance: 20_00, overLimit: 80_00)]
        ),
        WorkedEpisode(
            "with less than nothing left, nothing",
            plan(limit("usd", 50_00)),
            used: .used(limits: ["usd": .amount(70_00.cents)]),
            [line],
            expect: [Split(coinsurance: 20_00, overLimit: 80_00)]
        ),
        // 100.00: 80.00, then 20.00, then nothing.
        WorkedEpisode(
            "line after line",
            plan(limit("usd", 100_00)),
            [line, line, line],
            expect: [
                Split(coinsurance: 20_00, plan: 80_00),
                Split(coinsurance: 20_00, overLimit: 60_00, plan: 20_00),
                Split(coinsurance: 20_00, overLimit: 80_00),
            ]
        ),
        WorkedEpisode(
            "under two limits, by the tighter",
            plan(limit("wide", 70_00), limit("tight", 50_00)),
            [line, line],
            expect: [
                Split(coinsurance: 20_00, overLimit: 30_00, plan: 50_00),
                Split(coinsurance: 20_00, overLimit: 80_00),
            ]
        ),
        // The deductible takes 100.00 and uses nothing up; then 80.00 of 90.00, then 10.00.
        WorkedEpisode(
            "a payment of nothing that the deductible caused uses nothing up",
            plan(limit("usd", 90_00), deductible: 100_00),
            used: .used(deductible: 0),
            [line, line, line],
            expect: [
                Split(deductible: 100_00),
                Split(coinsurance: 20_00, plan: 80_00),
                Split(coinsurance: 20_00, overLimit: 70_00, plan: 10_00),
            ]
        ),
        // 5.00 are left under the maximum, so the plan's part is 95.00 before the limit of 60.00;
        // the 35.00 over it are owed and count nowhere.
        WorkedEpisode(
            "after the out-of-pocket maximum",
            plan(limit("usd", 60_00), maximum: 900_00),
            used: .used(outOfPocket: 895_00),
            [line, line],
            expect: [
                Split(coinsurance: 5_00, overLimit: 35_00, plan: 60_00),
                Split(overLimit: 100_00),
            ]
        ),
        // 20.00 and 60.00 over the limit; were the 60.00 counted, nothing of 25.00 would be left.
        WorkedEpisode(
            "what is over it does not count toward the maximum",
            plan(limit("usd", 20_00), maximum: 45_00),
            used: .used(outOfPocket: 0),
            [line, line, line],
            expect: [
                Split(coinsurance: 20_00, overLimit: 60_00, plan: 20_00),
                Split(coinsurance: 20_00, overLimit: 80_00),
                Split(coinsurance: 5_00, overLimit: 95_00),
            ]
        ),
        // 150.00 charged, 100.00 allowed: the balance bill is no part of the limit.
        WorkedEpisode(
            "out of network, beside the balance bill",
            plan(limit("usd", 30_00)),
            network: .outOfNetwork,
            [PricedLine(charge: 150_00, allowed: 100_00)],
            expect: [
                Split(coinsurance: 20_00, overLimit: 50_00, balanceBill: 50_00, plan: 30_00)
            ]
        ),
        // The two rows share 100.00.
        WorkedEpisode(
            "of two rows that name it, together",
            BenefitPlan(
                limits: [limit("usd", 100_00)],
                [Benefit(limits: [0]), Benefit(.massage, limits: [0]), Benefit(.xray)]
            ),
            [
                line, PricedLine(.massage, charge: 100_00, allowed: 100_00),
                PricedLine(.xray, charge: 100_00, allowed: 100_00),
            ],
            expect: [
                Split(coinsurance: 20_00, plan: 80_00),
                Split(coinsurance: 20_00, overLimit: 60_00, plan: 20_00),
                Split(coinsurance: 20_00, plan: 80_00),
            ]
        ),
        WorkedEpisode(
            "a line that is not covered uses nothing up",
            BenefitPlan(
                limits: [limit("usd", 80_00)],
                [Benefit(limits: [0]), Benefit(.massage, coverage: .notCovered, limits: [0])]
            ),
            [PricedLine(.massage, charge: 100_00, allowed: 90_00), line],
            expect: [
                Split(writeOff: 10_00, notCovered: 90_00),
                Split(coinsurance: 20_00, plan: 80_00),
            ]
        ),
    ]
}
