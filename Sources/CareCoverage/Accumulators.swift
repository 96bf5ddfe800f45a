public import CareModel

/// What of a plan's deductible, maximum and limits has been used so far.
///
/// A figure that is absent is not known, which is never the same as nothing used.
public struct Accumulators: Hashable, Sendable {
    /// An amount for the person and one for the family.
    public struct Tier: Hashable, Sendable {
        /// What the person has used.
        public var individual: Money?
        /// What the family has used, the person's part included.
        public var family: Money?

        /// Creates a tier; nothing is known unless it is given.
        public init(individual: Money? = nil, family: Money? = nil) {
            self.individual = individual
            self.family = family
        }
    }

    /// What of a limit has been used.
    public enum LimitUse: Hashable, Sendable {
        /// So many visits or services in the limit's period.
        case used(Int)
        /// So many dollars in the limit's period.
        case amount(Money)
        /// The dates of use, for a limit that looks twelve months back.
        case dates([CalendarDate])
    }

    /// The day of the figures; they belong to the benefit year that holds it.
    public var asOf: CalendarDate
    /// Who or what gave the figures.
    public var source: String?
    /// What of the deductible is met.
    public var deductible: Tier
    /// How many members of the family have met theirs.
    public var membersMet: Int?
    /// What of a category's deductible is met.
    public var deductibleByCategory: [ServiceCategory: Money]
    /// What counted toward the out-of-pocket maximum.
    public var outOfPocket: Tier
    /// What of each limit is used, by its name.
    public var limits: [String: LimitUse]
    /// What each month of this benefit year put toward the deductible, for a carry-over; part of
    /// what is met.
    public var deductibleByMonth: [Int: Money]?
    /// How many dates have used the authorization.
    public var authorizationVisitsUsed: Int?
    /// On how many dates lines of a category were covered, for an authorization after so many.
    public var benefitVisits: [ServiceCategory: Int]

    /// Creates figures; what is not given is not known.
    public init(
        asOf: CalendarDate,
        source: String? = nil,
        deductible: Tier = Tier(),
        membersMet: Int? = nil,
        deductibleByCategory: [ServiceCategory: Money] = [:],
        outOfPocket: Tier = Tier(),
        limits: [String: LimitUse] = [:],
        deductibleByMonth: [Int: Money]? = nil,
        authorizationVisitsUsed: Int? = nil,
        benefitVisits: [ServiceCategory: Int] = [:]
    ) {
        self.asOf = asOf
        self.source = source
        self.deductible = deductible
        self.membersMet = membersMet
        self.deductibleByCategory = deductibleByCategory
        self.outOfPocket = outOfPocket
        self.limits = limits
        self.deductibleByMonth = deductibleByMonth
        self.authorizationVisitsUsed = authorizationVisitsUsed
        self.benefitVisits = benefitVisits
    }
}
