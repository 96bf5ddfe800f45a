import CareModel

/// Visits as one plan sees them, in lists of numbers that follow one another.
///
/// A visit is told by its ``Place`` and not by a reference of its own: counting references took as
/// long as sharing.
final class CodedSheet: Sendable {
    /// Where the parts of a visit stand.
    ///
    /// Its phases are numbers: the lowest bit says that the deductible is met, the next that the
    /// out-of-pocket maximum is, and each bit above them that the limit at that position is used up.
    struct Place: Sendable {
        let lines: Range<Int>
        let limits: Range<Int>
        /// What the visit comes to in each phase; empty where that can always differ from date to
        /// date.
        var phases = 0..<0
        /// Its lines under ordinary terms; empty where one has any other.
        var ordinary = 0..<0
    }

    let lines: [CodedLine]
    /// The limits of the rows that are about the lines of a visit, each once.
    let limits: [Int]
    /// The lines of the visits all of whose lines are under ordinary terms.
    let ordinary: [OrdinaryLine]
    let parts: [SettledPart]
    let uses: [LimitUse]
    let copays: [CopayTaken]
    /// Rows with a copay by visit, in the order in which visits meet them; kept only where a copay
    /// absorbs others.
    let copayRows: [Int]

    init(
        lines: [CodedLine],
        limits: [Int],
        ordinary: [OrdinaryLine] = [],
        parts: [SettledPart] = [],
        uses: [LimitUse] = [],
        copays: [CopayTaken] = [],
        copayRows: [Int] = []
    ) {
        self.lines = lines
        self.limits = limits
        self.ordinary = ordinary
        self.parts = parts
        self.uses = uses
        self.copays = copays
        self.copayRows = copayRows
    }
}

/// What a visit comes to in one phase, and what it uses.
struct SettledPart: Sendable {
    /// Whether it holds; in some phases what a visit comes to can differ from date to date.
    let isSettled: Bool
    /// What it puts toward the deductible.
    let deductible: Money
    /// What it puts toward the out-of-pocket maximum.
    let outOfPocket: Money
    /// Where on the sheet stands what it uses of limits.
    let uses: Range<Int>
    /// Where on the sheet stand the copays by visit that it takes.
    let copays: Range<Int>
    /// Where on the sheet stand the rows with a copay by visit that it meets.
    let copayRows: Range<Int>
    let amounts: LineAmounts
}

/// What a visit uses of one limit in one phase.
struct LimitUse: Sendable {
    let limit: Int
    /// Whether the limit was used up before.
    let isUsedUp: Bool
    /// Whether the limit starts anew on every date.
    let isOfOneDate: Bool
    /// What has to fit under the limit: the visits or services asked for, or one cent more than
    /// is used, so that something is left.
    let asked: Int
    /// What is used: visits or services, or cents.
    let used: Int
}

/// A copay by visit, and the row under which it is taken.
struct CopayTaken: Sendable {
    let row: Int
    let amount: Money
}
