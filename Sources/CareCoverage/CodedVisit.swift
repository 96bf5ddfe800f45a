import CareModel

/// The lines of a visit as one plan sees them, made once for any number of dates and patients.
///
/// Most visits of a course cost the same: while the deductible takes all that it can, again once it
/// is met, and again once a limit is used up. What they come to in each such phase is settled here
/// once, with what they use up, and holds on every date on which nothing runs out. A visit with
/// which something runs out is shared line by line.
public final class CodedVisit: Sendable {
    /// The limits of the visit's lines that a settled visit can be told by.
    static let mostLimits = 3

    let lines: [CodedLine]
    /// The limits of the rows that are about the lines, each once.
    let limits: [Int]
    /// What the visit comes to in each phase; absent where that can differ from date to date, and
    /// empty where it always can.
    ///
    /// A phase is a number: its lowest bit says that the deductible is met, and each bit above
    /// it that the limit at that position of ``limits`` is used up.
    let phases: [SettledVisit?]

    init(_ lines: [CodedLine], limits: [Int], phases: [SettledVisit?]) {
        self.lines = lines
        self.limits = limits
        self.phases = phases
    }

    /// Whether what the visit comes to is settled for some of its dates.
    public var isSettled: Bool { phases.contains { $0 != nil } }
}

/// What a visit comes to in one phase, and what it uses.
final class SettledVisit: Sendable {
    /// What it uses of one limit.
    struct Use: Sendable {
        let limit: Int
        /// Whether the limit was used up before.
        let isUsedUp: Bool
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
