import CareQuote
import PriceTableFiles
import Testing

/// A term that nobody knows, and what a plan says of it at each of its ends.
struct UnknownTerm: Sendable, CustomTestStringConvertible {
    let pointer: String
    let plan: PlanText
    /// What ``read`` gives at each end; nothing where the plan cannot have it.
    let ends: [String?]
    let read: @Sendable (BenefitPlan) -> String

    init(
        _ pointer: String,
        _ plan: PlanText,
        ends: [String?],
        read: @escaping @Sendable (BenefitPlan) -> String
    ) {
        self.pointer = pointer
        self.plan = plan
        self.ends = ends
        self.read = read
    }

    var testDescription: String { "\(pointer): \(ends.map { $0 ?? "-" })" }

    static let amounts = ["0.00", "9999999.99"]
    static let flags = ["false", "true"]

    static func text(_ amount: Money?) -> String { amount?.decimalText ?? "none" }
}
