public import CareModel

/// A price that a clinic offers to patients who pay without insurance; data, with a source.
public struct Offer: Hashable, Sendable {
    /// The sort of offer.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A first visit for a new patient at one price.
        case introductory
        /// Several visits paid in advance.
        case package
        /// A monthly fee that includes visits.
        case membership
        /// A discount for paying on the day of the visit.
        case promptPay
        /// A discount for further members of a household.
        case household
        /// A discount for documented hardship.
        case hardship
        /// A discount plan, which is not insurance.
        case discountPlan
    }

    /// A service that an offer includes, and how often.
    public struct Inclusion: Hashable, Sendable {
        /// The service.
        public let service: ServiceKey
        /// How many units; of a membership, in each month.
        public let count: Int

        /// Creates an inclusion.
        public init(service: ServiceKey, count: Int) {
            self.service = service
            self.count = count
        }
    }

    /// What the patient pays under an offer.
    public enum Terms: Hashable, Sendable {
        /// One price, paid at the first visit, for what is included.
        case price(Money)
        /// A discount on each self-pay price.
        case discount(Percentage)
        /// A fee each month from the first visit on, and a discount on what is not included.
        case monthly(fee: Money, discount: Percentage)
        /// A fee at the first visit and again after so many months, and a discount on each self-pay
        /// price.
        case fee(Money, everyMonths: Int, discount: Percentage)
    }

    /// Whom an offer is for.
    public enum Audience: String, CaseIterable, Hashable, Sendable {
        /// Patients whom the clinic has not seen in the years that make a patient new.
        case newPatients
        /// Patients who pay without insurance.
        case selfPay
        /// Everybody.
        case everyone
    }

    /// For whom an offer is not.
    public enum Exclusion: String, CaseIterable, Hashable, Sendable {
        /// Patients of a federal program.
        case federalBeneficiaries
        /// Visits that a plan covers.
        case insuredVisits
    }

    /// The name in the tables.
    public let id: String
    /// What it is, in plain words.
    public let words: LocalizedWords
    /// The sort of offer.
    public let kind: Kind
    /// What is included.
    public let includes: [Inclusion]
    /// What is not included, to be told before any charge accrues.
    public let notIncluded: [ServiceKey]
    /// What the patient pays.
    public let terms: Terms
    /// The first day on which it can be taken up.
    public let validFrom: CalendarDate
    /// The last day; absent where the offer goes on.
    public let validThrough: CalendarDate?
    /// For whom it is.
    public let audiences: Set<Audience>
    /// For whom it is not.
    public let exclusions: Set<Exclusion>
    /// Whether unused visits are paid back at the price paid for each.
    public let refundsUnusedVisits: Bool
    /// The days after the first visit within which it must be used; absent without an end.
    public let expiresAfterDays: Int?
    /// The household income, in percent of the poverty level, up to which hardship is granted.
    public let povertyLevelLimit: Int?
    /// Where the offer stands.
    public let place: SourcePlace

    /// Creates an offer.
    public init(
        id: String,
        words: LocalizedWords,
        kind: Kind,
        includes: [Inclusion] = [],
        notIncluded: [ServiceKey] = [],
        terms: Terms,
        validFrom: CalendarDate,
        validThrough: CalendarDate? = nil,
        audiences: Set<Audience> = [.everyone],
        exclusions: Set<Exclusion> = [],
        refundsUnusedVisits: Bool = false,
        expiresAfterDays: Int? = nil,
        povertyLevelLimit: Int? = nil,
        place: SourcePlace
    ) {
        self.id = id
        self.words = words
        self.kind = kind
        self.includes = includes
        self.notIncluded = notIncluded
        self.terms = terms
        self.validFrom = validFrom
        self.validThrough = validThrough
        self.audiences = audiences
        self.exclusions = exclusions
        self.refundsUnusedVisits = refundsUnusedVisits
        self.expiresAfterDays = expiresAfterDays
        self.povertyLevelLimit = povertyLevelLimit
        self.place = place
    }

    /// Whether the offer can be taken up on a day.
    public func isValid(on date: CalendarDate) -> Bool {
        guard date >= validFrom else { return false }
        guard let validThrough else { return true }
        return date <= validThrough
    }

    /// Whether what is paid and not used is paid back.
    ///
    /// The refund term is about the visits that one price includes; what is paid in advance under
    /// any other terms is paid back in any case.
    public var refundsWhatIsUnused: Bool {
        if case .price = terms { return refundsUnusedVisits }
        return true
    }

    /// How many units of each service it includes.
    var includedUnitsByService: [ServiceKey: Int] {
        Dictionary(includes.map { ($0.service, $0.count) }, uniquingKeysWith: +)
    }

    /// How many units of all services it includes.
    public var includedUnits: Int { includes.map(\.count).reduce(0, +) }
}
