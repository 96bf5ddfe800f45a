public import CareModel

/// Why a plan does not cover a line (rule S2), in the order in which a plan asks.
public enum Denial: Hashable, Sendable {
    /// The plan is not in force on the date of service.
    case planNotInForce
    /// No benefit row is about the service.
    case noBenefit
    /// The row says that it is not covered.
    case notCovered
    /// The row excludes it altogether.
    case excluded
    /// The care is maintenance, which the row does not cover.
    case maintenance
    /// An authorization is needed and missing.
    case authorizationMissing
    /// The waiting period has not ended.
    case waitingPeriod(endsOn: CalendarDate)
    /// Medicare pays only a line whose list of modifiers holds this one.
    case modifierMissing(Modifier)
    /// Medicare does not pay for any of the diagnoses.
    case diagnosisNotPayable
    /// All that a limit covers has been used.
    case limitReached(UsageLimit)
}
