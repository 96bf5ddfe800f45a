import CareModel
import CarePatterns

extension PatternFiles {
    private enum RulesName: String, CaseIterable {
        case label, relativeChange, worsening, measures, goals, continueIf, furtherGainIf, otherwise
        case stopRules, atOneVisit
    }

    private enum WorseningName: String, CaseIterable {
        case points, source
    }

    private enum MeasureName: String, CaseIterable {
        case id, words, scale, minimalChange, regions, citations
    }

    private enum GoalName: String, CaseIterable {
        case id, words, regions, measure, exampleBefore, exampleAfter
    }

    /// Reads when a checkpoint is met, and when care stops.
    ///
    /// - Parameters:
    ///   - reader: The document.
    ///   - patterns: The patterns, each of whose checkpoints needs words.
    ///   - names: The names that it may mention.
    /// - Returns: The rules, or nothing where something is wrong.
    static func stopRules(
        _ reader: DocumentReader,
        patterns: [CarePattern],
        _ names: Names
    ) -> StopRules? {
        let here = reader.mark()
        var (ofContinuing, ofFurtherGain) = (here, here)
        var relativeChange: Double?
        var worsening: Double?
        var measures: [OutcomeMeasure] = []
        var goals: [Goal] = []
        var continueIf: [Statement] = []
        var furtherGainIf: [Statement] = []
        var otherwise: Statement?
        var rules: [Statement] = []
        var atOneVisit: [(id: String, mark: DocumentReader.Mark)] = []
        reader.object(RulesName.self, required: RulesName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .relativeChange: relativeChange = reader.sourced { reader.probability() }
            case .worsening: worsening = readWorsening(reader)
            case .measures:
                measures = reader.entries(1...100, of: "measures", by: \.id) {
                    measure(reader, names)
                }
            case .goals: goals = reader.entries(1...100, of: "goals", by: \.id) { goal(reader) }
            case .continueIf:
                ofContinuing = reader.mark()
                continueIf = statements(reader, names)
            case .furtherGainIf:
                ofFurtherGain = reader.mark()
                furtherGainIf = statements(reader, names)
            case .otherwise: otherwise = statement(reader, names)
            case .stopRules: rules = statements(reader, names)
            case .atOneVisit: atOneVisit = ids(reader)
            }
        }
        reader.end()
        checkAreKnown(atOneVisit, rules, reader)
        let furtherGain = patterns.filter { pattern in
            pattern.gates.contains { $0.question != .improvement }
        }
        checkEachHasWords(names.patterns, continueIf, ofContinuing, reader)
        checkEachHasWords(
            Set(furtherGain.map(\.id)),
            furtherGainIf,
            ofFurtherGain,
            reader
        )
        guard let relativeChange, let worsening, let otherwise,
            reader.findings.isEmpty
        else { return nil }
        return StopRules(
            relativeChange: relativeChange,
            worsening: worsening,
            measures: measures,
            goals: goals,
            continueIf: continueIf,
            furtherGainIf: furtherGainIf,
            otherwise: otherwise,
            rules: rules,
            namesAtOneVisit: Set(atOneVisit.map(\.id))
        )
    }

    private static func ids(
        _ reader: DocumentReader
    ) -> [(id: String, mark: DocumentReader.Mark)] {
        var ids: [(id: String, mark: DocumentReader.Mark)] = []
        reader.list(1...100, of: "stop rules") { _ in
            let mark = reader.mark()
            if let id = reader.id() { ids.append((id, mark)) }
        }
        return ids
    }

    /// Reports a name that is no stop rule's.
    private static func checkAreKnown(
        _ ids: [(id: String, mark: DocumentReader.Mark)],
        _ rules: [Statement],
        _ reader: DocumentReader
    ) {
        // Where a statement could not be read, that is what is wrong.
        guard reader.findings.isEmpty else { return }
        let known = rules.map(\.id)
        for (id, mark) in ids where !known.contains(id) {
            reader.report(
                mark,
                "is not one of stopRules. Write one of: \(known.joined(separator: ", "))"
            )
        }
    }

    /// Reports a pattern of whose checkpoint nothing is said, or two things.
    private static func checkEachHasWords(
        _ patterns: Set<String>,
        _ statements: [Statement],
        _ place: DocumentReader.Mark,
        _ reader: DocumentReader
    ) {
        // Where a statement could not be read, that is what is wrong.
        guard reader.findings.isEmpty else { return }
        for pattern in patterns.sorted() {
            let count = statements.count { $0.patterns.contains(pattern) }
            guard count != 1 else { continue }
            reader.report(
                place,
                count == 0
                    ? "says nothing of \"\(pattern)\", which has such a checkpoint. Write it among "
                        + "the patterns of one statement"
                    : "names \"\(pattern)\" in \(count) statements. Leave it in one"
            )
        }
    }

    private static func readWorsening(_ reader: DocumentReader) -> Double? {
        var points: Double?
        reader.object(WorseningName.self, required: WorseningName.allCases) { name in
            switch name {
            case .points: points = reader.decimal(in: 0...10, of: "points of pain")
            case .source: _ = reader.words()
            }
        }
        return points
    }

    private static func measure(_ reader: DocumentReader, _ names: Names) -> OutcomeMeasure? {
        let here = reader.mark()
        var id: String?
        var words: LocalizedWords?
        var scale: Double?
        var change: Double?
        var regions: Set<BodyRegion> = []
        var citations: [Citation] = []
        reader.object(
            MeasureName.self,
            required: [.id, .words, .regions, .citations]
        ) { name in
            switch name {
            case .id: id = reader.id()
            case .words: words = BillingRuleFiles.readWords(reader)
            case .scale: scale = reader.decimal(in: 1...1_000, of: "the highest score")
            case .minimalChange: change = reader.decimal(in: 0...1_000, of: "a change of score")
            case .regions: regions = reader.regions()
            case .citations: citations = cited(reader, names)
            }
        }
        if let change, let scale, change > scale {
            reader.report(
                here.child("minimalChange"),
                "is above the highest score \(scale). Write at most that"
            )
        }
        guard let id, let words else { return nil }
        return OutcomeMeasure(
            id: id,
            words: words,
            scale: scale,
            minimalChange: change,
            regions: regions,
            citations: citations
        )
    }

    private static func goal(_ reader: DocumentReader) -> Goal? {
        var id: String?
        var regions: Set<BodyRegion> = []
        var texts: [GoalName: LocalizedWords] = [:]
        reader.object(GoalName.self, required: GoalName.allCases) { name in
            switch name {
            case .id: id = reader.id()
            case .regions: regions = reader.regions()
            case .words, .measure, .exampleBefore, .exampleAfter:
                texts[name] = BillingRuleFiles.readWords(reader)
            }
        }
        guard let id, let words = texts[.words], let measure = texts[.measure],
            let before = texts[.exampleBefore], let after = texts[.exampleAfter]
        else { return nil }
        return Goal(
            id: id,
            words: words,
            regions: regions,
            measure: measure,
            exampleBefore: before,
            exampleAfter: after
        )
    }
}
