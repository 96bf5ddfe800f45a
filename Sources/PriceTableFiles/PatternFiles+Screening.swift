import CareModel
import CarePatterns

extension PatternFiles {
    private enum ScreeningName: String, CaseIterable {
        case label, askAgain, clearance, sayings, items
    }

    private enum SayingName: String, CaseIterable {
        case emergency, urgent, notSure, caution, cleared, clearanceTooOld, weak, notRecorded,
            tooOld

        var saying: Screening.Saying {
            switch self {
            case .emergency: .emergency
            case .urgent: .urgent
            case .notSure: .notSure
            case .caution: .caution
            case .cleared: .cleared
            case .clearanceTooOld: .clearanceTooOld
            case .weak: .weak
            case .notRecorded: .notRecorded
            case .tooOld: .tooOld
            }
        }
    }

    private enum AgeName: String, CaseIterable {
        case days, source
    }

    private enum ItemName: String, CaseIterable {
        case id, tier, regions, question, advice, source, youngerThan, fromAge
    }

    /// Reads the questions that come before any price.
    static func screening(_ reader: DocumentReader) -> Screening? {
        var sayings: [Screening.Saying: LocalizedWords] = [:]
        var items: [ScreeningItem] = []
        var daysThatCount: Int?
        var daysOfClearance: Int?
        reader.object(ScreeningName.self, required: ScreeningName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .askAgain: daysThatCount = age(reader)
            case .clearance: daysOfClearance = age(reader)
            case .sayings:
                reader.object(SayingName.self, required: SayingName.allCases) { name in
                    sayings[name.saying] = BillingRuleFiles.readWords(reader)
                }
            case .items:
                items = reader.entries(1...500, of: "questions", by: \.id) { item(reader) }
            }
        }
        reader.end()
        guard let daysThatCount, let daysOfClearance, reader.findings.isEmpty else { return nil }
        return Screening(
            items: items,
            sayings: sayings,
            daysThatCount: daysThatCount,
            daysOfClearance: daysOfClearance
        )
    }

    /// For how many days something counts.
    private static func age(_ reader: DocumentReader) -> Int? {
        var days: Int?
        reader.object(AgeName.self, required: AgeName.allCases) { name in
            switch name {
            case .days: days = reader.integer(in: 1...366, of: "days")
            case .source: _ = reader.words()
            }
        }
        return days
    }

    private static func item(_ reader: DocumentReader) -> ScreeningItem? {
        var id: String?
        var tier: ScreeningItem.Tier?
        var regions: Set<BodyRegion> = []
        var question: LocalizedWords?
        var advice: LocalizedWords?
        var source: String?
        var youngerThan: Int?
        var fromAge: Int?
        let optional: [ItemName] = [.youngerThan, .fromAge]
        let required = ItemName.allCases.filter { !optional.contains($0) }
        reader.object(ItemName.self, required: required) { name in
            switch name {
            case .id: id = reader.id()
            case .tier: tier = reader.choice(ScreeningItem.Tier.self)
            case .regions: regions = reader.regions()
            case .question: question = BillingRuleFiles.readWords(reader)
            case .advice: advice = BillingRuleFiles.readWords(reader)
            case .source: source = reader.words()
            case .youngerThan: youngerThan = reader.integer(in: 1...120, of: "years")
            case .fromAge: fromAge = reader.integer(in: 1...120, of: "years")
            }
        }
        guard let id, let tier, let question, let advice, let source else { return nil }
        return ScreeningItem(
            id: id,
            tier: tier,
            regions: regions,
            question: question,
            advice: advice,
            source: source,
            youngerThan: youngerThan,
            fromAge: fromAge
        )
    }
}
