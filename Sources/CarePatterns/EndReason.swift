/// Why a course of care ends.
public enum EndReason: String, CaseIterable, Hashable, Sendable {
    /// The patient's goals are met.
    case goals
    /// A gate found no improvement that matters, or no further gain.
    case stopRule
    /// The plan has no more visits.
    case cap
    /// The patient does not come again.
    case patient
}

/// Whether patients who leave of their own accord are counted.
public enum Attendance: String, CaseIterable, Hashable, Sendable {
    /// Every patient comes until the plan ends: what a patient is shown, so that no cost is
    /// understated.
    case adherent
    /// Some stop coming, as many do: for comparing with published use and for a clinic's capacity.
    case typical
}
