import CareCoverage
import CareModel
import Testing

@Suite("An authorization (S13)")
struct AuthorizationTests {
    @Test("covers the dates in its span, as many as it allows", arguments: Covered.all)
    func covered(_ covered: Covered) throws {
        let course = Course(
            plan: BenefitPlan(limits: covered.limits, covered.rows),
            used: covered.used,
            visits: covered.visits
        )
        let episode = Episode(course: course, facts: covered.facts)
        let (visits, after) = try episode.adjudicated()
        let lines = visits.flatMap(\.lines)

        #expect(lines.map { $0.denial == nil } == covered.expected)
        #expect(lines.allSatisfy { $0.denial == nil || $0.denial == .authorizationMissing })
        #expect(lines.allSatisfy { $0.flaws.isEmpty })
        #expect(after.authorizationVisitsUsed == covered.usedAfter)
    }

    @Test("that is missing decides who bears the line", arguments: missed)
    func missing(_ worked: WorkedEpisode) throws {
        let (lines, _) = try worked.check()
        #expect(lines.allSatisfy { $0.denial == .authorizationMissing })
    }

    @Test("that is missing may cost a part of the payment", arguments: penalties)
    func penalty(_ worked: WorkedEpisode) throws {
        let (lines, _) = try worked.check()
        #expect(lines.allSatisfy { $0.denial == nil })
    }

    @Test("is asked for before the waiting period and the limits")
    func order() throws {
        let row = Benefit(limits: [0]).with {
            $0.authorization = AuthorizationTerm()
            $0.waitingPeriodMonths = 600
        }
        let plan = BenefitPlan(limits: [UsageLimit(id: "v", unit: .visits, maximum: 0)], [row])
        try WorkedEpisode(
            "all three are in the way, and the clinic bears it",
            plan,
            [Self.line],
            expect: [Split(writeOff: 120_00)]
        ).check()
    }

    @Test("of a penalty is told in the steps of what the plan pays and what is not covered")
    func steps() throws {
        let (lines, _) = try WorkedEpisode(
            "a half of 80.00",
            Self.plan(.penalty(part("0.50"))),
            [PricedLine(charge: 100_00, allowed: 100_00)],
            expect: [Split(coinsurance: 20_00, notCovered: 40_00, plan: 40_00)]
        ).check()
        let place = SourcePlace(
            file: "plans/acme.json",
            pointer: "/benefits/0/authorization/ifMissing"
        )
        let steps = lines.flatMap(\.steps).filter { $0.source == place }

        #expect(steps.map(\.part) == [.planPays, .notCovered])
        #expect(steps.map(\.amount.cents) == [-40_00, 40_00])
        #expect(steps.allSatisfy { $0.reason == .authorizationPenalty(part("0.50")) })
    }
}

extension AuthorizationTests {
    static let line = PricedLine(charge: 120_00, allowed: 100_00, selfPay: 70_00)

    static func plan(
        _ ifMissing: AuthorizationTerm.IfMissing?,
        afterExhaustion: Benefit.UncoveredPrice? = nil
    ) -> BenefitPlan {
        BenefitPlan([
            Benefit(afterExhaustion: afterExhaustion).with {
                $0.authorization = AuthorizationTerm(ifMissing: ifMissing)
            }
        ])
    }

    /// 120.00 charged and 100.00 allowed.
    static let missed = [
        WorkedEpisode(
            "in network, the clinic",
            plan(nil),
            [line],
            expect: [Split(writeOff: 120_00)]
        ),
        WorkedEpisode(
            "in network, the clinic, whatever the price after a limit is",
            plan(nil, afterExhaustion: .billed),
            [line],
            expect: [Split(writeOff: 120_00)]
        ),
        WorkedEpisode(
            "out of network, the patient, at the charge",
            plan(nil),
            network: .outOfNetwork,
            [line],
            expect: [Split(notCovered: 120_00)]
        ),
        WorkedEpisode(
            "out of network, the clinic where the row says so",
            plan(.notBillable),
            network: .outOfNetwork,
            [line],
            expect: [Split(writeOff: 120_00)]
        ),
        WorkedEpisode(
            "in network, the patient where the row says so, at the contracted price",
            plan(.patient),
            [line],
            expect: [Split(writeOff: 20_00, notCovered: 100_00)]
        ),
        WorkedEpisode(
            "in network, the patient at the row's price",
            plan(.patient, afterExhaustion: .selfPay),
            [line],
            expect: [Split(writeOff: 50_00, notCovered: 70_00)]
        ),
        WorkedEpisode(
            "after a limit, the clinic, as where a row says nothing",
            BenefitPlan(
                limits: [UsageLimit(id: "v", unit: .visits, maximum: 0, kind: .authorizationAfter)],
                [Benefit(limits: [0])]
            ),
            [line],
            expect: [Split(writeOff: 120_00)]
        ),
    ]
}
