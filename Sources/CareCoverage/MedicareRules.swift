public import CareModel

/// How Medicare Part B pays a chiropractor, as the tables state the law.
///
/// Part B covers manual manipulation of the spine to correct a subluxation, in active treatment
/// only; everything else that a chiropractor does is excluded (42 CFR 410.21(b)).
public struct MedicareRules: Hashable, Sendable {
    /// The modifiers by which a claim says who owes the line.
    public struct Modifiers: Hashable, Sendable {
        /// The treatment is active.
        public let active: Modifier
        /// A notice that Medicare may not pay is signed.
        public let notice: Modifier
        /// Medicare is expected not to pay, and no notice is signed.
        public let withoutNotice: Modifier
        /// The law excludes the service.
        public let excluded: Modifier
        /// A notice is signed although the law excludes the service.
        public let voluntaryNotice: Modifier

        /// Creates the modifiers.
        public init(
            active: Modifier,
            notice: Modifier,
            withoutNotice: Modifier,
            excluded: Modifier,
            voluntaryNotice: Modifier
        ) {
            self.active = active
            self.notice = notice
            self.withoutNotice = withoutNotice
            self.excluded = excluded
            self.voluntaryNotice = voluntaryNotice
        }
    }

    /// What of the fee schedule amount Medicare approves for a clinic that does not participate.
    public let nonParticipatingFraction: Percentage
    /// What of the fee schedule amount a clinic without assignment may charge at most.
    public let limitingChargeFactor: Percentage
    /// The modifiers.
    public let modifiers: Modifiers
    /// The beginnings of the diagnoses for which manipulation is paid.
    public let payableDiagnoses: [String]
    /// How many months a notice holds.
    public let noticeMonths: Int
    /// Where the rules were read.
    public let place: SourcePlace

    /// Creates the rules.
    public init(
        nonParticipatingFraction: Percentage,
        limitingChargeFactor: Percentage,
        modifiers: Modifiers,
        payableDiagnoses: [String],
        noticeMonths: Int,
        place: SourcePlace
    ) {
        self.nonParticipatingFraction = nonParticipatingFraction
        self.limitingChargeFactor = limitingChargeFactor
        self.modifiers = modifiers
        self.payableDiagnoses = payableDiagnoses
        self.noticeMonths = noticeMonths
        self.place = place
    }

    /// Whether manipulation is paid for a diagnosis.
    public func pays(for diagnosis: String) -> Bool {
        payableDiagnoses.contains(where: diagnosis.hasPrefix)
    }
}

/// How the clinic and the patient stand to Medicare.
public struct MedicareStanding: Hashable, Sendable {
    /// The rules of the tables.
    public let rules: MedicareRules
    /// Whether the clinic participates, and so always takes assignment.
    public let isParticipating: Bool
    /// Whether a clinic that does not participate takes assignment all the same.
    public let isAssigned: Bool
    /// Whether the patient is a qualified Medicare beneficiary, who owes no shares.
    public let isQualifiedBeneficiary: Bool
    /// The day on which the patient signed an advance beneficiary notice; absent where none is.
    public let noticeSignedOn: CalendarDate?

    /// Creates a standing.
    public init(
        rules: MedicareRules,
        isParticipating: Bool = true,
        isAssigned: Bool = true,
        isQualifiedBeneficiary: Bool = false,
        noticeSignedOn: CalendarDate? = nil
    ) {
        self.rules = rules
        self.isParticipating = isParticipating
        self.isAssigned = isAssigned
        self.isQualifiedBeneficiary = isQualifiedBeneficiary
        self.noticeSignedOn = noticeSignedOn
    }

    /// Whether Medicare pays the clinic, and not the patient.
    ///
    /// A participating clinic always takes assignment, and for a qualified beneficiary assignment
    /// is implied.
    public var takesAssignment: Bool { isParticipating || isAssigned || isQualifiedBeneficiary }

    /// What Medicare approves of a fee schedule amount.
    public func approved(of fee: Money) -> Money {
        isParticipating ? fee : rules.nonParticipatingFraction.of(fee)
    }
}
