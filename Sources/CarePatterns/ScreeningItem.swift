public import CareModel

/// A question that is asked before any price is given.
public struct ScreeningItem: Hashable, Sendable {
    /// What follows from the answer yes.
    public enum Tier: String, CaseIterable, Hashable, Sendable {
        /// Emergency care now.
        case emergency
        /// A doctor today or tomorrow, before any plan.
        case urgent
        /// A clinician decides with the patient.
        case caution
        /// Something to mention at the first visit; alone it never stops a plan.
        case weak
    }

    /// The name by which a request gives it, such as `ces-saddle`.
    public let id: String
    /// What follows from the answer yes.
    public let tier: Tier
    /// The parts of the body with which it is asked.
    public let regions: Set<BodyRegion>
    /// The question, in plain words.
    public let question: LocalizedWords
    /// What to do, in plain words that name no disease.
    public let advice: LocalizedWords
    /// Where it comes from.
    public let source: String
    /// The age below which a date of birth answers the question with yes; absent for none.
    public let youngerThan: Int?
    /// The age from which a date of birth answers the question with yes; absent for none.
    public let fromAge: Int?

    /// Creates a question.
    public init(
        id: String,
        tier: Tier,
        regions: Set<BodyRegion>,
        question: LocalizedWords,
        advice: LocalizedWords,
        source: String,
        youngerThan: Int? = nil,
        fromAge: Int? = nil
    ) {
        self.id = id
        self.tier = tier
        self.regions = regions
        self.question = question
        self.advice = advice
        self.source = source
        self.youngerThan = youngerThan
        self.fromAge = fromAge
    }

    /// Whether an age in whole years answers the question with yes, whatever was said.
    func isAnswered(byAge years: Int) -> Bool {
        youngerThan.map { years < $0 } == true || fromAge.map { years >= $0 } == true
    }
}

extension ScreeningItem.Tier {
    /// Whether care elsewhere comes first, so that there is no plan and no price.
    public var comesFirst: Bool { self == .emergency || self == .urgent }
}

/// What was answered to the questions.
public struct ScreeningAnswers: Hashable, Sendable {
    /// A clinician who has examined the patient and found that care is possible.
    public struct Clearance: Hashable, Sendable {
        /// Who it was.
        public let by: String
        /// The day.
        public let on: CalendarDate

        /// Creates a clearance.
        public init(by: String, on: CalendarDate) {
            self.by = by
            self.on = on
        }
    }

    /// The day on which the questions were asked; absent where that was not recorded.
    public let askedOn: CalendarDate?
    /// The questions answered with yes.
    public let present: Set<String>
    /// The questions answered with "not sure".
    public let notSure: Set<String>
    /// The clinician who cleared the cautions.
    public let clearance: Clearance?

    /// The same answers, with what a date of birth answers with yes.
    ///
    /// - Parameters:
    ///   - birthDate: The date of birth.
    ///   - day: The day of the quote.
    ///   - screening: The questions.
    /// - Returns: The answers; an age that was denied counts as its date of birth says.
    public func with(
        birthDate: CalendarDate,
        on day: CalendarDate,
        of screening: Screening
    ) -> ScreeningAnswers {
        // A birth after the day is a mistake of its own, and answers nothing.
        guard birthDate <= day else { return self }
        let isBeforeBirthday = (day.month, day.day) < (birthDate.month, birthDate.day)
        let years = day.year - birthDate.year - (isBeforeBirthday ? 1 : 0)
        let known = screening.items.filter { $0.isAnswered(byAge: years) }.map(\.id)
        return ScreeningAnswers(
            askedOn: askedOn,
            present: present.union(known),
            notSure: notSure,
            clearance: clearance
        )
    }

    /// Creates answers.
    public init(
        askedOn: CalendarDate?,
        present: Set<String> = [],
        notSure: Set<String> = [],
        clearance: Clearance? = nil
    ) {
        self.askedOn = askedOn
        self.present = present
        self.notSure = notSure
        self.clearance = clearance
    }
}
