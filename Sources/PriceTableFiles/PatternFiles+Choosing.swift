import CareModel
import CarePatterns

extension PatternFiles {
    private enum ChoosingName: String, CaseIterable {
        case label, questions, rules
    }

    private enum QuestionName: String, CaseIterable {
        case item, words
    }

    private enum RuleName: String, CaseIterable {
        case region, all, any, pattern, cap, words, source
    }

    private enum ConditionName: String, CaseIterable {
        case item, atLeast, atMost
        case isTrue = "is"
        case ifNotStated
    }

    private enum NotStated: String, CaseIterable {
        case ask
        case isNo = "no"
    }

    private typealias Question = (item: Complaint.Item, words: LocalizedWords)

    /// Reads how a pattern is chosen for a complaint.
    static func chooser(_ reader: DocumentReader, _ names: Names) -> PatternChooser? {
        let here = reader.mark()
        var questions: [Question] = []
        var rules: [ComplaintRule] = []
        reader.object(ChoosingName.self, required: ChoosingName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .questions:
                questions = reader.entries(0...50, of: "questions", named: "item", by: \.item) {
                    question(reader)
                }
            case .rules:
                reader.list(1...200, of: "rules") { _ in
                    if let rule = rule(reader, names) { rules.append(rule) }
                }
            }
        }
        reader.end()
        let asked = Dictionary(questions.map { ($0.item, $0.words) }) { first, _ in first }
        let missing = Complaint.Item.allCases.filter { asked[$0] == nil }
        if reader.findings.isEmpty, !missing.isEmpty {
            reader.report(
                here.child("questions"),
                "have no entry for \(missing.map(\.rawValue).joined(separator: ", ")). Add it"
            )
        }
        guard reader.findings.isEmpty else { return nil }
        return PatternChooser(rules: rules, questions: asked)
    }

    private static func question(_ reader: DocumentReader) -> Question? {
        var item: Complaint.Item?
        var words: LocalizedWords?
        reader.object(QuestionName.self, required: QuestionName.allCases) { name in
            switch name {
            case .item: item = reader.choice(Complaint.Item.self)
            case .words: words = BillingRuleFiles.readWords(reader)
            }
        }
        guard let item, let words else { return nil }
        return (item, words)
    }

    private static func rule(_ reader: DocumentReader, _ names: Names) -> ComplaintRule? {
        let here = reader.mark()
        var region: BodyRegion?
        var all: [ComplaintRule.Condition] = []
        var any: [ComplaintRule.Condition] = []
        var pattern: String?
        var hasPattern = false
        var cap: Int?
        var words: LocalizedWords?
        var source: String?
        reader.object(RuleName.self, required: [.region, .all, .words, .source]) { name in
            switch name {
            case .region: region = reader.choice(BodyRegion.self)
            case .all: all = conditions(reader, 0...20)
            case .any: any = conditions(reader, 1...20)
            case .pattern:
                hasPattern = true
                pattern = reader.reference(to: aPattern, known: names.patterns)
            case .cap:
                let most = names.model?.limits.episodeVisits ?? 99
                cap = reader.integer(in: 1...most, of: "visits")
            case .words: words = BillingRuleFiles.readWords(reader)
            case .source: source = reader.words()
            }
        }
        if cap != nil, !hasPattern {
            reader.report(
                here.child("cap"),
                "is the cap of no pattern. Write pattern too, or leave it out"
            )
        }
        guard let region, let words, let source else { return nil }
        return ComplaintRule(
            region: region,
            all: all,
            any: any,
            pattern: pattern,
            cap: cap,
            words: words,
            source: source
        )
    }

    private static func conditions(
        _ reader: DocumentReader,
        _ counts: ClosedRange<Int>
    ) -> [ComplaintRule.Condition] {
        var conditions: [ComplaintRule.Condition] = []
        reader.list(counts, of: "conditions") { _ in
            if let condition = condition(reader) { conditions.append(condition) }
        }
        return conditions
    }

    private static func condition(_ reader: DocumentReader) -> ComplaintRule.Condition? {
        let here = reader.mark()
        let before = reader.findings.count
        var item: Complaint.Item?
        var least: Int?
        var most: Int?
        var answer: Bool?
        var notStated = NotStated.ask
        reader.object(ConditionName.self, required: [.item]) { name in
            switch name {
            case .item: item = reader.choice(Complaint.Item.self)
            case .atLeast: least = reader.integer(in: 0...100_000, of: "days or points")
            case .atMost: most = reader.integer(in: 0...100_000, of: "days or points")
            case .isTrue: answer = reader.boolean()
            case .ifNotStated: notStated = reader.choice(NotStated.self) ?? .ask
            }
        }
        guard let item, reader.findings.count == before else { return nil }
        let isAsked = notStated == .ask
        if item.isYesOrNo {
            guard let answer, least == nil, most == nil else {
                reader.report(here.child("is"), "is what a yes or no needs. Write true or false")
                return nil
            }
            let number = answer ? 1 : 0
            return ComplaintRule.Condition(item: item, range: number...number, isAsked: isAsked)
        }
        let low = least ?? 0
        let high = most ?? Int.max
        guard item != .region, answer == nil, least != nil || most != nil, low <= high else {
            reader.report(
                here.child("atLeast"),
                "and atMost must say a range of a count. Write one of them, or both in order"
            )
            return nil
        }
        return ComplaintRule.Condition(item: item, range: low...high, isAsked: isAsked)
    }
}
