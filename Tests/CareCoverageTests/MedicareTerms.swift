import CareCoverage
import CareModel

/// A modifier that a test spells out.
func modifier(_ text: String) -> Modifier {
    guard let modifier = Modifier(text) else { preconditionFailure("no modifier: \(text)") }
    return modifier
}

extension MedicareRules {
    /// The law as `PriceTables/rules` states it.
    static let published = MedicareRules(
        nonParticipatingFraction: part("0.95"),
        limitingChargeFactor: part("1.0925"),
        modifiers: Modifiers(
            active: modifier("AT"),
            notice: modifier("GA"),
            withoutNotice: modifier("GZ"),
            excluded: modifier("GY"),
            voluntaryNotice: modifier("GX")
        ),
        payableDiagnoses: ["M99.0"],
        noticeMonths: 12,
        place: SourcePlace(file: "rules/medicare-part-b.json", pointer: "")
    )
}

extension CoverageFacts {
    /// A patient of Medicare; the clinic participates unless a test says otherwise.
    static func medicare(
        participates: Bool = true,
        assigned: Bool = true,
        qualified: Bool = false,
        signed: String? = nil,
        diagnoses: [String] = []
    ) -> CoverageFacts {
        CoverageFacts(
            diagnosis: diagnoses.first,
            furtherDiagnoses: Array(diagnoses.dropFirst()),
            medicare: MedicareStanding(
                rules: .published,
                isParticipating: participates,
                isAssigned: assigned,
                isQualifiedBeneficiary: qualified,
                noticeSignedOn: signed.map(day)
            )
        )
    }

    /// The same facts with a notice of another day, or none.
    func with(noticeSignedOn signed: CalendarDate?) -> CoverageFacts {
        CoverageFacts(
            authorization: authorization,
            referral: referral,
            memberSince: memberSince,
            diagnosis: diagnosis,
            furtherDiagnoses: furtherDiagnoses,
            medicare: medicare.map {
                MedicareStanding(
                    rules: $0.rules,
                    isParticipating: $0.isParticipating,
                    isAssigned: $0.isAssigned,
                    isQualifiedBeneficiary: $0.isQualifiedBeneficiary,
                    noticeSignedOn: signed
                )
            }
        )
    }
}

extension YearlyAmounts {
    /// The Part B deductibles that are published: 257.00 in 2025 and 283.00 in 2026.
    static let published = YearlyAmounts(cents: [2025: 257_00, 2026: 283_00])

    init(cents: [Int: Int]) {
        self.init(
            values: DatedValue(
                entries: cents.map { year, amount in
                    DatedValue.Entry(
                        from: day("\(year)-01-01"),
                        value: amount.cents,
                        source: "Federal Register"
                    )
                }
            ),
            file: "parameters/medicare-part-b-deductible.json"
        )
    }
}

extension BenefitPlan {
    /// Medicare Part B for a chiropractor: adjustments at 20 percent, and beside them the office
    /// visit of another doctor; an image and a therapy are excluded.
    static func partB(deductibles: YearlyAmounts = .published) -> BenefitPlan {
        BenefitPlan(
            type: .medicarePartB,
            deductible: Deductible(individual: nil, individualByYear: deductibles),
            [
                Benefit(), Benefit(.officeVisit),
                Benefit(.xray, coverage: .excluded),
                Benefit(.physicalMedicine, coverage: .excluded),
            ]
        )
    }

    /// A Medigap plan as `PriceTables/rules` states its letter.
    static func medigap(
        _ letter: MedigapCover.Letter,
        from: String = "2020-01-01",
        through: String? = nil
    ) -> BenefitPlan {
        BenefitPlan(
            type: .other,
            from: from,
            through: through,
            coordination: .medigap,
            medigap: MedigapCover(
                letter: letter,
                coversDeductible: letter == .f,
                officeVisitCopay: letter == .n ? 20_00.cents : .zero,
                officeVisitCategory: .officeVisit,
                place: SourcePlace(file: "rules/medigap.json", pointer: "")
            ),
            []
        )
    }
}
