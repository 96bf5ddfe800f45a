import CareCoverage
import CareModel

/// Claims that were published with their figures: a plan, the lines in order, and what becomes of
/// them.
struct OracleClaims {
    let plan: BenefitPlan
    let network: Network
    let used: Accumulators
    let lines: [PricedLine]
    private let rows: [OracleTable.Row]

    init?(_ rows: [OracleTable.Row]) {
        guard let first = rows.first else { return nil }
        self.rows = rows
        network = first.text("network") == "out" ? .outOfNetwork : .inNetwork
        lines = rows.map(Self.line)
        let limits = Self.limits(first)
        plan = BenefitPlan(
            deductible: Self.deductible(first),
            maximum: first.money("maximum").map { OutOfPocketMaximum(individual: $0) },
            limits: limits,
            Self.benefits(first, limits: limits) + Self.excluded(rows)
        )
        used = Accumulators(
            asOf: day("2026-01-01"),
            deductible: Accumulators.Tier(
                individual: first.money("deductible_met") ?? .zero,
                family: first.money("family_deductible_met") ?? .zero
            ),
            deductibleByCategory: Dictionary(
                uniqueKeysWithValues: first.pairs("category_deductibles").map {
                    (category($0.name), Money.zero)
                }
            ),
            outOfPocket: Accumulators.Tier(individual: first.money("maximum_met") ?? .zero),
            limits: Dictionary(
                uniqueKeysWithValues: limits.map { limit in
                    let use = first.number("services_used") ?? 0
                    return (limit.id, limit.unit == .dollars ? .amount(.zero) : .used(use))
                }
            )
        )
    }

    /// What differs from the published figures: with all lines in one visit, and with each on a
    /// date of its own, for a source seldom says which.
    func differences() throws -> [String] {
        let together = [PlannedVisit("2026-03-02", lines)]
        let apart = lines.enumerated().map { number, line in
            PlannedVisit(
                date: day("2026-03-02").adding(days: number),
                careType: .active,
                lines: [line]
            )
        }
        return try [together, apart].flatMap { visits in
            let course = Course(plan: plan, network: network, used: used, visits: visits)
            let found = try Episode(course: course).adjudicated().visits.flatMap(\.lines)
            guard found.count == rows.count else { return ["\(found.count) lines"] }
            return zip(found, rows).flatMap { Self.differences($0, $1) }
        }
    }

    private static func differences(
        _ line: AdjudicatedLine,
        _ row: OracleTable.Row
    ) -> [String] {
        let parts: [(String, LinePart)] = [
            ("deductible", .deductible), ("coinsurance", .coinsurance),
            ("plan_pays", .planPays), ("patient_pays", .patientPays),
            ("write_off", .writeOff), ("balance_bill", .balanceBill),
        ]
        let published = parts.compactMap { name, part in
            row.money("expect_\(name)").map { (part, $0) }
        }
        var differences = published.filter { line.amounts[$0.0] != $0.1 }.map { part, amount in
            "line \(row.text("line") ?? ""): \(part) \(line.amounts[part]), published \(amount)"
        }
        if published.isEmpty { differences.append("nothing is published") }
        return differences + line.flaws
    }
}

// MARK: From the columns to the plan's terms

extension OracleClaims {
    private static func line(_ row: OracleTable.Row) -> PricedLine {
        let charge = row.money("billed")?.cents ?? 0
        return PricedLine(
            lineCategory(row),
            units: row.number("units") ?? 1,
            charge: charge,
            // A source that prints one price means that the plan allows it.
            allowed: row.money("allowed")?.cents ?? charge
        )
    }

    /// An excluded service is one of its own.
    private static func lineCategory(_ row: OracleTable.Row) -> ServiceCategory {
        category(row.text("coverage") ?? row.text("category") ?? "default")
    }

    private static func excluded(_ rows: [OracleTable.Row]) -> [Benefit] {
        rows.contains { $0.text("coverage") == "excluded" }
            ? [Benefit(category("excluded"), coverage: .excluded)] : []
    }

    private static func deductible(_ row: OracleTable.Row) -> Deductible? {
        guard let individual = row.money("deductible") else { return nil }
        let isAggregate = row.text("family_type") == "aggregate"
        return Deductible(
            individual: individual,
            family: row.money("family_deductible"),
            familyType: isAggregate ? .aggregate : .embedded,
            hasFamilyCoverage: isAggregate,
            byCategory: Dictionary(
                uniqueKeysWithValues: row.pairs("category_deductibles").map {
                    (category($0.name), dollars($0.value))
                }
            )
        )
    }

    /// The yearly limits; a category's own takes the place of the general ones.
    private static func limits(_ row: OracleTable.Row) -> [UsageLimit] {
        var limits: [UsageLimit] = []
        func addDollars(_ id: String, _ maximum: Money?) {
            guard let maximum else { return }
            limits.append(UsageLimit(id: id, unit: .dollars, maximum: maximum.cents))
        }
        addDollars("individual", row.money("plan_paid_max"))
        addDollars("family", row.money("family_plan_paid_max"))
        if let most = row.number("services_max") {
            limits.append(UsageLimit(id: "services", unit: .services, maximum: most))
        }
        for (name, value) in row.pairs("category_plan_paid_max") {
            addDollars(name, dollars(value))
        }
        return limits
    }

    /// A row for each category that has a coinsurance; without one nothing is covered.
    private static func benefits(_ row: OracleTable.Row, limits: [UsageLimit]) -> [Benefit] {
        let ofCategories = Set(row.pairs("category_plan_paid_max").map(\.name))
        let copay = row.money("copay").map { amount in
            Copay(
                amount: amount,
                deductible: row.text("copay_order") == "after-deductible" ? .after : .notSubject
            )
        }
        let endsWriteOff = row.text("write_off_after") == "zero"
        return row.pairs("coinsurance").map { name, fraction in
            let own = limits.indices.filter { index in
                ofCategories.contains(name)
                    ? limits[index].id == name : !ofCategories.contains(limits[index].id)
            }
            return Benefit(
                category(name),
                copay: copay,
                patient: fraction,
                planPaysFixed: row.money("plan_pays_fixed")?.cents,
                limits: own,
                afterExhaustion: endsWriteOff ? .billed : nil
            ).with { if endsWriteOff { $0.exhaustedWriteOff = .zero } }
        }
    }
}
