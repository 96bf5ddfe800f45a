import CareCoverage
import CareModel
import Testing

/// A figure that was published and is wrong, as far as one plan's cost sharing can make it.
struct WrongFigure: CustomTestStringConvertible, Sendable {
    let id: String
    /// `patientPays`, `planPays` or `familyDeductibleMet`.
    let figure: String
    let published: Money
    let correct: Money

    var testDescription: String { "\(id), \(figure)" }

    static let all = OracleTable("wrong-figures").cases.flatMap { id, rows in
        rows.map { row in
            WrongFigure(
                id: id,
                figure: row.text("figure") ?? "",
                published: row.money("published") ?? .zero,
                correct: row.money("correct") ?? .zero
            )
        }
    }

    /// The figure as the adjudicator finds it.
    func found() throws -> Money {
        let episode = try #require(Self.episodes[id], "no course of \(id)")
        let (visits, after) = try episode.adjudicated()
        let amounts = visits.flatMap(\.lines).map(\.amounts)
        switch figure {
        case "patientPays": return amounts.map(\.patientPays).sum()
        case "planPays": return amounts.map(\.planPays).sum()
        default: return try #require(after.deductible.family)
        }
    }

    private static let episodes = courses.mapValues { Episode(course: $0) }.merging([
        // A clinic that takes no assignment charges 87.40 where Medicare's fee is 80.00; of that
        // it approves 76.00, of which 80 percent are paid.
        "ANTI-CH": Episode(
            course: Course(
                plan: .partB(),
                used: .used(deductible: 283_00),
                visits: visits(1, PricedLine(charge: 87_40, allowed: 80_00))
            ),
            facts: .medicare(participates: false, assigned: false)
        )
    ]) { _, ours in ours }

    private static let courses = [
        "ANTI-DSDS-1": carePlan(deductible: 1_000_00, xray: "0.50"),
        "ANTI-DSDS-2": carePlan(deductible: 600_00, xray: "0.20"),
        // 32 visits at 45.00 that no plan covers.
        "ANTI-DSDS-3": Course(
            plan: BenefitPlan([Benefit(coverage: .notCovered, afterExhaustion: .selfPay)]),
            used: .used(),
            visits: visits(32, PricedLine(charge: 45_00, allowed: 40_00, selfPay: 45_00))
        ),
        // The spouse's 1,500.00, then the others' 500.00, of whom one figure tells.
        "ANTI-USS": Course(
            plan: BenefitPlan(
                deductible: Deductible(individual: 1_000_00.cents, family: 2_000_00.cents),
                [Benefit(patient: "0")]
            ),
            used: .used(deductible: 0, family: 500_00),
            visits: visits(1, PricedLine(charge: 1_500_00, allowed: 1_500_00))
        ),
        // 20 percent of 183.88 are 36.776; the plan pays the 147.10 that the page prints.
        "ANTI-APA": Course(
            plan: BenefitPlan([Benefit()]),
            used: .used(),
            visits: visits(1, PricedLine(charge: 183_88, allowed: 183_88))
        ),
    ]

    private static func visits(_ count: Int, _ line: PricedLine) -> [PlannedVisit] {
        (0..<count).map {
            PlannedVisit(
                date: day("2026-01-05").adding(days: $0),
                careType: .active,
                lines: [line]
            )
        }
    }

    /// 36 adjustments, of which the plan covers 25 at 40.00 and the patient pays 11 at 45.00;
    /// 330.00 that no plan covers; an image of 50.00 without a deductible.
    private static func carePlan(deductible: Int, xray: String) -> Course {
        let plan = BenefitPlan(
            deductible: Deductible(individual: deductible.cents),
            limits: [UsageLimit(id: "v", unit: .visits, maximum: 25)],
            [
                Benefit(limits: [0], afterExhaustion: .selfPay),
                Benefit(.massage, coverage: .notCovered, afterExhaustion: .selfPay),
                Benefit(.xray, patient: xray, deductibleApplies: false),
            ]
        )
        let others = [50_00, 90_00, 50_00, 90_00, 50_00].map {
            PricedLine(.massage, charge: $0, selfPay: $0)
        }
        return Course(
            plan: plan,
            used: .used(deductible: 0, limits: ["v": .used(0)]),
            visits: visits(36, PricedLine(charge: 45_00, allowed: 40_00, selfPay: 45_00)) + [
                PlannedVisit(
                    "2026-03-02",
                    others + [PricedLine(.xray, charge: 50_00, allowed: 50_00)]
                )
            ]
        )
    }
}
