/// A figure that the front desk may be told by an insurer, by the name of its option.
package enum DeskFigure: String, CaseIterable, Hashable, Sendable {
    case deductibleMet = "deductible-met"
    case outOfPocketMet = "out-of-pocket-met"
    case visitsUsed = "visits-used"
    case secondDeductibleMet = "second-deductible-met"
    case secondOutOfPocketMet = "second-out-of-pocket-met"
    case secondVisitsUsed = "second-visits-used"

    /// Whether it is a figure of the second plan.
    package var isOfSecond: Bool {
        switch self {
        case .deductibleMet, .outOfPocketMet, .visitsUsed: false
        case .secondDeductibleMet, .secondOutOfPocketMet, .secondVisitsUsed: true
        }
    }

    /// The same figure of one of the two plans.
    func of(second isOfSecond: Bool) -> DeskFigure {
        switch self {
        case .deductibleMet, .secondDeductibleMet:
            isOfSecond ? .secondDeductibleMet : .deductibleMet
        case .outOfPocketMet, .secondOutOfPocketMet:
            isOfSecond ? .secondOutOfPocketMet : .outOfPocketMet
        case .visitsUsed, .secondVisitsUsed: isOfSecond ? .secondVisitsUsed : .visitsUsed
        }
    }

    /// What a plan must have for the figure to be one of it.
    var term: String {
        switch self {
        case .deductibleMet, .secondDeductibleMet: "deductible"
        case .outOfPocketMet, .secondOutOfPocketMet: "out-of-pocket maximum"
        case .visitsUsed, .secondVisitsUsed: "limit of visits"
        }
    }

    /// Reads names with commas between them.
    package static func list(_ text: String) throws(DeskProblem) -> Set<DeskFigure> {
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let unknown = names.filter { DeskFigure(rawValue: $0) == nil }
        guard unknown.isEmpty else {
            let known = allCases.map(\.rawValue).joined(separator: ", ")
            throw .usage(
                "--unknown: \(unknown.map { "'\($0)'" }.joined(separator: ", ")) is no figure. "
                    + "Write some of: \(known)."
            )
        }
        return Set(names.compactMap(DeskFigure.init(rawValue:)))
    }
}

/// Why options of the front desk make no request.
package enum DeskProblem: Error, Hashable, Sendable {
    /// Options that make no sense together.
    case usage(String)
    /// Figures of something that the plan does not have, a line each.
    case noSuchTerm([String])
    /// A plan of the tables cannot be read.
    case failed(QuoteFailure)

    /// What is wrong and what to write instead, a line each.
    package var lines: [String] {
        switch self {
        case .usage(let line): [line]
        case .noSuchTerm(let lines): lines
        case .failed(let failure): failure.lines
        }
    }
}
