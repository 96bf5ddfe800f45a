public import CareModel

/// Medicare's physician fee schedule formula, with the fractions that the law sets as data.
///
/// ```text
/// amount   = (work × work index + practice expense × its index + malpractice × its index) × factor
/// reduced  = the same with the practice expense multiplied by the reduced fraction, not rounded
/// ```
///
/// The sum is exact and is rounded half up to the cent once, at the end.
public struct MedicareFormula: Hashable, Sendable {
    /// The status indicators that have a price, such as `A`.
    public let payableStatuses: Set<String>
    /// What a non-participating clinic's fee is of a participating one's.
    public let nonParticipatingFraction: Percentage
    /// What a non-participating clinic that does not take assignment may charge at most.
    public let limitingChargeFactor: Percentage
    /// The multiple-procedure indicator of the therapy services that are reduced.
    public let reducedIndicator: String
    /// What of the practice expense is paid for a further procedure.
    public let reducedPracticeExpense: Percentage

    /// Creates the formula from the fractions of the law.
    public init(
        payableStatuses: Set<String>,
        nonParticipatingFraction: Percentage,
        limitingChargeFactor: Percentage,
        reducedIndicator: String,
        reducedPracticeExpense: Percentage
    ) {
        self.payableStatuses = payableStatuses
        self.nonParticipatingFraction = nonParticipatingFraction
        self.limitingChargeFactor = limitingChargeFactor
        self.reducedIndicator = reducedIndicator
        self.reducedPracticeExpense = reducedPracticeExpense
    }

    /// The fee schedule amount of a service.
    ///
    /// - Parameters:
    ///   - value: The service's relative values.
    ///   - index: The locality's indices.
    ///   - factor: The conversion factor of the date.
    ///   - setting: The place of treatment.
    ///   - isReduced: Whether it is a further therapy procedure of the day.
    /// - Returns: The amount, rounded once.
    public func amount(
        _ value: RelativeValue,
        in index: GeographicIndex,
        at factor: ConversionFactor,
        setting: RelativeValue.Setting = .nonfacility,
        isReduced: Bool = false
    ) -> Money {
        // Units are hundredths, indices thousandths, the factor ten-thousandths of a dollar and
        // the fraction billionths: 18 decimals of a dollar, 16 of a cent.
        let whole = Int128(Percentage.whole.billionths)
        let part = isReduced ? Int128(reducedPracticeExpense.billionths) : whole
        let work = Int128(value.work) * Int128(index.work) * whole
        let expense =
            Int128(value.practiceExpense(in: setting)) * Int128(index.practiceExpense) * part
        let malpractice = Int128(value.malpractice) * Int128(index.malpractice) * whole
        let product = (work + expense + malpractice) * Int128(factor.tenThousandths)
        let cent: Int128 = 10_000_000_000_000_000
        return Money(cents: Int((2 * product + cent) / (2 * cent)))
    }

    /// The most that a clinic without assignment may charge: one step from the amount.
    public func limitingCharge(of amount: Money) -> Money {
        limitingChargeFactor.of(amount)
    }

    /// The amount of a clinic that does not participate.
    public func nonParticipatingAmount(of amount: Money) -> Money {
        nonParticipatingFraction.of(amount)
    }
}
