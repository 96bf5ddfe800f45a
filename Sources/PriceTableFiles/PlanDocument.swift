public import CareCoverage
import JSONText

/// A plan as its document states it: the terms that are known, and those that nobody knows.
///
/// A `BenefitPlan` has no unknown terms, so a document gives several: one for each way in which
/// an end can stand for each unknown term.
///
/// ```swift
/// let document = try tables.planDocument("acme-ppo-1500")
/// for term in document.unknownTerms {
///     let readings = (0..<term.choices).map { document.plan(choosing: [term.pointer: $0]) }
/// }
/// ```
public struct PlanDocument: Hashable, Sendable {
    /// The plan with the first ends of its unknown terms that can stand together.
    public let plan: BenefitPlan
    /// The terms that nobody knows, sorted by their pointers.
    public let unknownTerms: [UnknownPlanTerm]
    /// The end of each unknown term in ``plan``, where it is not the first.
    private let ends: [String: Int]
    /// Where each unknown term stands in its file or request.
    private let positions: [String: TextPosition]
    private let bytes: [UInt8]
    private let parameters: PlanParameters?

    init(
        plan: BenefitPlan,
        unknownTerms unknown: UnknownTerms,
        bytes: [UInt8],
        parameters: PlanParameters?
    ) {
        self.plan = plan
        unknownTerms = unknown.met.map(\.term)
            .sorted { $0.pointer.utf8.lexicographicallyPrecedes($1.pointer.utf8) }
        ends = unknown.ends
        positions = Dictionary(
            uniqueKeysWithValues: unknown.met.map { ($0.term.pointer, $0.position) }
        )
        self.bytes = bytes
        self.parameters = parameters
    }

    /// Reads the plan with other ends of its unknown terms.
    ///
    /// - Parameter choices: The number of an end from 0, by the pointer of its term. A term that
    ///   is not named stands as it does in ``plan``.
    /// - Returns: The plan, or nothing where these ends cannot stand together, such as a family's
    ///   deductible that decides and is not there, or where a term has no such end.
    public func plan(choosing choices: [String: Int]) -> BenefitPlan? {
        let areEnds = choices.allSatisfy { pointer, end in
            unknownTerms.contains { $0.pointer == pointer && (0..<$0.choices).contains(end) }
        }
        guard areEnds else { return nil }
        let again = PlanReader(
            reader: DocumentReader(bytes),
            place: plan.place,
            parameters: parameters
        )
        return again.plan(at: ends.merging(choices) { $1 })
    }

    /// The number of the end at which a term stands in ``plan``.
    public func end(of term: UnknownPlanTerm) -> Int { ends[term.pointer, default: 0] }

    /// Whether nobody knows the value at a pointer: it is an unknown term or would be part of one.
    package func isUnknown(_ pointer: String) -> Bool {
        unknownTerms.contains { $0.holds(pointer) }
    }

    /// The line of an unknown term in its file or request.
    func line(of term: UnknownPlanTerm) -> Int? { positions[term.pointer]?.line }
}
