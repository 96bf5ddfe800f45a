import CareModel

/// Adds up the amounts of a line, and notes each step where somebody wants to see it.
struct LineLedger {
    private(set) var amounts = LineAmounts()
    private var steps: [Step] = []
    private let recordsSteps: Bool

    init(recordsSteps: Bool) {
        self.recordsSteps = recordsSteps
    }

    /// Goes on where a line was closed before.
    init(_ line: AdjudicatedLine, recordsSteps: Bool) {
        amounts = line.amounts
        steps = line.steps
        self.recordsSteps = recordsSteps
    }

    /// Notes that a payment of a plan goes to the patient.
    mutating func reimburse(_ payment: Money) { amounts.reimbursed += payment }

    /// Adds a step; one of nothing is left out.
    mutating func add(
        _ part: LinePart,
        _ amount: Money,
        because reason: @autoclosure () -> StepReason,
        source: @autoclosure () -> SourcePlace?
    ) {
        guard amount != .zero else { return }
        amounts[part] += amount
        if recordsSteps {
            steps.append(Step(part: part, amount: amount, reason: reason(), source: source()))
        }
    }

    /// Notes why a part of the line is nothing.
    mutating func note(_ part: LinePart, because reason: StepReason, source: SourcePlace?) {
        guard recordsSteps else { return }
        steps.append(Step(part: part, amount: .zero, reason: reason, source: source))
    }

    /// Adds what a second plan takes off the patient's part without paying it.
    mutating func addSecondWriteOff(
        _ amount: Money,
        because reason: StepReason,
        source: SourcePlace?
    ) {
        add(.writeOff, amount, because: reason, source: source)
        amounts.secondWriteOff += amount
    }

    /// Ends a line that goes on from one that was closed before.
    func close(_ line: AdjudicatedLine) -> AdjudicatedLine {
        AdjudicatedLine(
            priced: line.priced,
            denial: line.denial,
            amounts: amounts,
            steps: steps
        )
    }

    /// Adds up what the patient pays and ends the line.
    mutating func close(_ line: PricedLine, denial: Denial?) -> AdjudicatedLine {
        let patient = LinePart.patientShares.map { amounts[$0] }.sum() - amounts.secondaryPays
        add(.patientPays, patient, because: .sumOfShares, source: nil)
        return AdjudicatedLine(priced: line, denial: denial, amounts: amounts, steps: steps)
    }
}
