public import CareModel

/// One row of a plan: how it covers a category, some services or some codes.
public struct Benefit: Hashable, Sendable {
    /// What a row is about.
    public enum Selector: Hashable, Sendable {
        /// Every service of a category.
        case category(ServiceCategory)
        /// Services by the tables' names.
        case services([ServiceKey])
        /// Services by their procedure codes.
        case codes([ProcedureCode])

        /// How specific the row is for a line, or nothing where it is not about it.
        func rank(for line: ServiceLine) -> Int? {
            switch self {
            case .codes(let codes):
                guard let code = line.code, codes.contains(code) else { return nil }
                return 3
            case .services(let services):
                guard let service = line.service, services.contains(service) else { return nil }
                return 2
            case .category(let category):
                return line.category == category ? 1 : nil
            }
        }
    }

    /// Whether the plan covers what the row is about.
    public enum Coverage: String, CaseIterable, Hashable, Sendable {
        /// Yes.
        case covered
        /// No; contracted prices still hold.
        case notCovered
        /// Not at all; the clinic may bill its charge.
        case excluded
    }

    /// The price of a line that is not covered (rule S3).
    public enum UncoveredPrice: String, CaseIterable, Hashable, Sendable {
        /// The contracted rate.
        case contracted
        /// The regular charge.
        case billed
        /// The clinic's self-pay price.
        case selfPay
        /// Nothing: the clinic bears it.
        case notBillable
    }

    /// How the part of a line that is neither copay nor deductible is shared.
    public enum Sharing: Hashable, Sendable {
        /// The patient pays this part of it.
        case coinsurance(Percentage)
        /// The plan pays this amount for the line, whatever its units, and the patient the rest.
        case planPaysFixed(Money)
    }

    /// The amount of which coinsurance is a part (rule S5).
    public enum CoinsuranceBase: String, CaseIterable, Hashable, Sendable {
        /// What is left after deductible and copay.
        case afterDeductibleAndCopay
        /// The whole allowed amount.
        case allowed
    }

    /// The amount that an out-of-network plan allows (rule S1).
    public enum OutOfNetworkBasis: Hashable, Sendable {
        /// A part of the charge.
        case fractionOfCharge(Percentage)
        /// A ratio of Medicare's amount in the clinic's locality; it may exceed the whole.
        case fractionOfMedicare(Percentage)
        /// A schedule of the tables, by its name.
        case schedule(String)
    }

    /// Whether a write-off still holds once a dollar limit is wholly used up (rule S10).
    public enum ExhaustedWriteOff: String, CaseIterable, Hashable, Sendable {
        /// It holds.
        case keep
        /// It ends, and the patient owes the charge.
        case zero
    }

    /// What the row is about.
    public let selector: Selector
    /// The diagnoses for which the row holds; absent where it holds for all.
    public let diagnoses: DiagnosisCondition?
    /// The networks in which the row holds.
    public let networks: Set<Network>
    /// Whether it is covered.
    public let coverage: Coverage
    /// The copay, if there is one.
    public let copay: Copay?
    /// Who pays the rest.
    public let sharing: Sharing
    /// The amount of which coinsurance is a part.
    public let coinsuranceBase: CoinsuranceBase
    /// Whether the deductible applies.
    public let deductibleApplies: Bool
    /// Whether what the patient pays counts toward the out-of-pocket maximum.
    public let countsTowardOutOfPocketMaximum: Bool
    /// Whether nothing is owed once the maximum is reached.
    public let isWaivedAfterOutOfPocketMaximum: Bool
    /// The positions, in the plan's list, of the limits that hold here.
    public let limits: [Int]
    /// The price once covered use ends; absent where the document is silent.
    public let afterExhaustion: UncoveredPrice?
    /// Whether maintenance care is covered.
    public let coversMaintenance: Bool
    /// Whether an authorization is needed, and what happens without it.
    public let authorization: AuthorizationTerm?
    /// Whether a referral is needed; without one the line is covered and the quote says so.
    public let isReferralRequired: Bool
    /// The months after joining before the row covers anything.
    public let waitingPeriodMonths: Int
    /// What becomes of the write-off once a dollar limit is used up.
    public let exhaustedWriteOff: ExhaustedWriteOff
    /// What is allowed out of network; absent where the document is silent.
    public let outOfNetworkBasis: OutOfNetworkBasis?
    /// Where the row was read.
    public let place: SourcePlace

    /// Creates a row from terms that were checked by its reader.
    public init(
        selector: Selector,
        diagnoses: DiagnosisCondition? = nil,
        networks: Set<Network> = [.inNetwork],
        coverage: Coverage = .covered,
        copay: Copay? = nil,
        sharing: Sharing,
        coinsuranceBase: CoinsuranceBase = .afterDeductibleAndCopay,
        deductibleApplies: Bool = true,
        countsTowardOutOfPocketMaximum: Bool = true,
        isWaivedAfterOutOfPocketMaximum: Bool = true,
        limits: [Int] = [],
        afterExhaustion: UncoveredPrice? = nil,
        coversMaintenance: Bool = false,
        authorization: AuthorizationTerm? = nil,
        isReferralRequired: Bool = false,
        waitingPeriodMonths: Int = 0,
        exhaustedWriteOff: ExhaustedWriteOff = .keep,
        outOfNetworkBasis: OutOfNetworkBasis? = nil,
        place: SourcePlace
    ) {
        self.selector = selector
        self.diagnoses = diagnoses
        self.networks = networks
        self.coverage = coverage
        self.copay = copay
        self.sharing = sharing
        self.coinsuranceBase = coinsuranceBase
        self.deductibleApplies = deductibleApplies
        self.countsTowardOutOfPocketMaximum = countsTowardOutOfPocketMaximum
        self.isWaivedAfterOutOfPocketMaximum = isWaivedAfterOutOfPocketMaximum
        self.limits = limits
        self.afterExhaustion = afterExhaustion
        self.coversMaintenance = coversMaintenance
        self.authorization = authorization
        self.isReferralRequired = isReferralRequired
        self.waitingPeriodMonths = waitingPeriodMonths
        self.exhaustedWriteOff = exhaustedWriteOff
        self.outOfNetworkBasis = outOfNetworkBasis
        self.place = place
    }

    /// Whether the row holds in a network.
    public func applies(in network: Network) -> Bool { networks.contains(network) }

    /// The price of a line of this row that is not covered: as the row says, else the contracted
    /// one, else for an excluded service the charge (rule S3).
    public var uncoveredPrice: UncoveredPrice {
        afterExhaustion ?? (coverage == .excluded ? .billed : .contracted)
    }

    /// Whether the deductible can take anything of a covered line of this row (rule S4).
    var meetsDeductible: Bool {
        deductibleApplies && copay?.deductible != .notSubject
    }
}

/// A fixed amount that the patient pays (rule S4).
public struct Copay: Hashable, Sendable {
    /// What one copay is for.
    public enum Basis: String, CaseIterable, Hashable, Sendable {
        /// Each benefit row and date, however many lines.
        case perVisit
        /// Each line.
        case perService
        /// Each unit of a line.
        case perUnit
    }

    /// How the copay and the deductible follow each other.
    public enum DeductibleRelation: String, CaseIterable, Hashable, Sendable {
        /// The copay alone; the deductible does not apply.
        case notSubject
        /// The copay first, then the deductible on the rest.
        case before
        /// The whole allowed amount until the deductible is met, then the copay.
        case after
    }

    /// The amount.
    public let amount: Money
    /// What one copay is for.
    public let basis: Basis
    /// How it stands to the deductible.
    public let deductible: DeductibleRelation
    /// The largest part of a line's allowed amount that the copay may take, where a state caps it.
    public let capOfAllowed: Percentage?
    /// The categories whose lines, later in the same visit, this copay covers as well.
    public let absorbs: Set<ServiceCategory>

    /// Creates a copay.
    public init(
        amount: Money,
        basis: Basis = .perVisit,
        deductible: DeductibleRelation = .notSubject,
        capOfAllowed: Percentage? = nil,
        absorbs: Set<ServiceCategory> = []
    ) {
        self.amount = amount
        self.basis = basis
        self.deductible = deductible
        self.capOfAllowed = capOfAllowed
        self.absorbs = absorbs
    }
}
