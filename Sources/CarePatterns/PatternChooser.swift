public import CareModel

/// Chooses the pattern for a complaint by published criteria, in their order.
public struct PatternChooser: Hashable, Sendable {
    /// The criteria; for each part of the body the first that holds decides.
    public let rules: [ComplaintRule]
    /// How each piece of a complaint is asked for.
    public let questions: [Complaint.Item: LocalizedWords]

    /// Creates a chooser.
    public init(rules: [ComplaintRule], questions: [Complaint.Item: LocalizedWords]) {
        self.rules = rules
        self.questions = questions
    }

    /// The pattern for a complaint.
    ///
    /// - Parameter complaint: The complaint, as far as it is known.
    /// - Returns: The pattern with its reason, or the pieces to ask for. Nothing is guessed: where
    ///   a piece that is not known decides, it is asked for, together with those that later
    ///   criteria may need.
    public func choice(for complaint: Complaint) -> PatternChoice {
        guard let region = complaint.region else { return .asks([.region]) }
        var open: [Complaint.Item] = []
        for rule in rules where rule.region == region {
            switch rule.verdict(on: complaint) {
            case .isNotMet: continue
            case .isOpen(let items): open += items
            case .isMet(let conditions):
                guard open.isEmpty else { return .asks(open.inOrder) }
                let reason = PatternReason(words: rule.words, conditions: conditions, rule: rule)
                guard let pattern = rule.pattern else { return .noPattern(reason) }
                return .chosen(pattern: pattern, cap: rule.cap, because: reason)
            }
        }
        return open.isEmpty ? .noCriterion(region) : .asks(open.inOrder)
    }

    /// The pieces of a complaint that speak of another part of the body than it is about, and that
    /// no criterion for that part weighs: to pass over them would be to choose without them.
    public func unweighed(in complaint: Complaint) -> [Complaint.Item] {
        Complaint.Item.allCases.filter { item in
            guard let spokenOf = item.region, spokenOf != complaint.region else { return false }
            return complaint.number(of: item) == 1
                && !regions(weighing: item).contains { $0 == complaint.region }
        }
    }

    /// The parts of the body with a complaint of which a piece may stand.
    public func regions(weighing item: Complaint.Item) -> [BodyRegion] {
        BodyRegion.allCases.filter { region in
            region == item.region
                || rules.contains { rule in
                    rule.region == region && (rule.all + rule.any).contains { $0.item == item }
                }
        }
    }
}

extension [Complaint.Item] {
    /// Each piece once, in the order of the questions.
    fileprivate var inOrder: [Complaint.Item] {
        Complaint.Item.allCases.filter(contains)
    }
}

/// What a chooser says of a complaint.
public enum PatternChoice: Hashable, Sendable {
    /// A pattern, with fewer visits at most where a number is given.
    case chosen(pattern: String, cap: Int?, because: PatternReason)
    /// These pieces of the complaint decide, and are not known.
    case asks([Complaint.Item])
    /// No plan is published for such a complaint: a clinician decides.
    case noPattern(PatternReason)
    /// No criterion speaks of such a complaint: a clinician decides.
    case noCriterion(BodyRegion)
}

/// Why a pattern was chosen.
public struct PatternReason: Hashable, Sendable {
    /// The reason in plain words.
    public let words: LocalizedWords
    /// The demands that the complaint meets.
    public let conditions: [ComplaintRule.Condition]
    /// Where the criterion comes from.
    public let source: String

    init(words: LocalizedWords, conditions: [ComplaintRule.Condition], rule: ComplaintRule) {
        self.words = words
        self.conditions = conditions
        source = rule.source
    }
}
