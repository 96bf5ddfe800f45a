import CareCoverage
import CareModel
import Testing

@Suite("A copay (S4)")
struct CopayTests {
    @Test("stands in its relation to the deductible", arguments: relations)
    func relation(_ worked: Worked) throws { try worked.check() }

    @Test("is taken once for its basis", arguments: bases)
    func basis(_ worked: Worked) throws { try worked.check() }

    @Test("is never more than the price, or than the state allows", arguments: caps)
    func cap(_ worked: Worked) throws { try worked.check() }

    @Test("covers the categories that it absorbs, later in the visit", arguments: absorbed)
    func absorbs(_ worked: Worked) throws { try worked.check() }
}

extension CopayTests {
    /// A copay of 30.00 beside a deductible of 500.00.
    private static func plan(
        _ relation: Copay.DeductibleRelation,
        patient: String = "0"
    ) -> BenefitPlan {
        BenefitPlan(
            deductible: Deductible(individual: 500_00.cents),
            [Benefit(copay: Copay(amount: 30_00.cents, deductible: relation), patient: patient)]
        )
    }

    private static let line = PricedLine(charge: 100_00, allowed: 80_00)

    /// Each line bills 100.00 and allows 80.00.
    static let relations = [
        Worked(
            "not subject: the copay alone",
            plan(.notSubject),
            used: .used(deductible: 0),
            [line],
            expect: [Shares(writeOff: 20_00, copay: 30_00, plan: 50_00)]
        ),
        Worked(
            "not subject: and coinsurance on the rest where there is one",
            plan(.notSubject, patient: "0.20"),
            used: .used(deductible: 0),
            [line],
            expect: [Shares(writeOff: 20_00, copay: 30_00, coinsurance: 10_00, plan: 40_00)]
        ),
        Worked(
            "before: the copay, then the deductible on the rest",
            plan(.before),
            used: .used(deductible: 0),
            [line],
            expect: [Shares(writeOff: 20_00, deductible: 50_00, copay: 30_00)]
        ),
        Worked(
            "before: the copay, 20.00 of deductible, a fifth of 30.00",
            plan(.before, patient: "0.20"),
            used: .used(deductible: 480_00),
            [line],
            expect: [
                Shares(
                    writeOff: 20_00,
                    deductible: 20_00,
                    copay: 30_00,
                    coinsurance: 6_00,
                    plan: 24_00
                )
            ]
        ),
        Worked(
            "after: all of it while the deductible is unmet",
            plan(.after),
            used: .used(deductible: 0),
            [line],
            expect: [Shares(writeOff: 20_00, deductible: 80_00)]
        ),
        Worked(
            "after: the last 60.00 of the deductible leave 20.00 for the copay",
            plan(.after),
            used: .used(deductible: 440_00),
            [line],
            expect: [Shares(writeOff: 20_00, deductible: 60_00, copay: 20_00)]
        ),
        Worked(
            "after: the last 20.00 of the deductible, the copay, a fifth of 30.00",
            plan(.after, patient: "0.20"),
            used: .used(deductible: 480_00),
            [line],
            expect: [
                Shares(
                    writeOff: 20_00,
                    deductible: 20_00,
                    copay: 30_00,
                    coinsurance: 6_00,
                    plan: 24_00
                )
            ]
        ),
        Worked(
            "after: the copay once the deductible is met",
            plan(.after),
            used: .used(deductible: 500_00),
            [line],
            expect: [Shares(writeOff: 20_00, copay: 30_00, plan: 50_00)]
        ),
    ]
}
