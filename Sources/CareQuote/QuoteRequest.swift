import CareCoverage
public import CareModel
public import CarePatterns

/// A question for a quote, read and checked, its defaults filled in.
public struct QuoteRequest: Hashable, Sendable {
    /// The day on which the quote is made.
    public let asOf: CalendarDate
    /// The clinic, by the name of its folder in the tables.
    public let clinic: String?
    /// When the clinic's group last saw the patient.
    public private(set) var lastSeen: LastSeen
    /// The patient's birth date.
    public let birthDate: CalendarDate?
    /// What was answered to the questions that come before any price; absent where nobody recorded
    /// that they were asked.
    public let screening: ScreeningAnswers?
    /// The ICD-10-CM codes, primary first.
    public private(set) var diagnosisCodes: [String]
    /// The plan of care that is to be projected; absent where the request gives the visits.
    public private(set) var care: RequestedCare?
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

extension QuoteRequest {
    /// The request with other plans and another diagnosis.
    func with(coverages: [PatientCoverage], diagnosisCodes: [String]) -> QuoteRequest {
        var request = self
        request.coverages = coverages
        request.diagnosisCodes = diagnosisCodes
        return request
    }

    /// The request of a patient who was last seen on another day, with other visits.
    func with(lastSeen: LastSeen, visits: [RequestedVisit]) -> QuoteRequest {
        var request = self
        request.lastSeen = lastSeen
        request.visits = visits
        return request
    }

    /// The request with the visits of its plan of care, or with fewer.
    func with(visits: [RequestedVisit]) -> QuoteRequest {
        var request = self
        request.visits = visits
        return request
    }

    /// The same request with its plan of care from another day.
    public func starting(on day: CalendarDate) -> QuoteRequest {
        var request = self
        request.care = care?.starting(on: day)
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
