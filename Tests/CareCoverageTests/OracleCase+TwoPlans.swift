import CareCoverage
import CareModel

extension OracleCase {
    /// A first plan that makes exactly the published allowed amount, payment and write-off, and a
    /// second one that is coordinated with it.
    static let twoPlans = of("two-plans") { rows in
        guard let row = rows.first, let pairing = pairing(row) else { return ["no rows"] }
        let line = try pairing.adjudicated().visits.flatMap(\.lines).first
        guard let line else { return ["no line"] }
        let amounts = line.amounts
        let found: [(column: String, amount: Money)] = [
            ("expect_first_pays", amounts.planPays),
            ("expect_first_write_off", amounts.writeOff - amounts.secondWriteOff),
            ("expect_second_pays", amounts.secondaryPays),
            ("expect_second_write_off", amounts.secondWriteOff),
            ("expect_patient_pays", amounts.patientPays),
        ]
        let differences = found.filter { $0.amount != row.money($0.column) ?? $0.amount }
            .map { "\($0.column): \($0.amount)" }
        return differences + line.flaws + (row.money("expect_second_pays") == nil ? ["empty"] : [])
    }

    private static func pairing(_ row: OracleTable.Row) -> Pairing? {
        guard let charge = row.money("billed"), let allowed = row.money("first_allowed"),
            let secondAllowed = row.money("second_allowed")
        else { return nil }
        // A first plan of which the source gives only the payment pays that amount.
        let first = BenefitPlan(
            deductible: row.money("first_deductible").map { Deductible(individual: $0) },
            [
                Benefit(
                    patient: row.text("first_patient") ?? "0",
                    planPaysFixed: row.money("first_pays")?.cents
                )
            ]
        )
        return Pairing(
            first: Episode(
                course: Course(
                    plan: first,
                    network: row.text("first_network") == "out" ? .outOfNetwork : .inNetwork,
                    used: .used(deductible: 0),
                    visits: [
                        PlannedVisit(
                            "2026-03-02",
                            [
                                PricedLine(
                                    charge: charge.cents,
                                    allowed: allowed.cents,
                                    secondAllowed: secondAllowed.cents
                                )
                            ]
                        )
                    ]
                )
            ),
            second: second(row)
        )
    }

    private static func second(_ row: OracleTable.Row) -> SecondPlan? {
        guard let name = row.text("rule") else { return nil }
        if name == "medicare" {
            return SecondPlan(.partB(), used: .used(deductible: 283_00), facts: .medicare())
        }
        guard let rule = CoordinationRule(rawValue: name) else { return nil }
        return SecondPlan(
            BenefitPlan(
                type: rule == .medicaid ? .medicaid : .preferredProvider,
                deductible: row.money("second_deductible").map { Deductible(individual: $0) },
                coordination: rule,
                [Benefit(patient: row.text("second_patient") ?? "")]
            )
        )
    }
}
