public import CareComplexity
public import CareCoverage
public import CareModel
public import CarePatterns

/// A question for a quote, read and checked, its defaults filled in.
public struct QuoteRequest: Hashable, Sendable {
    /// The day on which the quote is made.
    public let asOf: CalendarDate
    /// The clinic, by the name of its folder in the tables.
    public let clinic: String?
    /// When the clinic's group last saw the patient.
    public let lastSeen: LastSeen
    /// The patient's birth date.
    public let birthDate: CalendarDate?
    /// What was answered to the questions that come before any price; absent where nobody recorded
    /// that they were asked.
    public let screening: ScreeningAnswers?
    /// The ICD-10-CM codes, primary first.
    public private(set) var diagnosisCodes: [String]
    /// The plan of care that is to be projected; absent where the request gives the visits.
    public let care: RequestedCare?
    /// The visits, in the order of the request; of a plan of care those of its longest course, once
    /// it is planned.
    public private(set) var visits: [RequestedVisit]
    /// The patient's plans, the one that pays first before the other; none for a patient who pays
    /// without insurance.
    public private(set) var coverages: [PatientCoverage]
    /// When the patient pays.
    public let paymentOption: PaymentOption
    /// The offer of the clinic that the patient asks for, by its name.
    public let offer: String?
    /// The household income in percent of the poverty level, where the patient tells it.
    public let povertyLevelPercent: Int?
    /// Whether a price that ends before a visit goes on.
    public let assumesPricesContinue: Bool

    /// Creates a request.
    public init(
        asOf: CalendarDate,
        clinic: String? = nil,
        lastSeen: LastSeen = .notStated,
        birthDate: CalendarDate? = nil,
        screening: ScreeningAnswers? = nil,
        diagnosisCodes: [String] = [],
        care: RequestedCare? = nil,
        visits: [RequestedVisit] = [],
        coverages: [PatientCoverage] = [],
        paymentOption: PaymentOption = .perVisit,
        offer: String? = nil,
        povertyLevelPercent: Int? = nil,
        assumesPricesContinue: Bool = false
    ) {
        self.asOf = asOf
        self.clinic = clinic
        self.lastSeen = lastSeen
        self.birthDate = birthDate
        self.screening = screening
        self.diagnosisCodes = diagnosisCodes
        self.care = care
        self.visits = visits
        self.coverages = coverages
        self.paymentOption = paymentOption
        self.offer = offer
        self.povertyLevelPercent = povertyLevelPercent
        self.assumesPricesContinue = assumesPricesContinue
    }
}

/// When a patient pays for a plan of care.
public enum PaymentOption: String, CaseIterable, Hashable, Sendable {
    /// At each visit.
    case perVisit
    /// In even parts, on the same day of each month from the first visit to the last.
    case monthly
    /// All of it at the first visit.
    case prepay
}

/// When a patient was last seen by the clinic's group.
public enum LastSeen: Hashable, Sendable {
    /// The request does not say; whether the patient is new is then not known.
    case notStated
    /// Never.
    case never
    /// On this day.
    case on(CalendarDate)
}

/// A visit that a request asks about.
public struct RequestedVisit: Hashable, Sendable {
    /// What a visit holds.
    public enum Contents: Hashable, Sendable {
        /// The services as they will be billed.
        case services([ServiceLine])
        /// What is done, from which the services follow.
        case session(Session)
        /// An exam alone, after which a clinician decides.
        case consultation
    }

    /// The date of service.
    public let date: CalendarDate
    /// Why the visit takes place; absent to have it derived.
    public let kind: VisitKind?
    /// Whether the care is active or maintenance.
    public let careType: CareType
    /// What the visit holds.
    public let contents: Contents
    /// How thorough the exam of a session is; absent for what the clinic's table says.
    public let exam: ExamLevel?
    /// The part of a plan of care that it belongs to.
    public let phase: PhaseKind?
    /// The chance that it takes place, 0 to 1.
    public let probability: Double
    /// Where the request asks for the visit.
    public let place: SourcePlace

    /// Creates a visit.
    public init(
        date: CalendarDate,
        kind: VisitKind? = nil,
        careType: CareType = .active,
        contents: Contents,
        exam: ExamLevel? = nil,
        phase: PhaseKind? = nil,
        probability: Double = 1,
        place: SourcePlace
    ) {
        self.date = date
        self.kind = kind
        self.careType = careType
        self.contents = contents
        self.exam = exam
        self.phase = phase
        self.probability = probability
        self.place = place
    }
}

/// A plan of the patient with what of it has been used.
public struct PatientCoverage: Hashable, Sendable {
    /// Who asked the insurer about the benefits, and when.
    public struct Verification: Hashable, Sendable {
        /// The day.
        public let on: CalendarDate
        /// Who or what was asked.
        public let by: String?
        /// The insurer's reference.
        public let reference: String?

        /// Creates a record.
        public init(on: CalendarDate, by: String? = nil, reference: String? = nil) {
            self.on = on
            self.by = by
            self.reference = reference
        }
    }

    /// The plan.
    public let plan: BenefitPlan
    /// Whether the plan was named from the tables rather than written in the request.
    public let isFromTables: Bool
    /// Whether the clinic is contracted with the plan.
    public let network: Network
    /// What has been used.
    public let accumulators: Accumulators
    /// The insurer's authorization, where there is one.
    public let authorization: CoverageFacts.Authorization?
    /// The first and the last day of a referral, where there is one.
    public let referral: ClosedRange<CalendarDate>?
    /// The day on which the patient joined the plan.
    public let memberSince: CalendarDate?
    /// Who asked, and when.
    public let verification: Verification?
    /// How clinic and patient stand to Medicare; present where the plan is its Part B.
    public let medicare: MedicareStanding?
    /// The Medicare contractor and locality where they are not the clinic's.
    public let medicareLocality: String?
    /// Where the request names the plan.
    public let place: SourcePlace

    /// Creates a coverage.
    public init(
        plan: BenefitPlan,
        isFromTables: Bool = false,
        network: Network = .inNetwork,
        accumulators: Accumulators,
        authorization: CoverageFacts.Authorization? = nil,
        referral: ClosedRange<CalendarDate>? = nil,
        memberSince: CalendarDate? = nil,
        verification: Verification? = nil,
        medicare: MedicareStanding? = nil,
        medicareLocality: String? = nil,
        place: SourcePlace
    ) {
        self.plan = plan
        self.isFromTables = isFromTables
        self.network = network
        self.accumulators = accumulators
        self.authorization = authorization
        self.referral = referral
        self.memberSince = memberSince
        self.verification = verification
        self.medicare = medicare
        self.medicareLocality = medicareLocality
        self.place = place
    }

    /// The schedule whose payer's billing rules hold, by its name.
    public var payerSchedule: String? {
        if plan.type == .medicarePartB { return PayerRule.medicareSchedule }
        return network == .inNetwork ? plan.feeSchedule : nil
    }
}

extension PatientCoverage {
    /// The coverage with another reading of its plan and other figures.
    func with(plan: BenefitPlan, accumulators: Accumulators) -> PatientCoverage {
        PatientCoverage(
            plan: plan,
            isFromTables: isFromTables,
            network: network,
            accumulators: accumulators,
            authorization: authorization,
            referral: referral,
            memberSince: memberSince,
            verification: verification,
            medicare: medicare,
            medicareLocality: medicareLocality,
            place: place
        )
    }
}

extension QuoteRequest {
    /// The request with other plans and another diagnosis.
    func with(coverages: [PatientCoverage], diagnosisCodes: [String]) -> QuoteRequest {
        var request = self
        request.coverages = coverages
        request.diagnosisCodes = diagnosisCodes
        return request
    }

    /// The request with the visits of its plan of care, or with fewer.
    func with(visits: [RequestedVisit]) -> QuoteRequest {
        var request = self
        request.visits = visits
        return request
    }

    /// The plan that pays first; absent for a patient who pays without insurance.
    public var primary: PatientCoverage? { coverages.first }

    /// The plan that pays next; absent where there is one plan or none.
    public var secondary: PatientCoverage? { coverages.dropFirst().first }

    /// What the patient brings beside a plan.
    func facts(of coverage: PatientCoverage) -> CoverageFacts {
        CoverageFacts(
            authorization: coverage.authorization,
            referral: coverage.referral,
            memberSince: coverage.memberSince,
            diagnosis: diagnosisCodes.first,
            furtherDiagnoses: Array(diagnosisCodes.dropFirst()),
            medicare: coverage.medicare
        )
    }

    /// Diagnoses for each way in which the plans can judge them, the primary first.
    ///
    /// Rows of plans look at the primary one. Medicare pays manipulation where any of them is a
    /// subluxation, so beside Medicare each primary one stands alone and with one.
    var telltaleDiagnoses: [[String]] {
        let primary = Set(coverages.flatMap(\.plan.telltaleDiagnoses)).sorted()
        let payable = coverages.compactMap { $0.medicare?.rules.payableDiagnoses.first }.first
        return primary.flatMap { code in [[code]] + (payable.map { [[code, $0]] } ?? []) }
    }

    /// Whether a plan that is insurance pays; a discount plan is none.
    public var isInsured: Bool { coverages.contains { $0.plan.type != .discountPlan } }

    /// The benefit row of a plan for a line.
    func benefit(for line: ServiceLine, of coverage: PatientCoverage) -> Benefit? {
        let row = coverage.plan.benefitIndex(
            for: line,
            network: coverage.network,
            diagnosis: diagnosisCodes.first
        )
        return row.map { coverage.plan.benefits[$0] }
    }
}
