import CareCoverage
import CareModel
import Testing

/// Each mistake of the list "What naive estimators get wrong", as far as one plan's cost sharing
/// can make it.
@Suite("The estimate does not")
struct NaiveEstimatorTests {
    @Test(
        "take the deductible for the insurer's part (ANTI-DSDS-1, ANTI-DSDS-2)",
        arguments: [
            Published(deductible: 1_000_00, xray: "0.50", patient: 1_850_00, plan: 25_00),
            Published(deductible: 600_00, xray: "0.20", patient: 1_515_00, plan: 360_00),
        ]
    )
    func deductibleAsInsurance(_ published: Published) throws {
        // 36 adjustments, of which the plan covers 25 at 40.00 and the patient pays 11 at 45.00;
        // 330.00 that no plan covers; an image of 50.00 without a deductible.
        let plan = BenefitPlan(
            deductible: Deductible(individual: published.deductible.cents),
            limits: [UsageLimit(id: "v", unit: .visits, maximum: 25)],
            [
                Benefit(limits: [0], afterExhaustion: .selfPay),
                Benefit(.massage, coverage: .notCovered, afterExhaustion: .selfPay),
                Benefit(.xray, patient: published.xray, deductibleApplies: false),
            ]
        )
        var visits = (0..<36).map {
            PlannedVisit(
                date: day("2026-01-05").adding(days: $0),
                careType: .active,
                lines: [PricedLine(charge: 45_00, allowed: 40_00, selfPay: 45_00)]
            )
        }
        visits.append(
            PlannedVisit(
                "2026-03-02",
                [50_00, 90_00, 50_00, 90_00, 50_00].map {
                    PricedLine(.massage, charge: $0, selfPay: $0)
                } + [PricedLine(.xray, charge: 50_00, allowed: 50_00)]
            )
        )
        let course = Course(plan: plan, used: .used(deductible: 0), visits: visits)
        let lines = try course.adjudicated().visits.flatMap(\.lines)

        #expect(lines.map(\.amounts.patientPays).sum() == published.patient.cents)
        #expect(lines.map(\.amounts.planPays).sum() == published.plan.cents)
        #expect(lines.allSatisfy { $0.flaws.isEmpty })
    }

    @Test("make one of these mistakes", arguments: mistakes)
    func mistake(_ worked: Worked) throws { try worked.check() }

    @Test("credit the whole bill to the family's deductible (ANTI-USS)")
    func wholeBillToFamily() throws {
        let plan = BenefitPlan(
            deductible: Deductible(individual: 1_000_00.cents, family: 2_000_00.cents),
            [Benefit(patient: "0")]
        )
        let (_, spouse) = try Worked(
            "the spouse's 1,500.00",
            plan,
            used: .used(deductible: 0, family: 0),
            [PricedLine(charge: 1_500_00, allowed: 1_500_00)],
            expect: [Shares(deductible: 1_000_00, plan: 500_00)]
        ).check()
        #expect(spouse.deductible.family == 1_000_00.cents)

        let (_, others) = try Worked(
            "the others' 500.00",
            plan,
            used: .used(deductible: 0, family: 1_000_00),
            [PricedLine(charge: 500_00, allowed: 500_00)],
            expect: [Shares(deductible: 500_00)]
        ).check()
        #expect(others.deductible.family == 1_500_00.cents)
    }

    @Test("read an unknown figure as nothing without asking")
    func unknownAsZero() {
        let plan = BenefitPlan(
            deductible: Deductible(individual: 500_00.cents),
            maximum: OutOfPocketMaximum(individual: 900_00.cents),
            limits: [UsageLimit(id: "v", unit: .visits, maximum: 20)],
            [Benefit(limits: [0])]
        )
        let visit = DatedLines(
            date: day("2026-03-02"),
            lines: [PricedLine(charge: 100_00, allowed: 100_00).line]
        )
        let needs = plan.unknownNeeds(of: [visit], network: .inNetwork, known: .used())

        #expect(needs == [.deductible, .outOfPocket, .limit(plan.limits[0])])
    }
}

extension NaiveEstimatorTests {
    struct Published: CustomTestStringConvertible, Sendable {
        let deductible: Int
        let xray: String
        let patient: Int
        let plan: Int
        var testDescription: String { "a deductible of \(deductible) cents" }
    }
}
