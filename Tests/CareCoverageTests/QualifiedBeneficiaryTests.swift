import CareCoverage
import CareModel
import Testing

@Suite("A qualified Medicare beneficiary")
struct QualifiedBeneficiaryTests {
    /// Medicaid pays shares up to its own rate, by 42 USC 1396a(n); the rest is forgiven.
    @Test(
        "leaves shares to Medicaid before they are forgiven",
        arguments: [
            MedicaidCase("its rate is above what Medicare paid", rate: 36_00, pays: 4_00),
            MedicaidCase("its rate is below what Medicare paid", rate: 20_00, pays: 0),
            MedicaidCase("its rate is above what Medicare allows", rate: 50_00, pays: 8_00),
            MedicaidCase("it does not cover the service", rate: nil, pays: 0),
        ]
    )
    func medicaid(_ state: MedicaidCase) throws {
        let line = try adjudicated(
            by: PlanPair(first: medicare(), second: medicaid(covers: state.rate != nil)),
            secondAllows: state.rate ?? 85_00
        )

        // 80 % of 40.00 is 32.00, and 8.00 is the patient's share.
        #expect(line.planPays == 32_00.cents)
        #expect(line.secondaryPays == state.pays.cents)
        #expect(line.patientPays == .zero)
        #expect(line.writeOff == (85_00 - 32_00 - state.pays).cents)
        #expect(line.isBalanced)
    }

    /// The employer's plan pays first, and what Medicare leaves of its own cover is forgiven.
    ///
    /// 60 % of 50.00 is 30.00. Medicare alone would pay 32.00, and 50.00 - 30.00 = 20.00 is the lowest.
    /// With a deductible of 30.00 the employer's plan pays 12.00, and the 32.00 are the lowest.
    @Test("owes nothing for what Medicare covers after another plan", arguments: [0, 30])
    func medicareSecond(_ deductible: Int) throws {
        let employer = BenefitPlan(
            deductible: Deductible(individual: (deductible * 100).cents),
            [Benefit(patient: "0.40")]
        )
        let pair = PlanPair(
            first: Adjudicator(
                plan: employer,
                network: .inNetwork,
                accumulators: Accumulators(asOf: day("2026-11-25"))
            ),
            second: medicare()
        )
        let line = try adjudicated(by: pair, allowed: 50_00, secondAllows: 40_00)

        #expect(line.patientPays == .zero)
        #expect(line.secondaryPays == (deductible == 0 ? 20_00 : 32_00).cents)
        #expect(line.isBalanced)
    }

    private func adjudicated(
        by pair: PlanPair,
        allowed: Int = 40_00,
        secondAllows: Int
    ) throws -> LineAmounts {
        var pair = pair
        let visit = try pair.adjudicate(
            [PricedLine(charge: 85_00, allowed: allowed, selfPay: 65_00)],
            [PricedLine(charge: 85_00, allowed: secondAllows, selfPay: 65_00)],
            on: day("2026-11-30")
        )
        return try #require(visit.lines.first).amounts
    }

    private func medicare() -> Adjudicator {
        let place = SourcePlace(file: "rules/medicare-part-b.json", pointer: "")
        let modifiers = ["AT", "GA", "GZ", "GY", "GX"].compactMap(Modifier.init)
        let rules = MedicareRules(
            nonParticipatingFraction: part("0.95"),
            limitingChargeFactor: part("1"),
            modifiers: MedicareRules.Modifiers(
                active: modifiers[0],
                notice: modifiers[1],
                withoutNotice: modifiers[2],
                excluded: modifiers[3],
                voluntaryNotice: modifiers[4]
            ),
            payableDiagnoses: ["M99.0"],
            noticeMonths: 12,
            place: place
        )
        return Adjudicator(
            plan: plan(.medicarePartB, [Benefit(patient: "0.20")]),
            network: .inNetwork,
            accumulators: Accumulators(asOf: day("2026-11-25")),
            facts: CoverageFacts(
                medicare: MedicareStanding(rules: rules, isQualifiedBeneficiary: true)
            )
        )
    }

    private func medicaid(covers: Bool) -> Adjudicator {
        Adjudicator(
            plan: plan(
                .medicaid,
                [Benefit(coverage: covers ? .covered : .notCovered, patient: "0")],
                coordination: .medicaid
            ),
            network: .inNetwork,
            accumulators: Accumulators(asOf: day("2026-11-25"))
        )
    }

    private func plan(
        _ type: PlanType,
        _ benefits: [Benefit],
        coordination: CoordinationRule = .standard
    ) -> BenefitPlan {
        BenefitPlan(
            id: type.rawValue,
            payerName: "Public",
            planName: "Test plan",
            type: type,
            effectiveFrom: day("2024-01-01"),
            benefits: benefits,
            coordination: coordination,
            place: SourcePlace(file: "plans/public.json", pointer: "")
        )
    }
}

/// What Medicaid allows for an adjustment of which Medicare allows 40.00, and what it pays.
struct MedicaidCase: CustomTestStringConvertible {
    let testDescription: String
    /// What it allows; nothing where it does not cover the service.
    let rate: Int?
    let pays: Int

    init(_ description: String, rate: Int?, pays: Int) {
        testDescription = description
        self.rate = rate
        self.pays = pays
    }
}
