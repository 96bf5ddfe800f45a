import ArgumentParser
import CareModel
import CareQuote
import CommandOptions
import QuoteDocuments

/// The options of a plan of care, which says by itself how many visits there are.
struct CareOptions: ParsableArguments {
    @Option(help: "The plan, by the name of its pattern (carequote patterns lists them).")
    var pattern: String?

    @Option(
        help: "Instead: where it hurts, low-back, neck, headache, leg-pain or other.",
        transform: OptionText.region
    )
    var complaint: BodyRegion?

    @Option(help: "For how many days it has lasted.")
    var durationDays: Int?

    @Option(help: "How bad it is, 0 to 10.")
    var pain: Int?

    @Option(help: "How many earlier episodes there were.")
    var episodes: Int?

    @Flag(inversion: .prefixedNo, help: "It is known to come back.")
    var recurrent: Bool?

    @Option(help: "How much of everyday life is lost, in percent.")
    var functionLoss: Int?

    @Flag(inversion: .prefixedNo, help: "The structure of the spine is changed.")
    var structural: Bool?

    @Flag(inversion: .prefixedNo, help: "Another illness bears on it.")
    var comorbid: Bool?

    @Flag(inversion: .prefixedNo, help: "A clinician found that the headache is from the neck.")
    var headacheFromNeck: Bool?

    @Flag(inversion: .prefixedNo, help: "Pain radiates into a leg.")
    var radiatingLegPain: Bool?

    @Option(help: "What is known of the patient that bears on the result; may be repeated.")
    var factor: [String] = []

    @Option(
        help: "The first visit's exam: brief, standard or detailed.",
        transform: OptionText.exam
    )
    var exam: ExamLevel?

    @Option(
        help: "adherent (everybody comes; the default), or typical (some leave by themselves).",
        transform: OptionText.mode
    )
    var mode: Attendance?

    @Option(
        help: "The last day on which the plan may begin, for --compare-starts.",
        transform: OptionText.date
    )
    var startNoLaterThan: CalendarDate?

    @Option(help: "How many visits of the plan are done; what is used includes them.")
    var forecastVisits: Int?

    @Option(help: "What was asked after them, such as visit2-any-improvement.")
    var test: String?

    @Option(help: "Whether the patient had improved by then: yes or no.")
    var improved: YesOrNo?

    /// What the options say of a plan of care.
    var desk: DeskCare {
        var care = DeskCare()
        care.pattern = pattern
        care.region = complaint
        care.numbers = [
            .durationDays: durationDays, .painScore: pain, .priorEpisodes: episodes,
            .functionLossPercent: functionLoss,
        ]
        .compactMapValues { $0 }
        care.answers = [
            .knownRecurrent: recurrent, .structural: structural, .comorbid: comorbid,
            .headacheFromNeck: headacheFromNeck, .radiatingLegPain: radiatingLegPain,
        ]
        .compactMapValues { $0 }
        care.factors = factor
        care.exam = exam
        care.mode = mode
        care.startNoLaterThan = startNoLaterThan
        care.visitsDone = forecastVisits
        care.test = test
        care.hasImproved = improved?.isYes
        return care
    }
}

/// The options of the questions that come before any price.
struct ScreeningOptions: ParsableArguments {
    @Option(
        help: "The day on which the screening questions were asked (carequote screen asks them).",
        transform: OptionText.date
    )
    var screened: CalendarDate?

    @Option(help: "A warning sign that is there, by its name; may be repeated.")
    var redFlag: [String] = []

    @Option(help: "A caution that is there, by its name; may be repeated.")
    var caution: [String] = []

    @Option(help: "A question answered with \"not sure\", by its name; may be repeated.")
    var notSure: [String] = []

    @Option(help: "The clinician who decided that care is possible all the same.")
    var clearedBy: String?

    @Option(help: "The day of that decision.", transform: OptionText.date)
    var clearedOn: CalendarDate?

    /// Checks what only the options together can tell.
    func validateTogether() throws {
        try DeskOptions.checking { () throws(DeskProblem) in try desk.checkTogether() }
    }

    /// What the options say of the screening.
    var desk: DeskScreening {
        var screening = DeskScreening()
        screening.askedOn = screened
        screening.redFlags = redFlag
        screening.cautions = caution
        screening.notSure = notSure
        screening.clearedBy = clearedBy
        screening.clearedOn = clearedOn
        return screening
    }
}

/// An answer as an option writes it.
enum YesOrNo: String, CaseIterable, ExpressibleByArgument {
    case yes, no

    var isYes: Bool { self == .yes }
}

extension OptionText {
    /// Reads a part of the body.
    static func region(_ text: String) throws -> BodyRegion {
        guard let region = BodyRegion(rawValue: text) else {
            let known = BodyRegion.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("'\(text)' is no part of the body here. Write one of: \(known).")
        }
        return region
    }

    /// Reads how thorough an exam is.
    static func exam(_ text: String) throws -> ExamLevel {
        guard let exam = ExamLevel(rawValue: text) else {
            throw ValidationError("'\(text)' is no exam. Write brief, standard or detailed.")
        }
        return exam
    }

    /// Reads whether patients who leave of their own accord are counted.
    static func mode(_ text: String) throws -> Attendance {
        guard let mode = Attendance(rawValue: text) else {
            throw ValidationError("'\(text)' is no mode. Write adherent or typical.")
        }
        return mode
    }
}
