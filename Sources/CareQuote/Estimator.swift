public import CareComplexity
import CareCoverage
public import CareModel
public import CarePatterns
public import CarePricing

/// Makes quotes from tables that were read before; pure, and the same for the same input.
///
/// ```swift
/// let estimator = Estimator(catalog: catalog, clinic: clinic, schedules: [:], rules: rules)
/// let quote = try estimator.quote(request)
/// quote.totals.patientPays  // $717.96
/// ```
public struct Estimator: Sendable {
    /// The rules that stand in the tables as data.
    public struct Rules: Sendable {
        /// Which adjustment stands for how many regions.
        public let spinalRegions: SpinalRegionRule
        /// How long a patient stays established.
        public let newPatient: NewPatientRule
        /// How each payer wants sessions billed; the last entry without a schedule is for the rest.
        public let payers: [PayerRule]
        /// What may stand together on one day.
        public let sameDayEdits: [SameDayEdit]
        /// The modifiers that make a line a part of a service, which has a price of its own.
        public let componentModifiers: Set<Modifier>
        /// What federal law allows to patients of its programs.
        public let inducements: InducementRule
        /// How old a verification of benefits may be, in days.
        public let verificationDays: Int
        /// How long a quote is good at most, in days.
        public let validityDays: Int

        /// Creates the rules.
        public init(
            spinalRegions: SpinalRegionRule,
            newPatient: NewPatientRule,
            payers: [PayerRule],
            sameDayEdits: [SameDayEdit] = [],
            componentModifiers: Set<Modifier> = [],
            inducements: InducementRule = InducementRule(allowedKinds: [], source: ""),
            verificationDays: Int,
            validityDays: Int
        ) {
            self.spinalRegions = spinalRegions
            self.newPatient = newPatient
            self.payers = payers
            self.sameDayEdits = sameDayEdits
            self.componentModifiers = componentModifiers
            self.inducements = inducements
            self.verificationDays = verificationDays
            self.validityDays = validityDays
        }

        /// The rule of the payer of a schedule, or without one the rule of self-pay; nothing where
        /// the tables do not say.
        public func payer(ofSchedule schedule: String?) -> PayerRule? {
            payers.first { $0.schedule == schedule }
        }
    }

    /// What can be done.
    public let catalog: ServiceCatalog
    /// The clinic, where one is known.
    public let clinic: Clinic?
    /// The contracted schedules by name.
    public let schedules: [String: FeeSchedule]
    /// The rules.
    public let rules: Rules
    /// Medicare's releases, whose practice expense ranks the procedures of a day; absent where no
    /// payer of the request reduces them.
    public let medicare: MedicareFeeSchedule?
    /// The questions before any price; absent where the request has no answer to look up.
    public let screening: Screening?
    /// What the tables say of care patterns; absent where no plan of care is asked for.
    public let patterns: PatternTables?

    /// Creates an estimator.
    public init(
        catalog: ServiceCatalog,
        clinic: Clinic?,
        schedules: [String: FeeSchedule],
        rules: Rules,
        medicare: MedicareFeeSchedule? = nil,
        screening: Screening? = nil,
        patterns: PatternTables? = nil
    ) {
        self.catalog = catalog
        self.clinic = clinic
        self.schedules = schedules
        self.rules = rules
        self.medicare = medicare
        self.screening = screening ?? patterns?.screening
        self.patterns = patterns
    }

    /// Makes a quote.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - readings: What its plans are where some of their terms are not known; each plan of the
    ///     request stands at some end of them.
    /// - Returns: The quote, every line of it balanced to the cent.
    /// - Throws: ``QuoteProblems`` with every reason why none can be made.
    public func quote(
        _ request: QuoteRequest,
        readings: PlanReadings = .allKnown
    ) throws(QuoteProblems) -> Quote {
        let prepared = try prepare(request)
        let request = prepared.request
        var problems: [QuoteProblem] = []
        let arranged = arrange(request, problems: &problems)
        problems += refusedLines(of: arranged)
        problems += payerProblems(of: request)
        problems += patientProblems(of: request, visits: arranged)
        problems += paymentProblems(
            of: request,
            visits: arranged,
            screening: prepared.screening
        )
        let priced = price(arranged, for: request, problems: &problems)
        problems += accumulatorProblems(of: arranged, for: request)
        guard problems.isEmpty else { throw QuoteProblems(problems) }
        let uncertainty = try Uncertainty(
            of: request,
            arranged: arranged,
            priced: priced,
            readings: readings,
            estimator: self
        )
        let expected = uncertainty.expected
        let course: SharedCourse
        if let only = uncertainty.onlyCourse {
            course = only
        } else {
            course = try share(uncertainty.visits, for: expected)
        }
        return assemble(course, uncertainty, for: expected, prepared)
    }

    /// The visits that a request comes to: those that it gives, those of its plan of care, or after
    /// a caution the first one alone.
    ///
    /// - Parameter request: The request.
    /// - Returns: The visits, in the order of the request or of the plan.
    /// - Throws: ``QuoteProblems`` where there is no price or no plan.
    public func visits(of request: QuoteRequest) throws(QuoteProblems) -> [RequestedVisit] {
        try prepare(request).request.visits
    }

    /// A request with the visits that it comes to after the screening.
    struct Prepared {
        let request: QuoteRequest
        let screening: ScreeningResult
        var care: PlannedCare?
    }

    /// Screens the patient, and puts the plan of care on the calendar.
    ///
    /// The screening comes before everything: whatever else is wrong with a request, one that says
    /// to seek care first is told so.
    func prepare(_ request: QuoteRequest) throws(QuoteProblems) -> Prepared {
        let screened = try screen(request)
        if let care = request.care, let ended = try endedPlan(of: care, screening: screened) {
            throw QuoteProblems([.planEnded(ended, place: care.place.appending("/forecast"))])
        }
        guard screened.outcome != .clinicianDecides else {
            return Prepared(request: try consultation(of: request), screening: screened)
        }
        guard let care = request.care else {
            return Prepared(request: request, screening: screened)
        }
        let planned = try plan(care, atBest: screened.bestGrade, asOf: request.asOf)
        return Prepared(
            request: request.with(visits: planned.visits),
            screening: screened,
            care: planned
        )
    }

    /// Days of the patient's that cannot be; `RepeatedCourse.isPossible` asks the same.
    private func patientProblems(
        of request: QuoteRequest,
        visits: [ArrangedVisit]
    ) -> [QuoteProblem] {
        var problems: [QuoteProblem] = []
        if case .on(let seen) = request.lastSeen, let first = visits.first?.date, seen > first {
            problems.append(.lastSeenAfterVisit(seen, visit: first))
        }
        for (date, pointer) in [
            (request.birthDate, "/patient/birthDate"),
            (request.screening?.askedOn, "/screening/askedOn"),
            (request.screening?.clearance?.on, "/screening/clearedByClinician/on"),
        ] {
            guard let date, date > request.asOf else { continue }
            problems.append(
                .dateAfterQuote(date, place: SourcePlace(file: "", pointer: pointer))
            )
        }
        return problems
    }

    /// A schedule whose payer no rule names could be billed by a rule that is not the payer's.
    private func payerProblems(of request: QuoteRequest) -> [QuoteProblem] {
        request.coverages.compactMap { coverage in
            guard let schedule = coverage.payerSchedule, schedules[schedule] != nil,
                rules.payer(ofSchedule: schedule) == nil
            else { return nil }
            return .noPayerRule(schedule: schedule, place: coverage.place)
        }
    }
}
