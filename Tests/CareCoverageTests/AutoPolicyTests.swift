import CareCoverage
import CareModel
import Testing

@Suite("An auto policy")
struct AutoPolicyTests {
    /// A policy of 100.00 of which 50.00 are left, in full until they are gone.
    private static let policy = BenefitPlan(
        type: .autoMedical,
        limits: [UsageLimit(id: "bucket", unit: .dollars, maximum: 100_00, period: .lifetime)],
        [Benefit(patient: "0", limits: [0])]
    )
    private static let used = Accumulators.used(limits: ["bucket": .amount(50_00.cents)])
    private static let health = BenefitPlan(
        deductible: Deductible(individual: 25_00.cents),
        [Benefit()]
    )
    private static func line(_ charge: Int, allowed: Int? = nil) -> PricedLine {
        PricedLine(
            charge: charge,
            allowed: allowed ?? charge,
            selfPay: 55_00,
            secondAllowed: 60_00
        )
    }

    /// Of 80.00 the policy pays its last 50.00, and 30.00 are over it.
    ///
    /// Alone the health plan would allow 60.00, take 25.00 and a fifth of 35.00, and pay 28.00. Its
    /// contract writes 20.00 off, so that 10.00 are left for it to pay. Of the next 80.00 it writes
    /// 20.00 off and pays 48.00.
    @Test("gives way to the health plan, in the middle of a line and after it")
    func healthPlan() throws {
        let (_, after) = try WorkedPairing(
            "two lines of 80.00",
            Self.policy,
            used: Self.used,
            then: SecondPlan(Self.health),
            visits: PlannedVisit.each(["2026-03-02", "2026-03-09"], Self.line(80_00)),
            expect: [
                Borne(writeOff: 20_00, plan: 50_00, second: 10_00),
                Borne(writeOff: 20_00, second: 48_00, patient: 12_00),
            ]
        ).check()

        #expect(after.first?.limits == ["bucket": .amount(100_00.cents)])
        #expect(after.last?.deductible.individual == 25_00.cents)
    }

    /// Of 120.00 the policy pays its last 50.00; the health plan allows 70.00 and would pay 56.00.
    ///
    /// Its contract writes 50.00 off, so 20.00 are left of the bill. Carving out it pays 56.00 less
    /// 50.00; maintaining benefits four fifths of 70.00 less 50.00.
    @Test(
        "leaves a bill that the health plan's contract lowers to its rule",
        arguments: [
            (CoordinationRule.standard, 20_00), (.basic, 20_00), (.carveOut, 6_00),
            (.maintenanceOfBenefits, 16_00),
        ]
    )
    func rules(_ rule: CoordinationRule, pays: Int) throws {
        let line = PricedLine(charge: 120_00, allowed: 120_00, selfPay: 55_00, secondAllowed: 70_00)
        try WorkedPairing(
            rule.rawValue,
            Self.policy,
            used: Self.used,
            then: SecondPlan(BenefitPlan(coordination: rule, [Benefit()])),
            [line],
            expect: [
                Borne(writeOff: 50_00, plan: 50_00, second: pays, patient: 20_00 - pays)
            ]
        ).check()
    }

    /// Medicare approves 57.00 of 60.00 and lets the clinic collect 65.55, so 14.45 are written off;
    /// of the 30.00 that the policy leaves it pays the other 15.55, to the patient.
    @Test("lets Medicare pay the patient where the clinic does not take assignment")
    func unassigned() throws {
        let (lines, _) = try WorkedPairing(
            "Medicare is next",
            Self.policy,
            used: Self.used,
            then: SecondPlan(
                .partB(),
                used: .used(deductible: 283_00),
                facts: .medicare(participates: false, assigned: false)
            ),
            [Self.line(80_00)],
            expect: [Borne(writeOff: 14_45, plan: 50_00, second: 15_55)]
        ).check()

        #expect(lines.first?.amounts.collected == 15_55.cents)
    }

    /// The policy pays the first visit whole.
    ///
    /// The health plan's one visit does not count the first,
    /// which is the policy's: it covers the second, and the third is the patient's.
    @Test("has the first visit, which a limit of the health plan does not count")
    func firstVisit() throws {
        let limit = UsageLimit(id: "v", unit: .visits, maximum: 1, excludesFirstVisit: true)
        let dates = ["2026-03-02", "2026-03-09", "2026-03-16"]
        let lines = [Self.line(40_00, allowed: 40_00), Self.line(80_00), Self.line(80_00)]
        try WorkedPairing(
            "three visits",
            Self.policy,
            used: .used(limits: ["bucket": .amount(60_00.cents)]),
            then: SecondPlan(
                BenefitPlan(limits: [limit], [Benefit(limits: [0])]),
                used: .used(limits: ["v": .used(0)])
            ),
            visits: zip(dates, lines).map { PlannedVisit($0, [$1]) },
            expect: [
                Borne(plan: 40_00),
                Borne(writeOff: 20_00, second: 48_00, patient: 12_00),
                Borne(writeOff: 25_00, patient: 55_00),
            ]
        ).check()
    }

    /// The policy pays 40.00 whole, or the 40.00 that its contract allows of 80.00.
    @Test("keeps the health plan out while it leaves nothing", arguments: [40_00, 80_00])
    func paysAll(_ charge: Int) throws {
        let untouched = Accumulators.used(deductible: 0)
        let (_, after) = try WorkedPairing(
            "nothing is left",
            Self.policy,
            used: Self.used,
            then: SecondPlan(Self.health, used: untouched),
            [Self.line(charge, allowed: 40_00)],
            expect: [Borne(writeOff: charge - 40_00, plan: 40_00)]
        ).check()

        #expect(after.last == untouched)
    }

    /// 30.00 over the bucket, and then the self-pay price of 55.00.
    @Test("leaves a patient without a health plan the self-pay price")
    func selfPay() throws {
        let (lines, _) = try WorkedPairing(
            "two lines of 80.00",
            Self.policy,
            used: Self.used,
            then: nil,
            visits: PlannedVisit.each(["2026-03-02", "2026-03-09"], Self.line(80_00)),
            expect: [
                Borne(plan: 50_00, patient: 30_00), Borne(writeOff: 25_00, patient: 55_00),
            ]
        ).check()

        #expect(lines.first?.amounts.overLimit == 30_00.cents)
        #expect(lines.last?.denial == .limitReached(Self.policy.limits[0]))
    }

    @Test("leaves what its row says where the row says it")
    func stated() throws {
        let policy = Self.policy.with {
            $0.benefits = [$0.benefits[0].with { $0.afterExhaustion = .billed }]
        }
        try WorkedPairing(
            "a row with a price",
            policy,
            used: .used(limits: ["bucket": .amount(100_00.cents)]),
            then: nil,
            [Self.line(80_00)],
            expect: [Borne(patient: 80_00)]
        ).check()
    }

    @Test("leaves the self-pay price of what the health plan does not cover")
    func denied() throws {
        try WorkedPairing(
            "no health plan covers it",
            Self.policy,
            used: .used(limits: ["bucket": .amount(100_00.cents)]),
            then: SecondPlan(BenefitPlan([Benefit(coverage: .notCovered)])),
            [Self.line(80_00)],
            expect: [Borne(writeOff: 25_00, patient: 55_00)]
        ).check()
    }

    /// Medicaid would pay 57.00 of its 60.00 alone, and 10.00 of the 30.00 that are left of the
    /// first line; a qualified beneficiary's Medicare pays 10.00 and 48.00.
    ///
    /// The patient owes nothing.
    @Test("leaves nothing where Medicaid or a qualified beneficiary's Medicare is next")
    func publicProgram() throws {
        let medicaid = BenefitPlan(
            type: .medicaid,
            coordination: .medicaid,
            [Benefit(copay: Copay(amount: 3_00.cents), patient: "0")]
        )
        let next = [
            (SecondPlan(medicaid), 57_00),
            (
                SecondPlan(
                    .partB(),
                    used: .used(deductible: 283_00),
                    facts: .medicare(qualified: true)
                ), 48_00
            ),
        ]
        for (second, pays) in next {
            try WorkedPairing(
                second.plan.type.rawValue,
                Self.policy,
                used: Self.used,
                then: second,
                visits: PlannedVisit.each(["2026-03-02", "2026-03-09"], Self.line(80_00)),
                expect: [
                    Borne(writeOff: 20_00, plan: 50_00, second: 10_00),
                    Borne(writeOff: 80_00 - pays, second: pays),
                ]
            ).check()
        }
    }
}
