import CareModel
import CarePatterns
import TestSupport
import Testing

/// A question of the screening as the published lists have it.
struct ScreenedItem {
    /// What was answered to it.
    enum Answer: CaseIterable {
        case yes, notSure, no
    }

    let id: String
    let tier: ScreeningItem.Tier
    let regions: Set<BodyRegion>

    static let day = CalendarDate.spelled("2026-11-23")

    static let clinician = ScreeningAnswers.Clearance(by: "Dr. Reyes", on: day)

    static func all() throws -> [ScreenedItem] {
        try OracleTable("screening.csv").rows.map { row in
            ScreenedItem(
                id: try row.text("id"),
                tier: try #require(ScreeningItem.Tier(rawValue: row.text("tier"))),
                regions: Set(
                    try row.text("regions").split(separator: " ").map {
                        try #require(BodyRegion(rawValue: String($0)))
                    }
                )
            )
        }
    }

    /// What follows from the sign alone.
    var outcome: ScreeningResult.Outcome {
        switch tier {
        case .emergency, .urgent: .seekCareFirst
        case .caution: .clinicianDecides
        case .weak: .clear
        }
    }

    /// What is said of the sign alone: the saying of its tier, what to do where one is not sure of
    /// a sign that comes first, and the advice of the question.
    func messages(after answer: Answer) -> [String] {
        switch answer {
        case .no: []
        case .yes: [tier.rawValue, id]
        case .notSure: tier.comesFirst ? [tier.rawValue, "notSure", id] : [tier.rawValue, id]
        }
    }

    /// Answers of a patient of whom nothing else is known.
    func answers(
        _ answer: Answer,
        isRecorded: Bool = true,
        isCleared: Bool = false
    ) -> ScreeningAnswers {
        ScreeningAnswers(
            askedOn: isRecorded ? ScreenedItem.day : nil,
            present: answer == .yes ? [id] : [],
            notSure: answer == .notSure ? [id] : [],
            clearance: isCleared ? ScreenedItem.clinician : nil
        )
    }
}

/// Several answers, and what follows from them.
struct ScreenedCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let answers: ScreeningAnswers
    let outcome: ScreeningResult.Outcome
    let tier: ScreeningItem.Tier?
    let messages: [String]

    private init(
        _ what: String,
        present: Set<String> = [],
        notSure: Set<String> = [],
        isRecorded: Bool = true,
        isCleared: Bool = false,
        _ outcome: ScreeningResult.Outcome,
        _ tier: ScreeningItem.Tier?,
        _ messages: [String]
    ) {
        testDescription = what
        answers = ScreeningAnswers(
            askedOn: isRecorded ? ScreenedItem.day : nil,
            present: present,
            notSure: notSure,
            clearance: isCleared ? ScreenedItem.clinician : nil
        )
        self.outcome = outcome
        self.tier = tier
        self.messages = messages
    }

    static let worked: [ScreenedCase] = [
        ScreenedCase("every answer is no", .clear, nil, []),
        ScreenedCase(
            "an urgent sign asked before an emergency: only where to go now",
            present: ["gait-hands", "stroke-fast", "weight-loss"],
            .seekCareFirst,
            .emergency,
            ["emergency", "stroke-fast"]
        ),
        ScreenedCase(
            "two emergencies",
            present: ["ces-saddle", "ces-bladder-bowel"],
            .seekCareFirst,
            .emergency,
            ["emergency", "ces-bladder-bowel", "ces-saddle"]
        ),
        ScreenedCase(
            "not sure of an emergency, sure of an urgent sign",
            present: ["weight-loss"],
            notSure: ["ces-saddle"],
            .seekCareFirst,
            .emergency,
            ["emergency", "notSure", "ces-saddle"]
        ),
        ScreenedCase(
            "sure of an emergency, not sure of an urgent sign: nothing softens it",
            present: ["ces-saddle"],
            notSure: ["weight-loss"],
            .seekCareFirst,
            .emergency,
            ["emergency", "ces-saddle"]
        ),
        ScreenedCase(
            "sure of one emergency, not sure of another",
            present: ["ces-saddle"],
            notSure: ["ces-sexual"],
            .seekCareFirst,
            .emergency,
            ["emergency", "notSure", "ces-saddle", "ces-sexual"]
        ),
        ScreenedCase(
            "yes and not sure to the same question is a yes",
            present: ["fever-infection"],
            notSure: ["fever-infection"],
            .seekCareFirst,
            .urgent,
            ["urgent", "fever-infection"]
        ),
        ScreenedCase(
            "an urgent sign with a caution that a clinician cleared",
            present: ["weight-loss", "anticoagulants"],
            isCleared: true,
            .seekCareFirst,
            .urgent,
            ["urgent", "weight-loss"]
        ),
        ScreenedCase(
            "a sign that nobody asks about with this part of the body still counts",
            present: ["thunder-abdominal", "cad-horner"],
            .seekCareFirst,
            .emergency,
            ["emergency", "cad-horner", "thunder-abdominal"]
        ),
        ScreenedCase(
            "an emergency in a screening without a day",
            present: ["meningism"],
            isRecorded: false,
            .seekCareFirst,
            .emergency,
            ["emergency", "meningism"]
        ),
        ScreenedCase(
            "70 years old: a caution, not a red flag",
            present: ["age-70"],
            .clinicianDecides,
            .caution,
            ["caution", "age-70"]
        ),
        ScreenedCase(
            "70 years old, with a small fall: the bone first",
            present: ["age-70", "minor-trauma-fragile"],
            .seekCareFirst,
            .urgent,
            ["urgent", "minor-trauma-fragile"]
        ),
        ScreenedCase(
            "a first episode after 50 alone stops nothing",
            present: ["first-episode-over-50"],
            .clear,
            .weak,
            ["weak", "first-episode-over-50"]
        ),
        ScreenedCase(
            "all six weak signs together stop nothing",
            present: ["first-episode-over-50", "night-pain", "not-better-after-month"],
            notSure: ["thoracic-pain", "morning-stiffness", "constant-rest-pain"],
            .clear,
            .weak,
            [
                "weak", "first-episode-over-50", "night-pain", "not-better-after-month",
                "thoracic-pain", "morning-stiffness", "constant-rest-pain",
            ]
        ),
        ScreenedCase(
            "an age that nobody knows: no plan until it is known",
            notSure: ["child"],
            .seekCareFirst,
            .urgent,
            ["urgent", "notSure", "child"]
        ),
        ScreenedCase(
            "two cautions, one not sure, and a weak sign",
            present: ["osteoporosis", "night-pain"],
            notSure: ["anticoagulants"],
            .clinicianDecides,
            .caution,
            ["caution", "osteoporosis", "anticoagulants", "weak", "night-pain"]
        ),
        ScreenedCase(
            "the same, cleared",
            present: ["osteoporosis", "night-pain"],
            notSure: ["anticoagulants"],
            isCleared: true,
            .clear,
            .caution,
            ["cleared", "weak", "night-pain"]
        ),
        ScreenedCase(
            "a caution in a screening without a day",
            present: ["osteoporosis"],
            isRecorded: false,
            .clinicianDecides,
            .caution,
            ["caution", "notRecorded", "osteoporosis"]
        ),
        ScreenedCase(
            "a cleared caution in a screening without a day",
            present: ["osteoporosis"],
            isRecorded: false,
            isCleared: true,
            .notRecorded,
            .caution,
            ["notRecorded", "cleared"]
        ),
        ScreenedCase(
            "a clearance with nothing to clear",
            isCleared: true,
            .clear,
            nil,
            []
        ),
    ]
}
