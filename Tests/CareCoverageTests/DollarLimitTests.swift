import CareCoverage
import CareModel
import Testing

@Suite("A limit of dollars (S10)")
struct DollarLimitTests {
    @Test("on payments sends what is over it to the patient", arguments: paid)
    func payments(_ worked: WorkedEpisode) throws { try worked.check() }

    @Test("on allowed amounts shares only what is eligible", arguments: eligible)
    func allowances(_ worked: WorkedEpisode) throws { try worked.check() }

    @Test("starts anew with its period", arguments: dated)
    func periods(_ worked: WorkedEpisode) throws { try worked.check() }

    @Test("keeps or ends the write-off once it had no room", arguments: ending)
    func writeOffs(_ worked: WorkedEpisode) throws { try worked.check() }

    @Test("states what is used, each by its own basis")
    func used() throws {
        // 100.00 allowed: 20.00 coinsurance, 80.00 paid. 40.00 of the charge are written off.
        let (_, after) = try WorkedEpisode(
            "one line under both sorts",
            BenefitPlan(
                limits: [Self.limit("paid", 500_00), Self.limit("allowed", 500_00, of: .allowed)],
                [Benefit(limits: [0, 1])]
            ),
            used: .used(limits: ["paid": .amount(11_00.cents), "allowed": .amount(7_00.cents)]),
            [PricedLine(charge: 140_00, allowed: 100_00)],
            expect: [Split(writeOff: 40_00, coinsurance: 20_00, plan: 80_00)]
        ).check()

        #expect(after.limits == ["paid": .amount(91_00.cents), "allowed": .amount(107_00.cents)])
    }

    @Test("is told when a line uses it up, and not again")
    func event() throws {
        let limit = Self.limit("paid", 100_00)
        let course = Course(
            plan: BenefitPlan(limits: [limit], [Benefit(limits: [0])]),
            used: .used(limits: ["paid": .amount(.zero)]),
            visits: PlannedVisit.each(["2026-03-02", "2026-03-03", "2026-03-04"], Self.line)
        )
        let events = try Episode(course: course).adjudicated().visits.map(\.events)

        #expect(events == [[], [.limitReached(limit, isDenied: false)], []])
    }

    @Test("names its room in the step that takes the payment back")
    func steps() throws {
        let limit = Self.limit("paid", 30_00)
        let (lines, _) = try WorkedEpisode(
            "80.00, of which 30.00 fit",
            BenefitPlan(limits: [limit], [Benefit(limits: [0])]),
            [Self.line],
            expect: [Split(coinsurance: 20_00, overLimit: 50_00, plan: 30_00)]
        ).check()
        let place = SourcePlace(file: "plans/acme.json", pointer: "/limits/0/maximum")

        #expect(
            lines.first?.steps.filter { $0.part == .planPays }.last
                == Step(
                    part: .planPays,
                    amount: -50_00.cents,
                    reason: .dollarRoom(30_00.cents, limit),
                    source: place
                )
        )
        #expect(
            lines.first?.steps.first { $0.part == .overLimit }
                == Step(
                    part: .overLimit,
                    amount: 50_00.cents,
                    reason: .dollarRoom(30_00.cents, limit),
                    source: place
                )
        )
    }
}

extension DollarLimitTests {
    static let line = PricedLine(charge: 100_00, allowed: 100_00)

    static func limit(
        _ id: String,
        _ cents: Int,
        per period: UsageLimit.Period = .benefitYear,
        of basis: UsageLimit.DollarBasis = .planPaid
    ) -> UsageLimit {
        UsageLimit(id: id, unit: .dollars, maximum: cents, period: period, dollarBasis: basis)
    }

    static func plan(
        _ limits: UsageLimit...,
        deductible: Int? = nil,
        maximum: Int? = nil,
        row: Benefit = Benefit()
    ) -> BenefitPlan {
        BenefitPlan(
            deductible: deductible.map { Deductible(individual: $0.cents) },
            maximum: maximum.map { OutOfPocketMaximum(individual: $0.cents) },
            limits: limits,
            [row.with { $0.limits = Array(limits.indices) }]
        )
    }
}
