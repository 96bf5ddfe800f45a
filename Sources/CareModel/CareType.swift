/// Whether care is expected to improve a condition or to keep it from coming back.
public enum CareType: String, CaseIterable, Hashable, Sendable {
    /// Care with improvement in view; what plans cover.
    case active
    /// Care that keeps a state; most plans do not cover it.
    case maintenance
}
