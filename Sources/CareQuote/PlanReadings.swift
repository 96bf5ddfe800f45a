public import CareCoverage

/// A term of a patient's plan that nobody knows, and the ends between which it lies.
public struct UnknownTerm: Hashable, Sendable {
    /// The plan, by its position among the patient's plans.
    public let coverage: Int
    /// Where the term stands in the plan, such as `/benefits/1/coinsurance`.
    public let pointer: String
    /// How many ends it has, at least 2, numbered from 0.
    public let choices: Int

    /// Creates a term.
    public init(coverage: Int, pointer: String, choices: Int) {
        self.coverage = coverage
        self.pointer = pointer
        self.choices = choices
    }
}

/// What the plans of a request can be where some of their terms are not known.
///
/// A `BenefitPlan` has no unknown terms; each way in which an end can stand for each of them is
/// a plan of its own, and a reading gives it.
public struct PlanReadings: Sendable {
    /// The terms that nobody knows.
    public let terms: [UnknownTerm]
    /// A plan, by its position, with ends of its unknown terms by their pointers; nothing where
    /// these ends cannot stand together.
    public let plan: @Sendable (_ coverage: Int, _ ends: [String: Int]) -> BenefitPlan?

    /// Creates the readings of a request's plans.
    public init(
        terms: [UnknownTerm],
        plan: @escaping @Sendable (_ coverage: Int, _ ends: [String: Int]) -> BenefitPlan?
    ) {
        self.terms = terms
        self.plan = plan
    }

    /// Every term is known.
    public static let allKnown = PlanReadings(terms: []) { _, _ in nil }
}
