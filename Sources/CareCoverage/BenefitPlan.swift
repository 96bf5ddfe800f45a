public import CareModel

/// What a health plan promises: the terms by which the cost of a service is shared.
///
/// The terms are those of a Summary of Benefits. A term that is absent is one that the plan does
/// not have. Where nobody knows a term, the plan is read once for each end of it.
public struct BenefitPlan: Hashable, Sendable {
    /// The name by which requests and tables know the plan.
    public let id: String
    /// The insurer.
    public let payerName: String
    /// The insurer's name for the plan.
    public let planName: String
    /// The sort of plan.
    public let type: PlanType
    /// The first day of coverage.
    public let effectiveFrom: CalendarDate
    /// The last day of coverage; absent where the plan goes on.
    public let effectiveThrough: CalendarDate?
    /// When the accumulators start anew.
    public let benefitPeriod: BenefitPeriod
    /// Whether the plan may stand beside a health savings account (rule S14).
    public let isHSACompatible: Bool
    /// Whether the plan is paid for by a federal program.
    public let isFederalProgram: Bool
    /// The state whose rules govern the plan.
    public let jurisdiction: String?
    /// The schedule of contracted rates, by its name in the tables.
    public let feeSchedule: String?
    /// What the patient pays before the plan does; absent where the plan has none.
    public let deductible: Deductible?
    /// The most that the patient pays in a benefit year; absent where the plan has none.
    public let outOfPocketMaximum: OutOfPocketMaximum?
    /// How often services are covered.
    public let limits: [UsageLimit]
    /// The benefit rows, in the order of the document.
    public let benefits: [Benefit]
    /// How the plan pays where another pays first.
    public let coordination: CoordinationRule
    /// What the plan covers of Medicare's shares, where it is a Medigap plan.
    public let medigap: MedigapCover?
    /// What a member of a discount plan pays for each benefit year; absent where it is no such plan.
    public let membershipFee: Money?
    /// The document that states the terms.
    public let source: String?
    /// The day on which the terms were last checked with the insurer.
    public let verifiedOn: CalendarDate?
    /// Where the plan was read; the sources of its terms stand below it.
    public let place: SourcePlace

    /// Creates a plan from terms that were checked by its reader.
    public init(
        id: String,
        payerName: String,
        planName: String,
        type: PlanType,
        effectiveFrom: CalendarDate,
        effectiveThrough: CalendarDate? = nil,
        benefitPeriod: BenefitPeriod = .calendarYear,
        isHSACompatible: Bool = false,
        isFederalProgram: Bool = false,
        jurisdiction: String? = nil,
        feeSchedule: String? = nil,
        deductible: Deductible? = nil,
        outOfPocketMaximum: OutOfPocketMaximum? = nil,
        limits: [UsageLimit] = [],
        benefits: [Benefit],
        coordination: CoordinationRule = .standard,
        medigap: MedigapCover? = nil,
        membershipFee: Money? = nil,
        source: String? = nil,
        verifiedOn: CalendarDate? = nil,
        place: SourcePlace
    ) {
        self.id = id
        self.payerName = payerName
        self.planName = planName
        self.type = type
        self.effectiveFrom = effectiveFrom
        self.effectiveThrough = effectiveThrough
        self.benefitPeriod = benefitPeriod
        self.isHSACompatible = isHSACompatible
        self.isFederalProgram = isFederalProgram
        self.jurisdiction = jurisdiction
        self.feeSchedule = feeSchedule
        self.deductible = deductible
        self.outOfPocketMaximum = outOfPocketMaximum
        self.limits = limits
        self.benefits = benefits
        self.coordination = coordination
        self.medigap = medigap
        self.membershipFee = membershipFee
        self.source = source
        self.verifiedOn = verifiedOn
        self.place = place
    }

    /// The plan as people say it: `Acme PPO 1500`.
    public var name: String { "\(payerName) \(planName)" }

    /// Whether the plan is in force on a date of service.
    public func isInForce(on date: CalendarDate) -> Bool {
        guard date >= effectiveFrom else { return false }
        guard let effectiveThrough else { return true }
        return date <= effectiveThrough
    }

    /// The position of the most specific benefit row for a line, or nothing where none matches.
    ///
    /// A row that names the code is more specific than one that names the service, and that more
    /// than one that names the category; of two such rows, one that holds because of the diagnosis
    /// is the more specific (rule S18).
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - network: Whether the clinic is contracted.
    ///   - diagnosis: The primary diagnosis; without one, no row that depends on it holds.
    /// - Returns: The position in ``benefits``.
    public func benefitIndex(
        for line: ServiceLine,
        network: Network,
        diagnosis: String? = nil
    ) -> Int? {
        var best: (index: Int, rank: Int)?
        for index in benefits.indices where benefits[index].applies(in: network) {
            guard let selected = benefits[index].selector.rank(for: line),
                benefits[index].diagnoses?.holds(for: diagnosis) != false
            else { continue }
            let rank = 2 * selected + (benefits[index].diagnoses == nil ? 0 : 1)
            if rank > (best?.rank ?? 0) { best = (index, rank) }
        }
        return best?.index
    }

    /// Whether a row that depends on the diagnosis is about a line.
    func dependsOnDiagnosis(_ line: ServiceLine, network: Network) -> Bool {
        guard benefits.contains(where: { $0.diagnoses != nil }) else { return false }
        let rows = benefits.filter { $0.applies(in: network) }
        let plain =
            rows.filter { $0.diagnoses == nil }
            .compactMap { $0.selector.rank(for: line) }.max() ?? 0
        return rows.contains { row in
            row.diagnoses != nil && (row.selector.rank(for: line) ?? -1) >= plain
        }
    }
}

/// The sort of plan, as the documents name it.
public enum PlanType: String, CaseIterable, Hashable, Sendable {
    /// A preferred provider organization.
    case preferredProvider = "PPO"
    /// A health maintenance organization.
    case healthMaintenance = "HMO"
    /// An exclusive provider organization.
    case exclusiveProvider = "EPO"
    /// A point-of-service plan.
    case pointOfService = "POS"
    /// A high-deductible health plan.
    case highDeductible = "HDHP"
    /// Medicare Part B.
    case medicarePartB
    /// A Medicare Advantage plan.
    case medicareAdvantage
    /// A state's Medicaid program.
    case medicaid
    /// Workers' compensation.
    case workersCompensation
    /// Medical payments under an auto policy.
    case autoMedical
    /// A discount plan, which is not insurance.
    case discountPlan
    /// Any other plan that shares costs by the common rules.
    case other

    /// Whether the clinic may not bill the patient what lies above the allowed amount (rule S14).
    var forbidsBalanceBill: Bool { self == .medicaid || self == .workersCompensation }
}

/// Whether the clinic has a contract with the plan.
public enum Network: String, CaseIterable, Hashable, Sendable {
    /// The clinic is contracted.
    case inNetwork = "in"
    /// The clinic is not contracted.
    case outOfNetwork = "out"
}
