import CareModel
import CarePatterns

extension PatternFiles {
    private enum FactorsName: String, CaseIterable {
        case label, factors
    }

    private enum FactorName: String, CaseIterable {
        case id, words, delta, deltaLegPain, grade, extraWidth, patterns, source
    }

    /// Reads what is known of patients that bears on the result.
    static func factors(_ reader: DocumentReader, _ names: Names) -> [PrognosticFactor]? {
        var factors: [PrognosticFactor] = []
        reader.object(FactorsName.self, required: FactorsName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .factors:
                factors = reader.entries(1...500, of: "factors", by: \.id) {
                    factor(reader, names)
                }
            }
        }
        reader.end()
        return reader.findings.isEmpty ? factors : nil
    }

    private static func factor(_ reader: DocumentReader, _ names: Names) -> PrognosticFactor? {
        var id: String?
        var words: LocalizedWords?
        var delta: Double?
        var deltaLegPain: Double?
        var grade: EvidenceGrade?
        var extraWidth: Double?
        var patterns: Set<String>?
        var source: String?
        reader.object(
            FactorName.self,
            required: [.id, .words, .delta, .grade, .source]
        ) { name in
            switch name {
            case .id: id = reader.id()
            case .words: words = BillingRuleFiles.readWords(reader)
            case .delta: delta = reader.decimal(in: -5...5, of: "a shift of the odds")
            case .deltaLegPain:
                deltaLegPain = reader.decimal(in: -5...5, of: "a shift of the odds")
            case .grade: grade = reader.choice(EvidenceGrade.self)
            case .extraWidth: extraWidth = reader.probability()
            case .patterns:
                patterns = Set(reader.references(to: aPattern, known: names.patterns))
            case .source: source = reader.words()
            }
        }
        guard let id, let words, let delta, let grade, let source else { return nil }
        return PrognosticFactor(
            id: id,
            words: words,
            delta: delta,
            deltaLegPain: deltaLegPain,
            grade: grade,
            extraWidth: extraWidth,
            patterns: patterns,
            source: source
        )
    }

    private enum UpdatesName: String, CaseIterable {
        case label, tests, gate
    }

    private enum TestName: String, CaseIterable {
        case id, words, sensitivity, falsePositive, earliestVisit, patterns, source
    }

    private enum GateTestName: String, CaseIterable {
        case id, words, source
    }

    /// Reads what answers in the course of care say.
    static func updates(
        _ reader: DocumentReader,
        _ names: Names
    ) -> (tests: [ResponseTest], gate: GateTest)? {
        let here = reader.mark()
        var tests: [ResponseTest] = []
        var gate: GateTest?
        reader.object(UpdatesName.self, required: UpdatesName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .tests:
                tests = reader.entries(1...100, of: "tests", by: \.id) { test(reader, names) }
            case .gate: gate = gateTest(reader)
            }
        }
        reader.end()
        if tests.contains(where: { $0.id == gate?.id }) {
            reader.report(
                here.child(path: "gate/id"),
                "is the name of a test too. Give the gate a name of its own"
            )
        }
        guard let gate, reader.findings.isEmpty else { return nil }
        return (tests, gate)
    }

    private static func gateTest(_ reader: DocumentReader) -> GateTest? {
        var id: String?
        var words: LocalizedWords?
        var source: String?
        reader.object(GateTestName.self, required: GateTestName.allCases) { name in
            switch name {
            case .id: id = reader.id()
            case .words: words = BillingRuleFiles.readWords(reader)
            case .source: source = reader.words()
            }
        }
        guard let id, let words, let source else { return nil }
        return GateTest(id: id, words: words, source: source)
    }

    private static func test(_ reader: DocumentReader, _ names: Names) -> ResponseTest? {
        let here = reader.mark()
        var id: String?
        var words: LocalizedWords?
        var sensitivity: Double?
        var falsePositive: Double?
        var earliestVisit: Int?
        var patterns: [String] = []
        var source: String?
        reader.object(TestName.self, required: TestName.allCases) { name in
            switch name {
            case .id: id = reader.id()
            case .words: words = BillingRuleFiles.readWords(reader)
            case .sensitivity: sensitivity = reader.probability()
            case .falsePositive: falsePositive = reader.probability()
            case .earliestVisit: earliestVisit = reader.integer(in: 1...99, of: "a visit")
            case .patterns: patterns = reader.references(to: aPattern, known: names.patterns)
            case .source: source = reader.words()
            }
        }
        guard let id, let words, let sensitivity, let falsePositive, let earliestVisit,
            let source
        else { return nil }
        if sensitivity < falsePositive {
            reader.report(
                here.child("sensitivity"),
                "is below falsePositive \(falsePositive), so that an improvement would be a bad "
                    + "sign. Check both"
            )
        }
        return ResponseTest(
            id: id,
            words: words,
            sensitivity: sensitivity,
            falsePositive: falsePositive,
            earliestVisit: earliestVisit,
            patterns: Set(patterns),
            source: source
        )
    }
}
