import CareCoverage
import CareModel
import Testing

@Suite("A discount plan")
struct DiscountPlanTests {
    @Test("sets the price of what no plan covers, and lowers nothing else", arguments: Self.cases)
    func worked(_ worked: WorkedPairing) throws {
        let (_, after) = try worked.check()
        #expect(after.last?.deductible.individual ?? .zero == .zero)
    }

    /// Prices for an adjustment, a massage and an image, and none for a therapy.
    private static func discount(from: String = "2020-01-01") -> SecondPlan {
        SecondPlan(
            BenefitPlan(
                type: .discountPlan,
                from: from,
                [
                    Benefit(coverage: .notCovered), Benefit(.massage, coverage: .notCovered),
                    Benefit(.xray, coverage: .notCovered),
                ]
            )
        )
    }

    private static let plan = BenefitPlan([
        Benefit(), Benefit(.massage, coverage: .notCovered),
        Benefit(.xray, coverage: .notCovered, afterExhaustion: .notBillable),
        Benefit(.physicalMedicine, coverage: .notCovered),
    ])

    private static func line(_ category: ServiceCategory, discounted: Int) -> PricedLine {
        PricedLine(category, charge: 100_00, allowed: 80_00, secondAllowed: discounted)
    }

    private static func course(
        _ name: String,
        then second: SecondPlan = discount(),
        _ line: PricedLine,
        expect borne: Borne
    ) -> WorkedPairing {
        WorkedPairing(name, plan, then: second, [line], expect: [borne])
    }

    static let cases: [WorkedPairing] = [
        // A fifth of 80.00, whatever the discount plan's price.
        course(
            "a covered line stays",
            line(.chiropractic, discounted: 5_00),
            expect: Borne(writeOff: 20_00, plan: 64_00, patient: 16_00)
        ),
        course(
            "a line that is not covered gets its price",
            line(.massage, discounted: 45_00),
            expect: Borne(writeOff: 55_00, patient: 45_00)
        ),
        course(
            "a higher price changes nothing",
            line(.massage, discounted: 90_00),
            expect: Borne(writeOff: 20_00, patient: 80_00)
        ),
        course(
            "what the clinic bears stays nothing",
            line(.xray, discounted: 45_00),
            expect: Borne(writeOff: 100_00)
        ),
        course(
            "a service that it does not name keeps its price",
            line(.physicalMedicine, discounted: 45_00),
            expect: Borne(writeOff: 20_00, patient: 80_00)
        ),
        course(
            "before it is in force it sets no price",
            then: discount(from: "2026-03-03"),
            line(.massage, discounted: 45_00),
            expect: Borne(writeOff: 20_00, patient: 80_00)
        ),
        WorkedPairing(
            "alone, it sets the price of everything",
            discount().plan,
            then: nil,
            [PricedLine(charge: 100_00, allowed: 45_00)],
            expect: [Borne(writeOff: 55_00, patient: 45_00)]
        ),
        // Medicare excludes a massage, so that no claim of it is paid.
        WorkedPairing(
            "what Medicare excludes gets its price",
            BenefitPlan.partB(),
            facts: .medicare(),
            then: discount(),
            [line(.xray, discounted: 45_00)],
            expect: [Borne(writeOff: 55_00, patient: 45_00)]
        ),
    ]
}
