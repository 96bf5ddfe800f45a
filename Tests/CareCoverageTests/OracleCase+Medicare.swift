import CareCoverage
import CareModel

extension OracleCase {
    static let medicare = fees + modifiers + medicareRules

    /// What Medicare approves of a fee for a clinic that does not participate, and what such a
    /// clinic may charge.
    ///
    /// The formula's source prints figures that are not rounded; an adjudicated line has cents, and
    /// lies within half a cent of them. The table of KMC University is rounded by its own rule, and
    /// asks for a quarter of a dollar; ``MedicareFeeTests`` shows the one figure that is further.
    static let fees = of("medicare-fees") { rows in
        try rows.flatMap { try differences(ofFee: $0) }
    }

    static func differences(ofFee row: OracleTable.Row) throws -> [String] {
        guard let fee = row.money("participating") else { return ["no fee"] }
        func line(assigned: Bool) throws -> LineAmounts {
            // The charge is far above every limit.
            let visit = PlannedVisit("2026-03-02", [PricedLine(charge: 500_00, allowed: fee.cents)])
            let course = Course(
                plan: .partB(),
                used: .used(deductible: 283_00),
                visits: [visit]
            )
            let facts = CoverageFacts.medicare(participates: false, assigned: assigned)
            let lines = try Episode(course: course, facts: facts).adjudicated().visits
                .flatMap(\.lines)
            return lines.first?.amounts ?? LineAmounts()
        }
        let found = [
            ("non_participating", try line(assigned: true).allowed),
            ("limiting_charge", try line(assigned: false).collected),
        ]
        return found.compactMap { column, amount in
            guard let published = millionths(row, column),
                let tolerance = millionths(row, "tolerance")
            else { return "no \(column)" }
            let isNear = abs(amount.cents * 10_000 - published) <= tolerance
            return isNear ? nil : "\(row.text("service") ?? ""), \(column): \(amount)"
        }
    }

    private static func millionths(_ row: OracleTable.Row, _ column: String) -> Int? {
        row.text(column).flatMap { DecimalDigits($0, decimals: 6) }.map { Int($0.scaled) }
    }

    /// The modifiers that a claim carries, and whether the patient owes the charge.
    private static let modifiers = of("medicare-modifiers") { rows in
        try rows.flatMap { row in
            let situation = row.text("situation") ?? ""
            let isAdjustment = row.text("code")?.hasPrefix("9894") == true
            // The modifier 25 is that of an examination on the day of an adjustment.
            let line = PricedLine(
                isAdjustment ? .chiropractic : .physicalMedicine,
                code: row.text("code").map(code),
                charge: 60_00,
                allowed: 40_00
            ).carrying(
                row.text("expect_modifiers")?.hasPrefix("25") == true ? [modifier("25")] : []
            )
            let isSigned = situation.contains("ABN") && !situation.contains("no ABN")
            let course = Course(
                plan: .partB(),
                used: .used(deductible: 270_00),
                visits: [
                    PlannedVisit(
                        "2026-03-02",
                        careType: situation.contains("maintenance") ? .maintenance : .active,
                        [line]
                    )
                ]
            )
            let facts = CoverageFacts.medicare(signed: isSigned ? "2026-03-02" : nil)
            let lines = try Episode(course: course, facts: facts).adjudicated().visits
                .flatMap(\.lines)
            // 13.00 of the deductible are left, and a fifth of 27.00 is 5.40.
            let owed = row.text("expect_patient_liable") == "charge" ? 60_00 : 18_40
            let carried = lines.flatMap(\.priced.line.modifiers).map(\.description)
            let isMet =
                carried.joined(separator: " ") == row.text("expect_modifiers")
                && lines.map(\.amounts.patientPays) == [owed.cents]
            return isMet ? [] : ["\(situation): \(carried), \(lines.map(\.amounts.patientPays))"]
        }
    }

    private static let medicareRules = [
        // A qualified beneficiary of whose deductible 13.00 are left owes nothing, not even at a
        // clinic that would not take assignment: what Medicare approves is 95 percent of 40.00.
        worked(
            "QMB-0",
            WorkedEpisode(
                "a qualified beneficiary",
                .partB(),
                used: .used(deductible: 270_00),
                facts: .medicare(participates: false, assigned: false, qualified: true),
                [PricedLine(charge: 60_00, allowed: 40_00)],
                expect: [Split(writeOff: 40_00, plan: 20_00)]
            )
        ),
        // Signed on February 1, 2026: the notice holds on January 31, 2027 and no more on the next
        // day; and an adjustment that Medicare covers ends it.
        worked(
            "ABN-12M",
            WorkedEpisode(
                "twelve months",
                .partB(deductibles: YearlyAmounts(cents: [2026: 0, 2027: 0])),
                facts: .medicare(signed: "2026-02-01"),
                visits: ["2026-02-01", "2027-01-31", "2027-02-01"].map {
                    PlannedVisit($0, careType: .maintenance, [line])
                },
                expect: [
                    Split(notCovered: 100_00), Split(notCovered: 100_00), Split(writeOff: 100_00),
                ]
            ),
            WorkedEpisode(
                "a covered adjustment",
                .partB(deductibles: YearlyAmounts(cents: [2026: 0])),
                facts: .medicare(signed: "2026-02-01"),
                visits: [
                    PlannedVisit("2026-02-09", careType: .maintenance, [line]),
                    PlannedVisit("2026-02-16", [line]),
                    PlannedVisit("2026-02-23", careType: .maintenance, [line]),
                ],
                expect: [
                    Split(notCovered: 100_00), Split(coinsurance: 20_00, plan: 80_00),
                    Split(writeOff: 100_00),
                ]
            )
        ),
    ]
}

extension PricedLine {
    /// The line with modifiers that the request leaves open, such as one of a same-day edit.
    fileprivate func carrying(_ modifiers: [Modifier]) -> PricedLine {
        with(line.adding(modifiers))
    }
}
