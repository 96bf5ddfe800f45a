package import CareCoverage
package import CareModel

/// Reads what the law says of Medicare Part B and Medigap from `rules/`.
package enum MedicareRuleFiles: Sendable {
    package static let partBPath = "rules/medicare-part-b.json"
    package static let medigapPath = "rules/medigap.json"

    /// How Medicare Part B pays a chiropractor.
    package struct PartB: Hashable, Sendable {
        package let manipulationCodes: Set<ProcedureCode>
        package let payableDiagnoses: [String]
        package let modifiers: MedicareRules.Modifiers
        package let noticeMonths: Int
    }

    private enum PartBName: String, CaseIterable {
        case label, manipulationCodes, payableDiagnoses, activeModifier, noticeModifier
        case withoutNoticeModifier, excludedModifier, voluntaryNoticeModifier, noticeMonths, source
    }

    /// Reads how Medicare Part B pays a chiropractor.
    package static func partB(_ reader: DocumentReader) -> PartB? {
        var codes: Set<ProcedureCode> = []
        var diagnoses: [String] = []
        var modifiers: [PartBName: Modifier] = [:]
        var noticeMonths: Int?
        reader.object(PartBName.self, required: PartBName.allCases) { name in
            switch name {
            case .label, .source: _ = reader.words()
            case .manipulationCodes:
                reader.list(1...50, of: "codes") { _ in
                    let code = reader.parsed(as: "a procedure code", ProcedureCode.init)
                    if let code { codes.insert(code) }
                }
            case .payableDiagnoses:
                reader.list(1...500, of: "beginnings of codes") { _ in
                    let what = "the beginning of an ICD-10-CM code, such as \"M99.0\""
                    let beginning = reader.parsed(as: what) { $0.isDiagnosisBeginning ? $0 : nil }
                    if let beginning { diagnoses.append(beginning) }
                }
            case .activeModifier, .noticeModifier, .withoutNoticeModifier, .excludedModifier,
                .voluntaryNoticeModifier:
                modifiers[name] = reader.parsed(as: "a modifier, such as \"AT\"", Modifier.init)
            case .noticeMonths: noticeMonths = reader.integer(in: 1...120, of: "months")
            }
        }
        reader.end()
        guard let active = modifiers[.activeModifier], let notice = modifiers[.noticeModifier],
            let withoutNotice = modifiers[.withoutNoticeModifier],
            let excluded = modifiers[.excludedModifier],
            let voluntary = modifiers[.voluntaryNoticeModifier], let noticeMonths,
            reader.findings.isEmpty
        else { return nil }
        return PartB(
            manipulationCodes: codes,
            payableDiagnoses: diagnoses,
            modifiers: MedicareRules.Modifiers(
                active: active,
                notice: notice,
                withoutNotice: withoutNotice,
                excluded: excluded,
                voluntaryNotice: voluntary
            ),
            noticeMonths: noticeMonths
        )
    }

    private enum MedigapName: String, CaseIterable {
        case label, officeVisitCategory, letters, source
    }

    private enum LetterName: String, CaseIterable {
        case letter, partBDeductible, officeVisitCopay
    }

    private struct LetterTerms {
        let letter: MedigapCover.Letter
        let coversDeductible: Bool
        let copay: Money
    }

    /// Reads what each Medigap letter covers.
    package static func medigap(_ reader: DocumentReader) -> [MedigapCover]? {
        var category: ServiceCategory?
        var terms: [LetterTerms] = []
        reader.object(MedigapName.self, required: MedigapName.allCases) { name in
            switch name {
            case .label, .source: _ = reader.words()
            case .officeVisitCategory:
                category = reader.parsed(as: "a category", ServiceCategory.init)
            case .letters:
                reader.list(1...20, of: "letters") { _ in
                    let here = reader.mark()
                    guard let one = letter(reader) else { return }
                    if terms.contains(where: { $0.letter == one.letter }) {
                        reader.report(
                            here.child("letter"),
                            "stands here twice. Give each letter one entry"
                        )
                    }
                    terms.append(one)
                }
            }
        }
        reader.end()
        guard let category, reader.findings.isEmpty else { return nil }
        return terms.enumerated().map { index, one in
            MedigapCover(
                letter: one.letter,
                coversDeductible: one.coversDeductible,
                officeVisitCopay: one.copay,
                officeVisitCategory: category,
                place: SourcePlace(file: medigapPath, pointer: "/letters/\(index)")
            )
        }
    }

    private static func letter(_ reader: DocumentReader) -> LetterTerms? {
        var letter: MedigapCover.Letter?
        var coversDeductible: Bool?
        var copay: Money?
        reader.object(LetterName.self, required: LetterName.allCases) { name in
            switch name {
            case .letter: letter = reader.choice(MedigapCover.Letter.self)
            case .partBDeductible: coversDeductible = reader.boolean()
            case .officeVisitCopay: copay = reader.money()
            }
        }
        guard let letter, let coversDeductible, let copay else { return nil }
        return LetterTerms(letter: letter, coversDeductible: coversDeductible, copay: copay)
    }
}
