import CareModel

/// Adds up the amounts of a line, and notes each step where somebody wants to see it.
struct LineLedger: Ledger {
    private(set) var amounts = LineAmounts()
    private var steps: [Step] = []
    private let priced: PricedLine
    private let recordsSteps: Bool

    init(_ line: PricedLine, recordsSteps: Bool) {
        priced = line
        self.recordsSteps = recordsSteps
    }

    /// Goes on where a line was closed before.
    init(_ line: AdjudicatedLine, recordsSteps: Bool) {
        priced = line.priced
        amounts = line.amounts
        steps = line.steps
        self.recordsSteps = recordsSteps
    }

    mutating func reimburse(_ payment: Money) { amounts.reimbursed += payment }

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

    mutating func note(
        _ part: LinePart,
        because reason: @autoclosure () -> StepReason,
        source: @autoclosure () -> SourcePlace?
    ) {
        guard recordsSteps else { return }
        steps.append(Step(part: part, amount: .zero, reason: reason(), source: source()))
    }

    mutating func openCovered(_ line: CodedLine, by coded: CodedPlan) {
        guard let row = line.row else { return }
        _ = try? coded.allow(
            priced,
            benefit: coded.plan.benefits[row],
            ledger: &self
        )
    }

    mutating func openUncovered(
        _ line: CodedLine,
        price: Money,
        basis: Benefit.UncoveredPrice,
        denial: CodedDenial,
        by coded: CodedPlan
    ) {
        let charge = priced.charge
        let plain = coded.denial(denial)
        let benefit = line.row.map { coded.plan.benefits[$0] }
        let source = priced.source(of: basis, benefit: benefit)
        add(
            .charge,
            line.billed,
            because: .price(each: charge.amount, units: line.units),
            source: charge.source
        )
        add(
            .notCovered,
            price,
            because: .denied(plain, price: basis),
            source: coded.source(of: denial, benefit: benefit) ?? source
        )
        add(
            .writeOff,
            line.billed - price,
            because: .denied(plain, price: basis),
            source: source
        )
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
        closed(priced, denial: line.denial)
    }

    /// Adds up what the patient pays and ends the line.
    mutating func close(denial: Denial?) -> AdjudicatedLine {
        close()
        return closed(priced, denial: denial)
    }

    /// The line as it stands, with the modifiers of its claim.
    func closed(_ claimed: PricedLine, denial: Denial?) -> AdjudicatedLine {
        AdjudicatedLine(priced: claimed, denial: denial, amounts: amounts, steps: steps)
    }
}

extension PricedLine {
    /// Where the price of an uncovered line was read.
    fileprivate func source(of basis: Benefit.UncoveredPrice, benefit: Benefit?) -> SourcePlace? {
        switch basis {
        case .notBillable: benefit?.place
        case .billed: charge.source
        case .contracted: allowed?.source
        case .selfPay: selfPay?.source
        }
    }
}
