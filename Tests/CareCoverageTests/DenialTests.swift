import CareCoverage
import CareModel
import Testing

@Suite("Whether a line is covered (S2)")
struct DenialTests {
    @Test("is asked in the order of the rule", arguments: Asked.all)
    func denial(_ asked: Asked) throws {
        let course = Course(
            plan: asked.plan,
            network: asked.network,
            used: .used(limits: ["v": .used(1)]),
            visits: [
                PlannedVisit(
                    asked.date,
                    careType: asked.careType,
                    [PricedLine(charge: 72_00, allowed: 45_10, selfPay: 60_00)]
                )
            ]
        )
        let line = try #require(try course.adjudicated().visits.first?.lines.first)

        #expect(line.denial == asked.denial)
        #expect(line.flaws == [])
    }

    @Test(
        "turns on the most specific row: code, then service, then category",
        arguments: [0, 1, 2]
    )
    func specificity(_ rotation: Int) throws {
        // The rows differ in the patient's part, so that the share tells which one was used.
        let rows = [
            Benefit(patient: "0.10"),
            Benefit(selector: .services([key("adjust-spine-3-4")]), patient: "0.30"),
            Benefit(selector: .codes([code("98940"), code("98941")]), patient: "0.50"),
        ]
        let plan = BenefitPlan(Array(rows[rotation...] + rows[..<rotation]))
        func coinsurance(_ code: ProcedureCode?, _ service: ServiceKey?) throws -> Int? {
            let line = PricedLine(code: code, service: service, charge: 100_00, allowed: 100_00)
            let course = Course(
                plan: plan,
                used: .used(),
                visits: [PlannedVisit("2026-03-02", [line])]
            )
            return try course.adjudicated().visits.first?.lines.first?.shares.coinsurance
        }

        #expect(try coinsurance(code("98941"), key("adjust-spine-3-4")) == 50_00)
        #expect(try coinsurance(code("98942"), key("adjust-spine-3-4")) == 30_00)
        #expect(try coinsurance(nil, key("adjust-spine-3-4")) == 30_00)
        #expect(try coinsurance(code("98942"), key("adjust-spine-5")) == 10_00)
        #expect(try coinsurance(nil, nil) == 10_00)
    }

    @Test("leaves every figure as it was when it is not")
    func nothingUsed() throws {
        let used = Accumulators.used(
            asOf: "2026-03-02",
            deductible: 10_00,
            family: 20_00,
            outOfPocket: 30_00,
            familyOutOfPocket: 40_00,
            limits: ["v": .used(3)]
        )
        let plan = BenefitPlan(
            deductible: Deductible(individual: 500_00.cents, family: 900_00.cents),
            maximum: OutOfPocketMaximum(individual: 900_00.cents, family: 1_800_00.cents),
            limits: [UsageLimit(id: "v", unit: .visits, maximum: 3)],
            [Benefit(limits: [0]), Benefit(.xray, coverage: .excluded)]
        )
        let (_, after) = try Worked(
            "a limit reached, an exclusion and a service that no row is about",
            plan,
            used: used,
            [
                PricedLine(charge: 72_00, allowed: 45_10),
                PricedLine(.xray, charge: 60_00, allowed: 30_00),
                PricedLine(.massage, charge: 50_00, allowed: 20_00),
            ],
            expect: [
                Shares(writeOff: 26_90, notCovered: 45_10),
                Shares(notCovered: 60_00),
                Shares(writeOff: 30_00, notCovered: 20_00),
            ]
        ).check()

        #expect(after == used)
    }
}

extension DenialTests {
    struct Asked: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let plan: BenefitPlan
        var network = Network.inNetwork
        var date = "2026-03-02"
        var careType = CareType.active
        let denial: Denial?

        private static let limit = UsageLimit(id: "v", unit: .visits, maximum: 1)

        private static func plan(_ benefit: Benefit) -> BenefitPlan {
            BenefitPlan(
                from: "2026-02-01",
                through: "2026-10-31",
                limits: [limit],
                [benefit]
            )
        }

        static let all = [
            Asked(testDescription: "it is", plan: plan(Benefit()), denial: nil),
            Asked(
                testDescription: "the day before the plan begins",
                plan: plan(Benefit()),
                date: "2026-01-31",
                denial: .planNotInForce
            ),
            Asked(
                testDescription: "the plan's first day",
                plan: plan(Benefit()),
                date: "2026-02-01",
                denial: nil
            ),
            Asked(
                testDescription: "the plan's last day",
                plan: plan(Benefit()),
                date: "2026-10-31",
                denial: nil
            ),
            Asked(
                testDescription: "the day after the plan ends",
                plan: plan(Benefit()),
                date: "2026-11-01",
                denial: .planNotInForce
            ),
            Asked(testDescription: "no row", plan: plan(Benefit(.xray)), denial: .noBenefit),
            Asked(
                testDescription: "a row for the other network",
                plan: plan(Benefit(networks: [.inNetwork])),
                network: .outOfNetwork,
                denial: .noBenefit
            ),
            Asked(
                testDescription: "not covered",
                plan: plan(Benefit(coverage: .notCovered)),
                denial: .notCovered
            ),
            Asked(
                testDescription: "excluded",
                plan: plan(Benefit(coverage: .excluded)),
                denial: .excluded
            ),
            Asked(
                testDescription: "maintenance",
                plan: plan(Benefit()),
                careType: .maintenance,
                denial: .maintenance
            ),
            Asked(
                testDescription: "maintenance that is covered",
                plan: plan(Benefit(coversMaintenance: true)),
                careType: .maintenance,
                denial: nil
            ),
            Asked(
                testDescription: "a limit reached",
                plan: plan(Benefit(limits: [0])),
                denial: .limitReached(limit)
            ),
            Asked(
                testDescription: "not in force and excluded: not in force",
                plan: plan(Benefit(coverage: .excluded)),
                date: "2026-11-01",
                denial: .planNotInForce
            ),
            Asked(
                testDescription: "excluded maintenance: excluded",
                plan: plan(Benefit(coverage: .excluded)),
                careType: .maintenance,
                denial: .excluded
            ),
            Asked(
                testDescription: "maintenance past a limit: maintenance",
                plan: plan(Benefit(limits: [0])),
                careType: .maintenance,
                denial: .maintenance
            ),
        ]
    }
}
