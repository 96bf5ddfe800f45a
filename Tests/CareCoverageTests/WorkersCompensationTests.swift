import CareCoverage
import CareModel
import Testing

@Suite("Workers' compensation")
struct WorkersCompensationTests {
    @Test("asks nothing of the worker, whatever happens", arguments: Self.cases)
    func worked(_ worked: WorkedPairing) throws {
        let (lines, _) = try worked.check()

        #expect(lines.allSatisfy { $0.amounts.patientPays == .zero })
    }

    private static let line = PricedLine(charge: 100_00, allowed: 60_00)
    private static let paid = Borne(writeOff: 40_00, plan: 60_00)
    private static let borne = Borne(writeOff: 100_00)

    private static func plan(
        limits: [UsageLimit] = [],
        _ change: (inout BenefitTerms) -> Void = { _ in }
    ) -> BenefitPlan {
        BenefitPlan(
            type: .workersCompensation,
            limits: limits,
            [Benefit(patient: "0", limits: Array(limits.indices)).with(change)]
        )
    }

    private static func course(
        _ name: String,
        _ plan: BenefitPlan,
        network: Network = .inNetwork,
        visits: [PlannedVisit] = [PlannedVisit("2026-03-02", [line])],
        expect expected: [Borne]
    ) -> WorkedPairing {
        WorkedPairing(
            name,
            plan,
            network: network,
            used: .used(limits: ["v": .used(0)]),
            then: nil,
            visits: visits,
            expect: expected
        )
    }

    static let cases: [WorkedPairing] = [
        course("a covered line", plan(), expect: [paid]),
        course("no balance bill out of network", plan(), network: .outOfNetwork, expect: [paid]),
        course(
            "a service that no row is about",
            plan(),
            network: .outOfNetwork,
            visits: [PlannedVisit("2026-03-02", [PricedLine(.massage, charge: 100_00)])],
            expect: [borne]
        ),
        course(
            "a service that is excluded",
            plan { $0.coverage = .excluded },
            expect: [borne]
        ),
        course(
            "maintenance care",
            plan(),
            visits: [PlannedVisit("2026-03-02", careType: .maintenance, [line])],
            expect: [borne]
        ),
        course(
            "after the last visit of a limit",
            plan(limits: [UsageLimit(id: "v", unit: .visits, maximum: 1)]),
            visits: PlannedVisit.each(["2026-03-02", "2026-03-03"], line),
            expect: [paid, borne]
        ),
        course(
            "a missing authorization that would be the patient's",
            plan { $0.authorization = AuthorizationTerm(ifMissing: .patient) },
            network: .outOfNetwork,
            expect: [borne]
        ),
        // The plan pays 30.00 less, and the clinic bears them.
        course(
            "the penalty of a missing authorization",
            plan { $0.authorization = AuthorizationTerm(ifMissing: .penalty(part("0.50"))) },
            expect: [Borne(writeOff: 70_00, plan: 30_00)]
        ),
        course(
            "a waiting period",
            plan { $0.waitingPeriodMonths = 100 },
            expect: [borne]
        ),
    ]
}
