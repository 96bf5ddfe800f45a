import CareModel

/// How often, or up to which amount, a plan covers something in a period (rules S9 and S10).
///
/// Benefit rows that name the same limit share it. A limit of visits or services is tested before
/// any cost sharing; a limit of dollars cuts what the plan pays or allows.
public struct UsageLimit: Hashable, Sendable {
    /// What is counted.
    public enum Unit: String, CaseIterable, Hashable, Sendable {
        /// A provider and a date, however many lines.
        case visits
        /// Each line, whatever its units.
        case services
        /// Dollars that the plan pays or allows.
        case dollars
    }

    /// The span after which the count starts anew.
    public enum Period: String, CaseIterable, Hashable, Sendable {
        /// Each visit by itself.
        case visit
        /// Each day by itself; two visits on one date are one.
        case day
        /// The plan's benefit year.
        case benefitYear
        /// January 1 to December 31.
        case calendarYear
        /// The twelve months before each visit.
        case rolling12Months
        /// Never.
        case lifetime
    }

    /// Which covered visits count.
    public enum Counting: String, CaseIterable, Hashable, Sendable {
        /// Every covered visit, even if the deductible took all of it.
        case allowed
        /// Only a visit for which the plan paid something.
        case planPaid
    }

    /// The amount of which a limit of dollars is a limit.
    public enum DollarBasis: String, CaseIterable, Hashable, Sendable {
        /// What the plan pays.
        case planPaid
        /// What the plan allows.
        case allowed
    }

    /// Whose uses are counted.
    public enum Scope: String, CaseIterable, Hashable, Sendable {
        /// The patient's.
        case individual
        /// The family's together: what others used is part of what is used.
        case family
    }

    /// What happens when a limit of visits or services is used up.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Nothing more is covered.
        case hard
        /// Nothing; the patient is told.
        case notice
        /// An authorization is needed.
        case authorizationAfter
    }

    /// The name by which benefit rows refer to the limit.
    public let id: String
    /// What is counted.
    public let unit: Unit
    /// The most that is covered in a period: visits, services, or cents of a limit of dollars.
    public let maximum: Int
    /// When the count starts anew.
    public let period: Period
    /// What counts.
    public let counting: Counting
    /// Whether a first visit, with nothing used before it, neither counts nor is limited.
    public let excludesFirstVisit: Bool
    /// Whose uses are counted.
    public let scope: Scope
    /// Of a limit of dollars, what it limits.
    public let dollarBasis: DollarBasis
    /// What happens when it is used up.
    public let kind: Kind

    /// Creates a limit.
    public init(
        id: String,
        unit: Unit,
        maximum: Int,
        period: Period = .benefitYear,
        counting: Counting = .allowed,
        scope: Scope = .individual,
        excludesFirstVisit: Bool = false,
        dollarBasis: DollarBasis = .planPaid,
        kind: Kind = .hard
    ) {
        self.id = id
        self.unit = unit
        self.maximum = maximum
        self.period = period
        self.counting = counting
        self.scope = scope
        self.excludesFirstVisit = excludesFirstVisit
        self.dollarBasis = dollarBasis
        self.kind = kind
    }

    /// Whether what was used before the first visit can still count on that visit's date.
    var remembersEarlierUse: Bool { period != .visit && period != .day }
}
