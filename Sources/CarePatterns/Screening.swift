public import CareModel

/// The questions that come before any price, and what their answers mean.
public struct Screening: Hashable, Sendable {
    /// Something that is said to the patient whatever the single answers were.
    public enum Saying: String, CaseIterable, Hashable, Sendable {
        /// Emergency care comes first.
        case emergency
        /// A doctor comes first.
        case urgent
        /// What to do where an answer was "not sure" and care cannot be reached.
        case notSure
        /// A clinician decides with the patient.
        case caution
        /// A clinician has decided.
        case cleared
        /// A clinician has decided too long ago.
        case clearanceTooOld
        /// The clinician should be told at the first visit.
        case weak
        /// Nobody recorded that the questions were asked.
        case notRecorded
        /// The questions were asked too long ago.
        case tooOld
    }

    /// The questions in the order in which they are asked.
    public let items: [ScreeningItem]
    /// What is said.
    public let sayings: [Saying: LocalizedWords]
    /// For how many days after they were asked the answers count.
    public let daysThatCount: Int
    /// For how many days after a clinician has cleared a caution the decision counts.
    public let daysOfClearance: Int

    /// Creates a screening.
    public init(
        items: [ScreeningItem],
        sayings: [Saying: LocalizedWords],
        daysThatCount: Int,
        daysOfClearance: Int
    ) {
        self.items = items
        self.sayings = sayings
        self.daysThatCount = daysThatCount
        self.daysOfClearance = daysOfClearance
    }

    /// Whether the questions were asked so long before a day that the answers no longer count.
    public func isTooOld(_ answers: ScreeningAnswers, on day: CalendarDate) -> Bool {
        answers.askedOn.map { $0.days(until: day) > daysThatCount } ?? false
    }

    /// Whether a clinician decided so long before a day that the decision no longer counts.
    public func isTooOld(_ clearance: ScreeningAnswers.Clearance, on day: CalendarDate) -> Bool {
        clearance.on.days(until: day) > daysOfClearance
    }

    /// The question of that name.
    public subscript(id: String) -> ScreeningItem? { items.first { $0.id == id } }

    /// The questions that are asked with a complaint of a part of the body.
    public func questions(for region: BodyRegion) -> [ScreeningItem] {
        items.filter { $0.regions.contains(region) }
    }

    /// What the answers mean.
    ///
    /// - Parameters:
    ///   - answers: The answers.
    ///   - day: The day on which they are looked at; absent for the day of the questions.
    /// - Returns: The outcome, and what is said.
    /// - Throws: ``ScreeningError`` with every answer to a question that there is not.
    public func result(
        of answers: ScreeningAnswers,
        on day: CalendarDate? = nil
    ) throws(ScreeningError) -> ScreeningResult {
        // 1. An emergency or urgent sign stops everything, and so does "not sure" on one, whether
        //    or not the questions were recorded and whoever has cleared the patient. Of several
        //    only the gravest are spoken of: "today or tomorrow" must not stand beside "now".
        // 2. A caution, or "not sure" on one, leaves the decision to a clinician.
        // 3. A clinician who has decided lifts cautions; the plan is then graded C. A decision of
        //    too long ago lifts none: what was found can have become worse since.
        // 4. Questions that nobody recorded, or that were asked too long ago, are said to be so
        //    wherever a price is given: a sign can have come since. What was found then stays.
        // 5. Weak signs never stop a plan; they are mentioned.
        let given = answers.present.union(answers.notSure)
        let unknown = given.subtracting(items.map(\.id))
        guard unknown.isEmpty else {
            throw ScreeningError(unknownItems: unknown.sorted(), known: items.map(\.id))
        }
        let found = items.filter { given.contains($0.id) }
        if let tier = found.highestTier, tier.comesFirst {
            let gravest = found.filter { $0.tier == tier }
            let isUnsure = gravest.contains { !answers.present.contains($0.id) }
            let sayings: [Saying] = [tier == .emergency ? .emergency : .urgent]
            return ScreeningResult(
                outcome: .seekCareFirst,
                tier: tier,
                messages: messages(sayings + (isUnsure ? [.notSure] : []), about: gravest)
            )
        }
        let isOld = day.map { isTooOld(answers, on: $0) } ?? false
        let isRecorded = answers.askedOn != nil && !isOld
        let unrecorded: [Saying] = isOld ? [.tooOld] : isRecorded ? [] : [.notRecorded]
        let cautions = found.filter { $0.tier == .caution }
        let clearance = answers.clearance.flatMap { clearance in
            day.map { isTooOld(clearance, on: $0) } ?? false ? nil : clearance
        }
        let isCleared = !cautions.isEmpty && clearance != nil
        if !cautions.isEmpty, !isCleared {
            let isOutdated = answers.clearance != nil
            let sayings: [Saying] = [.caution] + (isOutdated ? [.clearanceTooOld] : [])
            return ScreeningResult(
                outcome: .clinicianDecides,
                tier: .caution,
                messages: messages(sayings + unrecorded, about: cautions)
                    + weakMessages(found)
            )
        }
        let sayings = unrecorded + (isCleared ? [.cleared] : [])
        return ScreeningResult(
            outcome: isRecorded ? .clear : .notRecorded,
            tier: found.highestTier,
            messages: messages(sayings, about: []) + weakMessages(found),
            clearance: isCleared ? clearance : nil
        )
    }

    private func weakMessages(_ found: [ScreeningItem]) -> [ScreeningMessage] {
        let weak = found.filter { $0.tier == .weak }
        return weak.isEmpty ? [] : messages([.weak], about: weak)
    }

    private func messages(
        _ sayings: [Saying],
        about items: [ScreeningItem]
    ) -> [ScreeningMessage] {
        sayings.compactMap { saying in
            self.sayings[saying].map { ScreeningMessage(id: saying.rawValue, words: $0) }
        } + items.map { ScreeningMessage(id: $0.id, words: $0.advice) }
    }
}

extension Sequence<ScreeningItem> {
    fileprivate var highestTier: ScreeningItem.Tier? {
        ScreeningItem.Tier.allCases.first { tier in contains { $0.tier == tier } }
    }
}

/// What is said to a patient after the screening.
public struct ScreeningMessage: Hashable, Sendable {
    /// The name of the saying or of the question that it is about.
    public let id: String
    /// The words.
    public let words: LocalizedWords

    /// Creates a message.
    public init(id: String, words: LocalizedWords) {
        self.id = id
        self.words = words
    }
}

/// What follows from a screening.
public struct ScreeningResult: Hashable, Sendable {
    /// Whether there is a plan and a price.
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        /// There is.
        case clear
        /// There is, and it is said that nobody recorded the questions, or not lately.
        case notRecorded
        /// Only the first visit's price: a clinician decides with the patient.
        case clinicianDecides
        /// Neither plan, price, date nor offer: only where to go now.
        case seekCareFirst
    }

    /// Whether there is a plan and a price.
    public let outcome: Outcome
    /// The gravest sign that was found, a cleared caution included.
    public let tier: ScreeningItem.Tier?
    /// What is said, the gravest first.
    public let messages: [ScreeningMessage]
    /// The clinician whose decision lifted a caution.
    public let clearance: ScreeningAnswers.Clearance?

    /// Creates a result.
    public init(
        outcome: Outcome,
        tier: ScreeningItem.Tier?,
        messages: [ScreeningMessage],
        clearance: ScreeningAnswers.Clearance? = nil
    ) {
        self.outcome = outcome
        self.tier = tier
        self.messages = messages
        self.clearance = clearance
    }

    /// The best grade that a plan can have after it: C once a caution was cleared.
    public var bestGrade: EvidenceGrade { clearance == nil ? .a : .c }
}

/// Answers to questions that the screening does not ask.
public struct ScreeningError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The names that are not known, sorted.
    public let unknownItems: [String]
    /// The names that are.
    public let known: [String]

    /// Creates the error.
    public init(unknownItems: [String], known: [String]) {
        self.unknownItems = unknownItems
        self.known = known
    }

    /// What is wrong, and what to write instead.
    public var description: String {
        "\(unknownItems.joined(separator: ", ")): not a question of the screening. "
            + "Write one of: \(known.joined(separator: ", "))"
    }
}
