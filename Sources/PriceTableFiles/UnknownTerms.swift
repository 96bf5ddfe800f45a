import JSONText

/// The terms that nobody knows, as a reader meets them in a plan, and the end that it takes of each.
struct UnknownTerms {
    /// A term and where it stands.
    struct Met {
        let term: UnknownPlanTerm
        let position: TextPosition
    }

    /// How many steps into the document the plan stands.
    let depth: Int
    /// The end that is taken of a term, by its pointer; the first where none is chosen.
    let ends: [String: Int]
    private(set) var met: [Met] = []
    /// Whether the plan asks for a rule that is not built.
    var hasRefusal = false

    init(depth: Int, ends: [String: Int]) {
        self.depth = depth
        self.ends = ends
    }

    /// Notes a term.
    ///
    /// - Returns: The number of the end that is taken.
    mutating func meet(_ term: UnknownPlanTerm, at position: TextPosition) -> Int {
        met.append(Met(term: term, position: position))
        return ends[term.pointer, default: 0]
    }

    /// Whether a term was met.
    func contains(_ pointer: String) -> Bool {
        met.contains { $0.term.pointer == pointer }
    }
}
