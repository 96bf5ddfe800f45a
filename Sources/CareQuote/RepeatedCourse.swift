import CareComplexity
public import CareCoverage
public import CareModel

/// The course of visits of a request that is asked again with other days and other figures.
///
/// Many patients ask the same of the same plan: they come on other days, and have used up more or
/// less. What their requests share, the rows, the prices and what each kind of visit comes to, is
/// settled here once. ``totals(of:for:)`` then takes the arithmetic of the visits alone.
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

    /// The plan that shares the cost, ready to share it.
    struct Payer: Sendable {
        let coverage: PatientCoverage
        let adjudicator: Adjudicator
        /// Shares the courses of one patient after the other.
        var courses: CourseAdjudicator
        let hasCalendarLimit: Bool
        // A few terms stand here once more: to copy a plan takes longer than to share a visit.
        let period: BenefitPeriod
        let verifiedOn: CalendarDate?

        init(_ coverage: PatientCoverage, facts: CoverageFacts) {
            self.coverage = coverage
            adjudicator = Adjudicator(
                plan: coverage.plan,
                network: coverage.network,
                accumulators: coverage.accumulators,
                facts: facts,
                recordsSteps: false
            )
            courses = CourseAdjudicator(adjudicator)
            hasCalendarLimit = coverage.plan.limits.contains { $0.period == .calendarYear }
            period = coverage.plan.benefitPeriod
            verifiedOn = coverage.verification?.on
        }
    }

    /// More kinds of visits in their circumstances than these are not kept for the next patient; a
    /// course has few of them.
    private static let mostSettled = 24

    let estimator: Estimator
    let request: QuoteRequest
    /// Absent for a patient who pays without insurance.
    var payer: Payer?
    let kinds: [RequestedVisit]
    /// What was settled so far.
    var settled: [SettledKind] = []
    /// The visits of the patient at hand; they stand here so that their room is kept for the next.
    var runs: [VisitRun] = []
    /// How many days after the first visit each of them is.
    var dayOffsets: [Int] = []

    /// Begins with nothing settled; there is no course where the totals of the request depend on
    /// more than the arithmetic of its visits.
    ///
    /// - Parameters:
    ///   - request: The request, which was quoted.
    ///   - kinds: Visits of the request, one of each kind; visits of one kind differ in their dates
    ///     alone.
    ///   - estimator: The estimator that quoted it.
    public init?(of request: QuoteRequest, kinds: [RequestedVisit], estimator: Estimator) {
        guard request.isPlain, request.coverages.count <= 1,
            request.coverages.allSatisfy(\.isPlain),
            let outcome = try? estimator.screen(request).outcome,
            outcome == .clear || outcome == .notRecorded
        else { return nil }
        self.estimator = estimator
        self.request = request.with(visits: [])
        self.kinds = kinds
        payer = request.primary.map { Payer($0, facts: request.facts(of: $0)) }
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
        let yearStart = payer?.period.yearStart(containing: patient.accumulators.asOf)
        guard let first = visits.first?.date,
            isPossible(from: first, for: patient, yearStart: yearStart)
        else { return nil }
        let figures = SettledKind.Years(
            benefitYear: yearStart,
            calendarYear: patient.accumulators.asOf.year
        )
        // Runs keep positions in what is settled, so that it begins anew between courses alone.
        if settled.count > RepeatedCourse.mostSettled { settled = [] }
        runs.removeAll(keepingCapacity: true)
        dayOffsets.removeAll(keepingCapacity: true)
        var open: [AccumulatorNeed] = []
        var earlier: CalendarDate?
        for visit in visits {
            if let earlier, visit.date <= earlier { return nil }
            let last = runs.last?.settled
            let index = settle(visit, after: earlier, settledAt: last, for: patient, figures)
            guard let index else { return nil }
            dayOffsets.append(first.days(until: visit.date))
            // What is paid at the first visit is told apart, so that it is a run of its own.
            if index == last, runs.count > 1 {
                runs[runs.count - 1].count += 1
            } else {
                for need in settled[index].needs
                where !patient.accumulators.knows(need) && !open.contains(need) {
                    open.append(need)
                }
                runs.append(VisitRun(settled: index, start: dayOffsets.count - 1))
            }
            earlier = visit.date
        }
        return totals(from: first, patient.accumulators, open: open)
    }

    /// Whether the days and figures are such that no quote of them is refused.
    ///
    /// It asks what `patientProblems`, `earlyVisits` and `datedProblems` of the estimator find, and
    /// may say no too often, but never yes where one of them finds anything.
    private func isPossible(
        from first: CalendarDate,
        for patient: Patient,
        yearStart: CalendarDate?
    ) -> Bool {
        // What was answered to the questions counts for some days.
        if request.screening != nil, patient.asOf != request.asOf { return false }
        if case .on(let day) = patient.lastSeen, day > first { return false }
        guard let yearStart, let period = payer?.period else { return true }
        if let verified = payer?.verifiedOn, verified > patient.asOf { return false }
        let figures = patient.accumulators.asOf
        if payer?.hasCalendarLimit == true, first.year < figures.year { return false }
        return first >= yearStart && yearStart >= period.yearStart(containing: patient.asOf)
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
