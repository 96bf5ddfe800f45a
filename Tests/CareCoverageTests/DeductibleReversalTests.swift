import CareCoverage
import CareModel
import Testing

/// The terms under which a patient who has met more of the deductible pays more in all; without
/// them it never happens (``CoursePropertyTests``).
///
/// The rules name three of them, and a second plan. A limit of dollars on payments, a penalty and
/// a share that is waived without counting do it together with an out-of-pocket maximum: what the
/// deductible took counted toward it, and what takes its place does not.
@Suite("More of the deductible met can cost more")
struct DeductibleReversalTests {
    @Test("under some terms", arguments: Reversal.all)
    func reversal(_ reversal: Reversal) throws {
        #expect(try reversal.cost(met: reversal.less) == reversal.costLess)
        #expect(try reversal.cost(met: reversal.more) == reversal.costMore)
        #expect(reversal.less < reversal.more)
        #expect(reversal.costLess < reversal.costMore)
    }
}

extension DeductibleReversalTests {
    struct Reversal: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let plan: BenefitPlan
        let visits: [PlannedVisit]
        var less = 0
        var more = 100_00
        let costLess: Int
        let costMore: Int

        func cost(met: Int) throws -> Int {
            let used = Accumulators.used(
                asOf: "2026-10-01",
                deductible: met,
                outOfPocket: 0,
                limits: ["v": .used(0), "usd": .amount(.zero)]
            )
            let course = Course(plan: plan, used: used, visits: visits)
            let lines = try Episode(course: course).adjudicated().visits.flatMap(\.lines)
            return lines.map(\.amounts.patientPays).sum().cents
        }

        static let all = counting + carryover + dollars + maximum
    }
}

extension DeductibleReversalTests.Reversal {
    private static let deductible = Deductible(individual: 100_00.cents)
    private static let maximum100 = OutOfPocketMaximum(individual: 100_00.cents)
    private static let line = PricedLine(charge: 100_00, allowed: 100_00)
    private static let image = PricedLine(.xray, charge: 100_00, allowed: 100_00)

    private static func carrying(
        onlyIfNotMet: Bool,
        _ benefits: [Benefit]
    ) -> BenefitPlan {
        BenefitPlan(
            deductible: Deductible(
                individual: 100_00.cents,
                carryover: Deductible.Carryover(months: 3, onlyIfNotMet: onlyIfNotMet)
            ),
            benefits
        )
    }

    // Met 0: 60.00 to the deductible, not counted, and the second visit is paid. Met 100.00: the
    // first visit is paid and counted, and the second is denied, 100.00.
    private static let counting = [
        Self(
            testDescription: "a limit that counts only what the plan paid",
            plan: BenefitPlan(
                deductible: Deductible(individual: 60_00.cents),
                limits: [UsageLimit(id: "v", unit: .visits, maximum: 1, counting: .planPaid)],
                [Benefit(patient: "0", limits: [0])]
            ),
            visits: [
                PlannedVisit("2026-11-02", [PricedLine(charge: 60_00, allowed: 60_00)]),
                PlannedVisit("2026-11-03", [line]),
            ],
            costLess: 60_00,
            costMore: 100_00
        )
    ]

    private static let carryover = [
        // Met 0: 60.00 in November, carried; 40.00 in January. Met 40.00: the same 60.00 meet it,
        // nothing is carried, and January takes 100.00.
        Self(
            testDescription: "a carry-over only of a deductible that was not met",
            plan: carrying(onlyIfNotMet: true, [Benefit(patient: "0")]),
            visits: [
                PlannedVisit("2026-11-02", [PricedLine(charge: 60_00, allowed: 60_00)]),
                PlannedVisit("2027-01-04", [line]),
            ],
            more: 40_00,
            costLess: 100_00,
            costMore: 160_00
        ),
        // The patient pays an image whole in any case. Met 0: its 100.00 fill the deductible and
        // are carried, and January costs a half. Met 100.00: January costs 100.00.
        Self(
            testDescription: "any carry-over, after a line that the patient pays in any case",
            plan: carrying(
                onlyIfNotMet: false,
                [Benefit(patient: "0.50"), Benefit(.xray, patient: "1")]
            ),
            visits: [PlannedVisit("2026-11-02", [image]), PlannedVisit("2027-01-04", [line])],
            costLess: 150_00,
            costMore: 200_00
        ),
    ]

    // Met 0: 100.00, then the plan pays 100.00. Met 100.00: the plan pays 100.00, then the limit
    // is used up, and 100.00 and the write-off of 50.00 are the patient's.
    private static let dollars = [
        Self(
            testDescription: "a write-off that ends with a limit of dollars",
            plan: BenefitPlan(
                deductible: deductible,
                limits: [UsageLimit(id: "usd", unit: .dollars, maximum: 100_00)],
                [Benefit(patient: "0", limits: [0]).with { $0.exhaustedWriteOff = .zero }]
            ),
            visits: PlannedVisit.each(
                ["2026-11-02", "2026-11-03"],
                PricedLine(charge: 150_00, allowed: 100_00)
            ),
            costLess: 100_00,
            costMore: 150_00
        )
    ]

    // Met 0: 100.00 to the deductible fill the maximum, and the image is free. Met 100.00: the
    // first line costs what its term says, none of it counted, and the image a half.
    private static let maximum = [
        // 80.00 over the limit, and 50.00.
        Self(
            testDescription: "a limit of dollars on payments beside a maximum",
            plan: BenefitPlan(
                deductible: deductible,
                maximum: maximum100,
                limits: [UsageLimit(id: "usd", unit: .dollars, maximum: 20_00)],
                [Benefit(patient: "0", limits: [0]), Benefit(.xray, patient: "0.50")]
            ),
            visits: [PlannedVisit("2026-11-02", [line, image])],
            costLess: 100_00,
            costMore: 130_00
        ),
        // 80.00 of penalty, and 50.00.
        Self(
            testDescription: "a penalty beside a maximum",
            plan: BenefitPlan(
                deductible: deductible,
                maximum: maximum100,
                [
                    Benefit(patient: "0").with {
                        $0.authorization = AuthorizationTerm(ifMissing: .penalty(part("0.80")))
                    },
                    Benefit(.xray, patient: "0.50"),
                ]
            ),
            visits: [PlannedVisit("2026-11-02", [line, image])],
            costLess: 100_00,
            costMore: 130_00
        ),
        // Nothing for the adjustment, and the whole image, 120.00, which no maximum ever stops.
        Self(
            testDescription: "a share that is waived at the maximum without counting toward it",
            plan: BenefitPlan(
                deductible: deductible,
                maximum: maximum100,
                [
                    Benefit(patient: "0"),
                    Benefit(.xray, patient: "1", deductibleApplies: false, counts: false),
                ]
            ),
            visits: [
                PlannedVisit(
                    "2026-11-02",
                    [line, PricedLine(.xray, charge: 120_00, allowed: 120_00)]
                )
            ],
            costLess: 100_00,
            costMore: 120_00
        ),
    ]
}
