import CareCoverage
import CareModel
import Testing

@Suite("The steps of a line")
struct StepTests {
    @Test("tell the arithmetic in its order")
    func order() throws {
        // The worked scenario's third visit: 29.40 of 1,500.00 left, then 20 % of 15.70.
        let visits = try WorkedScenarioTests.course().adjudicated().visits
        let line = visits[2].lines[0]
        let fifth = part("0.20")

        #expect(
            line.steps.map(\.part) == [
                .charge, .allowed, .writeOff, .deductible, .coinsurance, .planPays, .patientPays,
            ]
        )
        #expect(
            line.steps.map(\.amount.cents) == [72_00, 45_10, 26_90, 29_40, 3_14, 12_56, 32_54]
        )
        #expect(
            line.steps.map(\.reason) == [
                .price(each: 72_00.cents, units: 1),
                .price(each: 45_10.cents, units: 1),
                .contractualWriteOff,
                .deductibleUnmet(left: 29_40.cents, of: 1_500_00.cents),
                .coinsurance(fifth, of: 15_70.cents),
                .restOfAllowed,
                .sumOfShares,
            ]
        )
        #expect(line.steps[3].source?.description == "plans/acme.json#/deductible/individual")
        #expect(line.steps[0].source?.description == "#/visits/0/services/0/charge")
    }

    @Test("of a denied line name the denial, the price and the limit")
    func denied() throws {
        let visits = try WorkedScenarioTests.course().adjudicated().visits
        let limit = WorkedScenarioTests.plan.limits[0]
        let line = visits[8].lines[0]

        #expect(line.steps.map(\.part) == [.charge, .notCovered, .writeOff, .patientPays])
        #expect(
            line.steps[1]
                == Step(
                    part: .notCovered,
                    amount: 60_00.cents,
                    reason: .denied(.limitReached(limit), price: .selfPay),
                    source: SourcePlace(file: "plans/acme.json", pointer: "/limits/0/maximum")
                )
        )
    }

    @Test("take back what lies over the maximum")
    func takenBack() throws {
        let plan = BenefitPlan(
            maximum: OutOfPocketMaximum(individual: 900_00.cents),
            [Benefit()]
        )
        let (visits, _) = try Worked(
            "20.00, of which 7.00 fit",
            plan,
            used: .used(outOfPocket: 893_00),
            [PricedLine(charge: 100_00, allowed: 100_00)],
            expect: [Shares(coinsurance: 7_00, plan: 93_00)]
        ).check()
        let steps = visits[0].lines[0].steps.filter { $0.part == .coinsurance }

        #expect(steps.map(\.amount.cents) == [20_00, -13_00])
        #expect(steps.last?.reason == .outOfPocketRoom(7_00.cents))
    }

    @Test("say when a copay was capped, and when the charge lies below the rate")
    func reasons() throws {
        let plan = BenefitPlan([
            Benefit(
                copay: Copay(amount: 30_00.cents, capOfAllowed: part("0.50")),
                patient: "0"
            )
        ])
        let (visits, _) = try Worked(
            "half of 40.00",
            plan,
            [PricedLine(charge: 40_00, allowed: 45_10)],
            expect: [Shares(copay: 20_00, plan: 20_00)]
        ).check()
        let reasons = visits[0].lines[0].steps.map(\.reason)

        #expect(reasons.contains(.copayCapped(part("0.50"))))
        #expect(reasons.contains(.chargeBelowRate(rate: 45_10.cents, units: 1)))
    }
}
