/// The diagnoses for which a benefit row holds, by the beginnings of ICD-10-CM codes (rule S18).
public enum DiagnosisCondition: Hashable, Sendable {
    /// The primary code begins with one of these.
    case only([String])
    /// The primary code begins with none of these.
    case except([String])

    /// Whether the row holds for a primary code; for none that is known it does not.
    func holds(for diagnosis: String?) -> Bool {
        guard let diagnosis else { return false }
        switch self {
        case .only(let beginnings): return beginnings.contains(where: diagnosis.hasPrefix)
        case .except(let beginnings): return !beginnings.contains(where: diagnosis.hasPrefix)
        }
    }
}
