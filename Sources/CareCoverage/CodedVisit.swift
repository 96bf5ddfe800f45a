import CareModel

/// The lines of a visit as one plan sees them, made once for any number of dates and patients.
///
/// Most visits of a course cost the same: while the deductible takes all that it can, and again
/// once it is met. What they come to is settled here once, with what they use up, and holds on
/// every date on which nothing runs out. Every other visit is shared line by line.
public final class CodedVisit: Sendable {
    let lines: [CodedLine]
    /// What the visit comes to while the deductible lasts; absent where that can differ.
    let beforeDeductible: SettledVisit?
    /// What it comes to once the deductible is met, or without one; absent where that can differ.
    let afterDeductible: SettledVisit?

    init(
        _ lines: [CodedLine],
        beforeDeductible: SettledVisit?,
        afterDeductible: SettledVisit?
    ) {
        self.lines = lines
        self.beforeDeductible = beforeDeductible
        self.afterDeductible = afterDeductible
    }

    /// Whether what the visit comes to is settled for some of its dates.
    public var isSettled: Bool { beforeDeductible != nil || afterDeductible != nil }
}

/// What a visit comes to while nothing runs out, and what it uses.
final class SettledVisit: Sendable {
    /// What it uses of one limit.
    struct Use: Sendable {
        let limit: Int
        /// How many lines ask whether the limit has room.
        let lines: Int
        let count: Int
        let amount: Money
    }

    let amounts: LineAmounts
    /// What it puts toward the deductible.
    let deductible: Money
    /// What it puts toward the out-of-pocket maximum.
    let outOfPocket: Money
    let uses: [Use]
    /// The rows whose copay by visit it takes, and how much.
    let copays: [(row: Int, amount: Money)]

    init(
        amounts: LineAmounts,
        deductible: Money,
        outOfPocket: Money,
        uses: [Use],
        copays: [(row: Int, amount: Money)]
    ) {
        self.amounts = amounts
        self.deductible = deductible
        self.outOfPocket = outOfPocket
        self.uses = uses
        self.copays = copays
    }
}
