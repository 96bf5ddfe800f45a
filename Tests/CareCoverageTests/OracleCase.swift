import CareCoverage
import CareModel
import Testing

/// A published case that the cost sharing of one plan or two answers, by its id.
struct OracleCase: CustomTestStringConvertible, Sendable {
    let id: String
    /// What differs from the published figures.
    let differences: @Sendable () throws -> [String]

    var testDescription: String { id }

    static let all =
        claims + windows + carryovers + embedded + ruleCases + twoPlans + medicare

    static func of(
        _ table: String,
        _ differences: @escaping @Sendable ([OracleTable.Row]) throws -> [String]
    ) -> [OracleCase] {
        OracleTable(table).cases.map { id, rows in OracleCase(id: id) { try differences(rows) } }
    }

    private static let claims = ["open-dental", "payer-examples", "official"].flatMap { name in
        of("\(name)-claims") { rows in
            guard let claims = OracleClaims(rows) else { return ["no rows"] }
            return try claims.differences()
        }
    }

    /// A limit on services, of which one is used on each date.
    private static let windows = of("limit-windows") { rows in
        guard let first = rows.first else { return ["no rows"] }
        let names = Set(rows.compactMap { $0.text("service") }).sorted()
        guard let period = UsageLimit.Period(rawValue: first.text("period") ?? "") else {
            return ["no period"]
        }
        // Services of two names have a limit each.
        let limits = names.map { name in
            UsageLimit(
                id: name,
                unit: .services,
                maximum: first.number("maximum") ?? 0,
                period: period
            )
        }
        let start = (first.text("year_start") ?? "").split(separator: "-").compactMap { Int($0) }
        let plan = BenefitPlan(
            from: "2000-01-01",
            period: start.count == 2
                ? .contractYear(month: start[0], day: start[1]) : .calendarYear,
            limits: limits,
            names.enumerated().map { Benefit(category($1), limits: [$0]) }
        )
        let used = first.number("used") ?? 0
        let course = Course(
            plan: plan,
            used: Accumulators(
                asOf: day(first.text("date") ?? ""),
                limits: Dictionary(
                    uniqueKeysWithValues: limits.map {
                        ($0.id, period == .rolling12Months ? .dates([]) : .used(used))
                    }
                )
            ),
            visits: rows.map { row in
                let line = PricedLine(
                    category(row.text("service") ?? ""),
                    charge: 100_00,
                    allowed: 100_00
                )
                return PlannedVisit(row.text("date") ?? "", [line])
            }
        )
        let lines = try Episode(course: course).adjudicated().visits.flatMap(\.lines)
        return zip(lines, rows).compactMap { line, row in
            let isCovered = line.denial == nil ? "true" : "false"
            return isCovered == row.text("expect_covered")
                ? nil : "\(row.text("date") ?? ""): covered \(isCovered)"
        }
    }

    /// What was applied in 2025, as visits of the course and as figures that a request states.
    private static let carryovers = of("deductible-carryover") { rows in
        guard let row = rows.first, let whole = row.money("deductible") else { return ["no rows"] }
        let months = (row.text("carryover_months") ?? "").split(separator: ";").map { "\($0)" }
        precondition(["10;11;12"] == [months.joined(separator: ";")], "other months")
        let plan = BenefitPlan(
            deductible: Deductible(
                individual: whole,
                carryover: Deductible.Carryover(
                    months: months.count,
                    onlyIfNotMet: row.text("only_if_not_met") == "true"
                )
            ),
            [Benefit()]
        )
        let applied = row.pairs("applied_by_month").map { (Int($0.name) ?? 0, dollars($0.value)) }
        var asVisits = Adjudicator(
            plan: plan,
            network: .inNetwork,
            accumulators: CarryoverTests.used(asOf: "2025-01-01", met: 0, months: [:])
        )
        for (month, amount) in applied {
            let date = try #require(CalendarDate(year: 2025, month: month, day: 15))
            let line = PricedLine(charge: amount.cents, allowed: amount.cents)
            _ = try asVisits.adjudicate([line], on: date)
        }
        let asFigures = Adjudicator(
            plan: plan,
            network: .inNetwork,
            accumulators: CarryoverTests.used(
                asOf: "2025-12-31",
                met: applied.map(\.1).sum().cents,
                months: Dictionary(uniqueKeysWithValues: applied.map { ($0, $1.cents) })
            )
        )
        return [asVisits, asFigures].flatMap { adjudicator in
            let left = adjudicator.deductibleLeft(on: day("2026-01-01")) ?? .zero
            var differences: [String] = []
            if left != row.money("expect_next_year_left") { differences.append("left \(left)") }
            if whole - left != row.money("expect_carried") {
                differences.append("carried \(whole - left)")
            }
            return differences
        }
    }

    /// Members with a cost share each, one after another: first under their own maximum alone,
    /// then under the family's as well.
    private static let embedded = of("embedded-maximum") { rows in
        guard let row = rows.first else { return ["no rows"] }
        let costs = row.pairs("cost_sharing_by_member").map { dollars($0.value) }
        func shares(family: Money?) throws -> [Money] {
            let plan = BenefitPlan(
                maximum: OutOfPocketMaximum(
                    individual: row.money("individual_maximum"),
                    family: family
                ),
                [Benefit(patient: "1")]
            )
            var familyUsed = Money.zero
            return try costs.map { cost in
                let course = Course(
                    plan: plan,
                    used: .used(outOfPocket: 0, familyOutOfPocket: familyUsed.cents),
                    visits: [
                        PlannedVisit(
                            "2026-03-02",
                            [PricedLine(charge: cost.cents, allowed: cost.cents)]
                        )
                    ]
                )
                let share = try course.adjudicated().visits.flatMap(\.lines)
                    .map(\.amounts.patientPays).sum()
                familyUsed += share
                return share
            }
        }
        let alone = try shares(family: nil)
        let together = try shares(family: row.money("family_maximum"))
        let found: [(column: String, amount: Money)] = [
            ("expect_first_member", alone[0]),
            ("expect_plan_bears_for_first", costs[0] - alone[0]),
            ("expect_sum_of_members", alone.sum()), ("expect_family", together.sum()),
            ("expect_plan_bears_for_family", alone.sum() - together.sum()),
        ]
        return found.filter { $0.amount != row.money($0.column) }
            .map { "\($0.column): \($0.amount)" }
    }
}
