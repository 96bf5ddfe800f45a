import CareModel
import CarePatterns

extension PatternFiles {
    private enum ScreeningName: String, CaseIterable {
        case label, sayings, items
    }

    private enum SayingName: String, CaseIterable {
        case emergency, urgent, notSure, caution, cleared, weak, notRecorded

        var saying: Screening.Saying {
            switch self {
            case .emergency: .emergency
            case .urgent: .urgent
            case .notSure: .notSure
            case .caution: .caution
            case .cleared: .cleared
            case .weak: .weak
            case .notRecorded: .notRecorded
            }
        }
    }

    private enum ItemName: String, CaseIterable {
        case id, tier, regions, question, advice, source
    }

    /// Reads the questions that come before any price.
    static func screening(_ reader: DocumentReader) -> Screening? {
        var sayings: [Screening.Saying: LocalizedWords] = [:]
        var items: [ScreeningItem] = []
        reader.object(ScreeningName.self, required: ScreeningName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .sayings:
                reader.object(SayingName.self, required: SayingName.allCases) { name in
                    sayings[name.saying] = BillingRuleFiles.readWords(reader)
                }
            case .items:
                items = reader.entries(1...500, of: "questions", by: \.id) { item(reader) }
            }
        }
        reader.end()
        return reader.findings.isEmpty ? Screening(items: items, sayings: sayings) : nil
    }

    private static func item(_ reader: DocumentReader) -> ScreeningItem? {
        var id: String?
        var tier: ScreeningItem.Tier?
        var regions: Set<BodyRegion> = []
        var question: LocalizedWords?
        var advice: LocalizedWords?
        var source: String?
        reader.object(ItemName.self, required: ItemName.allCases) { name in
            switch name {
            case .id: id = reader.id()
            case .tier: tier = reader.choice(ScreeningItem.Tier.self)
            case .regions: regions = reader.regions()
            case .question: question = BillingRuleFiles.readWords(reader)
            case .advice: advice = BillingRuleFiles.readWords(reader)
            case .source: source = reader.words()
            }
        }
        guard let id, let tier, let question, let advice, let source else { return nil }
        return ScreeningItem(
            id: id,
            tier: tier,
            regions: regions,
            question: question,
            advice: advice,
            source: source
        )
    }
}
