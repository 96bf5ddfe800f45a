import CareModel

/// Where the amounts of a line are added up.
///
/// The reason and the source of a step are asked for only by a ledger that notes them, so that a
/// course without steps makes no text.
protocol Ledger {
    var amounts: LineAmounts { get }

    /// Adds a step; one of nothing is left out.
    mutating func add(
        _ part: LinePart,
        _ amount: Money,
        because reason: @autoclosure () -> StepReason,
        source: @autoclosure () -> SourcePlace?
    )

    /// Notes why a part of the line is nothing.
    mutating func note(
        _ part: LinePart,
        because reason: @autoclosure () -> StepReason,
        source: @autoclosure () -> SourcePlace?
    )

    /// Notes that a payment of a plan goes to the patient.
    mutating func reimburse(_ payment: Money)

    /// Opens a covered line with what is allowed of it (rule S1).
    mutating func openCovered(_ line: CodedLine, by coded: CodedPlan)

    /// Opens a line that is not covered with its price (rule S3).
    mutating func openUncovered(
        _ line: CodedLine,
        price: Money,
        basis: Benefit.UncoveredPrice,
        denial: CodedDenial,
        by coded: CodedPlan
    )
}

/// Adds up the amounts of a line and nothing else.
struct AmountLedger: Ledger {
    private(set) var amounts = LineAmounts()

    @inline(__always)
    mutating func add(
        _ part: LinePart,
        _ amount: Money,
        because reason: @autoclosure () -> StepReason,
        source: @autoclosure () -> SourcePlace?
    ) {
        amounts[part] += amount
    }

    @inline(__always)
    mutating func note(
        _ part: LinePart,
        because reason: @autoclosure () -> StepReason,
        source: @autoclosure () -> SourcePlace?
    ) {}

    mutating func reimburse(_ payment: Money) { amounts.reimbursed += payment }

    mutating func openCovered(_ line: CodedLine, by coded: CodedPlan) {
        amounts.charge = line.billed
        amounts.allowed = line.allowed ?? .zero
        amounts.writeOff = line.writeOff
        amounts.balanceBill = line.balanceBill
    }

    mutating func openUncovered(
        _ line: CodedLine,
        price: Money,
        basis: Benefit.UncoveredPrice,
        denial: CodedDenial,
        by coded: CodedPlan
    ) {
        amounts.charge = line.billed
        amounts.notCovered = price
        amounts.writeOff = line.billed - price
    }
}

extension Ledger {
    /// Adds up what the patient pays.
    @inline(__always)
    mutating func close() {
        add(.patientPays, amounts.sumOfShares, because: .sumOfShares, source: nil)
    }
}
