/// How often a plan covers something in a period (rule S9).
///
/// Benefit rows that name the same limit share it. A limit is tested before any cost sharing.
public struct UsageLimit: Hashable, Sendable {
    /// What is counted.
    public enum Unit: String, CaseIterable, Hashable, Sendable {
        /// A provider and a date, however many lines.
        case visits
        /// Each line, whatever its units.
        case services
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

    /// The name by which benefit rows refer to the limit.
    public let id: String
    /// What is counted.
    public let unit: Unit
    /// The most that is covered in a period.
    public let maximum: Int
    /// When the count starts anew.
    public let period: Period
    /// What counts.
    public let counting: Counting
    /// Whether a first visit, with nothing used before it, neither counts nor is limited.
    public let excludesFirstVisit: Bool

    /// Creates a limit.
    public init(
        id: String,
        unit: Unit,
        maximum: Int,
        period: Period = .benefitYear,
        counting: Counting = .allowed,
        excludesFirstVisit: Bool = false
    ) {
        self.id = id
        self.unit = unit
        self.maximum = maximum
        self.period = period
        self.counting = counting
        self.excludesFirstVisit = excludesFirstVisit
    }

    /// Whether what was used before the first visit can still count on that visit's date.
    var remembersEarlierUse: Bool { period != .visit && period != .day }
}
