public import CareCoverage
public import CareModel

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
