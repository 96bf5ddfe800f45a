import CareCoverage
import CareModel
import Testing

@Suite("The price of a line that is not covered (S3)")
struct UncoveredPriceTests {
    @Test("is as the row says", arguments: cases)
    func price(_ worked: Worked) throws {
        let line = try #require(try worked.check().visits.first?.lines.first)

        #expect(line.denial != nil)
        #expect(line.amounts.allowed == .zero)
    }

    @Test("is asked for where it is needed and nobody knows it")
    func noSelfPayPrice() {
        let line = PricedLine(charge: 72_00, allowed: 45_10)
        let course = Course(
            plan: BenefitPlan([Benefit(coverage: .notCovered, afterExhaustion: .selfPay)]),
            used: .used(),
            visits: [PlannedVisit("2026-03-02", [line])]
        )

        #expect(throws: AdjudicationError.noSelfPayPrice(line.line)) { try course.adjudicated() }
    }

    @Test(
        "without a plan is the self-pay price, never above the charge",
        arguments: [60_00, 80_00]
    )
    func withoutPlan(_ selfPay: Int) throws {
        let line = try PricedLine(units: 2, charge: 72_00, selfPay: selfPay).paidBySelf()

        // Twice 60.00 of 144.00, or the charge where the self-pay price lies above it.
        let price = selfPay == 60_00 ? 120_00 : 144_00
        #expect(line.shares == Shares(writeOff: 144_00 - price, notCovered: price))
        #expect(line.amounts.patientPays == price.cents)
        #expect(line.denial == nil)
        #expect(line.flaws == [])
        #expect(line.partsWithWrongSteps == [])
    }

    @Test("without a plan is asked for where nobody knows it")
    func withoutPlanUnknown() {
        let line = PricedLine(charge: 72_00, allowed: 45_10)

        #expect(throws: AdjudicationError.noSelfPayPrice(line.line)) { try line.paidBySelf() }
    }
}

extension UncoveredPriceTests {
    private static func plan(
        _ coverage: Benefit.Coverage,
        _ price: Benefit.UncoveredPrice?
    ) -> BenefitPlan {
        BenefitPlan([Benefit(coverage: coverage, afterExhaustion: price)])
    }

    private static let line = PricedLine(charge: 72_00, allowed: 45_10, selfPay: 60_00)
    private static let whole = Shares(notCovered: 72_00)
    private static let contracted = Shares(writeOff: 26_90, notCovered: 45_10)
    private static let selfPay = Shares(writeOff: 12_00, notCovered: 60_00)
    private static let borne = Shares(writeOff: 72_00)

    static let cases = [
        Worked(
            "contracted by default",
            plan(.notCovered, nil),
            [line],
            expect: [contracted]
        ),
        Worked(
            "contracted, outside: billed, and nothing of it a balance bill",
            plan(.notCovered, .contracted),
            network: .outOfNetwork,
            [line],
            expect: [whole]
        ),
        Worked("billed", plan(.notCovered, .billed), [line], expect: [whole]),
        Worked(
            "billed, where no other price is known",
            plan(.notCovered, .billed),
            [PricedLine(charge: 72_00)],
            expect: [whole]
        ),
        Worked("self-pay", plan(.notCovered, .selfPay), [line], expect: [selfPay]),
        Worked(
            "self-pay, outside",
            plan(.notCovered, .selfPay),
            network: .outOfNetwork,
            [line],
            expect: [selfPay]
        ),
        Worked("not billable", plan(.notCovered, .notBillable), [line], expect: [borne]),
        Worked(
            "not billable, outside",
            plan(.notCovered, .notBillable),
            network: .outOfNetwork,
            [line],
            expect: [borne]
        ),
        Worked("excluded: billed by default", plan(.excluded, nil), [line], expect: [whole]),
        Worked(
            "excluded, and contracted where the row says so",
            plan(.excluded, .contracted),
            [line],
            expect: [contracted]
        ),
        Worked("no row: contracted", BenefitPlan([]), [line], expect: [contracted]),
        Worked(
            "no row, outside: the charge",
            BenefitPlan([]),
            network: .outOfNetwork,
            [line],
            expect: [whole]
        ),
        Worked(
            "a self-pay price above the charge",
            plan(.notCovered, .selfPay),
            [PricedLine(charge: 72_00, selfPay: 80_00)],
            expect: [whole]
        ),
        Worked(
            "a contracted rate above the charge",
            plan(.notCovered, .contracted),
            [PricedLine(charge: 72_00, allowed: 80_00)],
            expect: [whole]
        ),
        Worked(
            "three units",
            plan(.notCovered, .selfPay),
            [PricedLine(units: 3, charge: 72_00, selfPay: 60_00)],
            expect: [Shares(writeOff: 36_00, notCovered: 180_00)]
        ),
        Worked(
            "a plan that has ended",
            BenefitPlan(through: "2026-02-28", [Benefit(afterExhaustion: .selfPay)]),
            [line],
            expect: [selfPay]
        ),
        Worked(
            "maintenance",
            BenefitPlan([Benefit(afterExhaustion: .billed)]),
            visits: [PlannedVisit("2026-03-02", careType: .maintenance, [line])],
            expect: [whole]
        ),
    ]
}
