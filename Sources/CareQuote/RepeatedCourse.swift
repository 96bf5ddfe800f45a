import CareComplexity
public import CareCoverage
public import CareModel

/// The course of visits of a request that is asked again with other days and other figures.
///
/// Many patients ask the same of the same plan: they come on other days, and have used up more or
/// less. What their requests share, the rows, the prices and what each kind of visit comes to, is
/// settled here once. ``totals(of:)`` then takes the arithmetic of the visits alone.
///
/// The totals are those of ``Estimator/quote(_:readings:)`` for the same days and figures. Where
/// that quote could be refused, or depends on anything else, there are none.
public struct RepeatedCourse: Sendable {
    /// One patient's days and figures.
    public struct Patient: Hashable, Sendable {
        /// A visit: its kind, by its position among the course's kinds, and its date.
        public typealias Visit = (kind: Int, date: CalendarDate)

        /// The day of the quote.
        public var asOf: CalendarDate
        /// When the clinic's group last saw the patient.
        public var lastSeen: LastSeen
        /// What has been used of the plan.
        public var accumulators: Accumulators

        /// Creates the days and figures of a patient.
        public init(asOf: CalendarDate, lastSeen: LastSeen, accumulators: Accumulators) {
            self.asOf = asOf
            self.lastSeen = lastSeen
            self.accumulators = accumulators
        }
    }

    let estimator: Estimator
    let request: QuoteRequest
    let coverage: PatientCoverage
    let kinds: [RequestedVisit]
    let adjudicator: Adjudicator
    /// What was settled so far.
    var settled: [SettledKind] = []
    private let hasCalendarLimit: Bool

    /// Begins with nothing settled.
    ///
    /// - Parameters:
    ///   - request: The request, which was quoted.
    ///   - kinds: Visits of the request, one of each kind; visits of one kind differ in their dates
    ///     alone.
    ///   - estimator: The estimator that quoted it.
    /// - Returns: The course, or nothing where the totals of the request depend on more than its
    ///   visits' arithmetic.
    public init?(of request: QuoteRequest, kinds: [RequestedVisit], estimator: Estimator) {
        guard request.isPlain, request.coverages.count == 1, let coverage = request.primary,
            coverage.isPlain, let outcome = try? estimator.screen(request).outcome,
            outcome == .clear || outcome == .notRecorded
        else { return nil }
        self.estimator = estimator
        self.request = request
        self.coverage = coverage
        self.kinds = kinds
        hasCalendarLimit = coverage.plan.limits.contains { $0.period == .calendarYear }
        adjudicator = Adjudicator(
            plan: coverage.plan,
            network: coverage.network,
            accumulators: coverage.accumulators,
            facts: request.facts(of: coverage),
            recordsSteps: false
        )
    }

    /// What the course comes to for a patient.
    ///
    /// - Parameters:
    ///   - visits: The visits, each on a later day than the one before.
    ///   - patient: The patient's other days and figures.
    /// - Returns: The totals, or nothing where only the whole quote can tell them.
    public mutating func totals(
        of visits: [Patient.Visit],
        for patient: Patient
    ) -> CourseTotals? {
        guard let first = visits.first?.date, isPossible(from: first, for: patient) else {
            return nil
        }
        var course: [(visit: CodedVisit, date: CalendarDate, careType: CareType)] = []
        course.reserveCapacity(visits.count)
        var open: [AccumulatorNeed] = []
        var earlier: CalendarDate?
        for visit in visits {
            if let earlier, visit.date <= earlier { return nil }
            guard let index = settle(visit, after: earlier, for: patient),
                let coded = settled[index].visit
            else { return nil }
            for need in settled[index].needs
            where !patient.accumulators.knows(need) && !open.contains(need) {
                open.append(need)
            }
            course.append((coded, visit.date, kinds[visit.kind].careType))
            earlier = visit.date
        }
        return totals(of: course, from: patient.accumulators, open: open)
    }

    /// Whether the days and figures are such that no quote of them is refused.
    private func isPossible(from first: CalendarDate, for patient: Patient) -> Bool {
        let period = coverage.plan.benefitPeriod
        let figures = patient.accumulators.asOf
        let yearStart = period.yearStart(containing: figures)
        // What was answered to the questions counts for some days.
        if request.screening != nil, patient.asOf != request.asOf { return false }
        if case .on(let day) = patient.lastSeen, day > first { return false }
        if let verified = coverage.verification?.on, verified > patient.asOf { return false }
        if hasCalendarLimit, first.year < figures.year { return false }
        return first >= yearStart
            && yearStart >= period.yearStart(containing: patient.asOf)
    }
}

/// What a course of visits comes to, without the words of a quote.
public struct CourseTotals: Hashable, Sendable {
    /// What the patient pays at the first visit.
    public let today: Money
    /// What the patient pays in all.
    public let range: AmountRange
    /// What the plan pays, with nothing unknown taken as used.
    public let planPays: Money
}

extension QuoteRequest {
    /// Whether nothing but visits and a plan decides what the patient pays.
    fileprivate var isPlain: Bool {
        care == nil && birthDate == nil && offer == nil && paymentOption == .perVisit
    }
}

extension PatientCoverage {
    /// Whether the plan shares cost by its rows, deductible, maximum and limits alone.
    fileprivate var isPlain: Bool {
        medicare == nil && memberSince == nil && authorization == nil && plan.medigap == nil
            && plan.membershipFee == nil && plan.deductible?.carryover == nil
            && plan.type != .medicarePartB && plan.type != .discountPlan
            && !plan.limits.contains { $0.period == .rolling12Months }
    }
}
