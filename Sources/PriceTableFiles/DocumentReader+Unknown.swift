import JSONText

/// The text `"unknown"` for a term of a plan; anywhere else it is text like any other.
extension DocumentReader {
    /// Whether the value that comes next is a term of a plan that nobody knows.
    var isUnknownNext: Bool { unknownTerms != nil && nextText() == "unknown" }

    /// Whether a term of the plan that is read was unknown.
    ///
    /// - Parameter pointer: Its JSON pointer in the plan.
    /// - Returns: Whether it was met.
    func wasUnknown(_ pointer: String) -> Bool {
        unknownTerms?.contains(pointer) == true
    }

    /// Reads a term that nobody knows, and answers with one of its ends.
    ///
    /// - Parameter ends: All that the term can be at its extremes, in their order.
    /// - Returns: The end, or nothing (and nothing is read) where the term is known.
    func unknownEnd<Value>(among ends: [Value]) -> Value? {
        skipUnknown().map { ends[chosenEnd(of: $0, among: ends.count)] }
    }

    /// Reads a count that nobody knows and after which the visits are shared in another way.
    ///
    /// - Parameter counts: All that it can be, rising.
    /// - Returns: The count at the end that is taken, or nothing where the term is known.
    func unknownCount(among counts: [Int]) -> Int? {
        skipUnknown().map { counts[chosenEnd(of: $0, among: counts.count, counts: counts)] }
    }

    /// Passes over a term that nobody knows, whose ends depend on others that are not read yet.
    ///
    /// - Returns: The term's place, for ``chosenEnd(of:among:)``, or nothing where it is known.
    func skipUnknown() -> Mark? {
        guard isUnknownNext else { return nil }
        let here = mark()
        skip()
        return here
    }

    /// Notes a term that nobody knows.
    ///
    /// - Parameters:
    ///   - mark: The term's place.
    ///   - choices: How many ends it has.
    ///   - counts: The count at each of them, where the term parts the visits in two.
    /// - Returns: The number of the end to take.
    func chosenEnd(of mark: Mark, among choices: Int, counts: [Int] = []) -> Int {
        let pointer = mark.pointer(below: unknownTerms?.depth ?? 0)
        let term = UnknownPlanTerm(pointer: pointer, choices: choices, counts: counts)
        return unknownTerms?.meet(term, at: position(of: mark)) ?? 0
    }

    /// Refuses "unknown" where no ends can stand for it.
    ///
    /// - Parameter advice: What to do instead.
    /// - Returns: Whether the value was "unknown"; it was then read and reported.
    func refusesUnknown(
        _ advice: String = "is a term that no quote can do without. Ask the insurer, or leave it "
            + "out if the plan has no such term"
    ) -> Bool {
        guard let here = skipUnknown() else { return false }
        report(here, advice)
        return true
    }
}
