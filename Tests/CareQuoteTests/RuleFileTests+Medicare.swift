import CareQuote
import PriceTableFiles
import TestSupport
import Testing

extension RuleEffect {
    /// An adjustment without a notice for maintenance is the clinic's loss, with one the patient's
    /// charge; and a diagnosis that is no subluxation is paid where the rule says so.
    func medicarePartB() throws {
        var files = PriceTables(root: Repository.tables)
        let law = try files.medicareRules()
        #expect(law.noticeMonths == 12)
        #expect(law.payableDiagnoses == ["M99.0"])

        func denial(_ diagnoses: [String], on diagnosis: String) throws -> Denial? {
            let rules = MedicareRules(
                nonParticipatingFraction: law.nonParticipatingFraction,
                limitingChargeFactor: law.limitingChargeFactor,
                modifiers: law.modifiers,
                payableDiagnoses: diagnoses,
                noticeMonths: law.noticeMonths,
                place: law.place
            )
            return try adjudicated(with: rules, diagnosis: diagnosis).denial
        }
        #expect(try denial(law.payableDiagnoses, on: "M99.03") == nil)
        #expect(try denial(law.payableDiagnoses, on: "M54.50") == .diagnosisNotPayable)
        #expect(try denial(["M54"], on: "M54.50") == nil)
        #expect(
            try adjudicated(with: law, diagnosis: nil).priced.line.modifiers
                == [.spelled("AT")]
        )
    }

    /// Letter F covers the deductible, and only N leaves a copay.
    func medigap() throws {
        var files = PriceTables(root: Repository.tables)
        let letters = try files.planParameters().medigap

        #expect(letters.map(\.letter) == [.f, .g, .n])
        #expect(letters.map(\.coversDeductible) == [true, false, false])
        #expect(letters.map(\.officeVisitCopay) == [.zero, .zero, Money(cents: 20_00)])
    }

    private func adjudicated(
        with rules: MedicareRules,
        diagnosis: String?
    ) throws -> AdjudicatedLine {
        let line = try tables.line("adjust-spine-3-4")
        let place = SourcePlace(file: "plan.json", pointer: "")
        let plan = BenefitPlan(
            id: "part-b",
            payerName: "Medicare",
            planName: "Part B",
            type: .medicarePartB,
            effectiveFrom: .spelled("2020-01-01"),
            benefits: [
                Benefit(
                    selector: .codes([try #require(line.code)]),
                    sharing: .coinsurance(Percentage(billionths: 200_000_000)),
                    place: place
                )
            ],
            place: place
        )
        var adjudicator = Adjudicator(
            plan: plan,
            network: .inNetwork,
            accumulators: Accumulators(asOf: .spelled("2026-01-01")),
            facts: CoverageFacts(
                diagnosis: diagnosis,
                medicare: MedicareStanding(rules: rules)
            )
        )
        let price = UnitPrice(amount: Money(cents: 40_00), source: place)
        let visit = try adjudicator.adjudicate(
            [PricedLine(line: line, charge: price, allowed: price)],
            on: .spelled("2026-06-01")
        )
        return try #require(visit.lines.first)
    }
}
