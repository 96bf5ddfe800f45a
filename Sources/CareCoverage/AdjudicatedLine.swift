public import CareModel

/// A line after the plan has shared its cost.
public struct AdjudicatedLine: Hashable, Sendable {
    /// The line and its prices.
    public let priced: PricedLine
    /// Why the plan does not cover the line; absent where it does.
    public let denial: Denial?
    /// The amounts, each for all units.
    public let amounts: LineAmounts
    /// The arithmetic in order; empty where nobody asked for it.
    public let steps: [Step]
    /// The arithmetic of a second plan as if it were alone; empty where there is none.
    ///
    /// Its amounts are not the line's: they lead to what the second plan would pay by itself, of
    /// which a step of ``steps`` says how much it pays.
    public let secondAlone: [Step]

    /// Creates an adjudicated line.
    public init(
        priced: PricedLine,
        denial: Denial?,
        amounts: LineAmounts,
        steps: [Step],
        secondAlone: [Step] = []
    ) {
        self.priced = priced
        self.denial = denial
        self.amounts = amounts
        self.steps = steps
        self.secondAlone = secondAlone
    }

    /// The line with the arithmetic of a second plan beside its own.
    func beside(secondAlone: [Step]) -> AdjudicatedLine {
        AdjudicatedLine(
            priced: priced,
            denial: denial,
            amounts: amounts,
            steps: steps,
            secondAlone: secondAlone
        )
    }
}

/// A visit after the plan has shared its cost.
public struct AdjudicatedVisit: Hashable, Sendable {
    /// The lines in the order of the claim.
    public let lines: [AdjudicatedLine]
    /// What changed for the patient on this visit.
    public let events: [CoverageEvent]
    /// What changed with the second plan; nothing without one.
    public let secondEvents: [CoverageEvent]

    /// Creates an adjudicated visit.
    public init(
        lines: [AdjudicatedLine],
        events: [CoverageEvent],
        secondEvents: [CoverageEvent] = []
    ) {
        self.lines = lines
        self.events = events
        self.secondEvents = secondEvents
    }
}

/// Something that a patient notices in the course of a plan of care.
public enum CoverageEvent: Hashable, Sendable {
    /// A new benefit year began before this visit.
    case benefitYearReset
    /// The deductible is met with this visit.
    case deductibleMet
    /// The out-of-pocket maximum is met with this visit.
    case outOfPocketMaximumMet
    /// This visit is the last that the limit covers, or one that it covers no more.
    case limitReached(UsageLimit, isDenied: Bool)
}

/// Why a line could not be adjudicated: its price was needed and nobody knew it.
public enum AdjudicationError: Error, Hashable, Sendable {
    /// What the plan allows for the line is not known.
    case noAllowedAmount(ServiceLine)
    /// The self-pay price of a line that is not covered is not known.
    case noSelfPayPrice(ServiceLine)
    /// The table lacks the deductible of a year.
    case noDeductible(year: Int, file: String)
}
