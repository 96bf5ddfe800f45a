import CareCoverage
import CareModel

// A line of 100.00 leaves the patient 20.00 and the plan 80.00, unless a case says otherwise.
extension DollarLimitTests {
    static let eligible: [WorkedEpisode] = [
        WorkedEpisode(
            "with room exactly for the allowed amount",
            plan(limit("usd", 100_00, of: .allowed)),
            [line, line],
            expect: [Split(coinsurance: 20_00, plan: 80_00), Split(overLimit: 100_00)]
        ),
        // 60.00 are eligible: a fifth is 12.00, and 40.00 lie over.
        WorkedEpisode(
            "partly over",
            plan(limit("usd", 60_00, of: .allowed)),
            [line],
            expect: [Split(coinsurance: 12_00, overLimit: 40_00, plan: 48_00)]
        ),
        // 60.00 eligible, all of it to the deductible, which has 40.00 left for the next line; but
        // nothing of that is eligible.
        WorkedEpisode(
            "the deductible takes only what is eligible, and uses it up",
            plan(limit("usd", 60_00, of: .allowed), deductible: 100_00),
            used: .used(deductible: 0),
            [line, line],
            expect: [Split(deductible: 60_00, overLimit: 40_00), Split(overLimit: 100_00)]
        ),
        WorkedEpisode(
            "the copay is at most what is eligible",
            plan(
                limit("usd", 25_00, of: .allowed),
                row: Benefit(copay: Copay(amount: 30_00.cents), patient: "0")
            ),
            [line],
            expect: [Split(copay: 25_00, overLimit: 75_00)]
        ),
        // Half of the 50.00 that are eligible caps the copay of 30.00 at 25.00.
        WorkedEpisode(
            "a copay is capped at its part of what is eligible",
            plan(
                limit("usd", 50_00, of: .allowed),
                row: Benefit(
                    copay: Copay(amount: 30_00.cents, capOfAllowed: part("0.50")),
                    patient: "0"
                )
            ),
            [line],
            expect: [Split(copay: 25_00, overLimit: 50_00, plan: 25_00)]
        ),
        // Of 50.00 eligible and a copay of 10.00: a fifth of the whole 50.00.
        WorkedEpisode(
            "coinsurance of the allowed amount is of what is eligible",
            plan(
                limit("usd", 50_00, of: .allowed),
                row: Benefit(
                    copay: Copay(amount: 10_00.cents),
                    patient: "0.20",
                    base: .allowed
                )
            ),
            [line],
            expect: [Split(copay: 10_00, coinsurance: 10_00, overLimit: 50_00, plan: 30_00)]
        ),
        // 60.00 eligible: 12.00 and 48.00, of which the other limit lets 40.00 through.
        WorkedEpisode(
            "beside a limit on payments, both take",
            plan(limit("allowed", 60_00, of: .allowed), limit("paid", 40_00)),
            [line],
            expect: [Split(coinsurance: 12_00, overLimit: 48_00, plan: 40_00)]
        ),
        // 3.00 are left under the maximum: 60.00 eligible, 3.00 and 57.00; 40.00 over.
        WorkedEpisode(
            "what is over it is owed past the maximum",
            plan(limit("usd", 60_00, of: .allowed), maximum: 900_00),
            used: .used(outOfPocket: 897_00),
            [line],
            expect: [Split(coinsurance: 3_00, overLimit: 40_00, plan: 57_00)]
        ),
    ]
}
