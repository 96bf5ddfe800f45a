public import CareComplexity
import CareCoverage
public import CareModel
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

    /// Creates an estimator.
    public init(
        catalog: ServiceCatalog,
        clinic: Clinic?,
        schedules: [String: FeeSchedule],
        rules: Rules,
        medicare: MedicareFeeSchedule? = nil
    ) {
        self.catalog = catalog
        self.clinic = clinic
        self.schedules = schedules
        self.rules = rules
        self.medicare = medicare
    }

    /// Makes a quote.
    ///
    /// - Parameter request: The request.
    /// - Returns: The quote, every line of it balanced to the cent.
    /// - Throws: ``QuoteProblems`` with every reason why none can be made.
    public func quote(_ request: QuoteRequest) throws(QuoteProblems) -> Quote {
        var problems: [QuoteProblem] = []
        let arranged = arrange(request, problems: &problems)
        problems += refusedLines(of: arranged)
        problems += payerProblems(of: request)
        problems += patientProblems(of: request, visits: arranged)
        problems += paymentProblems(of: request, visits: arranged)
        let priced = price(arranged, for: request, problems: &problems)
        problems += unknownAccumulators(of: arranged, for: request)
        guard problems.isEmpty else { throw QuoteProblems(problems) }
        return try adjudicate(priced, for: request)
    }

    /// Days of the patient's that cannot be.
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
            (request.screenedOn, "/screening/askedOn"),
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
        guard let coverage = request.coverage, let schedule = request.schedule,
            schedules[schedule] != nil, rules.payer(ofSchedule: schedule) == nil
        else { return [] }
        return [.noPayerRule(schedule: schedule, place: coverage.place)]
    }

    /// Dates that cannot be: figures of a year that has ended since, and days after the quote's.
    private func datedProblems(
        of visits: [ArrangedVisit],
        lines: [DatedLines],
        for request: QuoteRequest
    ) -> [QuoteProblem] {
        guard let coverage = request.coverage else { return [] }
        var problems: [QuoteProblem] = []
        let period = coverage.plan.benefitPeriod
        let asOf = coverage.accumulators.asOf
        if period.yearStart(containing: asOf) < period.yearStart(containing: request.asOf) {
            // What was used since that year ended is not known, and is not zero.
            let needs = coverage.plan.unknownNeeds(
                of: lines,
                network: coverage.network,
                known: Accumulators(asOf: request.asOf),
                facts: request.facts
            )
            if !needs.isEmpty {
                problems.append(
                    .outdatedAccumulators(
                        asOf: asOf,
                        yearStart: period.yearStart(containing: request.asOf),
                        place: coverage.place
                    )
                )
            }
        }
        if let joined = coverage.memberSince, let first = visits.first?.date, joined > first {
            problems.append(.memberAfterVisit(joined, visit: first, place: coverage.place))
        }
        if let verified = coverage.verification?.on, verified > request.asOf {
            problems.append(
                .dateAfterQuote(verified, place: coverage.place.appending("/verified/on"))
            )
        }
        return problems
    }

    private func unknownAccumulators(
        of visits: [ArrangedVisit],
        for request: QuoteRequest
    ) -> [QuoteProblem] {
        guard let coverage = request.coverage else { return [] }
        let dated = visits.map { visit in
            DatedLines(date: visit.date, careType: visit.careType, lines: visit.lines)
        }
        let needs = coverage.plan.unknownNeeds(
            of: dated,
            network: coverage.network,
            known: coverage.accumulators,
            facts: request.facts
        )
        let yearStart = coverage.plan.benefitPeriod.yearStart(
            containing: coverage.accumulators.asOf
        )
        let hasCalendarLimit = coverage.plan.limits.contains { $0.period == .calendarYear }
        let early = visits.filter { visit in
            visit.date < yearStart
                || (hasCalendarLimit && visit.date.year < coverage.accumulators.asOf.year)
        }
        .map { visit in
            QuoteProblem.visitBeforeAccumulators(
                visit.date,
                asOf: coverage.accumulators.asOf,
                place: visit.place
            )
        }
        return early + datedProblems(of: visits, lines: dated, for: request)
            + needs.map { need in
                .unknownAccumulator(need, plan: coverage.plan, place: coverage.place)
            }
    }
}
