public import CareModel

/// How one payer wants a session billed; data, with a source.
public struct PayerRule: Hashable, Sendable {
    /// The name that stands for Medicare's fee schedule where a rule names a schedule.
    public static let medicareSchedule = "medicare"

    /// The contracted schedule whose payer the rule is for; absent for self-pay and for plans
    /// without a schedule.
    public let schedule: String?
    /// How minutes become units.
    public let timedUnits: TimedUnitRule
    /// Whether further therapy procedures of a day are reduced.
    public let reducesProcedures: Bool
    /// The modifier that therapy lines carry, where the payer wants one.
    public let therapyModifier: Modifier?

    /// Creates the rule.
    public init(
        schedule: String?,
        timedUnits: TimedUnitRule,
        reducesProcedures: Bool,
        therapyModifier: Modifier? = nil
    ) {
        self.schedule = schedule
        self.timedUnits = timedUnits
        self.reducesProcedures = reducesProcedures
        self.therapyModifier = therapyModifier
    }
}
