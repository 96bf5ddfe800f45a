import CareCoverage
import CareModel

extension DollarLimitTests {
    /// 140.00 charged and 100.00 allowed: 40.00 are written off.
    private static let written = PricedLine(charge: 140_00, allowed: 100_00)
    private static let endingRow = Benefit().with { $0.exhaustedWriteOff = .zero }

    static let ending: [WorkedEpisode] = [
        WorkedEpisode(
            "kept, where the row says nothing",
            plan(limit("usd", 50_00)),
            [written, written],
            expect: [
                Split(writeOff: 40_00, coinsurance: 20_00, overLimit: 30_00, plan: 50_00),
                Split(writeOff: 40_00, coinsurance: 20_00, overLimit: 80_00),
            ]
        ),
        WorkedEpisode(
            "ended, but not on the line that is partly over",
            plan(limit("usd", 50_00), row: endingRow),
            [written, written],
            expect: [
                Split(writeOff: 40_00, coinsurance: 20_00, overLimit: 30_00, plan: 50_00),
                Split(coinsurance: 20_00, overLimit: 120_00),
            ]
        ),
        WorkedEpisode(
            "kept on the line that uses the room exactly, ended on the next",
            plan(limit("usd", 80_00), row: endingRow),
            [written, written],
            expect: [
                Split(writeOff: 40_00, coinsurance: 20_00, plan: 80_00),
                Split(coinsurance: 20_00, overLimit: 120_00),
            ]
        ),
        WorkedEpisode(
            "ended by a limit on allowed amounts, whose line is then all the patient's",
            plan(limit("usd", 100_00, of: .allowed), row: endingRow),
            [written, written],
            expect: [
                Split(writeOff: 40_00, coinsurance: 20_00, plan: 80_00), Split(overLimit: 140_00),
            ]
        ),
        WorkedEpisode(
            "ended by either of two",
            plan(limit("wide", 900_00), limit("none", 0, of: .allowed), row: endingRow),
            [written],
            expect: [Split(overLimit: 140_00)]
        ),
        // Nothing was paid because of the deductible; the limit has all its room.
        WorkedEpisode(
            "kept where the deductible took the payment",
            plan(limit("usd", 50_00), deductible: 150_00, row: endingRow),
            used: .used(deductible: 0),
            [written, written],
            expect: [
                Split(writeOff: 40_00, deductible: 100_00),
                Split(writeOff: 40_00, deductible: 50_00, coinsurance: 10_00, plan: 40_00),
            ]
        ),
        // The deductible takes all 100.00, and still the limit had no room before the line.
        WorkedEpisode(
            "ended on every covered line, even one that the deductible takes",
            plan(limit("usd", 50_00), deductible: 100_00, row: endingRow),
            used: .used(deductible: 0, limits: ["usd": .amount(50_00.cents)]),
            [written],
            expect: [Split(deductible: 100_00, overLimit: 40_00)]
        ),
        WorkedEpisode(
            "back with the next period",
            plan(limit("usd", 50_00, per: .day), row: endingRow),
            visits: [
                PlannedVisit("2026-03-02", [written, written]),
                PlannedVisit("2026-03-03", [written]),
            ],
            expect: [
                Split(writeOff: 40_00, coinsurance: 20_00, overLimit: 30_00, plan: 50_00),
                Split(coinsurance: 20_00, overLimit: 120_00),
                Split(writeOff: 40_00, coinsurance: 20_00, overLimit: 30_00, plan: 50_00),
            ]
        ),
        WorkedEpisode(
            "and out of network there is none",
            plan(limit("usd", 0), row: endingRow),
            network: .outOfNetwork,
            [written],
            expect: [Split(coinsurance: 20_00, overLimit: 80_00, balanceBill: 40_00)]
        ),
    ]
}
