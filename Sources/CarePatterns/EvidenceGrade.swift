/// How well the figures of a pattern are known.
public enum EvidenceGrade: String, CaseIterable, Hashable, Sendable {
    /// Several good studies of such patients.
    case a = "A"
    /// A study or two, or several that do not quite fit.
    case b = "B"
    /// Little, or nothing but the judgement of experts.
    case c = "C"
}

extension EvidenceGrade: Comparable {
    /// Whether the first is the better known.
    public static func < (left: EvidenceGrade, right: EvidenceGrade) -> Bool {
        left.rawValue < right.rawValue
    }
}
