import ArgumentParser
import CareModel
import CareQuote
import CommandOptions
import QuoteDocuments

/// The options from which the front desk makes a request without writing JSON.
struct DeskOptions: ParsableArguments {
    @Option(help: "The clinic (default: the only one of the tables).")
    var clinic: String?

    @Option(help: "The day of the first visit.", transform: OptionText.date)
    var start: CalendarDate?

    @OptionGroup(title: "A plan of care, instead of --visits")
    var care: CareOptions

    @OptionGroup(title: "The questions before any price")
    var screening: ScreeningOptions

    @Option(help: "How many visits, on open days of the clinic.")
    var visits: Int?

    @Option(help: "The weekdays of the visits, such as 1,3 (Monday is 1).")
    var weekdays: WeekdayList?

    @Option(help: "Spinal regions treated at each visit, 1 to 5.")
    var regions: Int?

    @Flag(help: "A joint outside the spine is adjusted too.")
    var extraspinal = false

    @Option(help: "Another service of each visit, by its key; may be repeated.")
    var other: [String] = []

    @Option(help: "Minutes of guided exercise at each visit.")
    var exerciseMinutes: Int?

    @Option(help: "When the patient was last seen here: a date, or never.")
    var lastSeen: String?

    @Flag(help: "Maintenance: with --visits each of them, else visits that follow the plan.")
    var maintenance = false

    @Option(help: "A diagnosis (ICD-10-CM), such as M54.50; may be repeated, the primary first.")
    var diagnosis: [String] = []

    @Option(help: "The patient's plan, by its name in the tables.")
    var plan: String?

    @Option(
        help: "Whether the clinic is contracted with the plan: in or out (default: in).",
        transform: OptionText.network
    )
    var network: Network?

    @OptionGroup(title: "A plan by its terms, instead of --plan")
    var terms: PlanTermOptions

    @OptionGroup(title: "A second plan, and Medicare Part B")
    var payers: PayerOptions

    @Flag(help: "The patient pays without insurance.")
    var selfPay = false

    @Option(help: "An offer of the clinic that the patient asks for; one, they do not stack.")
    var offer: [String] = []

    @Option(help: "When the patient pays: perVisit, monthly or prepay.")
    var pay: String?

    @Option(help: "Household income in percent of the poverty level, for a hardship discount.")
    var incomePercent: Int?

    @Option(help: "How much of the deductible is met, in dollars.")
    var deductibleMet: String?

    @Option(help: "How much counts toward the out-of-pocket maximum, in dollars.")
    var outOfPocketMet: String?

    @Option(help: "How many visits were used of each visit limit of the plan.")
    var visitsUsed: Int?

    @Option(
        help: ArgumentHelp(
            "What nobody knows, such as deductible-met,visits-used: the options' names with commas "
                + "between.",
            valueName: "names"
        ),
        transform: DeskOptions.figures
    )
    var unknown: Set<DeskFigure> = []

    @Option(help: "The day on which the insurer was asked.", transform: OptionText.date)
    var verifiedOn: CalendarDate?

    @Option(help: "The insurer's reference for that answer.")
    var verifiedReference: String?

    @Flag(help: "Go on with the last price where a price ends before a visit.")
    var assumePricesContinue = false

    /// Whether any of the options was given.
    var isGiven: Bool { isOfARequest || care.desk.isGiven || screening.desk.isGiven }

    /// Whether only what is known after some visits of a quote was given: what a test showed, and
    /// the answers about warning signs.
    var isOnlyOfAVisit: Bool { !isOfARequest && care.desk.isOnlyFinding }

    /// Whether any of them was given but those of a plan of care and of the screening.
    private var isOfARequest: Bool {
        clinic != nil || start != nil || visits != nil || weekdays != nil || regions != nil
            || extraspinal || !other.isEmpty || lastSeen != nil || plan != nil || selfPay
            || deductibleMet != nil || exerciseMinutes != nil || terms.isGiven || !offer.isEmpty
            || pay != nil || incomePercent != nil || outOfPocketMet != nil || visitsUsed != nil
            || verifiedOn != nil || verifiedReference != nil || assumePricesContinue || maintenance
            || !diagnosis.isEmpty || network != nil || payers.isGiven || !unknown.isEmpty
    }

    /// What the options say of the patient's plans.
    var coverage: DeskCoverage {
        var coverage = DeskCoverage(
            first: plan.map { .named($0) } ?? (selfPay ? .selfPay : terms.stated),
            second: payers.secondPlan
        )
        coverage.network = network
        coverage.figures = [
            .deductibleMet: deductibleMet, .outOfPocketMet: outOfPocketMet,
            .visitsUsed: visitsUsed.map(String.init),
            .secondDeductibleMet: payers.secondDeductibleMet,
            .secondOutOfPocketMet: payers.secondOutOfPocketMet,
            .secondVisitsUsed: payers.secondVisitsUsed.map(String.init),
        ]
        .compactMapValues { $0 }
        coverage.unknown = unknown
        coverage.isParticipating = !payers.notParticipating
        coverage.isAssigned = !payers.notAssigned
        coverage.isQualifiedBeneficiary = payers.qmb
        coverage.noticeSignedOn = payers.abnSignedOn
        coverage.verifiedOn = verifiedOn
        coverage.verifiedReference = verifiedReference
        return coverage
    }

    /// Checks what only the options together can tell.
    func validateTogether() throws {
        guard isGiven else {
            throw ValidationError(
                "Write --request FILE, or at least --start, --visits or --pattern, --regions and "
                    + "--plan or --self-pay."
            )
        }
        guard start != nil else { throw ValidationError("Write --start DATE.") }
        try DeskOptions.checking { () throws(DeskProblem) in
            try care.desk.checkTogether(start: start, hasVisits: visits != nil)
        }
        try screening.validateTogether()
        if !care.desk.isAsked { try validateVisits() }
        guard [plan != nil, terms.isGiven, selfPay].count(where: { $0 }) == 1 else {
            throw ValidationError(
                "Write one of --plan ID, the terms of a plan (--copay, --deductible, …), or "
                    + "--self-pay."
            )
        }
        guard regions != nil || extraspinal || exerciseMinutes != nil || !other.isEmpty else {
            throw ValidationError(
                "Write what is done: --regions, --extraspinal, --exercise-minutes or --other."
            )
        }
        try terms.validateTogether()
        try DeskOptions.checking { () throws(DeskProblem) in try coverage.checkTogether() }
    }

    private func validateVisits() throws {
        guard let visits, (1...DocumentLimits.visits).contains(visits) else {
            throw ValidationError(
                "Write --visits N, from 1 to \(DocumentLimits.visits), or a plan of care: "
                    + "--pattern ID or --complaint REGION."
            )
        }
        guard visits == 1 || weekdays != nil else {
            throw ValidationError("Write --weekdays for more than one visit, such as 1,3.")
        }
    }

    static func checking(_ check: () throws(DeskProblem) -> Void) throws {
        do throws(DeskProblem) {
            try check()
        } catch {
            throw ValidationError(error.lines.joined(separator: "\n"))
        }
    }

    private static func figures(_ text: String) throws -> Set<DeskFigure> {
        do throws(DeskProblem) {
            return try DeskFigure.list(text)
        } catch {
            throw ValidationError(error.lines.joined(separator: "\n"))
        }
    }
}

/// Weekdays as an option writes them: numbers with commas between.
struct WeekdayList: ExpressibleByArgument {
    let weekdays: Set<Weekday>

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
        let weekdays = parts.map { Int($0).flatMap(Weekday.init(rawValue:)) }
        guard !weekdays.contains(nil) else { return nil }
        self.weekdays = Set(weekdays.compactMap { $0 })
    }
}
